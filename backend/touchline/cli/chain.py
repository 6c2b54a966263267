"""A small process in a few lines of text, as one would write it on a napkin."""

from __future__ import annotations

from collections.abc import Iterator

from touchline.model.process import Edge, Kind, Process, Step


def chains(process: Process) -> Iterator[str]:
    """The process as lines “Call ─ 1 day → [Pricing 2 days] ─ 1 day → Proposal”.

    Together they have every edge once and every step at least once. Tasks stand in square brackets,
    decisions in angle ones, starts and ends in round ones.
    """
    steps = {step.id: step for step in process.steps}
    ahead: dict[str, list[Edge]] = {step.id: [] for step in process.steps}
    for edge in process.edges:
        ahead[edge.source].append(edge)
    told: set[str] = set()
    for step in process.steps:
        while ahead[step.id] or step.id not in told:
            line, here = _step(step), step.id
            told.add(here)
            while ahead[here]:
                edge = ahead[here].pop(0)
                line += f" {_edge(edge)} {_step(steps[edge.target])}"
                # A step that has been told already has its own line.
                here = edge.target if edge.target not in told else ""
                told.add(edge.target)
                if not here:
                    break
            yield line


def _step(step: Step) -> str:
    duration = f" {step.duration}" if step.duration else ""
    match step.kind:
        case Kind.TASK:
            return f"[{step.name}{duration}]"
        case Kind.DECISION:
            return f"‹{step.name}{duration}›"
        case Kind.START | Kind.END:
            return f"({step.name})"
        case Kind.CONTACT:
            return f"{step.name}{duration}"


def _edge(edge: Edge) -> str:
    condition = f" {edge.when}," if edge.when else ""
    return f"─{condition} {edge.max_wait if edge.max_wait is not None else 'undecided'} →"
