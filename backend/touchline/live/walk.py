"""Walks an update's structure (lib0 encoding, version 1) without recursion and without building
anything."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from touchline.live.contents import Contents, UpdateTooLarge
from touchline.live.cursor import Cursor
from touchline.live.document import ROOTS
from touchline.live.levels import UNSETTLED, Levels, Runs
from touchline.live.messages import MalformedMessage
from touchline.model.limits import (
    MAX_NESTING,
    MAX_UPDATE_RANGES,
    MAX_UPDATE_RIVALS,
    MAX_UPDATE_STRUCTS,
)

Id: TypeAlias = tuple[int, int]
"""A piece of content: its client and its clock."""
Tie: TypeAlias = tuple[int, int, int]
"""What an item hangs on, client and clock, and how much deeper it is than that."""
Ties: TypeAlias = tuple[Tie, ...]

_GC, _DELETED, _JSON, _BINARY, _STRING, _EMBED, _FORMAT, _TYPE, _ANY = 0, 1, 2, 3, 4, 5, 6, 7, 8
_SKIP = 10
_HAS_LEFT, _HAS_RIGHT, _HAS_KEY, _REF = 0x80, 0x40, 0x20, 0x1F
_MAP = 1
_NAMED_TYPES = (3, 5)
_LAST_TYPE = 6
_ROOTS = frozenset(root.encode() for root in ROOTS)
_MAX_CLIENT, _MAX_CLOCK = 2**53, 2**32
"""Beyond, one number here would be another in the library."""


def contents_of(update: bytes, levels: Levels | None = None) -> Contents:
    """What an editor's update holds, for a document as deep as `levels` says.

    Raises MalformedMessage for what is no update, for more than MAX_NESTING levels and for whatever
    no editor sends, and UpdateTooLarge. Linear in the update's size.
    """
    return _walked(update, levels, foreign=True)


def stored_contents_of(update: bytes, levels: Levels) -> Contents:
    """What a stored update holds: of any shape that older versions let in, and of any size.

    Raises MalformedMessage for what is no update and for more than MAX_NESTING levels.
    """
    return _walked(update, levels, foreign=False)


def _walked(update: bytes, levels: Levels | None, *, foreign: bool) -> Contents:
    walk = _Walk(update, Levels() if levels is None else levels, foreign=foreign)
    try:
        walk.structs()
        walk.settle()
        walk.deletions()
    except IndexError as error:
        raise MalformedMessage("found an update that ends too early") from error
    return walk.found


class _Walk(Cursor):
    def __init__(self, data: bytes, known: Levels, *, foreign: bool) -> None:
        super().__init__(data)
        self.found = Contents()
        self.known = known
        self.foreign = foreign
        self.unsettled: dict[Id, Ties] = {}
        """By where they begin, the items that hang on content that comes later, and on which."""
        self.settled: dict[Ties, int] = {}
        """How deep what hangs on these is."""
        self.places: set[object] = set()
        """What has been written to: a key of a map, after a value that was there or after none."""
        self.rivals: Counter[object] = Counter()
        """How often it was written to again."""

    def structs(self) -> None:
        total = 0
        for _ in range(self.number()):
            count, client, clock = self.number(), self.number(), self.number()
            total += count
            if self.foreign and total > MAX_UPDATE_STRUCTS:
                raise UpdateTooLarge(
                    f"found {total:,} changes in one edit, expected at most {MAX_UPDATE_STRUCTS:,}"
                )
            if client in self.found.begins:
                raise MalformedMessage("found the content of one editor in two places")
            self.found.begins[client] = clock
            runs = self.found.levels.of_client(client)
            for _ in range(count):
                clock = self._struct(client, clock, runs)
            self.found.ends[client] = clock
            if client > _MAX_CLIENT or clock > _MAX_CLOCK:
                raise MalformedMessage("found a number that no editor has")

    def deletions(self) -> None:
        total = 0
        for _ in range(self.number()):
            client, count = self.number(), self.number()
            total += count
            if self.foreign and total > MAX_UPDATE_RANGES:
                raise UpdateTooLarge(
                    f"found {total:,} deletions in one edit, expected at most {MAX_UPDATE_RANGES:,}"
                )
            self._need(client, max((self._range_end() for _ in range(count)), default=0))
        if self.at != len(self.data):
            raise MalformedMessage("found more after the end of an update")

    def _range_end(self) -> int:
        return self.number() + self.number()

    def settle(self) -> None:
        """Work out how deep those items are that hang on what comes later in the update."""
        under_way: set[Id] = set()
        for first in self.unsettled:
            path = [first]
            while path:
                here = path[-1]
                runs = self.found.levels.runs[here[0]]
                index = runs.find(here[1])
                assert index is not None
                if runs.levels[index] != UNSETTLED:
                    path.pop()
                    continue
                ties = self.unsettled[here]
                open_ones = [item for tie in ties if (item := self._unsettled_item(tie))]
                if not open_ones:
                    runs.levels[index] = self._deepest(ties)
                    continue
                if here in under_way:
                    raise MalformedMessage("found content that hangs on itself")
                under_way.add(here)
                path += open_ones

    def _unsettled_item(self, tie: Tie) -> Id | None:
        """The item that a tie leads to, when it is in this update and not yet settled."""
        client, clock, _ = tie
        if self._level(client, clock) != UNSETTLED:
            return None
        runs = self.found.levels.runs[client]
        index = runs.find(clock)
        assert index is not None
        return client, runs.begins[index]

    def _level(self, client: int, clock: int) -> int | None:
        # What the document has already stays as it is there, whatever the update says of it.
        level = self.known.of(client, clock)
        return self.found.levels.of(client, clock) if level is None else level

    def _deepest(self, ties: Ties) -> int:
        """The level of what hangs on these. What is nowhere counts as a root: it is not let in."""
        level = max(
            ((self._level(client, clock) or 0) + deeper for client, clock, deeper in ties),
            default=0,
        )
        if level > MAX_NESTING:
            raise MalformedMessage(f"found more than {MAX_NESTING} levels of nesting")
        return level

    def _struct(self, client: int, clock: int, runs: Runs) -> int:
        """Passes over one struct; returns where it ends."""
        info = self.data[self.at]
        self.at += 1
        kind = info & _REF
        if kind in (_GC, _SKIP):
            self.found.has_holes = self.found.has_holes or kind == _SKIP
            end = clock + self.number()
            runs.add(clock, end, 0)
            return end
        # What follows another value has its key from there.
        if self.foreign and (info & _HAS_RIGHT or not info & (_HAS_KEY | _HAS_LEFT)):
            raise MalformedMessage("found content that is no entry of a map")
        ties = self._ties(info)
        end = clock + self._content(kind)
        level = self.settled.get(ties)
        if level is None:
            level = self._level_on(ties)
            if level == UNSETTLED:
                self.unsettled[client, clock] = ties
            else:
                self.settled[ties] = level
        runs.add(clock, end, level)
        return end

    def _level_on(self, ties: Ties) -> int:
        """How deep that is which hangs on these; UNSETTLED when one of them is yet to come."""
        for client, clock, _ in ties:
            # Whether it comes at all shows at the end; what hangs on nothing is not let in.
            if self._level(client, clock) in (None, UNSETTLED):
                return UNSETTLED
        return self._deepest(ties)

    def _ties(self, info: int) -> Ties:
        """What an item hangs on: its neighbours, or without any its parent; nothing in a root."""
        if info & (_HAS_LEFT | _HAS_RIGHT):
            client, clock = self._id()
            ties: Ties = ((client, clock, 0),)
            if info & _HAS_LEFT and info & _HAS_RIGHT:
                ties = (*ties, (*self._id(), 0))
            self._count_rival(ties)
            return ties
        if self.number() == 1:
            root = self.block()
            if self.foreign and root not in _ROOTS:
                raise MalformedMessage("found content outside of the process")
            parent: object = root
            ties = ()
        else:
            client, clock = self._id()
            parent = ties = ((client, clock, 1),)
        key = self.block() if info & _HAS_KEY else None
        self._count_rival((parent, key))
        return ties

    def _count_rival(self, place: object) -> None:
        # Among those in one place the library looks through all before it puts another there.
        if not self.foreign:
            return
        if place not in self.places:
            self.places.add(place)
            return
        self.rivals[place] += 1
        if self.rivals[place] >= MAX_UPDATE_RIVALS:
            raise UpdateTooLarge(
                f"found more than {MAX_UPDATE_RIVALS:,} values for one place in one edit"
            )

    def _content(self, kind: int) -> int:
        """Passes over an item's content; returns its length in clocks."""
        if kind == _ANY:
            count = self.number()
            self.values(count)
            return count
        if kind == _DELETED:
            return self.number()
        if kind == _TYPE:
            sort = self.number()
            if sort > _LAST_TYPE or (self.foreign and sort != _MAP):
                raise MalformedMessage(f"found a type {sort}, which no editor sends")
            if sort in _NAMED_TYPES:
                self.skip()
            return 1
        if self.foreign:
            raise MalformedMessage(f"found content of the kind {kind}, which no editor sends")
        return self._content_of_old(kind)

    def _content_of_old(self, kind: int) -> int:
        """What was let in once."""
        if kind in (_BINARY, _EMBED):
            self.skip()
            return 1
        if kind == _FORMAT:
            self.skip()
            self.skip()
            return 1
        if kind == _STRING:
            return self.text_length()
        if kind == _JSON:
            count = self.number()
            for _ in range(count):
                self.skip()
            return count
        raise MalformedMessage(f"found content of the kind {kind}, which no editor sends")

    def _id(self) -> Id:
        client, clock = self.number(), self.number()
        self._need(client, clock + 1)
        return client, clock

    def _need(self, client: int, end: int) -> None:
        if end > self.found.needs.get(client, 0):
            self.found.needs[client] = end
