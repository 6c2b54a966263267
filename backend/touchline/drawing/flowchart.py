"""The flow chart: steps in their stages, joined by edges that show how long a deal may wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from touchline.drawing.describe import describe, say_edge
from touchline.drawing.layout.arrange import Arrangement, Box, Plan, arrange
from touchline.drawing.layout.links import links_of
from touchline.drawing.options import Options
from touchline.drawing.picture import Group, Picture, Point, Words
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet
from touchline.drawing.route import Frame
from touchline.drawing.shapes.contour import rectangle
from touchline.drawing.shapes.edge_label import EdgeLabel, edge_label
from touchline.drawing.shapes.edge_line import edge_line, edge_words, label_frame
from touchline.drawing.shapes.legend import legend
from touchline.drawing.shapes.page import LEAST_WIDTH, page
from touchline.drawing.shapes.step_box import StepBox, step_box
from touchline.drawing.stages import Stages, stages_of
from touchline.drawing.theme.colours import Colors, colors
from touchline.drawing.theme.wrap import comfortable_width, widest, wrap
from touchline.model.process import Process

_STAGE_SIZE, _STAGE_LINE = 13.0, 18.0
_STAGE_WIDTH = 220.0
_STAGE_CORNER = 14.0
_HEADING_INSET = 8.0


@dataclass(frozen=True)
class FlowChart:
    """A flow chart measured, but not yet arranged."""

    process: Process
    quiet: Quiet
    stages: Stages
    headings: tuple[tuple[str, ...], ...]
    boxes: tuple[StepBox, ...]
    labels: tuple[EdgeLabel, ...]

    def plan(self, options: Options) -> Plan:
        """What Graphviz has to arrange."""
        return Plan(
            boxes=[
                Box(
                    box.width,
                    box.height,
                    self.stages.index_of(box.step),
                    "diamond" if box.step.kind == "decision" else "box",
                )
                for box in self.boxes
            ],
            links=links_of(self.process, self.stages, self.labels, options.direction),
            groups=[_heading_size(lines) for lines in self.headings],
            direction=options.direction,
        )


def measure(process: Process, quiet: Quiet) -> FlowChart:
    """Measure everything that a flow chart shows."""
    stages = stages_of(process)
    return FlowChart(
        process,
        quiet,
        stages,
        tuple(_heading_lines(name) for name in stages.names),
        tuple(step_box(step) for step in process.steps),
        tuple(edge_label(edge, quiet) for edge in process.edges),
    )


def flowchart(
    process: Process, quiet: Quiet, options: Options, pool: Pool | None = None
) -> tuple[Picture, bool]:
    """The flow chart of a process, and whether it had to be simplified.

    Raises DrawingError when it cannot be drawn within the limits.
    """
    chart = measure(process, quiet)
    arranged = arrange(chart.plan(options), pool)
    body = tuple(_groups(chart, arranged, colors(options.theme)))
    description = describe("Flow chart", process, quiet, arranged.simplified)
    size = (arranged.width, arranged.height)
    shown = None
    if options.legend:
        shown = legend(process, quiet, options, max(arranged.width, LEAST_WIDTH))
    picture = page(process, options, size, body, description, shown)
    return picture, arranged.simplified


def _groups(chart: FlowChart, arranged: Arrangement, look: Colors) -> Iterator[Group]:
    frames = [frame for frame in arranged.groups if frame]
    yield from (_panel(frame, look) for frame in frames)
    routes = list(zip(chart.process.edges, arranged.links, chart.labels, strict=True))
    names = {step.id: step.name for step in chart.process.steps}
    for edge, route, _ in routes:
        title = say_edge(names, edge, chart.quiet)
        yield edge_line(route, chart.quiet.level(edge.pair), title, look)
    # After the lines, so that none runs through a heading.
    labels = [label_frame(route, label) for _, route, label in routes]
    for lines, heading_frame in zip(chart.headings, arranged.groups, strict=True):
        if heading_frame:
            yield _heading(lines, _heading_frame(lines, heading_frame, arranged, labels), look)
    for box, frame in zip(chart.boxes, arranged.boxes, strict=True):
        yield box.group(frame.x, frame.y, look)
    for edge, route, label in routes:
        yield edge_words(route, label, chart.quiet.level(edge.pair), look)


def _panel(frame: Frame, look: Colors) -> Group:
    fill, stroke = look.surface["stageFill"], look.surface["stageStroke"]
    panel = rectangle(frame.width, frame.height, _STAGE_CORNER, fill, stroke, 1)
    return Group("panel", (panel,), at=Point(frame.x, frame.y))


def _heading(lines: tuple[str, ...], frame: Frame, look: Colors) -> Group:
    plate = rectangle(frame.width, frame.height, 6, look.surface["stageFill"], None, 0)
    words = (
        Words(
            Point(8, 3 + _STAGE_LINE * (number + 0.74)),
            line,
            _STAGE_SIZE,
            look.surface["textSoft"],
            bold=True,
        )
        for number, line in enumerate(lines)
    )
    return Group("stage", (plate, *words), " ".join(lines), at=Point(frame.x, frame.y))


def _heading_frame(
    lines: tuple[str, ...], stage: Frame, arranged: Arrangement, labels: Sequence[Frame]
) -> Frame:
    """Where a stage's heading stands: at its left, or further right where that is free."""
    width, height = _heading_size(lines)
    most = max(0.0, stage.width - width - 2 * _HEADING_INSET)
    places = [
        Frame(stage.x + _HEADING_INSET + most * share, stage.y + _HEADING_INSET, width, height)
        for share in (0.0, 1.0, 0.5)
    ]
    free = (
        place
        for place in places
        if not any(label.meets(place) for label in labels)
        and not any(route.crosses(place) for route in arranged.links)
    )
    return next(free, places[0])


def _heading_size(lines: tuple[str, ...]) -> tuple[float, float]:
    return widest(list(lines), _STAGE_SIZE, bold=True) + 16, len(lines) * _STAGE_LINE + 6


def _heading_lines(name: str) -> tuple[str, ...]:
    width = comfortable_width(name, _STAGE_WIDTH, _STAGE_SIZE, bold=True)
    return tuple(wrap(name, width, _STAGE_SIZE, bold=True))
