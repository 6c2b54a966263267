"""How hard work will be, guessed from its size and sort before anybody has read it.

A guess that is too low costs half a second: what turns out to be hard goes on as hard work.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from touchline.model.process import Process
from touchline.workers.job import Lane

_EASY_SECONDS = 0.25
"""What is expected to take no longer than this is easy."""
_STORED_BYTES = 150
"""About what a step or an edge takes of a stored document."""
_YAML_BYTES = 40
"""About what a step or an edge takes at least of a YAML file."""


class Sort(float, Enum):
    """Sorts of work, each with the seconds that it usually takes for a step or an edge."""

    TEXT = 60e-6
    CHECK = 40e-6
    FIX = 200e-6
    DRAWING = 1000e-6

    def lane(self, parts: int) -> Lane:
        """The lane for work on so many steps and edges together."""
        return Lane.HARD if parts * self.value > _EASY_SECONDS else Lane.EASY


def parts_in_json(content: bytes) -> int:
    """About how many steps and edges a JSON text has: how often one may begin in it."""
    return content.count(b'"id"') + content.count(b'"from"')


def parts_in_yaml(content: bytes) -> int:
    """About how many steps and edges a YAML text has at most."""
    return len(content) // _YAML_BYTES


def parts_in_stored(blobs: Sequence[bytes]) -> int:
    """About how many steps and edges a document has, from its stored updates."""
    return sum(map(len, blobs)) // _STORED_BYTES


def parts_of(process: Process) -> int:
    """How many steps and edges a process has."""
    return len(process.steps) + len(process.edges)
