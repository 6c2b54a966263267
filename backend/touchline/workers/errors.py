"""Why work was not done."""

from __future__ import annotations

from touchline.model.errors import TouchlineError


class TooMuch(TouchlineError):
    """Work that struck a limit of time, memory or size; its text says which, and on what."""


class Busy(TouchlineError):
    """Work that was not begun, because too much else waits; it may be asked for again."""


class Superseded(TouchlineError):
    """Work that was given up, because the same window has asked anew."""
