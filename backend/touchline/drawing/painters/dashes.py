"""A dashed line cut into its dashes, for painters whose own dashes have one length only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, pairwise

from touchline.drawing.picture import Curve, Point, Shape, on_curve

_STEP = 2.0
"""How far apart the points are by which a curve is followed, in pixels."""


def dashes(shape: Shape) -> Iterator[Shape]:
    """The dashes of an open line whose `dash` gives the lengths of dashes and gaps in turn."""
    lengths = cycle(float(length) for length in shape.dash.split())
    left, drawing = next(lengths), True
    here = shape.start
    dash = [here]
    for there in _points(shape):
        distance = math.dist(here, there)
        while distance >= left:
            share = left / distance
            here = Point(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)
            distance -= left
            if drawing:
                yield _line(shape, [*dash, here])
            dash, left, drawing = [here], next(lengths), not drawing
        left -= distance
        here = there
        dash.append(here)
    if drawing and len(dash) > 1:
        yield _line(shape, dash)


def _line(shape: Shape, points: list[Point]) -> Shape:
    return replace(shape, start=points[0], parts=tuple(points[1:]), dash="")


def _points(shape: Shape) -> Iterator[Point]:
    here = shape.start
    for part in shape.parts:
        if not isinstance(part, Curve):
            yield part
            here = part
            continue
        path = (here, *part)
        length = sum(math.dist(a, b) for a, b in pairwise(path))
        count = max(1, math.ceil(length / _STEP))
        yield from (on_curve(here, part, number / count) for number in range(1, count + 1))
        here = part.end
