"""Writes a process into a shared document as the few edits that make the difference.

Whoever has the document open sees a `PUT`, a restored version or a fix as edits like a person's:
steps, edges and list items that stay keep their ids, and values that are the same are not touched,
however they are spelled.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from pycrdt import Map

from touchline.live import reader, values
from touchline.live.document import (
    ARRANGED,
    EDGE_LISTS,
    ORIGIN,
    ROOTS,
    STEP_LISTS,
    Entries,
    SharedDoc,
    in_order,
    new_document,
    order_of,
    plain,
)
from touchline.live.order import keys_for
from touchline.live.pairing import pair_up
from touchline.live.shape import entry_fields, lists_of, plain_fields, read_list
from touchline.model.about import Field
from touchline.model.process import Edge, Process, Step

_ID_BYTES = 8


def document_of(
    process: Process, origin: str | None = None, arranged: Collection[str] = ()
) -> SharedDoc:
    """A new document that holds a process, the text of the file that it was imported from, and
    which of its steps an editor has put where they stand."""
    doc = new_document()
    write_document(doc, process)
    if origin is not None:
        doc.get("process", type=Map)[ORIGIN] = origin
    steps = doc.get("steps", type=Map)
    for step in process.steps:
        if step.id in arranged and step.position is not None:
            place = (values.plain_number(step.position.x), values.plain_number(step.position.y))
            steps[step.id][ARRANGED] = f"{place[0]},{place[1]}"
    return doc


def write_document(doc: SharedDoc, target: Process) -> None:
    """Change a document in one transaction so that `read_document` gives `target`."""
    now = {root: plain(doc, root) for root in ROOTS}
    with doc.transaction():
        _write_settings(doc.get("process", type=Map), now["process"], target)
        stage_ids = _write_stages(doc.get("stages", type=Map), now["stages"], target.stages)
        names = dict(reader.stage_names(plain(doc, "stages")))
        _write_steps(doc.get("steps", type=Map), now["steps"], target.steps, stage_ids, names)
        _write_edges(doc.get("edges", type=Map), now["edges"], target)


def _write_settings(shared: Map[Any], now: Entries, target: Process) -> None:
    # What each value says by itself; the reader makes some depend on others.
    present = {key: read(now.get(key)) for key, read in _SETTINGS.items()}
    wanted = {key: getattr(target, key) for key in _SETTINGS}
    _write_fields(shared, now, present, wanted)


def _write_stages(shared: Map[Any], now: Entries, target: Sequence[str]) -> dict[str, str]:
    """Returns the id of each stage by its name."""
    first: dict[str, str] = {}
    for key, name in reader.stage_names(_groups(shared, now)):
        first.setdefault(name, key)
    present = [(key, name) for name, key in first.items()]
    keys = _write_items(shared, now, present, target, lambda name: {"name": name})
    return dict(zip(target, keys, strict=True))


def _write_steps(
    shared: Map[Any],
    now: Entries,
    target: Sequence[Step],
    stage_ids: Mapping[str, str],
    names: Mapping[str, str],
) -> None:
    wanted = {step.id for step in target}
    usable = _groups(shared, now)
    _remove(shared, now, keep=wanted & usable.keys())
    for step in target:
        if step.id not in usable:
            shared[step.id] = Map({name: Map() for name in STEP_LISTS})
        found = usable.get(step.id, {})
        present = _step_fields(reader.read_step(step.id, found, names), stage_ids, found)
        _write_fields(shared[step.id], found, present, _step_fields(step, stage_ids, None))
        for name, field in _STEP_LISTS.items():
            _write_list(shared[step.id], field, found.get(name), getattr(step, name))
    _write_order(shared, usable, [step.id for step in target])


def _step_fields(step: Step, stage_ids: Mapping[str, str], found: Entries | None) -> dict[str, Any]:
    """The plain fields of a step as the document names them; with `found`, only those there."""
    stage = None if step.stage is None else stage_ids.get(step.stage)
    if found is not None and stage is not None:
        # Of two stages with one name a step may point at either; it is the target's that counts.
        stage = found.get("stage")
    place = step.position
    fields = {
        **{key: getattr(step, key) for key in _STEP if key not in ("x", "y")},
        "stage": stage,
        "x": None if place is None else place.x,
        "y": None if place is None else place.y,
    }
    return fields if found is None else {k: v for k, v in fields.items() if k in found}


def _write_edges(shared: Map[Any], now: Entries, target: Process) -> None:
    steps = {step.id for step in target.steps}
    usable = _groups(shared, now)
    present = {edge.pair: (key, edge) for key, edge in reader.read_edges(usable, steps)}
    pairs = [edge.pair for edge in target.edges]
    ids = [present[pair][0] if pair in present else _new_id() for pair in pairs]
    _remove(shared, now, keep=set(ids))
    for key, edge in zip(ids, target.edges, strict=True):
        found = usable.get(key, {})
        if key not in usable:
            lists: dict[str, Any] = {name: Map() for name in EDGE_LISTS}
            shared[key] = Map({"from": edge.source, "to": edge.target, **lists})
        before = _edge_fields(present[edge.pair][1]) if edge.pair in present else {}
        _write_fields(
            shared[key], found, {k: v for k, v in before.items() if k in found}, _edge_fields(edge)
        )
        for name, field in _EDGE_LISTS.items():
            _write_list(shared[key], field, found.get(name), getattr(edge, name))
    _write_order(shared, usable, ids)


def _edge_fields(edge: Edge) -> dict[str, Any]:
    return {key: getattr(edge, key) for key in _EDGE}


def _write_list(shared: Map[Any], field: Field, found: object, target: Sequence[Any]) -> None:
    entries = found if isinstance(found, Mapping) else {}
    present = read_list(field, entries)
    settled = len(present) == len(entries) and [item for _, item in present] == list(target)
    if settled and isinstance(found, Mapping):
        return
    if not (field.key in shared and isinstance(shared[field.key], Map)):
        shared[field.key] = Map()
        entries, present = {}, []
    _write_items(shared[field.key], entries, present, target, partial(entry_fields, field))


def _write_items(
    shared: Map[Any],
    now: Entries,
    present: Sequence[tuple[str, Any]],
    target: Sequence[Any],
    fields: Callable[[Any], dict[str, Any]],
) -> list[str]:
    """Make the items of an ordered map the target's; returns their ids, in order."""
    usable = _groups(shared, now)
    present = [(key, item) for key, item in present if key in usable]
    known = dict(present)
    keys = [
        _new_id() if place is None else present[place][0]
        for place in pair_up([item for _, item in present], target)
    ]
    _remove(shared, now, keep=set(keys))
    for key, item in zip(keys, target, strict=True):
        if key not in known:
            shared[key] = Map()
        before = fields(known[key]) if key in known else {}
        _write_fields(shared[key], usable.get(key, {}), before, fields(item))
    _write_order(shared, usable, keys)
    return keys


