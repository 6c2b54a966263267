"""A process as the chapters of its playbook: every stage, every step, and the ways between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from touchline.checking.analysis.run_order import run_order
from touchline.drawing.quiet import Quiet
from touchline.drawing.shapes.details import Detail, details_of
from touchline.drawing.shapes.edge_label import say_share, say_wait
from touchline.drawing.shapes.step_box import say_kind
from touchline.drawing.stages import stages_of
from touchline.drawing.theme.colours import look_of
from touchline.model.process import Edge, Process, Step


@dataclass(frozen=True)
class EdgeInWords:
    """An edge to or from a step, in words; `number`, `name` and `anchor` are the other step's."""

    number: str
    name: str
    anchor: str
    wait: str
    when: str | None
    share: str | None
    silence: str | None


@dataclass(frozen=True)
class Entry:
    """One step with its number in the playbook, such as 2.3."""

    number: str
    anchor: str
    step: Step
    kind: str
    look: str
    details: tuple[Detail, ...]
    edges_in: tuple[EdgeInWords, ...]
    edges_on: tuple[EdgeInWords, ...]


@dataclass(frozen=True)
class Chapter:
    """One stage with its steps; `name` is None for the steps in no stage."""

    number: int
    name: str | None
    entries: tuple[Entry, ...]


def chapters_of(process: Process, quiet: Quiet) -> tuple[Chapter, ...]:
    """The chapters, in the order of the stages, their steps as a deal runs through them.

    Steps in no stage come last.
    """
    members = _members(process)
    numbers = {
        step.id: f"{chapter}.{number}"
        for chapter, (_, steps) in enumerate(members, 1)
        for number, step in enumerate(steps, 1)
    }
    names = {step.id: step.name for step in process.steps}
    leaving: dict[str, list[EdgeInWords]] = {}
    entering: dict[str, list[EdgeInWords]] = {}
    for edge in process.edges:
        silence = quiet.badges.get(edge.pair)
        for here, there, entries in (
            (edge.source, edge.target, leaving),
            (edge.target, edge.source, entering),
        ):
            entries.setdefault(here, []).append(_in_words(edge, there, numbers, names, silence))
    return tuple(
        Chapter(
            chapter,
            name,
            tuple(
                Entry(
                    numbers[step.id],
                    _anchor(numbers[step.id]),
                    step,
                    say_kind(step),
                    look_of(step),
                    tuple(details_of(step)),
                    tuple(entering.get(step.id, ())),
                    tuple(leaving.get(step.id, ())),
                )
                for step in steps
            ),
        )
        for chapter, (name, steps) in enumerate(members, 1)
    )


def touches_of(chapters: Sequence[Chapter]) -> tuple[Entry, ...]:
    """The steps that send content, in order."""
    entries = (entry for chapter in chapters for entry in chapter.entries)
    return tuple(entry for entry in entries if entry.step.is_touch)


def _members(process: Process) -> list[tuple[str | None, list[Step]]]:
    stages = stages_of(process)
    steps: list[list[Step]] = [[] for _ in stages.names]
    loose: list[Step] = []
    for step in run_order(process):
        index = stages.index_of(step)
        (loose if index is None else steps[index]).append(step)
    members: list[tuple[str | None, list[Step]]] = list(zip(stages.names, steps, strict=True))
    return [*members, (None, loose)] if loose else members


def _in_words(
    edge: Edge,
    other: str,
    numbers: Mapping[str, str],
    names: Mapping[str, str],
    silence: str | None,
) -> EdgeInWords:
    return EdgeInWords(
        numbers[other],
        names[other],
        _anchor(numbers[other]),
        say_wait(edge),
        edge.when,
        None if edge.share is None else say_share(edge.share),
        silence,
    )


def _anchor(number: str) -> str:
    return f"step-{number.replace('.', '-')}"
