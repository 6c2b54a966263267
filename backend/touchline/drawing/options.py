"""What can be chosen about a chart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from touchline.drawing.theme.colours import Theme


class Direction(StrEnum):
    """Which way a chart runs: top to bottom, or left to right."""

    DOWN = "TB"
    RIGHT = "LR"


@dataclass(frozen=True)
class Options:
    """How a chart is drawn; title, legend and date appear only when they are asked for.

    `date` is text, written as it is given: drawing asks no clock. `fonts` is for an SVG or a
    playbook that leaves the program: it brings along the letters that it uses.
    """

    theme: Theme = Theme.LIGHT
    direction: Direction = Direction.DOWN
    title: bool = False
    legend: bool = False
    date: str | None = None
    fonts: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "theme", Theme(self.theme))
        object.__setattr__(self, "direction", Direction(self.direction))
