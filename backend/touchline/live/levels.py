"""How deep each piece of a document's content is nested.

An update may continue what others have begun, so its own content alone does not say how deep it
goes. Kept in runs of neighbours that are equally deep: some ten bytes a run.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

UNSETTLED = 255
"""The level of what hangs on content that comes later in the same update."""


@dataclass(slots=True)
class Runs:
    """One editor's content: `levels[i]` holds from `begins[i]` to the next one or to `end`."""

    begins: array[int] = field(default_factory=lambda: array("Q"))
    levels: bytearray = field(default_factory=bytearray)
    end: int = 0

    def add(self, begin: int, end: int, level: int) -> None:
        """Go on with a run; of what is there already the first word counts, as in a document."""
        begin = max(begin, self.end)
        if begin >= end:
            return
        levels = self.levels
        if not levels or levels[-1] != level or level == UNSETTLED:
            self.begins.append(begin)
            levels.append(level)
        self.end = end

    def find(self, clock: int) -> int | None:
        """The index of the run that a clock is in, None outside of all."""
        if clock >= self.end:
            return None
        index = bisect_right(self.begins, clock) - 1
        return index if index >= 0 else None

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Each run: its begin, its end, its level."""
        for index, begin in enumerate(self.begins):
            last = index + 1 == len(self.begins)
            yield begin, self.end if last else self.begins[index + 1], self.levels[index]


@dataclass(slots=True)
class Levels:
    """Each editor's runs, by its number. A root's own entries are at level 0."""

    runs: dict[int, Runs] = field(default_factory=dict)

    def of(self, client: int, clock: int) -> int | None:
        """How deep a piece of content is; None for what is not here."""
        runs = self.runs.get(client)
        index = None if runs is None else runs.find(clock)
        return None if runs is None or index is None else runs.levels[index]

    def of_client(self, client: int) -> Runs:
        """An editor's runs, to be added to."""
        return self.runs.setdefault(client, Runs())

    def ends(self) -> dict[int, int]:
        """How far each editor's content goes: the document's state vector."""
        return {client: runs.end for client, runs in self.runs.items()}

    def take_in(self, others: Levels) -> None:
        """Go on with what a document has taken in."""
        for client, runs in others.runs.items():
            mine = self.of_client(client)
            for begin, end, level in runs:
                mine.add(begin, end, level)
