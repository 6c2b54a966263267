"""Reads a well-formed process out of a shared document, whatever state merging has left it in.

Merging the edits of several people can leave an edge to a step that another has deleted, two edges
for one pair of steps, a word that is no channel. Dangling edges are dropped, of twins the first by
order and id is kept, and what does not parse counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from touchline.live import values
from touchline.live.document import ARRANGED, ORIGIN, Entries, SharedDoc, in_order, plain
from touchline.live.shape import lists_of, plain_fields, read_list
from touchline.model.about import Field
from touchline.model.limits import MAX_EDGES, MAX_STAGES, MAX_STEPS
from touchline.model.process import DayCount, Edge, Kind, Position, Process, Step

_LONGEST_PLACE = 50
UNNAMED_PROCESS = "Untitled process"


@dataclass(frozen=True, slots=True)
class Reading:
    """A process as a document holds it, and how many steps and edges beyond the limits it lacks."""

    process: Process
    steps_left_out: int = 0
    edges_left_out: int = 0
    origin: str | None = None
    """The text of the file that it was imported from."""
    arranged: frozenset[str] = frozenset()
    """The steps that stand where an editor put them by itself."""

    @property
    def complete(self) -> bool:
        """Whether the process is all that the document holds."""
        return not (self.steps_left_out or self.edges_left_out)


def read_document(doc: SharedDoc) -> Reading:
    """The process in a document: always well-formed. Linear in the size of the document."""
    stages = dict(stage_names(plain(doc, "stages")))
    found = plain(doc, "steps")
    steps = list(_steps(found, stages))
    kept = steps[:MAX_STEPS]
    edges = [edge for _, edge in read_edges(plain(doc, "edges"), {step.id for step in kept})]
    whole = plain(doc, "process")
    origin = whole.get(ORIGIN)
    process = Process(
        **settings(whole),
        stages=tuple(dict.fromkeys(stages.values())),
        steps=tuple(kept),
        edges=tuple(edges[:MAX_EDGES]),
    )
    return Reading(
        process,
        len(steps) - len(kept),
        max(0, len(edges) - MAX_EDGES),
        origin if isinstance(origin, str) else None,
        frozenset(key for key, step in in_order(found) if _is_arranged(step)),
    )


def _is_arranged(step: Entries) -> bool:
    """Whether a step stands where an editor put it: moved by anybody since, it does not."""
    place = step.get(ARRANGED)
    if not isinstance(place, str) or len(place) > _LONGEST_PLACE:
        return False
    try:
        return [float(part) for part in place.split(",")] == [step.get("x"), step.get("y")]
    except ValueError:
        return False


def settings(found: Entries) -> dict[str, Any]:
    """The plain fields of a process, those that are missing or wrong at their defaults."""
    fields = Process.model_fields
    read = {key: value(found.get(key)) for key, value in _SETTINGS.items()}
    settings = {
        key: fields[key].default if value is None and not fields[key].is_required() else value
        for key, value in read.items()
    }
    if settings["max_gap"].minutes(5 if settings["days"] is DayCount.BUSINESS else 7) == 0:
        settings["max_gap"] = fields["max_gap"].default
    settings["name"] = settings["name"] or UNNAMED_PROCESS
    return settings


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
    fields = {key: value(found.get(key)) for key, value in _STEP.items()}
    x, y = fields.pop("x"), fields.pop("y")
    stage = found.get("stage")
    fields["name"] = fields["name"] or step_id
    fields["kind"] = fields["kind"] or Kind.TASK
    if fields["kind"] is not Kind.END:
        fields["outcome"] = None
    return Step(
        id=step_id,
        stage=stages.get(stage) if isinstance(stage, str) else None,
        position=None if x is None or y is None else Position(x=x, y=y),
        **fields,
        **_lists(_STEP_LISTS, found),
    )


def read_edge(found: Entries) -> Edge:
    """One edge whose ends are known to be steps."""
    fields = {key: value(found.get(key)) for key, value in _EDGE.items()}
    ends = {"from": found["from"], "to": found["to"]}
    return Edge(**ends, **fields, **_lists(_EDGE_LISTS, found))


_SETTINGS, _STEP, _EDGE = plain_fields("process"), plain_fields("step"), plain_fields("edge")
_STEP_LISTS, _EDGE_LISTS = lists_of("step"), lists_of("edge")


def _lists(lists: Mapping[str, Field], found: Entries) -> dict[str, Any]:
    return {
        key: tuple(entry for _, entry in read_list(field, found.get(key)))
        for key, field in lists.items()
    }


def _steps(found: Entries, stages: Entries) -> Iterator[Step]:
    for key, step in in_order(found):
        step_id = values.step_id(key)
        if step_id is not None:
            yield read_step(step_id, step, stages)
