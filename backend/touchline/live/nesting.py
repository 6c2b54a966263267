"""Refuses updates whose content is nested so deeply that taking them in would exhaust the stack.

The library that holds the documents reads values and writes maps out recursively; a message made
for the purpose would end the server. This walks an update's structure (lib0 encoding, version 1)
without recursion and without building anything.
"""

from __future__ import annotations

from touchline.limits import MAX_NESTING
from touchline.live.messages import MalformedMessage, read_number

CERTAINLY_SHALLOW_BYTES = 4096
"""An update of this size cannot hold enough levels to do harm: each takes two bytes or more."""

_GC, _DELETED, _JSON, _BINARY, _STRING, _EMBED, _FORMAT, _TYPE, _ANY, _SKIP = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    10,
)
_HAS_LEFT, _HAS_RIGHT, _HAS_KEY, _REF = 0x80, 0x40, 0x20, 0x1F
_NAMED_TYPES = (3, 5)
_OBJECT, _ARRAY = 118, 117
_SIZES = {127: 0, 126: 0, 124: 4, 123: 8, 122: 8, 121: 0, 120: 0}
"""Bytes after the tag of values of a fixed size: undefined, null, floats, big integer, booleans."""
_INTEGER, _TEXT, _BYTES = 125, 119, 116

Id = tuple[int, int]


def expect_shallow(update: bytes) -> None:
    """Raises MalformedMessage for an update with more than MAX_NESTING levels, or of content that
    no editor sends. Linear in its size."""
    if len(update) > CERTAINLY_SHALLOW_BYTES:
        _Walk(update).structs()


class _Walk:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.depths: dict[Id, int] = {}
        """How deep the types of this update are, and what else may be a neighbour of one."""

    def structs(self) -> None:
        for _ in range(self._number()):
            count, client, clock = self._number(), self._number(), self._number()
            for _ in range(count):
                clock += self._struct(client, clock)

    def _struct(self, client: int, clock: int) -> int:
        """Passes over one struct; returns how many clocks it takes."""
        info = self._byte()
        kind = info & _REF
        if kind in (_GC, _SKIP):
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
        return self._number(), self._number()

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
