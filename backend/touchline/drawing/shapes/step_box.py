"""One step as it stands in a chart: how large it is, and its shape, icon and words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from touchline.drawing.picture import Anchor, Group, Item, Point, Shape, Words
from touchline.drawing.shapes.contour import diamond, folded, pointed, rectangle, stadium
from touchline.drawing.theme.colours import Colors, look_of, measures
from touchline.drawing.theme.icons import ICON_SIZE, icon_items, icon_of
from touchline.drawing.theme.typeface import text_width
from touchline.drawing.theme.wrap import (
    comfortable_width,
    in_one_line,
    printable,
    widest,
    wrap,
    wrap_evenly,
)
from touchline.model.process import Kind, Step
from touchline.model.words import label_of

_ICON_GAP = 9.0
_DETAIL_GAP = 3.0
_NARROWING = (Kind.START, Kind.END, Kind.DECISION)
_POINT = 12.0
_DIAMOND_RATIO = 2.1
_LONG_TEXT_AREA = 30_000
_DIAMOND_MARGIN = 12.0


@dataclass(frozen=True)
class StepBox:
    """A step measured: its lines of text and the size of its box, in pixels."""

    step: Step
    name: tuple[str, ...]
    details: tuple[str, ...]
    width: float
    height: float
    is_diamond: bool = False

    def group(self, x: float, y: float, colors: Colors) -> Group:
        """The step drawn with its top-left corner at a place."""
        items = tuple(self._items(colors))
        return Group("step", items, say_step(self.step), self.step.id, Point(x, y))

    def _items(self, colors: Colors) -> Iterator[Item]:
        sizes, look = measures(), colors.looks[look_of(self.step)]
        yield from self.outline(look.fill, look.stroke, sizes.stroke)
        text_height = self._text_height
        left = sizes.padding_x + ICON_SIZE + _ICON_GAP
        if not self.is_diamond:
            icon_y = (self.height - ICON_SIZE) / 2
            yield from icon_items(icon_of(self.step), look.icon, sizes.padding_x, icon_y)
        at = Point(self.width / 2 if self.is_diamond else left, (self.height - text_height) / 2)
        anchor: Anchor = "middle" if self.is_diamond else "start"
        y = at.y
        for line in self.name:
            base = Point(at.x, y + sizes.name_line * 0.76)
            yield Words(base, line, sizes.name_size, look.text, bold=True, anchor=anchor)
            y += sizes.name_line
        y += _DETAIL_GAP
        for line in self.details:
            base = Point(at.x, y + sizes.label_line * 0.78)
            yield Words(base, line, sizes.label_size, look.icon, anchor=anchor)
            y += sizes.label_line

    @property
    def _text_height(self) -> float:
        return _text_height(len(self.name), len(self.details))

    def outline(self, fill: str, stroke: str, line: float) -> Iterator[Shape]:
        """The shape of the box, by the kind of its step; `line` is the stroke's width in pixels."""
        sizes = measures()
        match self.step.kind:
            case Kind.START | Kind.END:
                yield stadium(self.width, self.height, fill, stroke, line)
            case Kind.DECISION if self.is_diamond:
                yield diamond(self.width, self.height, fill, stroke, line)
            case Kind.DECISION:
                yield pointed(self.width, self.height, _POINT, fill, stroke, line)
            case Kind.TASK:
                yield rectangle(self.width, self.height, 1.5, fill, stroke, line)
            case Kind.CONTACT if self.step.is_touch:
                yield from folded(self.width, self.height, sizes.fold, fill, stroke, line)
            case Kind.CONTACT:
                yield rectangle(self.width, self.height, sizes.corner_radius, fill, stroke, line)


def step_box(step: Step) -> StepBox:
    """Measure a step: every word of it wrapped, none left out."""
    return _decision_box(step) if step.kind is Kind.DECISION else _plain_box(step)


