"""The page around a drawing: margin and background, and title, date and legend when asked for."""

from __future__ import annotations

import math

from touchline.drawing.options import Options
from touchline.drawing.picture import Group, Item, Picture, Point, Words
from touchline.drawing.shapes.legend import Legend
from touchline.drawing.theme.colours import colors
from touchline.drawing.theme.wrap import printable, widest, wrap
from touchline.model.process import Process

_MARGIN = 32.0
_TITLE_SIZE, _TITLE_LINE = 24.0, 30.0
_DATE_SIZE, _DATE_LINE = 13.0, 20.0
_LEGEND_GAP = 28.0
LEAST_WIDTH = 560.0


def page(
    process: Process,
    options: Options,
    size: tuple[float, float],
    body: tuple[Group, ...],
    description: str,
    legend: Legend | None = None,
) -> Picture:
    """A drawing of that width and height, in pixels, set on its page."""
    width, height = size
    surface = colors(options.theme).surface
    heading = _heading(process, options, max(width, LEAST_WIDTH))
    wide = max([width, *(widest([word.text], word.size, word.bold) for word in heading)])
    groups: list[Group] = []
    y = _MARGIN
    if heading:
        items: tuple[Item, ...] = tuple(heading)
        groups.append(Group("title", items, at=Point(_MARGIN, y)))
        y = y + heading[-1].at.y + _LEGEND_GAP
    if legend:
        wide = max(wide, legend.width)
    groups.extend(group.moved(_MARGIN + (wide - width) / 2, y) for group in body)
    y += height
    if legend:
        y += _LEGEND_GAP
        groups.extend(group.moved(_MARGIN, y) for group in legend.groups)
        y += legend.height
    return Picture(
        width=math.ceil(wide + 2 * _MARGIN),
        height=math.ceil(y + _MARGIN),
        background=surface["canvas"],
        title=printable(process.name),
        description=description,
        groups=tuple(groups),
    )


def _heading(process: Process, options: Options, room: float) -> list[Words]:
    surface = colors(options.theme).surface
    words: list[Words] = []
    y = 0.0
    if options.title:
        for line in wrap(process.name, room, _TITLE_SIZE, bold=True):
            base = Point(0, y + _TITLE_LINE * 0.78)
            words.append(Words(base, line, _TITLE_SIZE, surface["text"], bold=True))
            y += _TITLE_LINE
    if options.date:
        for line in wrap(options.date, room, _DATE_SIZE):
            base = Point(0, y + _DATE_LINE * 0.75)
            words.append(Words(base, line, _DATE_SIZE, surface["textSoft"]))
            y += _DATE_LINE
    return words
