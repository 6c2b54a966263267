"""YAML in and out, with places, comments and order kept."""
