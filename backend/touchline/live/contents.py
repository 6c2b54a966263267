"""What a Yjs update holds, looked at before it is let into a document.

The library that holds the documents reads values and writes maps out recursively, so updates made
for the purpose could exhaust the stack and end the server. Some content costs it time that grows
with the square of its size. And it sets aside what builds on content that it lacks, where one that
cannot be taken in later would stand in the way of all others. None of this comes from an editor
that speaks the protocol; `docs/decisions/016-what-may-be-inside-what.md` has the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from touchline.live.levels import Levels
from touchline.live.messages import MalformedMessage, read_number

Clocks: TypeAlias = Mapping[int, int]
"""For each client how far its content goes: a state vector."""


class UpdateTooLarge(MalformedMessage):
    """An update with more parts than are taken in at once."""


@dataclass
class Contents:
    """Whose content an update has, and what it builds on."""

    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    needs: dict[int, int] = field(default_factory=dict)
    """For each client the end of the content that is referred to or deleted."""
    has_holes: bool = False
    levels: Levels = field(default_factory=Levels)
    """How deep its content is in the document that it was looked at for."""

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


def clocks_of(state: bytes) -> dict[int, int]:
    """A state vector. Raises MalformedMessage."""
    clocks = {}
    count, at = read_number(state, 0)
    for _ in range(count):
        client, at = read_number(state, at)
        clocks[client], at = read_number(state, at)
    return clocks
