"""YAML text as nodes that know where they stand, an alias being a node of its own: what edits are
put into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml._yaml import CParser

from touchline.formats.yaml.tree import MERGE_KEY

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*")


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value from `start` to `end`; an anchor before it is not part of it."""

    start: int
    end: int
    value: str
    style: str | None
    """None for plain text, else the sign that it begins with."""
    anchored: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it stands below a `|` or `>`."""
        return self.style in ("|", ">")


@dataclass(slots=True, eq=False)
class Alias:
    """`*name`, and what it stands for."""

    start: int
    end: int
    target: Node


@dataclass(slots=True, eq=False)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node

    @property
    def merges(self) -> bool:
        """Whether it brings the keys of other groups along."""
        return self.key.value == MERGE_KEY and self.key.style is None


@dataclass(slots=True, eq=False)
class Group:
    """A group of keys, in braces (`flow`) or one below the other."""

    start: int
    end: int
    flow: bool
    entries: list[Entry] = field(default_factory=list)
    anchored: bool = False

    def merged(self) -> Iterator[Group]:
        """The groups whose keys it brings along, those first that come first."""
        for entry in self.entries:
            if entry.merges:
                value = target_of(entry.value)
                parts = value.items if isinstance(value, List) else [value]
                yield from (g for g in map(target_of, parts) if isinstance(g, Group))


@dataclass(slots=True, eq=False)
class List:
    """A list, in brackets (`flow`) or one entry below the other."""

    start: int
    end: int
    flow: bool
    items: list[Node] = field(default_factory=list)
    anchored: bool = False


Node: TypeAlias = "Scalar | Alias | Group | List"


def target_of(node: Node) -> Node:
    """The node itself, or what an alias stands for."""
    while isinstance(node, Alias):
        node = node.target
    return node


def nodes_of(text: str) -> Node | None:
    """The nodes of a well-formed YAML text that is within the limits; None when it is empty."""
    parser = CParser(text)
    anchors: dict[str, Node] = {}
    open_nodes: list[Group | List] = []
    keys: list[Scalar | None] = []
    root: Node | None = None
    try:
        while True:
            event: Any = parser.get_event()
            node: Node
            kind = type(event)
            if kind is StreamEndEvent:
                return root
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                open_nodes.pop().end = event.end_mark.index
                keys.pop()
                continue
            if kind is AliasEvent:
                start, end = event.start_mark.index, event.end_mark.index
                node = Alias(start, end, anchors[event.anchor])
            elif kind in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
                node = _node(text, event)
                if event.anchor is not None:
                    anchors[event.anchor] = node
            else:
                continue
            if not open_nodes:
                root = node
            else:
                _put(open_nodes[-1], keys, node)
            if isinstance(node, Group | List):
                open_nodes.append(node)
                keys.append(None)
    finally:
        parser.dispose()


def _put(parent: Group | List, keys: list[Scalar | None], node: Node) -> None:
    if isinstance(parent, List):
        parent.items.append(node)
    elif (key := keys[-1]) is None:
        # The reader refuses every other key.
        assert isinstance(node, Scalar)
        keys[-1] = node
    else:
        parent.entries.append(Entry(key, node))
        keys[-1] = None


def _node(text: str, event: Any) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    anchored = event.anchor is not None
    if anchored and (match := _ANCHOR.match(text, start)):
        start = match.end()
    match event:
        case ScalarEvent():
            style = None if event.style in ("", None) else event.style
            return Scalar(min(start, end), end, event.value, style, anchored)
        case MappingStartEvent():
            return Group(start, end, bool(event.flow_style), anchored=anchored)
        case _:
            return List(start, end, bool(event.flow_style), anchored=anchored)
