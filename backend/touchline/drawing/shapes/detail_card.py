"""What has been thought through of a step, as a small table beside it in the mind map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from touchline.drawing.picture import Group, Item, Point, Words
from touchline.drawing.shapes.contour import rectangle
from touchline.drawing.shapes.details import details_of
from touchline.drawing.shapes.edge_label import say_wait
from touchline.drawing.theme.colours import Colors, measures
from touchline.drawing.theme.wrap import NO_BREAK, wrap
from touchline.model.process import Edge, Process, Step

_KEY_WIDTH, _VALUE_WIDTH = 76.0, 300.0
_PADDING_X, _PADDING_Y = 12.0, 9.0
_ROW_GAP = 3.0
_MOST_CHARACTERS = 600
_IN_FULL_ELSEWHERE = "… (in full in the playbook)"


@dataclass(frozen=True)
class DetailCard:
    """The rows of a step's details, each a heading and the lines beside it."""

    step: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    width: float
    height: float

    def group(self, x: float, y: float, colors: Colors) -> Group:
        """The card with its top-left corner at a place."""
        return Group("details", tuple(self._items(colors)), "", self.step, Point(x, y))

    def _items(self, colors: Colors) -> Iterator[Item]:
        surface, sizes = colors.surface, measures()
        size, line = sizes.label_size, sizes.label_line
        yield rectangle(self.width, self.height, 6, surface["panel"], surface["border"], 1)
        y = _PADDING_Y
        for heading, lines in self.rows:
            base = y + line * 0.78
            yield Words(Point(_PADDING_X, base), heading, size, surface["textSoft"], bold=True)
            for text in lines:
                at = Point(_PADDING_X + _KEY_WIDTH, y + line * 0.78)
                yield Words(at, text, size, surface["text"])
                y += line
            y += _ROW_GAP


def detail_card(step: Step, leaving: Sequence[tuple[Edge, str]]) -> DetailCard | None:
    """The details of a step that are not in its box; None when there are none.

    `leaving` are the edges that leave it, each with the name of the step it leads to.
    """
    sizes = measures()
    rows = []
    for heading, texts in _rows(step, leaving):
        lines = [
            line for text in texts for line in wrap(_cut(text), _VALUE_WIDTH, sizes.label_size)
        ]
        if lines:
            rows.append((heading, tuple(lines)))
    if not rows:
        return None
    count = sum(len(lines) for _, lines in rows)
    height = count * sizes.label_line + (len(rows) - 1) * _ROW_GAP + 2 * _PADDING_Y
    return DetailCard(step.id, tuple(rows), _KEY_WIDTH + _VALUE_WIDTH + 2 * _PADDING_X, height)


def edges_on(process: Process) -> Mapping[str, list[tuple[Edge, str]]]:
    """The edges that leave each step, with the names of the steps that they lead to."""
    names = {step.id: step.name for step in process.steps}
    leaving: dict[str, list[tuple[Edge, str]]] = {}
    for edge in process.edges:
        leaving.setdefault(edge.source, []).append((edge, names[edge.target]))
    return leaving


def _rows(step: Step, leaving: Sequence[tuple[Edge, str]]) -> Iterator[tuple[str, Iterable[str]]]:
    for detail in details_of(step):
        words = (entry.name if detail.are_assets else entry for entry in detail.entries)
        entries = [f"– {word}" for word in words]
        yield detail.short_heading, entries if detail.text is None else [detail.text]
    yield "Then", [_say_edge(edge, name) for edge, name in leaving]


def _say_edge(edge: Edge, name: str) -> str:
    when = f"{edge.when}: " if edge.when else ""
    wait = say_wait(edge).replace(" ", NO_BREAK)
    return f"→ {when}{name}, {wait}"


def _cut(text: str) -> str:
    if len(text) <= _MOST_CHARACTERS:
        return text
    return text[:_MOST_CHARACTERS].rstrip() + _IN_FULL_ELSEWHERE
