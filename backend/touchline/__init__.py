"""Touchline: draw a sales process, see where deals go quiet, and close the gaps."""

__version__ = "0.1.0"
