"""One edge as it stands in a chart: its line and arrow, and the label beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from touchline.checking.report import Level
from touchline.drawing.picture import Curve, Group, Item, Point, Shape, Words, moved
from touchline.drawing.route import Frame, Route
from touchline.drawing.shapes.contour import rectangle
from touchline.drawing.shapes.edge_label import BADGE_GAP, PADDING_Y, EdgeLabel
from touchline.drawing.theme.colours import Colors, Line, measures

_ARROW_HALF_WIDTH = 4.2


def edge_line(route: Route, level: Level, title: str, colors: Colors) -> Group:
    """The line of an edge with its arrow."""
    look = colors.lines[level]
    start, *rest = route.points
    parts = tuple(Curve(*rest[n : n + 3]) for n in range(0, len(rest) - 2, 3))
    items: list[Item] = [
        Shape(start, parts, stroke=look.line, width=look.width, dash=look.dash, closed=False)
    ]
    if route.tip is not None:
        items.append(_arrow(route.points[-1], route.tip, look))
    return Group(f"edge {level}", tuple(items), title)


def edge_words(route: Route, label: EdgeLabel, level: Level, colors: Colors) -> Group:
    """The label of an edge, centred where the route has room for it."""
    frame = label_frame(route, label)
    items = tuple(_label_items(label, colors.lines[level], colors))
    return Group("label", items, at=Point(frame.x, frame.y))


def label_frame(route: Route, label: EdgeLabel) -> Frame:
    """Where the label of an edge stands."""
    middle = route.label or route.points[len(route.points) // 2]
    left, top = middle.x - label.width / 2, middle.y - label.height / 2
    return Frame(left, top, label.width, label.height)


def _label_items(label: EdgeLabel, look: Line, colors: Colors) -> Iterator[Item]:
    sizes = measures()
    size, line = sizes.label_size, sizes.label_line
    center = label.width / 2
    words = [(text, True) for text in label.condition] + [(text, False) for text in label.wait]
    plate = len(words) * line + 2 * PADDING_Y
    yield rectangle(label.width, plate, 5, look.fill, None, 0)
    y = PADDING_Y
    for text, bold in words:
        color = colors.surface["text"] if bold else look.text
        yield Words(Point(center, y + line * 0.78), text, size, color, bold, "middle")
        y += line
    if label.badge:
        top = plate + BADGE_GAP
        badge = rectangle(label.width, line + 2 * PADDING_Y, 9, look.line, None, 0)
        yield moved(badge, 0, top)
        base = Point(center, top + PADDING_Y + line * 0.78)
        yield Words(base, label.badge, size, colors.surface["canvas"], True, "middle")


def _arrow(base: Point, tip: Point, look: Line) -> Shape:
    length = math.hypot(tip.x - base.x, tip.y - base.y) or 1.0
    across_x, across_y = -(tip.y - base.y) / length, (tip.x - base.x) / length
    half = _ARROW_HALF_WIDTH + look.width / 2
    return Shape(
        Point(base.x + across_x * half, base.y + across_y * half),
        (tip, Point(base.x - across_x * half, base.y - across_y * half)),
        fill=look.line,
    )
