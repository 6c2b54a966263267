"""A name on a plate: the process or a stage, in a mind map."""

from __future__ import annotations

import math
from dataclasses import dataclass

from touchline.drawing.picture import Group, Point, Words
from touchline.drawing.shapes.contour import rectangle
from touchline.drawing.theme.colours import Colors
from touchline.drawing.theme.wrap import comfortable_width, widest, wrap_evenly

_PADDING_X, _PADDING_Y = 16.0, 11.0


@dataclass(frozen=True)
class Plaque:
    """A name measured, in pixels; `fill`, `stroke` and `ink` are names of surface colours."""

    lines: tuple[str, ...]
    size: float
    width: float
    height: float
    radius: float
    fill: str
    stroke: str
    ink: str
    role: str

    @property
    def line(self) -> float:
        """The height of a line of its text."""
        return _line(self.size)

    def group(self, x: float, y: float, colors: Colors) -> Group:
        """The plate with its top-left corner at a place."""
        surface = colors.surface
        fill, stroke = surface[self.fill], surface[self.stroke]
        plate = rectangle(self.width, self.height, self.radius, fill, stroke, 1.5)
        top = (self.height - len(self.lines) * self.line) / 2
        words = (
            Words(
                Point(self.width / 2, top + self.line * (number + 0.76)),
                text,
                self.size,
                surface[self.ink],
                bold=True,
                anchor="middle",
            )
            for number, text in enumerate(self.lines)
        )
        return Group(self.role, (plate, *words), " ".join(self.lines), at=Point(x, y))


def process_plaque(name: str) -> Plaque:
    """The plate of a process."""
    return _measured(name, 16, 168, 18, ("accent", "accent", "panel"), "process")


def stage_plaque(name: str) -> Plaque:
    """The plate of a stage."""
    return _measured(name, 14, 136, 14, ("accentSoft", "accent", "accentText"), "stage")


def _measured(
    name: str, size: float, width: float, radius: float, inks: tuple[str, str, str], role: str
) -> Plaque:
    room = comfortable_width(name, width - 2 * _PADDING_X, size, bold=True)
    lines = wrap_evenly(name, room, size, bold=True)
    fill, stroke, ink = inks
    return Plaque(
        tuple(lines),
        size,
        max(width, math.ceil(widest(lines, size, bold=True) + 2 * _PADDING_X)),
        math.ceil(len(lines) * _line(size) + 2 * _PADDING_Y),
        radius,
        fill,
        stroke,
        ink,
        role,
    )


def _line(size: float) -> float:
    return round(size * 1.3)
