"""The shape of the shared document, which the browser's editor knows as well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from pycrdt import Doc, Map

from touchline.model.fields import FIELDS

SharedDoc: TypeAlias = Doc[Map[Any]]

ROOTS = ("process", "stages", "steps", "edges")
STEP_LISTS = tuple(field.key for field in FIELDS["step"] if field.is_list)
"""The maps inside a step that both sides make together with the step, so that no two windows ever
make the same one twice, of which Yjs would keep only one."""
EDGE_LISTS = tuple(field.key for field in FIELDS["edge"] if field.is_list)
ORIGIN = "origin"
"""The key in `process` that holds the text of the file that it was imported from, as it was: what
an export puts the changes into, so that comments and style come out again. Editors leave it be."""
ARRANGED = "arranged"
"""The key in a step that holds the place, as `x,y`, where an editor put it by itself: while it
stands there, nobody has said where it is to stand."""
_LEVELS = 3
"""A step, a list in it, an item of the list."""

Entries: TypeAlias = Mapping[str, Any]
"""A map of the document as plain data: ids to whatever stands there."""


def new_document() -> SharedDoc:
    """A document with its four maps, all empty."""
    doc: SharedDoc = Doc()
    for root in ROOTS:
        doc.get(root, type=Map)
    return doc


def document_of_updates(updates: Iterable[bytes]) -> SharedDoc:
    """The document that stored updates add up to, taken in one by one in the order in which the
    document they come from took them in. Raises ValueError when one is malformed."""
    doc = new_document()
    for update in updates:
        doc.apply_update(update)
    return doc


def plain(doc: SharedDoc, root: str) -> Entries:
    """One of the four maps as plain data; whatever JSON cannot say comes out as null."""
    shared = doc.get(root, type=Map)
    # One call into the library for the whole map: an order of magnitude faster than walking it.
    try:
        value: Entries = json.loads(str(shared))
    except RecursionError:
        return {key: _top_levels(entry, _LEVELS) for key, entry in shared.items()}
    return value


def _top_levels(value: Any, levels: int) -> Any:
    """A value without what is nested deeper than anything of Touchline's."""
    if isinstance(value, Map) and levels:
        return {key: _top_levels(entry, levels - 1) for key, entry in value.items()}
    return value if isinstance(value, str | int | float) else None


def in_order(entries: object) -> list[tuple[str, Entries]]:
    """The groups of an ordered map: by `order`, ties broken by id; what is no group left out."""
    if not isinstance(entries, Mapping):
        return []
    groups = [(key, group) for key, group in entries.items() if isinstance(group, Mapping)]
    return sorted(groups, key=lambda entry: (order_of(entry[1]), entry[0]))


def order_of(group: Entries) -> str:
    """The fractional index of a group; one that is missing comes first."""
    order = group.get("order")
    return order if isinstance(order, str) else ""
