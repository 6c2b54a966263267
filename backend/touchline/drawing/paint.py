"""A picture as PNG or PDF, painted by Graphviz's Cairo renderer.

The picture becomes drawing operations of the xdot language (https://graphviz.org/docs/outputs/canon/#xdot),
which Graphviz paints as the background of a graph that has nothing else in it. The operations carry
the length of each text, so nothing in a text can be taken for an operation.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from touchline.drawing.picture import Curve, Item, Picture, Point, Shape, Words
from touchline.drawing.pool import Pool, shared_pool
from touchline.drawing.typeface import FAMILY, text_width
from touchline.drawing.wrap import printable
from touchline.errors import DrawingError
from touchline.limits import MAX_PNG_PIXELS, MAX_PNG_SIDE

_SCALE = 2.0
_LEAST_SCALE = 0.5
_POINTS_PER_INCH = 72
_CLEAR = "#00000000"
_ANCHORS = {"start": -1, "middle": 0, "end": 1}


def paint(picture: Picture, format: str, pool: Pool | None = None) -> bytes:
    """The picture as a PNG of two pixels to the unit, or as a PDF page of its size.

    A very large chart gets fewer pixels. Raises DrawingError when it would be unreadable, or when
    painting strikes a limit.
    """
    scale = 1.0
    if format == "png":
        area = picture.width * picture.height
        side = max(picture.width, picture.height)
        scale = min(_SCALE, MAX_PNG_SIDE / side, math.sqrt(MAX_PNG_PIXELS / area))
        if scale < _LEAST_SCALE:
            raise DrawingError(
                f"a chart of {picture.width:.0f} × {picture.height:.0f} pixels is too large for a "
                "PNG that can be read; draw it as SVG or PDF"
            )
    # Two points without form in opposite corners give the page its size.
    frame = (
        f'digraph {{ graph [pad=0 margin=0 bgcolor="{picture.background}" '
        f'dpi="{_POINTS_PER_INCH * scale:.4f}" '
        f'bb="0,0,{picture.width:.2f},{picture.height:.2f}"] '
        'node [shape=point style=invis width=0 height=0 label=""] '
        f'a [pos="0,0"] b [pos="{picture.width:.2f},{picture.height:.2f}"] }}'
    )
    request = {"task": "paint", "format": format, "frame": frame}
    return (pool or shared_pool()).ask(request, operations(picture).encode())


def operations(picture: Picture) -> str:
    """The picture as xdot operations, one after the other."""
    corners = (
        Point(picture.width, 0),
        Point(picture.width, picture.height),
        Point(0, picture.height),
    )
    ground = Shape(Point(0, 0), corners, fill=picture.background)
    operations = [*_shape(ground, Point(0, picture.height))]
    for group in picture.groups:
        # In xdot y grows upwards.
        origin = Point(group.at.x, picture.height - group.at.y)
        for item in group.items:
            operations.extend(_item(item, origin))
    return " ".join(operations)


def _item(item: Item, origin: Point) -> Iterator[str]:
    return _words(item, origin) if isinstance(item, Words) else _shape(item, origin)


def _words(words: Words, origin: Point) -> Iterator[str]:
    text = printable(words.text)
    yield _counted("c", words.color)
    yield f"F {words.size:g} {_length(FAMILY)} -{FAMILY}"
    yield f"t {int(words.bold)}"
    width = text_width(text, words.size, words.bold)
    x, y = origin.x + words.at.x, origin.y - words.at.y
    yield f"T {x:.2f} {y:.2f} {_ANCHORS[words.anchor]} {width:.2f} {_length(text)} -{text}"


def _shape(shape: Shape, origin: Point) -> Iterator[str]:
    yield _counted("c", shape.stroke or _CLEAR)
    if shape.fill:
        yield _counted("C", shape.fill)
    if shape.stroke:
        yield _counted("S", "dashed" if shape.dash else "solid")
        yield _counted("S", f"setlinewidth({shape.width:g})")
    curved = any(isinstance(part, Curve) for part in shape.parts)
    if curved:
        points = list(_as_curves(shape))
        letter = "b" if shape.fill else "B"
    else:
        points = [shape.start, *(part for part in shape.parts if not isinstance(part, Curve))]
        letter = "P" if shape.fill else "p" if shape.closed else "L"
    places = " ".join(f"{origin.x + point.x:.2f} {origin.y - point.y:.2f}" for point in points)
    yield f"{letter} {len(points)} {places}"


def _as_curves(shape: Shape) -> Iterator[Point]:
    """The points of one run of Béziers; a straight line is a Bézier along itself."""
    here = shape.start
    yield here
    parts = [*shape.parts, shape.start] if shape.closed else list(shape.parts)
    for part in parts:
        if isinstance(part, Curve):
            yield from part
            here = part.end
        elif part != here:
            yield _between(here, part, 1 / 3)
            yield _between(here, part, 2 / 3)
            yield part
            here = part


def _between(one: Point, other: Point, share: float) -> Point:
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)


def _counted(letter: str, text: str) -> str:
    return f"{letter} {_length(text)} -{text}"


def _length(text: str) -> int:
    return len(text.encode())