def _plain_box(step: Step) -> StepBox:
    sizes = measures()
    left = sizes.padding_x + ICON_SIZE + _ICON_GAP
    # Where the right side is round, pointed or folded, text keeps clear of it.
    right = sizes.padding_x + (6 if step.kind in _NARROWING or step.is_touch else 0)
    usual, line = sizes.width - left - right, sizes.name_line
    room = comfortable_width(step.name, usual, sizes.name_size, bold=True, line_height=line)
    name = wrap_evenly(step.name, room, sizes.name_size, bold=True)
    details = [line for text in _details(step) for line in wrap(text, room, sizes.label_size)]
    wide = max(widest(name, sizes.name_size, bold=True), widest(details, sizes.label_size))
    return StepBox(
        step,
        tuple(name),
        tuple(details),
        max(sizes.width, math.ceil(wide + left + right)),
        max(
            sizes.min_height,
            math.ceil(_text_height(len(name), len(details)) + 2 * sizes.padding_y),
        ),
    )


def step_card(step: Step) -> StepBox:
    """Measure a step for a list or tree, where a diamond would be in the way: as a plain box."""
    return _plain_box(step)


def say_step(step: Step) -> str:
    """A step in one line: its name, what it is, and by whom."""
    return " · ".join(printable(part) for part in (step.name, *_details(step)))


def say_kind(step: Step) -> str:
    """What a step is, in a word or two: its channel or outcome where it has one, else its kind."""
    if step.kind is Kind.END and step.outcome:
        return label_of(step.outcome)
    if step.kind is Kind.CONTACT and step.channel:
        return label_of(step.channel)
    return label_of(step.kind)


def _details(step: Step) -> list[str]:
    kind = say_kind(step)
    if step.channel and step.kind is not Kind.CONTACT:
        kind = f"{kind}, {step.channel.value}"
    # A step that is called what it is need not say so twice.
    parts = ("" if kind == step.name else kind, str(step.duration or ""))
    lines = (" · ".join(filter(None, parts)), step.owner or "")
    return list(filter(None, lines))


def _text_height(names: int, details: int) -> float:
    sizes = measures()
    return names * sizes.name_line + (_DETAIL_GAP + details * sizes.label_line if details else 0)


def _decision_box(step: Step) -> StepBox:
    """The smallest diamond whose lines fit between its slanting sides."""
    sizes = measures()
    texts = [(step.name, True), *((text, False) for text in (step.owner,) if text)]
    area = sum(
        text_width(in_one_line(text), sizes.name_size if bold else sizes.label_size, bold)
        * sizes.name_line
        for text, bold in texts
    )
    # The largest rectangle in a diamond has a quarter of its box. Short texts do better, since
    # their lines can be longer in the middle; for very long ones the search begins near its end.
    share = 0.5 if area < _LONG_TEXT_AREA else 0.3
    height = max(sizes.decision_min_height, math.sqrt(area / share / _DIAMOND_RATIO))
    while True:
        width = max(sizes.decision_width, height * _DIAMOND_RATIO)
        lines = _fill_diamond(texts, width, height)
        if lines is not None:
            name, details = lines
            return StepBox(step, name, details, math.ceil(width), math.ceil(height), True)
        height *= 1.06


def _fill_diamond(
    texts: Sequence[tuple[str, bool]], width: float, height: float
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    sizes = measures()
    room = width * (0.86 if height < 3 * sizes.decision_min_height else 0.62)
    while room > 60:
        name = wrap_evenly(texts[0][0], room, sizes.name_size, bold=True)
        details = [line for text, _ in texts[1:] for line in wrap(text, room, sizes.label_size)]
        if _fits_diamond(name, details, width, height):
            return tuple(name), tuple(details)
        room *= 0.9
    return None


def _fits_diamond(name: Sequence[str], details: Sequence[str], width: float, height: float) -> bool:
    sizes = measures()
    y = -_text_height(len(name), len(details)) / 2
    lines = [(line, sizes.name_size, sizes.name_line, True) for line in name]
    lines += [(line, sizes.label_size, sizes.label_line, False) for line in details]
    for number, (line, size, line_height, bold) in enumerate(lines):
        if number == len(name):
            y += _DETAIL_GAP
        farthest = max(abs(y + 2), abs(y + line_height - 2))
        room = width * (1 - 2 * farthest / height) - _DIAMOND_MARGIN
        if text_width(line, size, bold) > room:
            return False
        y += line_height
    return True
