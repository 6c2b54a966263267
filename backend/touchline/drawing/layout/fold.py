"""A long chart cut into rows that stand below each other, as a long text is into lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from touchline.drawing.layout.arrange import Arrangement
from touchline.drawing.picture import Curve, Point, on_curve
from touchline.drawing.route import Frame, Route

_MOST_ROWS = 8
_SAMPLES = 8
"""In how many straight pieces a curve is drawn; at the size of a thumbnail nobody sees it."""

Line = tuple[Point, ...]


@dataclass(frozen=True)
class Folded:
    """What was cut: its size, every box, and each link as the lines that it has become."""

    width: float
    height: float
    boxes: tuple[Frame, ...]
    links: tuple[tuple[Line, ...], ...]


def fold(arranged: Arrangement, gap: float, width: float, height: float) -> Folded:
    """A chart from left to right in as many rows as let it be shown largest in `width` by `height`.

    `gap` is the room in pixels between two rows.
    """
    if not arranged.boxes:
        return Folded(0, 0, (), ())
    lines = [_drawn(route) for route in arranged.links]
    centers = sorted({round(box.x + box.width / 2) for box in arranged.boxes})
    choices = [
        _in_rows(arranged.boxes, lines, _cuts(centers, rows), gap)
        for rows in range(1, min(_MOST_ROWS, len(centers)) + 1)
    ]
    # Past its full size nothing is gained: then the fewest rows are best.
    return max(choices, key=lambda choice: min(1, width / choice.width, height / choice.height))


def _cuts(centers: Sequence[float], rows: int) -> list[float]:
    """Where to cut so that every row gets as many ranks as the others, or one more."""
    starts = [len(centers) * row // rows for row in range(1, rows)]
    return [(centers[at - 1] + centers[at]) / 2 for at in starts]


def _in_rows(
    boxes: Sequence[Frame], lines: Sequence[Line], cuts: Sequence[float], gap: float
) -> Folded:
    pieces = [_cut(line, cuts) for line in lines]
    spans = [_Span() for _ in range(len(cuts) + 1)]
    for box in boxes:
        row = spans[_row(box.x + box.width / 2, cuts)]
        row.take(Point(box.x, box.y))
        row.take(Point(box.x + box.width, box.y + box.height))
    for line in pieces:
        for number, piece in line:
            for point in piece:
                spans[number].take(point)
    tops, y = [], 0.0
    for span in spans:
        tops.append(y - span.top)
        y += span.bottom - span.top + gap

    def moved(number: int, point: Point) -> Point:
        return Point(point.x - spans[number].left, point.y + tops[number])

    placed = []
    for box in boxes:
        corner = moved(_row(box.x + box.width / 2, cuts), Point(box.x, box.y))
        placed.append(Frame(corner.x, corner.y, box.width, box.height))
    return Folded(
        width=max(span.right - span.left for span in spans),
        height=y - gap,
        boxes=tuple(placed),
        links=tuple(
            tuple(tuple(moved(number, point) for point in piece) for number, piece in line)
            for line in pieces
        ),
    )


@dataclass
class _Span:
    """How far what stands in a row reaches."""

    left: float = float("inf")
    top: float = float("inf")
    right: float = float("-inf")
    bottom: float = float("-inf")

    def take(self, point: Point) -> None:
        self.left, self.right = min(self.left, point.x), max(self.right, point.x)
        self.top, self.bottom = min(self.top, point.y), max(self.bottom, point.y)


def _row(x: float, cuts: Sequence[float]) -> int:
    return bisect_right(cuts, x)


def _drawn(route: Route) -> Line:
    """A route as straight pieces, to the tip of its arrow."""
    points = [route.points[0]]
    for n in range(0, len(route.points) - 3, 3):
        start, *rest = route.points[n : n + 4]
        curve = Curve(*rest)
        points += [on_curve(start, curve, step / _SAMPLES) for step in range(1, _SAMPLES + 1)]
    return (*points, route.tip) if route.tip is not None else tuple(points)


def _cut(line: Line, cuts: Sequence[float]) -> list[tuple[int, Line]]:
    """The pieces of a line, each with the row that it is in."""
    number = _row(line[0].x, cuts)
    pieces: list[tuple[int, Line]] = []
    piece = [line[0]]
    for before, after in pairwise(line):
        there = _row(after.x, cuts)
        while number != there:
            onward = there > number
            x = cuts[number] if onward else cuts[number - 1]
            share = (x - before.x) / (after.x - before.x)
            crossing = Point(x, before.y + (after.y - before.y) * share)
            pieces.append((number, (*piece, crossing)))
            number += 1 if onward else -1
            piece = [crossing]
        piece.append(after)
    pieces.append((number, tuple(piece)))
    return pieces
