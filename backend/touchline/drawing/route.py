"""The way of a link from box to box."""

from __future__ import annotations

import math
from dataclasses import dataclass

from touchline.drawing.picture import Curve, Point, on_curve

_SAMPLES = 12
_ARROW = 10.0
_LABEL_FROM_SOURCE = 70.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in pixels, by its top-left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Frame) -> bool:
        """Whether two frames have more than an edge in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a link: Bézier control points (1 + 3n), the arrow's tip, the label's centre."""

    points: tuple[Point, ...]
    tip: Point | None
    label: Point | None

    def crosses(self, frame: Frame) -> bool:
        """Whether it runs through a frame, seen at steps of a twelfth of each curve."""
        right, bottom = frame.x + frame.width, frame.y + frame.height
        points = self.points
        for n in range(0, len(points) - 3, 3):
            hull = points[n : n + 4]
            if (
                max(point.x for point in hull) < frame.x
                or min(point.x for point in hull) > right
                or max(point.y for point in hull) < frame.y
                or min(point.y for point in hull) > bottom
            ):
                continue
            curve = Curve(*hull[1:])
            for step in range(_SAMPLES + 1):
                x, y = on_curve(hull[0], curve, step / _SAMPLES)
                if frame.x <= x <= right and frame.y <= y <= bottom:
                    return True
        return False


def straight_route(source: Frame, target: Frame) -> Route:
    """A straight line from the edge of one frame to the edge of another.

    Its label stands near the source, where it is seen which step it belongs to.
    """
    start, tip = _edge_towards(source, target), _edge_towards(target, source)
    dx, dy = tip.x - start.x, tip.y - start.y
    length = math.hypot(dx, dy) or 1.0

    def along(distance: float) -> Point:
        share = min(1.0, max(0.0, distance / length))
        return Point(start.x + dx * share, start.y + dy * share)

    end = along(length - _ARROW)
    third, two_thirds = along((length - _ARROW) / 3), along((length - _ARROW) * 2 / 3)
    label = along(min(length / 2, _LABEL_FROM_SOURCE))
    return Route((start, third, two_thirds, end), tip, label)


def _edge_towards(frame: Frame, other: Frame) -> Point:
    """Where the line between the two centres leaves the first frame."""
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    dx, dy = other.x + other.width / 2 - x, other.y + other.height / 2 - y
    scale = max(abs(dx) / frame.width, abs(dy) / frame.height) * 2
    return Point(x, y) if scale == 0 else Point(x + dx / scale, y + dy / scale)
