"""A flow chart without words, so small that only its shape and its silences are seen."""

from __future__ import annotations

import math
from collections.abc import Iterator

from touchline.drawing.describe import describe
from touchline.drawing.layout.arrange import Box, Link, Plan, arrange
from touchline.drawing.layout.fold import Folded, fold
from touchline.drawing.options import Direction
from touchline.drawing.picture import Group, Picture, Point, Shape
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet, quiet_of
from touchline.drawing.shapes.step_box import StepBox
from touchline.drawing.stages import stages_of
from touchline.drawing.theme.colours import Colors, Line, Theme, colors, look_of
from touchline.drawing.theme.wrap import printable
from touchline.model.process import Kind, Process, Step

_WIDTH, _HEIGHT = 56.0, 36.0
_GAP = 28.0
_STROKE = 3.0
_LINE_SCALE = 2.0
_MARGIN = 24.0
# The proportions of a card's picture; a process of a few steps is not blown up to fill it.
_LEAST_WIDTH, _LEAST_HEIGHT = 520.0, 312.0


def thumbnail(
    process: Process, theme: Theme, *, quiet: Quiet | None = None, pool: Pool | None = None
) -> Picture:
    """The shape of a process, its edges coloured by silence, in rows from left to right.

    `quiet` is found by the rules' own analysis when not given. Raises DrawingError when the process
    cannot be drawn within the limits. Blocks while Graphviz works.
    """
    quiet = quiet_of(process) if quiet is None else quiet
    arranged = arrange(_plan(process), pool)
    folded = fold(arranged, _GAP, _LEAST_WIDTH - 2 * _MARGIN, _LEAST_HEIGHT - 2 * _MARGIN)
    width = max(_LEAST_WIDTH, folded.width + 2 * _MARGIN)
    height = max(_LEAST_HEIGHT, folded.height + 2 * _MARGIN)
    x, y = (width - folded.width) / 2, (height - folded.height) / 2
    look = colors(theme)
    return Picture(
        width=math.ceil(width),
        height=math.ceil(height),
        background=look.surface["canvas"],
        title=printable(process.name),
        description=describe("Small flow chart", process, quiet, arranged.simplified),
        groups=tuple(group.moved(x, y) for group in _groups(process, quiet, folded, look)),
    )


def _plan(process: Process) -> Plan:
    stages = stages_of(process)
    index = {step.id: number for number, step in enumerate(process.steps)}
    links = []
    for edge in process.edges:
        source, target = index[edge.source], index[edge.target]
        steps = process.steps[source], process.steps[target]
        back = stages.goes_back(*steps)
        links.append(Link(source, target, weight=stages.weight(*steps), back=back))
    boxes = [
        Box(_WIDTH, _HEIGHT, shape="diamond" if step.kind is Kind.DECISION else "box")
        for step in process.steps
    ]
    return Plan(boxes, links, direction=Direction.RIGHT, box_gap=16, rank_gap=_GAP)


def _groups(process: Process, quiet: Quiet, folded: Folded, look: Colors) -> Iterator[Group]:
    drawn = [
        (look.lines[quiet.level(edge.pair)], pieces)
        for edge, pieces in zip(process.edges, folded.links, strict=True)
    ]
    # The long silences last, so that no calm edge hides one.
    for line, pieces in sorted(drawn, key=lambda each: each[0].width):
        yield Group("edge", tuple(_stroke(piece, line) for piece in pieces))
    for step, frame in zip(process.steps, folded.boxes, strict=True):
        yield Group("step", _shape(step, look), at=Point(frame.x, frame.y))


def _stroke(piece: tuple[Point, ...], line: Line) -> Shape:
    start, *rest = piece
    width = line.width * _LINE_SCALE
    return Shape(start, tuple(rest), stroke=line.line, width=width, closed=False)


def _shape(step: Step, look: Colors) -> tuple[Shape, ...]:
    colored = look.looks[look_of(step)]
    box = StepBox(step, (), (), _WIDTH, _HEIGHT, is_diamond=step.kind is Kind.DECISION)
    return tuple(box.outline(colored.fill, colored.stroke, _STROKE))
