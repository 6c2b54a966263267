"""Edits put into a text whose lines may end in several ways, each line keeping its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

_BREAK = re.compile("\r\n|[\r\n\x85]")


class Edit(NamedTuple):
    """What comes in the place of a part of a text; its lines end in a line feed."""

    start: int
    end: int
    text: str


class Overlap(Exception):
    """Two edits of the same place."""


class Lines:
    """A text with its line ends: `plain` is the same text with a line feed at the end of each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.plain = _BREAK.sub("\n", text)
        breaks = [(match.start(), match[0]) for match in _BREAK.finditer(text)]
        self._ends = [end for _, end in breaks]
        self._places: list[int] = []
        shift = 0
        for start, end in breaks:
            self._places.append(start - shift)
            shift += len(end) - 1
        self._double = [place for place, (_, end) in zip(self._places, breaks, strict=True)
                        if len(end) == 2]  # fmt: skip

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text with edits made at places of `plain`. Raises Overlap."""
        parts, position = [], 0
        for edit in sorted(edits, key=lambda one: (one.start, one.end)):
            if edit.start < position:
                raise Overlap
            parts.append(self._text[self._original(position) : self._original(edit.start)])
            parts.append(edit.text.replace("\n", self._end_near(edit.start)))
            position = edit.end
        return "".join([*parts, self._text[self._original(position) :]])

    def dressed(self, text: str) -> str:
        """Another text, its lines ending as most of these do."""
        most = max(set(self._ends), key=self._ends.count, default="\n")
        return text.replace("\n", most)

    def _original(self, place: int) -> int:
        """The place in the text itself of a place in `plain`."""
        return place + bisect_left(self._double, place)

    def _end_near(self, place: int) -> str:
        """How the line ends in which a place is, or the last line that has an end."""
        if not self._ends:
            return "\n"
        return self._ends[min(bisect_left(self._places, place), len(self._ends) - 1)]
