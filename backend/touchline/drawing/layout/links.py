"""The edges of a process as links between boxes that stand in the order of its steps."""

from __future__ import annotations

from collections.abc import Sequence

from touchline.drawing.layout.arrange import Link
from touchline.drawing.options import Direction
from touchline.drawing.shapes.edge_label import EdgeLabel
from touchline.drawing.stages import Stages
from touchline.model.process import Process

_CLEARANCE = 12.0
"""Room between a line and the label beside it, on both sides of the label together."""


def links_of(
    process: Process, stages: Stages, labels: Sequence[EdgeLabel], direction: Direction
) -> list[Link]:
    """One link for each edge, with room for its label."""
    wider, higher = (0.0, _CLEARANCE) if direction is Direction.RIGHT else (_CLEARANCE, 0.0)
    index = {step.id: number for number, step in enumerate(process.steps)}
    links = []
    for edge, label in zip(process.edges, labels, strict=True):
        source, target = index[edge.source], index[edge.target]
        steps = process.steps[source], process.steps[target]
        links.append(
            Link(
                source,
                target,
                (label.width + wider, label.height + higher),
                stages.weight(*steps),
                stages.goes_back(*steps),
            )
        )
    return links
