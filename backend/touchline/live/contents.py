"""What a Yjs update holds, looked at before it is let into a document.

The library that holds the documents reads values and writes maps out recursively, so an update made
for the purpose could exhaust the stack and end the server. And it sets aside what builds on content
that it lacks, where one update that cannot be taken in later would stand in the way of all others.
Neither comes from an editor that speaks the protocol. This walks an update's structure (lib0
encoding, version 1) without recursion and without building anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from touchline.live.messages import MalformedMessage, read_number
from touchline.model.limits import MAX_NESTING

Clocks: TypeAlias = Mapping[int, int]
"""For each client how far its content goes: a state vector."""
Id: TypeAlias = tuple[int, int]
"""A piece of content: its client and its clock."""

_GC, _DELETED, _JSON, _BINARY, _STRING, _EMBED, _FORMAT, _TYPE, _ANY = 0, 1, 2, 3, 4, 5, 6, 7, 8
_SKIP = 10
_HAS_LEFT, _HAS_RIGHT, _HAS_KEY, _REF = 0x80, 0x40, 0x20, 0x1F
_NAMED_TYPES = (3, 5)
_TEXT, _BYTES, _OBJECT, _ARRAY, _INTEGER = 119, 116, 118, 117, 125
_SIZES = {127: 0, 126: 0, 124: 4, 123: 8, 122: 8, 121: 0, 120: 0}
"""Bytes after the tag of values of a fixed size: undefined, null, floats, big integer, booleans."""


@dataclass
class Contents:
    """Whose content an update has, and what it builds on."""

    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    needs: dict[int, int] = field(default_factory=dict)
    """For each client the end of the content that is referred to or deleted."""
    has_holes: bool = False

    def fits(self, known: Clocks) -> bool:
        """Whether a document with the state `known` can take all of it in at once."""
        return (
            not self.has_holes
            and all(begin <= known.get(client, 0) for client, begin in self.begins.items())
            and all(
                end <= max(known.get(client, 0), self.ends.get(client, 0))
                for client, end in self.needs.items()
            )
        )

    def is_in(self, known: Clocks) -> bool:
        """Whether a document with the state `known` has taken in all of it."""
        return all(end <= known.get(client, 0) for client, end in self.ends.items())


def contents_of(update: bytes) -> Contents:
    """Raises MalformedMessage for what is no update, for more than MAX_NESTING levels and for
    content that no editor sends. Linear in the update's size."""
    walk = _Walk(update)
    walk.structs()
    walk.deletions()
    return walk.found


def clocks_of(state: bytes) -> dict[int, int]:
    """A state vector. Raises MalformedMessage."""
    clocks = {}
    count, at = read_number(state, 0)
    for _ in range(count):
        client, at = read_number(state, at)
        clocks[client], at = read_number(state, at)
    return clocks


class _Walk:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.found = Contents()
        self.depths: dict[Id, int] = {}
        """How deep the items of this update are, those inside types of this update at least."""

    def structs(self) -> None:
        for _ in range(self._number()):
            count, client, clock = self._number(), self._number(), self._number()
            if client in self.found.begins:
                raise MalformedMessage("found the content of one editor in two places")
            self.found.begins[client] = clock
            for _ in range(count):
                clock += self._struct(client, clock)
            self.found.ends[client] = clock

    def deletions(self) -> None:
        for _ in range(self._number()):
            client = self._number()
            for _ in range(self._number()):
                clock, length = self._number(), self._number()
                self._need(client, clock + length)
        if self.at != len(self.data):
            raise MalformedMessage("found more after the end of an update")

    def _struct(self, client: int, clock: int) -> int:
        """Passes over one struct; returns how many clocks it takes."""
        info = self._byte()
        kind = info & _REF
        if kind in (_GC, _SKIP):
            self.found.has_holes = self.found.has_holes or kind == _SKIP
            return self._number()
        depth = self._depth(info)
        if depth > MAX_NESTING:
            raise MalformedMessage(f"found more than {MAX_NESTING} levels of nesting")
        length = self._content(kind)
        self.depths[client, clock] = self.depths[client, clock + length - 1] = depth
        return length

    def _depth(self, info: int) -> int:
        """How deep an item is, as far as this update says: one below its parent, or beside its
        neighbour."""
        left = self._id() if info & _HAS_LEFT else None
        right = self._id() if info & _HAS_RIGHT else None
        if left is None and right is None:
            parent = None
            if self._number() == 1:
                self._pass(self._number())
            else:
                parent = self._id()
            if info & _HAS_KEY:
                self._pass(self._number())
            return 0 if parent is None else self.depths.get(parent, 0) + 1
        return max(self.depths.get(beside, 0) for beside in (left, right) if beside is not None)

    def _content(self, kind: int) -> int:
        """Passes over an item's content; returns its length in clocks."""
        if kind == _DELETED:
            return self._number()
        if kind in (_BINARY, _EMBED):
            self._pass(self._number())
            return 1
        if kind == _FORMAT:
            self._pass(self._number())
            self._pass(self._number())
            return 1
        if kind == _STRING:
            return self._text_length()
        if kind == _TYPE:
            if self._number() in _NAMED_TYPES:
                self._pass(self._number())
            return 1
        if kind == _JSON:
            count = self._number()
            for _ in range(count):
                self._pass(self._number())
            return count
        if kind == _ANY:
            count = self._number()
            self._values(count)
            return count
        raise MalformedMessage(f"found content of the kind {kind}, which no editor sends")

    def _values(self, count: int) -> None:
        """Passes over values; groups inside them are kept on a list, not on the stack."""
        open_groups = [(count, False)]
        while open_groups:
            left, keyed = open_groups.pop()
            if not left:
                continue
            open_groups.append((left - 1, keyed))
            if keyed:
                self._pass(self._number())
            tag = self._byte()
            if tag in (_OBJECT, _ARRAY):
                open_groups.append((self._number(), tag == _OBJECT))
                if len(open_groups) > MAX_NESTING:
                    raise MalformedMessage(f"found more than {MAX_NESTING} levels of nesting")
            elif tag in (_TEXT, _BYTES):
                self._pass(self._number())
            elif tag == _INTEGER:
                # Its first byte has a sign and one bit less; where it ends is the same.
                self._number()
            elif tag in _SIZES:
                self._pass(_SIZES[tag])
            else:
                raise MalformedMessage(f"found a value of the kind {tag}, which no editor sends")

    def _text_length(self) -> int:
        """The clocks of a text are its UTF-16 units."""
        size = self._number()
        start = self.at
        self._pass(size)
        try:
            text = self.data[start : self.at].decode()
        except UnicodeDecodeError as error:
            raise MalformedMessage("found text that is not UTF-8") from error
        return len(text) + sum(character > "\uffff" for character in text)

    def _id(self) -> Id:
        client, clock = self._number(), self._number()
        self._need(client, clock + 1)
        return client, clock

    def _need(self, client: int, end: int) -> None:
        if end > self.found.needs.get(client, 0):
            self.found.needs[client] = end

    def _number(self) -> int:
        number, self.at = read_number(self.data, self.at)
        return number

    def _byte(self) -> int:
        self._pass(1)
        return self.data[self.at - 1]

    def _pass(self, size: int) -> None:
        self.at += size
        if self.at > len(self.data):
            raise MalformedMessage("found an update that ends too early")
