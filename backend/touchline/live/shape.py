"""Which fields of the model the shared document holds as plain values, and which as lists.

A list is a map from id to map, each entry with its `order`; an entry that is no group of fields
stands there as its `text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

from touchline.live import values
from touchline.live.document import Entries, in_order
from touchline.model.about import Field, Form, fields_of
from touchline.model.fields import FIELDS, GROUPS
from touchline.model.limits import MAX_LIST_ITEMS
from touchline.model.process import Waiver
from touchline.model.words import MEASURED_RULES

Readers: TypeAlias = Mapping[str, values.Reader]
"""What reads the value under each key of a group."""

_ELSEWHERE = (Form.VERSION, Form.ID, Form.STAGE)
"""What is a key of a map, or an id of another, rather than a plain value."""


def plain_fields(group: str) -> Readers:
    """The fields of a group that are one plain value; where a group has `position`, its axes."""
    return dict(_plain(FIELDS[group]))


def lists_of(group: str) -> Mapping[str, Field]:
    """The fields of a step or an edge that are lists, by their key."""
    return {field.key: field for field in FIELDS[group] if field.is_list}


def read_list(field: Field, found: object) -> list[tuple[str, Any]]:
    """The entries of a list, with their ids; those that lack what they need are left out."""
    entries = ((item, _entry(field, group)) for item, group in in_order(found))
    return [(item, entry) for item, entry in entries if entry is not None][:MAX_LIST_ITEMS]


def entry_fields(field: Field, entry: Any) -> dict[str, Any]:
    """What an entry of a list holds, besides its order."""
    if field.group is None:
        return {_TEXT: entry}
    return {key: getattr(entry, key) for key in _READERS_OF[field.group]}


_TEXT = "text"


def _plain(fields: tuple[Field, ...]) -> Iterator[tuple[str, values.Reader]]:
    for field in fields:
        if field.is_list or field.form in _ELSEWHERE:
            continue
        if field.group is not None:
            yield from _plain(fields_of(field.group))
        else:
            yield field.key, values.of_field(field)


_READERS_OF: Mapping[type[BaseModel], Readers] = {
    group: plain_fields(name) for name, group in GROUPS.items()
}
_REQUIRED: Mapping[type[BaseModel], tuple[str, ...]] = {
    GROUPS[name]: tuple(field.key for field in fields if field.required)
    for name, fields in FIELDS.items()
}


def _entry(field: Field, found: Entries) -> Any:
    """One entry of a list, or None."""
    if field.group is None:
        return values.of_field(field)(found.get(_TEXT))
    read = {key: reader(found.get(key)) for key, reader in _READERS_OF[field.group].items()}
    if any(read[key] is None for key in _REQUIRED[field.group]):
        return None
    if field.group is Waiver and read["rule"] not in MEASURED_RULES:
        # The end of a waiver for a rule whose findings have no length is none.
        read["up_to"] = None
    return field.group(**read)
