"""Positions for the editor's canvas: every step by its top-left corner, every edge by its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from touchline.drawing.layout.arrange import Box, Plan, arrange
from touchline.drawing.layout.links import links_of
from touchline.drawing.options import Direction
from touchline.drawing.picture import Point
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet
from touchline.drawing.route import Route
from touchline.drawing.shapes.edge_label import edge_label
from touchline.drawing.stages import stages_of
from touchline.drawing.theme.colours import measures
from touchline.model.process import Kind, Process, Step

_HEADING = (160.0, 24.0)
_LARGEST = 10_000.0
"""The largest size of a step that is believed, in pixels."""


@dataclass(frozen=True, slots=True)
class EdgeWay:
    """The way of one edge: cubic Bézier control points (1 + 3n) and the centre of its label."""

    source: str
    target: str
    points: tuple[Point, ...]
    label: Point | None


@dataclass(frozen=True)
class Layout:
    """Where the steps and edges of a process stand, in pixels."""

    positions: Mapping[str, Point]
    edges: tuple[EdgeWay, ...]
    width: float
    height: float
    simplified: bool


def layout(
    process: Process,
    direction: Direction | str = Direction.DOWN,
    sizes: Mapping[str, tuple[float, float]] | None = None,
    pool: Pool | None = None,
) -> Layout:
    """Lay a process out, stage by stage.

    `sizes` are widths and heights in pixels by step id, as the canvas draws them; a step that is
    not among them gets the usual size of its kind. Raises DrawingError past the limits.
    """
    direction = Direction(direction)
    stages = stages_of(process)
    boxes = [
        Box(
            *_size(step, sizes or {}),
            group=stages.index_of(step),
            shape="diamond" if step.kind is Kind.DECISION else "box",
        )
        for step in process.steps
    ]
    # The canvas shows the same labels, so the same room is kept for them, badges left out.
    labels = [edge_label(edge, Quiet()) for edge in process.edges]
    links = links_of(process, stages, labels, direction)
    plan = Plan(boxes, links, [_HEADING] * len(stages.names), direction)
    placed = arrange(plan, pool)
    return Layout(
        positions={
            step.id: Point(frame.x, frame.y)
            for step, frame in zip(process.steps, placed.boxes, strict=True)
        },
        edges=tuple(
            EdgeWay(
                edge.source,
                edge.target,
                _to_the_tip(route),
                route.label,
            )
            for edge, route in zip(process.edges, placed.links, strict=True)
        ),
        width=placed.width,
        height=placed.height,
        simplified=placed.simplified,
    )


def _to_the_tip(route: Route) -> tuple[Point, ...]:
    """The curve with its last two points moved so that it ends where the arrow does."""
    if route.tip is None:
        return route.points
    *curve, turn, end = route.points
    dx, dy = route.tip.x - end.x, route.tip.y - end.y
    return (*curve, Point(turn.x + dx, turn.y + dy), route.tip)


def _size(step: Step, sizes: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    if step.id in sizes:
        width, height = sizes[step.id]
        return (min(max(1.0, width), _LARGEST), min(max(1.0, height), _LARGEST))
    usual = measures()
    if step.kind is Kind.DECISION:
        return (usual.decision_width, usual.decision_min_height)
    return (usual.width, usual.min_height)