def _write_order(shared: Map[Any], now: Entries, keys: Sequence[str]) -> None:
    kept = set(keys)
    before = [key for key, _ in in_order(now) if key in kept]
    if before == list(keys):
        return
    orders = [order_of(now[key]) if key in now else None for key in keys]
    for key, old, new in zip(keys, orders, keys_for(orders), strict=True):
        if old != new:
            shared[key]["order"] = new


def _write_fields(shared: Map[Any], raw: Entries, present: Entries, target: Entries) -> None:
    """Set what differs, delete what the target has not; `present` is what `raw` says, read."""
    for name, value in target.items():
        if value is None:
            if name in raw:
                del shared[name]
        elif present.get(name) != value:
            shared[name] = values.plain_number(value) if isinstance(value, float) else str(value)


def _groups(shared: Map[Any], now: Entries) -> dict[str, Entries]:
    """The entries that are maps of the document; a plain object in one's place cannot be edited."""
    return {
        key: group
        for key, group in now.items()
        if isinstance(group, Mapping) and isinstance(shared[key], Map)
    }


def _remove(shared: Map[Any], now: Entries, keep: set[str]) -> None:
    for key in now:
        if key not in keep and key in shared:
            del shared[key]


_SETTINGS, _STEP, _EDGE = plain_fields("process"), plain_fields("step"), plain_fields("edge")
_STEP_LISTS, _EDGE_LISTS = lists_of("step"), lists_of("edge")


def _new_id() -> str:
    return secrets.token_hex(_ID_BYTES)
