"""A process while it is being changed: steps and edges in order, each change at its own cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from touchline.checking.fixes.edit import Taken, edge
from touchline.model.duration import Duration
from touchline.model.errors import FixNotPossible
from touchline.model.limits import MAX_EDGES, MAX_STEPS
from touchline.model.process import Edge, Process, Step

_ROOM = 1 << 64
"""What lies between the keys of two steps at first, so that others can come between them."""


T = TypeVar("T")


@dataclass(slots=True)
class _Place(Generic[T]):
    """Something in its order, and what comes after it."""

    value: T
    after: _Place[T] | None = None
    key: int = 0


class Draft:
    """A process to which steps are added on its edges."""

    def __init__(self, process: Process) -> None:
        self.taken = Taken.of(process)
        self._process = process
        self._steps: dict[str, _Place[Step]] = {}
        self._edges: dict[tuple[str, str], _Place[Edge]] = {}
        self._first_step: _Place[Step] | None = None
        for step in reversed(process.steps):
            self._first_step = self._steps[step.id] = _Place(step, self._first_step)
        self._first_edge: _Place[Edge] | None = None
        for old in reversed(process.edges):
            self._first_edge = self._edges[old.pair] = _Place(old, self._first_edge)
        self._number()

    def _number(self) -> None:
        for number, place in enumerate(_chain(self._first_step)):
            place.key = number * _ROOM

    def key(self, step: str) -> int:
        """What the place of a step in the order of the process can be compared by."""
        return self._steps[step].key

    def step(self, step: str) -> Step:
        """A step by its id."""
        return self._steps[step].value

    def edge(self, pair: tuple[str, str]) -> Edge:
        """An edge by the steps that it joins."""
        return self._edges[pair].value

    @property
    def process(self) -> Process:
        """The process as it is now; the very one that was given where nothing has changed."""
        if len(self._steps) == len(self._process.steps):
            return self._process
        return self._process.model_copy(
            update={
                "steps": tuple(place.value for place in _chain(self._first_step)),
                "edges": tuple(place.value for place in _chain(self._first_edge)),
            }
        )

    def put_on_edges(
        self, insertions: Mapping[tuple[str, str], tuple[Sequence[Step], Sequence[int]]]
    ) -> None:
        """Put steps in the middle of edges.

        For each edge: the steps to put there, in order, and the waits in minutes before, between
        and after them. The first part keeps the condition, the share and the waivers of the edge.
        Of several edges of one step, the steps on the first are put first after it.

        Raises FixNotPossible where that would take the process over a limit; nothing is put then.
        """
        added = sum(len(steps) for steps, _ in insertions.values())
        if len(self._steps) + added > MAX_STEPS or len(self._edges) + added > MAX_EDGES:
            raise FixNotPossible(
                f"{added} more steps would take it over {MAX_STEPS} steps or {MAX_EDGES} edges."
            )
        last: dict[str, _Place[Step]] = {}
        for pair, (steps, waits) in insertions.items():
            self._divide(pair, steps, waits)
            source = pair[0]
            last[source] = self._put_after(last.get(source, self._steps[source]), steps)

    def _divide(self, pair: tuple[str, str], steps: Sequence[Step], waits: Sequence[int]) -> None:
        place = self._edges.pop(pair)
        stops = [*(step.id for step in steps), pair[1]]
        place.value = place.value.model_copy(
            update={"target": stops[0], "max_wait": Duration.of(waits[0])}
        )
        self._edges[place.value.pair] = place
        for number, source in enumerate(stops[:-1], start=1):
            part = edge(source, stops[number], Duration.of(waits[number]))
            place.after = _Place(part, place.after)
            place = self._edges[part.pair] = place.after

    def _put_after(self, place: _Place[Step], steps: Sequence[Step]) -> _Place[Step]:
        for step in steps:
            new = _Place(step, place.after)
            place.after = self._steps[step.id] = new
            if new.after is None:
                new.key = place.key + _ROOM
            else:
                new.key = (place.key + new.after.key) // 2
                if new.key == place.key:
                    self._number()
            place = new
        return place


def _chain(first: _Place[T] | None) -> Iterator[_Place[T]]:
    while first is not None:
        yield first
        first = first.after
