"""A picture: shapes and lines of text at exact places, from which every format is painted.

One unit is one pixel on a screen and one point in a PDF; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]


class Point(NamedTuple):
    """A place in the picture, in pixels from its top-left corner."""

    x: float
    y: float


ORIGIN = Point(0, 0)


class Curve(NamedTuple):
    """A cubic Bézier to `end`."""

    first: Point
    second: Point
    end: Point


def on_curve(start: Point, curve: Curve, t: float) -> Point:
    """The point of a cubic Bézier at t, 0..1, by its Bernstein polynomials."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    first, second, end = curve
    return Point(
        a * start.x + b * first.x + c * second.x + d * end.x,
        a * start.y + b * first.y + c * second.y + d * end.y,
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """A run of straight lines and curves from `start`; closed when it is filled or `closed`."""

    start: Point
    parts: tuple[Point | Curve, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: str = ""
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `at` is on its base line."""

    at: Point
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: Anchor = "start"


Item = Shape | Words


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are one thing to the reader: a step, an edge, a stage.

    `role` says which; `title` is what a screen reader or a pointer resting on it tells. The places
    of its items count from `at`.
    """

    role: str
    items: tuple[Item, ...]
    title: str = ""
    step: str | None = None
    at: Point = ORIGIN

    def moved(self, dx: float, dy: float) -> Group:
        """The group, moved."""
        return replace(self, at=Point(self.at.x + dx, self.at.y + dy))


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is seen, back to front, and the words for who cannot see it."""

    width: float
    height: float
    background: str
    title: str
    description: str
    groups: tuple[Group, ...] = field(default=())


def moved(item: Item, dx: float, dy: float) -> Item:
    """The item, moved."""
    if isinstance(item, Words):
        return replace(item, at=_shift(item.at, dx, dy))
    parts = tuple(
        Curve(*(_shift(point, dx, dy) for point in part))
        if isinstance(part, Curve)
        else _shift(part, dx, dy)
        for part in item.parts
    )
    return replace(item, start=_shift(item.start, dx, dy), parts=parts)


def _shift(point: Point, dx: float, dy: float) -> Point:
    return Point(point.x + dx, point.y + dy)
