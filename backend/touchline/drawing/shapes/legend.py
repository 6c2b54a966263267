"""The legend of a flow chart: every shape and line that occurs in it, with a word for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from touchline.checking.report import Level
from touchline.drawing.options import Options
from touchline.drawing.picture import Group, Item, Point, Shape, Words
from touchline.drawing.quiet import Quiet
from touchline.drawing.shapes.contour import diamond, folded, pointed, rectangle, stadium
from touchline.drawing.theme.colours import Colors, colors, look_of
from touchline.drawing.theme.typeface import text_width
from touchline.model.duration import say_days
from touchline.model.process import Process

_SIZE, _LINE = 12.0, 34.0
_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 34.0, 18.0
_GAP, _BETWEEN = 8.0, 26.0
_KINDS = {
    "start": "Start",
    "contact": "Contact with the prospect",
    "touch": "Touch: content worth receiving",
    "task": "Internal task",
    "decision": "Decision",
    "won": "Won",
    "lost": "Lost",
    "nurture": "Nurture",
    "end": "End",
}


@dataclass(frozen=True)
class Legend:
    """The legend, its corner at (0, 0)."""

    groups: tuple[Group, ...]
    width: float
    height: float


def legend(process: Process, quiet: Quiet | None, options: Options, width: float) -> Legend:
    """The legend, in as many rows as a width asks for; without `quiet` it is of steps alone."""
    look = colors(options.theme)
    groups: list[Group] = []
    x = y = widest = 0.0
    lines = _lines(process, quiet, look) if quiet else ()
    for sample, text in (*_kinds(process, look, as_card=quiet is None), *lines):
        needed = _SAMPLE_WIDTH + _GAP + text_width(text, _SIZE)
        if x and x + needed > width:
            x, y = 0.0, y + _LINE
        at = Point(_SAMPLE_WIDTH + _GAP, _SAMPLE_HEIGHT / 2 + _SIZE * 0.36)
        words = Words(at, text, _SIZE, look.surface["text"])
        groups.append(Group("legend", (*sample, words), at=Point(x, y)))
        widest = max(widest, x + needed)
        x += needed + _BETWEEN
    return Legend(tuple(groups), widest, y + _SAMPLE_HEIGHT)


def _kinds(process: Process, look: Colors, as_card: bool) -> Iterator[tuple[tuple[Item, ...], str]]:
    present = {look_of(step) for step in process.steps}
    for kind, text in _KINDS.items():
        if kind in present:
            yield tuple(_sample(kind, look, as_card)), text


def _sample(kind: str, look: Colors, as_card: bool) -> Iterator[Item]:
    fill, stroke = look.looks[kind].fill, look.looks[kind].stroke
    size = (_SAMPLE_WIDTH, _SAMPLE_HEIGHT)
    match kind:
        case "contact":
            yield rectangle(*size, 5, fill, stroke, 1.25)
        case "touch":
            yield from folded(*size, 6, fill, stroke, 1.25)
        case "task":
            yield rectangle(*size, 1, fill, stroke, 1.25)
        case "decision" if as_card:
            yield pointed(*size, 6, fill, stroke, 1.25)
        case "decision":
            yield diamond(*size, fill, stroke, 1.25)
        case _:
            yield stadium(*size, fill, stroke, 1.25)


def _lines(process: Process, quiet: Quiet, look: Colors) -> Iterator[tuple[tuple[Item, ...], str]]:
    near, most = (say_days(process.minutes(limit)) for limit in (process.warn_gap, process.max_gap))
    words = {
        Level.CALM: f"Silence up to {near}",
        Level.NEAR: f"Silence over {near}",
        Level.OVER: f"Silence over {most}: too long",
        Level.ENDLESS: "Silence without end",
        Level.UNKNOWN: "Silence not known",
    }
    present = {quiet.level(edge.pair) for edge in process.edges}
    for level, text in words.items():
        if level in present:
            line = look.lines[level]
            y = _SAMPLE_HEIGHT / 2
            stroke = Shape(
                Point(0, y),
                (Point(_SAMPLE_WIDTH, y),),
                stroke=line.line,
                width=line.width,
                dash=line.dash,
                closed=False,
            )
            yield (stroke,), text
