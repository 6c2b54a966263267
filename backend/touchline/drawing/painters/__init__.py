"""Shapes into SVG, PNG and PDF."""
