"""Reads a well-formed process out of a shared document, whatever state merging has left it in.

Merging the edits of several people can leave an edge to a step that another has deleted, two edges
for one pair of steps, a word that is no channel. Dangling edges are dropped, of twins the first by
order and id is kept, and what does not parse counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from touchline.live import values
from touchline.live.document import Entries, SharedDoc, in_order, plain
from touchline.model.duration import Duration
from touchline.model.limits import MAX_EDGES, MAX_LIST_ITEMS, MAX_STAGES, MAX_STEPS
from touchline.model.process import (
    MEASURED_RULES,
    Asset,
    DayCount,
    Edge,
    Kind,
    Position,
    Process,
    Step,
    Waiver,
)

UNNAMED_PROCESS = "Untitled process"


@dataclass(frozen=True, slots=True)
class Reading:
    """A process as a document holds it, and how many steps and edges beyond the limits it lacks."""

    process: Process
    steps_left_out: int = 0
    edges_left_out: int = 0

    @property
    def complete(self) -> bool:
        """Whether the process is all that the document holds."""
        return not (self.steps_left_out or self.edges_left_out)


def read_document(doc: SharedDoc) -> Reading:
    """The process in a document: always well-formed. Linear in the size of the document."""
    stages = dict(stage_names(plain(doc, "stages")))
    steps = list(_steps(plain(doc, "steps"), stages))
    kept = steps[:MAX_STEPS]
    edges = [edge for _, edge in read_edges(plain(doc, "edges"), {step.id for step in kept})]
    process = Process(
        **settings(plain(doc, "process")),
        stages=tuple(dict.fromkeys(stages.values())),
        steps=tuple(kept),
        edges=tuple(edges[:MAX_EDGES]),
    )
    return Reading(process, len(steps) - len(kept), max(0, len(edges) - MAX_EDGES))


def settings(found: Entries) -> dict[str, Any]:
    """The plain fields of a process, those that are missing or wrong at their defaults."""
    days = values.day_count(found.get("days")) or DayCount.CALENDAR
    week = 5 if days is DayCount.BUSINESS else 7
    fields = Process.model_fields
    longest: Duration = values.duration(found.get("max_gap")) or fields["max_gap"].default
    if longest.minutes(week) == 0:
        longest = fields["max_gap"].default
    warning: Duration = values.duration(found.get("warn_gap")) or fields["warn_gap"].default
    return {
        "name": values.line(found.get("name")) or UNNAMED_PROCESS,
        "description": values.text(found.get("description")),
        "days": days,
        "max_gap": longest,
        "warn_gap": warning,
    }


def stage_names(found: Entries) -> Iterator[tuple[str, str]]:
    """The stages in order: id and name. Two may have one name, and are then one stage."""
    names: set[str] = set()
    for stage_id, stage in in_order(found):
        name = values.line(stage.get("name"))
        if name is not None and (name in names or len(names) < MAX_STAGES):
            names.add(name)
            yield stage_id, name


def read_edges(found: Entries, steps: set[str]) -> Iterator[tuple[str, Edge]]:
    """The edges in order, with their ids: those that join steps, the first of each pair."""
    pairs = set()
    for edge_id, edge in in_order(found):
        pair = source, target = edge.get("from"), edge.get("to")
        joins = isinstance(source, str) and isinstance(target, str) and {source, target} <= steps
        if joins and pair not in pairs:
            pairs.add(pair)
            yield edge_id, read_edge(edge)


def read_step(step_id: str, found: Entries, stages: Entries) -> Step:
    """One step; `stages` is what each stage's id stands for."""
    kind = values.kind(found.get("kind")) or Kind.TASK
    x, y = values.coordinate(found.get("x")), values.coordinate(found.get("y"))
    stage = found.get("stage")
    return Step(
        id=step_id,
        name=values.line(found.get("name")) or step_id,
        kind=kind,
        channel=values.channel(found.get("channel")),
        outcome=values.outcome(found.get("outcome")) if kind is Kind.END else None,
        stage=stages.get(stage) if isinstance(stage, str) else None,
        owner=values.line(found.get("owner")),
        purpose=values.text(found.get("purpose")),
        prospect_gain=values.text(found.get("prospect_gain")),
        duration=values.duration(found.get("duration")),
        checklist=tuple(text for _, text in read_lines(found.get("checklist"))),
        exit_criteria=tuple(text for _, text in read_lines(found.get("exit_criteria"))),
        assets=tuple(asset for _, asset in read_assets(found.get("assets"))),
        notes=values.text(found.get("notes")),
        position=None if x is None or y is None else Position(x=x, y=y),
        allow=tuple(waiver for _, waiver in read_waivers(found.get("allow"))),
    )


def read_edge(found: Entries) -> Edge:
    """One edge whose ends are known to be steps."""
    return Edge(
        **{"from": found["from"], "to": found["to"]},
        max_wait=values.duration(found.get("max_wait")),
        when=values.line(found.get("when")),
        share=values.share(found.get("share")),
        allow=tuple(waiver for _, waiver in read_waivers(found.get("allow"))),
    )


def read_lines(found: object) -> list[tuple[str, str]]:
    """The items of a checklist or of exit criteria, with their ids; empty ones left out."""
    lines = [(item, values.line(group.get("text"))) for item, group in in_order(found)]
    return [(item, line) for item, line in lines if line is not None][:MAX_LIST_ITEMS]


def read_assets(found: object) -> list[tuple[str, Asset]]:
    """The assets of a step, with their ids; those without a name left out."""
    return [
        (item, Asset(name=name, url=values.url(group.get("url"))))
        for item, group in in_order(found)
        if (name := values.line(group.get("name"))) is not None
    ][:MAX_LIST_ITEMS]


def read_waivers(found: object) -> list[tuple[str, Waiver]]:
    """The waivers of a step or an edge, with their ids; a waiver without a reason is none."""
    return [
        (item, Waiver(rule=rule, reason=reason, up_to=_ceiling(rule, group)))
        for item, group in in_order(found)
        if (rule := values.line(group.get("rule"))) is not None
        and (reason := values.line(group.get("reason"))) is not None
    ][:MAX_LIST_ITEMS]


def _ceiling(rule: str, found: Entries) -> Duration | None:
    """The end of a waiver; one for a rule whose findings have no length is none."""
    return values.duration(found.get("up_to")) if rule in MEASURED_RULES else None


def _steps(found: Entries, stages: Entries) -> Iterator[Step]:
    for key, step in in_order(found):
        step_id = values.step_id(key)
        if step_id is not None:
            yield read_step(step_id, step, stages)
