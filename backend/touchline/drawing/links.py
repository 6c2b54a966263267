"""The edges of a process as links between boxes that stand in the order of its steps."""

from __future__ import annotations

from collections.abc import Sequence

from touchline.drawing.arrange import Link
from touchline.drawing.edge_label import EdgeLabel
from touchline.drawing.stages import Stages
from touchline.model import Process


def links_of(process: Process, stages: Stages, labels: Sequence[EdgeLabel]) -> list[Link]:
    """One link for each edge, with room for its label."""
    index = {step.id: number for number, step in enumerate(process.steps)}
    links = []
    for edge, label in zip(process.edges, labels, strict=True):
        source, target = index[edge.source], index[edge.target]
        steps = process.steps[source], process.steps[target]
        links.append(
            Link(
                source,
                target,
                (label.width, label.height),
                stages.weight(*steps),
                stages.goes_back(*steps),
            )
        )
    return links
