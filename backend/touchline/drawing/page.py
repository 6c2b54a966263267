"""The page around a drawing: margin and background, and title, date and legend when asked for."""

from __future__ import annotations

from touchline.drawing.options import Options
from touchline.drawing.picture import Group, Item, Picture, Point, Words, moved
from touchline.drawing.theme import colors
from touchline.drawing.wrap import printable, widest, wrap
from touchline.model import Process

_MARGIN = 32.0
_TITLE_SIZE, _TITLE_LINE = 24.0, 30.0
_DATE_SIZE, _DATE_LINE = 13.0, 20.0
_LEAST_WIDTH = 360.0


def page(
    process: Process,
    options: Options,
    width: float,
    height: float,
    body: tuple[Group, ...],
    description: str,
) -> Picture:
    """A drawing of `width` by `height` pixels, set on its page."""
    surface = colors(options.theme).surface
    head: list[Item] = []
    room = max(width, _LEAST_WIDTH)
    y = _MARGIN
    if options.title:
        for line in wrap(process.name, room, _TITLE_SIZE, bold=True):
            base = Point(_MARGIN, y + _TITLE_LINE * 0.78)
            head.append(Words(base, line, _TITLE_SIZE, surface["text"], bold=True))
            y += _TITLE_LINE
    if options.date:
        base = Point(_MARGIN, y + _DATE_LINE * 0.75)
        head.append(Words(base, options.date, _DATE_SIZE, surface["textSoft"]))
        y += _DATE_LINE
    if head:
        y += 16
    words = [item for item in head if isinstance(item, Words)]
    wide = max([width, *(widest([word.text], word.size, word.bold) for word in words)])
    left = _MARGIN + (wide - width) / 2
    groups = [Group("title", tuple(head))] if head else []
    groups.extend(
        Group(
            group.role,
            tuple(moved(item, left, y) for item in group.items),
            group.title,
            group.step,
        )
        for group in body
    )
    return Picture(
        width=wide + 2 * _MARGIN,
        height=y + height + _MARGIN,
        background=surface["canvas"],
        title=printable(process.name),
        description=description,
        groups=tuple(groups),
    )
