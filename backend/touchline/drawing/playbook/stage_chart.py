"""The part of a process around one stage, small enough to be read on a printed page."""

from __future__ import annotations

from touchline.model.process import Process


def around_stage(process: Process, stage: str) -> Process:
    """The steps of a stage, the steps that lead to it or follow from it, and the edges between."""
    inside = {step.id for step in process.steps if step.stage == stage}
    edges = [edge for edge in process.edges if edge.source in inside or edge.target in inside]
    shown = inside.union(*(edge.pair for edge in edges))
    return process.model_copy(
        update={
            "name": f"{process.name}: {stage}",
            "steps": tuple(step for step in process.steps if step.id in shown),
            "edges": tuple(edges),
        }
    )
