"""Colours, letters and icons."""
