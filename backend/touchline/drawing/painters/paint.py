"""A picture as PNG or PDF, painted by Graphviz's Cairo renderer.

The picture becomes drawing operations of the xdot language (https://graphviz.org/docs/outputs/canon/#xdot),
which Graphviz paints as the background of a graph that has nothing else in it. The operations carry
the length of each text, so nothing in a text can be taken for an operation.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from touchline.drawing.painters.dashes import dashes
from touchline.drawing.picture import Curve, Item, Picture, Point, Shape, Words
from touchline.drawing.pool import DrawingLimitError, Pool, shared_pool
from touchline.drawing.theme.typeface import FAMILY, text_width
from touchline.drawing.theme.wrap import printable
from touchline.model.errors import DrawingError
from touchline.model.limits import MAX_PNG_PIXELS, MAX_PNG_SIDE

_SCALE = 2.0
_LEAST_SCALE = 0.5
_POINTS_PER_INCH = 72
_LONGEST_PAGE = 14_400
"""The longest side of a PDF page, in points, that every reader can show (PDF 1.7, annex C)."""
_FINENESS = 8
"""Everything is told in eighths of a unit, since Pango rounds the width of every letter to whole
points: at 13 points that would make text several per cent too wide, at 104 it does not show."""
_BACKSLASHES = re.compile(r"\\+")
_CLEAR = "#00000000"
_ANCHORS = {"start": -1, "middle": 0, "end": 1}


def paint(picture: Picture, format: str, pool: Pool | None = None) -> tuple[bytes, bool]:
    """The picture as a PNG of two pixels to the unit, or as a PDF page of its size.

    Gives the file and whether it had to be simplified: a PNG that strikes a limit is painted once
    more at half the scale. Raises DrawingError when it would be unreadable, or when
    painting strikes a limit all the same.
    """
    scale = _png_scale(picture) if format == "png" else _page_scale(picture)
    try:
        return _paint(picture, format, scale, pool), False
    except DrawingLimitError:
        if format != "png" or scale <= _LEAST_SCALE:
            raise
    return _paint(picture, format, max(scale / 2, _LEAST_SCALE), pool), True


def _paint(picture: Picture, format: str, scale: float, pool: Pool | None) -> bytes:
    # Graphviz counts PNG in dots to the inch and PDF in points; `size` scales the picture down.
    dots = _POINTS_PER_INCH * scale if format == "png" else _POINTS_PER_INCH
    shown = 1.0 if format == "png" else scale
    inches = ",".join(
        f"{side * shown / _POINTS_PER_INCH:.5f}" for side in (picture.width, picture.height)
    )
    width, height = picture.width * _FINENESS, picture.height * _FINENESS
    # Two points without form in opposite corners give the page its size.
    frame = (
        f'digraph {{ graph [pad=0 margin=0 bgcolor="{picture.background}" size="{inches}" '
        f'dpi="{dots:.4f}" bb="0,0,{width:.2f},{height:.2f}"] '
        'node [shape=point style=invis width=0 height=0 label=""] '
        f'a [pos="0,0"] b [pos="{width:.2f},{height:.2f}"] }}'
    )
    request = {"task": "paint", "format": format, "frame": frame}
    return (pool or shared_pool()).ask(request, operations(picture).encode())


def _png_scale(picture: Picture) -> float:
    """Pixels to the unit: two, or fewer for a very large picture."""
    area = picture.width * picture.height
    side = max(picture.width, picture.height)
    scale = min(_SCALE, MAX_PNG_SIDE / side, math.sqrt(MAX_PNG_PIXELS / area))
    if scale < _LEAST_SCALE:
        raise DrawingError(
            f"a chart of {picture.width:.0f} × {picture.height:.0f} pixels is too large for a "
            "PNG that can be read; draw it as SVG or PDF"
        )
    return scale


def _page_scale(picture: Picture) -> float:
    """Points to the unit: one, or fewer for a picture larger than a PDF page may be."""
    return min(1.0, _LONGEST_PAGE / max(picture.width, picture.height))


def operations(picture: Picture) -> str:
    """The picture as xdot operations, one after the other."""
    operations: list[str] = []
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
    if not text:
        return
    yield _counted("c", words.color)
    yield f"F {words.size * _FINENESS:g} {_length(FAMILY)} -{FAMILY}"
    yield f"t {int(words.bold)}"
    width = round(text_width(text, words.size, words.bold) * _FINENESS)
    place = _place(origin, words.at)
    yield f"T {place} {_ANCHORS[words.anchor]} {width} {_counted_text(text)}"


def _shape(shape: Shape, origin: Point) -> Iterator[str]:
    if shape.dash:
        for dash in dashes(shape):
            yield from _shape(dash, origin)
        return
    yield _counted("c", shape.stroke or _CLEAR)
    if shape.fill:
        yield _counted("C", shape.fill)
    if shape.stroke:
        yield _counted("S", f"setlinewidth({shape.width * _FINENESS:g})")
    curved = any(isinstance(part, Curve) for part in shape.parts)
    if curved:
        points = list(_as_curves(shape))
        letter = "b" if shape.fill else "B"
    else:
        points = [shape.start, *(part for part in shape.parts if not isinstance(part, Curve))]
        letter = "P" if shape.fill else "p" if shape.closed else "L"
    places = " ".join(_place(origin, point) for point in points)
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


def _place(origin: Point, point: Point) -> str:
    x, y = (origin.x + point.x) * _FINENESS, (origin.y - point.y) * _FINENESS
    return f"{x:.0f} {y:.0f}"


def _counted_text(text: str) -> str:
    """A text behind its length, which leaves out the first of each run of backslashes.

    Graphviz reads it so (`parseString` in its xdot.c, meant for escapes) and yet shows them all.
    """
    runs = _BACKSLASHES.findall(text)
    if runs and text.endswith("\\") and runs[-1] == "\\":
        text += " "
    return f"{_length(text) - len(runs)} -{text}"


def _counted(letter: str, text: str) -> str:
    return f"{letter} {_length(text)} -{text}"


def _length(text: str) -> int:
    return len(text.encode())
