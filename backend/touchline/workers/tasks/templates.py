"""The shapes of the ready processes."""

from __future__ import annotations

from touchline import templates
from touchline.formats.format import Theme
from touchline.workers.tasks.drawn import File, drawn_small


def template_drawn_small(name: str, theme: Theme) -> File:
    """The thumbnail of a template. Raises NoSuchTemplate, DrawingError."""
    return drawn_small(templates.load(name)[0], theme)
