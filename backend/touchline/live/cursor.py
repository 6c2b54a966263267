"""Reads lib0's encoding: what Yjs's updates are written in."""

from __future__ import annotations

from touchline.live.messages import MalformedMessage, read_number
from touchline.model.limits import MAX_NESTING

_TEXT, _BYTES, _OBJECT, _ARRAY, _INTEGER = 119, 116, 118, 117, 125
_SIZES = {127: 0, 126: 0, 124: 4, 123: 8, 122: 8, 121: 0, 120: 0}
"""Bytes after the tag of values of a fixed size: undefined, null, floats, big integer, booleans."""


class Cursor:
    """A place in some bytes. Reading past the end raises IndexError, then or with the next read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def number(self) -> int:
        """A variable-length integer."""
        byte = self.data[self.at]
        if byte < 0x80:
            self.at += 1
            return byte
        number, self.at = read_number(self.data, self.at)
        return number

    def skip(self) -> None:
        """Pass over a block."""
        size = self.number()
        self.at += size

    def block(self) -> bytes:
        """Bytes with their length before them."""
        size = self.number()
        begin = self.at
        self.at += size
        return self.data[begin : self.at]

    def values(self, count: int) -> None:
        """Pass over values; groups inside them are kept on a list, not on the stack."""
        if count == 1 and self.data[self.at] == _TEXT:
            # What nearly all are.
            self.at += 1
            self.skip()
            return
        open_groups = [(count, False)]
        while open_groups:
            left, keyed = open_groups.pop()
            if not left:
                continue
            open_groups.append((left - 1, keyed))
            if keyed:
                self.skip()
            tag = self.data[self.at]
            self.at += 1
            if tag in (_TEXT, _BYTES):
                self.skip()
            elif tag in (_OBJECT, _ARRAY):
                open_groups.append((self.number(), tag == _OBJECT))
                if len(open_groups) > MAX_NESTING:
                    raise MalformedMessage(f"found more than {MAX_NESTING} levels of nesting")
            elif tag == _INTEGER:
                # Its first byte has a sign and one bit less; where it ends is the same.
                self.number()
            elif tag in _SIZES:
                self.at += _SIZES[tag]
            else:
                raise MalformedMessage(f"found a value of the kind {tag}, which no editor sends")

    def text_length(self) -> int:
        """Pass over a text; returns how many UTF-16 units it has, which are its clocks."""
        block = self.block()
        try:
            text = block.decode()
        except UnicodeDecodeError as error:
            raise MalformedMessage("found text that is not UTF-8") from error
        return len(text) + sum(character > "\uffff" for character in text)
