"""The silences of a process while touches are put on its edges, kept up to date where they change.

A touch only ever shortens silences, and divides an edge between two knots: which steps are knots
stays, and so does an order of the knots in which each comes after all that it leads to. What can
change is which of two knots comes first, which matters only where two ways are equally heavy. Knots
of which that is no longer known are noted; where one matters, everything is found out anew.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from touchline.checking.analysis.knots import NOWHERE, OUTSIDE, Exit, OrderLostError
from touchline.checking.analysis.regions import ways
from touchline.checking.analysis.silence import Silence
from touchline.checking.analysis.stretches import Stretch, stretch_along
from touchline.checking.graph import CONTACT_KINDS, ProcessGraph
from touchline.model.limits import MAX_STRETCH_STEPS, MAX_STRETCHES
from touchline.model.process import Process

Pair = tuple[str, str]


class MovingSilence:
    """The stretches over a limit of a process whose edges are being divided."""

    def __init__(self, process: Process, limit: int, order: Callable[[str], int]) -> None:
        graph = ProcessGraph(process)
        silence = Silence(graph)
        self.waits: dict[Pair, int] = dict(graph.waits)
        self.quiet_minutes: Mapping[str, int] = graph.quiet_minutes
        self.closing: set[Pair] = set()
        """The edges with which stretches over the limit end."""
        self.way_to: dict[str, Pair] = {}
        """The one edge to each touch that has been put since."""
        self._limit, self._order = limit, order
        self._knots = silence.knots
        self._to_come = list(silence.minutes_to_come)
        self._contacts: dict[str, list[Exit]] = {
            step.id: [
                Exit(step.id, after, graph.waits[step.id, after], self._knot(after))
                for after in graph.successors[step.id]
            ]
            for step in process.steps
            if step.kind in CONTACT_KINDS
        }
        self._arrival = [
            NOWHERE if so_far == NOWHERE else so_far - own
            for so_far, own in zip(silence.minutes_so_far, self._knots.minutes, strict=True)
        ]
        self._entered_by: list[dict[Pair, str | int]] = [{} for _ in self._to_come]
        self._place: dict[Pair, tuple[str | int, int]] = {}
        for owner, edges in self._all_edges():
            for number, edge in enumerate(edges):
                pair = (edge.step, edge.after)
                self._place[pair] = (owner, number)
                if edge.knot != OUTSIDE:
                    self._entered_by[edge.knot][pair] = owner
                else:
                    self.way_to[edge.after] = pair
                self._note_closing(owner, edge)
        self.long = [contact for contact in self._contacts if self._entries(contact)]
        """The contacts from which some silence is over the limit, in the order of the process."""
        self._mentions = _Mentions(graph)

    def _knot(self, step: str) -> int:
        return self._knots.of.get(step, OUTSIDE)

    def _all_edges(self) -> Iterator[tuple[str | int, Sequence[Exit]]]:
        yield from self._contacts.items()
        for knot in range(len(self._to_come)):
            yield knot, self._knots.exits(knot)

    def _edge(self, pair: Pair) -> Exit:
        owner, number = self._place[pair]
        return self._edges_of(owner)[number]

    def _edges_of(self, owner: str | int) -> list[Exit]:
        return self._contacts[owner] if isinstance(owner, str) else self._knots.exits(owner)

    def _silent_at(self, owner: str | int) -> int:
        """The longest silence on leaving a contact (none) or a knot; NOWHERE where none comes."""
        if isinstance(owner, str):
            return 0
        if self._arrival[owner] == NOWHERE or self._knots.endless[owner]:
            return NOWHERE
        return self._arrival[owner] + self._knots.minutes[owner]

    def _note_closing(self, owner: str | int, edge: Exit) -> None:
        if edge.knot == OUTSIDE:
            before = self._silent_at(owner)
            if before != NOWHERE and before + edge.minutes > self._limit:
                self.closing.add((edge.step, edge.after))
            else:
                self.closing.discard((edge.step, edge.after))

    def _entries(self, contact: str) -> list[Exit]:
        """The edges by which a contact can exceed the limit."""
        to_come, limit = self._to_come, self._limit
        return [
            edge
            for edge in self._contacts[contact]
            if (
                edge.minutes > limit
                if edge.knot == OUTSIDE
                else to_come[edge.knot] != NOWHERE and edge.minutes + to_come[edge.knot] > limit
            )
        ]

    def place(self, pair: Pair) -> int:
        """Where among the edges of its step an edge stands."""
        return self._place[pair][1] if pair in self._place else 0

    def stretches(self, contacts: Iterable[str], claimed: set[Pair]) -> Iterator[Stretch]:
        """Stretches over the limit from some contacts that have no edge among `claimed`.

        The contacts are looked at one by one. Raises OrderLostError where which of two ways is to
        be taken has to be found out anew.
        """
        entries = ((contact, self._entries(contact)) for contact in contacts)
        entered = ((contact, edges) for contact, edges in entries if edges)
        looked_at = named = 0
        for _, found in ways(self._knots, self._to_come, self._limit, entered):
            for target in sorted(found, key=self._order):
                if looked_at >= MAX_STRETCHES or named >= MAX_STRETCH_STEPS:
                    # As many as are ever listed; the rest has its turn in a later round.
                    return
                edges = found[target].edges()
                looked_at += 1
                named += len(edges) + 1
                if all((edge.step, edge.after) not in claimed for edge in reversed(edges)):
                    stretch = stretch_along(self._knots, found[target])
                    if len(stretch.steps) == len(edges) + 1 or claimed.isdisjoint(stretch.edges):
                        yield stretch

    def forget_short(self) -> None:
        """Leave out from now on the contacts from which no silence is over the limit any more."""
        self.long = [contact for contact in self.long if self._entries(contact)]

    def is_long(self, contact: str) -> bool:
        """Whether some silence from a contact is over the limit."""
        return bool(self._entries(contact))

    def divide(self, insertions: Mapping[Pair, tuple[Sequence[str], Sequence[int]]]) -> None:
        """Put touches on edges: their ids, and the waits before, between and after them.

        Their places in the order of the process have to be known. Raises OrderLostError where an
        edge inside a knot is divided.
        """
        shorter_after: set[int] = set()
        shorter_before: set[int] = set()
        for pair, (touches, waits) in insertions.items():
            if pair not in self._place:
                raise OrderLostError
            owner, number = self._place.pop(pair)
            old = self._edges_of(owner)[number]
            self.closing.discard(pair)
            del self.waits[pair]
            first = Exit(old.step, touches[0], waits[0], OUTSIDE)
            self._edges_of(owner)[number] = first
            self._take_up(owner, number, first)
            for place, touch in enumerate(touches):
                is_last = place == len(touches) - 1
                after, knot = (old.after, old.knot) if is_last else (touches[place + 1], OUTSIDE)
                edge = Exit(touch, after, waits[place + 1], knot)
                self._contacts[touch] = [edge]
                self._take_up(touch, 0, edge)
            if isinstance(owner, int):
                shorter_after.add(owner)
            if old.knot != OUTSIDE:
                del self._entered_by[old.knot][pair]
                shorter_before.add(old.knot)
                if isinstance(owner, int):
                    self._unsettle(owner, old)
        self._update_to_come(shorter_after)
        self._update_arrivals(shorter_before)
        for touches, _ in insertions.values():
            for touch in touches:
                if self.is_long(touch):
                    insort(self.long, touch, key=self._order)

    def _take_up(self, owner: str | int, number: int, edge: Exit) -> None:
        pair = (edge.step, edge.after)
        self._place[pair] = (owner, number)
        self.waits[pair] = edge.minutes
        if edge.knot == OUTSIDE:
            self.way_to[edge.after] = pair
        if edge.knot != OUTSIDE:
            self._entered_by[edge.knot][pair] = owner
        self._note_closing(owner, edge)

    def _update_to_come(self, knots: Iterable[int]) -> None:
        """Find out anew what is to come from some knots and all those before them."""
        waiting = list(knots)
        heapq.heapify(waiting)
        to_come, seen = self._to_come, NOWHERE
        while waiting:
            knot = heapq.heappop(waiting)
            if knot == seen or to_come[knot] == NOWHERE:
                continue
            seen, own, best = knot, self._knots.minutes[knot], NOWHERE
            for edge in self._knots.exits(knot):
                beyond = 0 if edge.knot == OUTSIDE else to_come[edge.knot]
                if beyond != NOWHERE and edge.minutes + beyond > best:
                    best = edge.minutes + beyond
                    if best + own == to_come[knot]:
                        # It can only have become less.
                        break
            if best + own < to_come[knot]:
                to_come[knot] = best + own
                for owner in self._entered_by[knot].values():
                    if isinstance(owner, int):
                        heapq.heappush(waiting, owner)

    def _update_arrivals(self, knots: Iterable[int]) -> None:
        """Find out anew how long a silence reaches some knots, and all those after them."""
        waiting = [-knot for knot in knots]
        heapq.heapify(waiting)
        seen = NOWHERE
        while waiting:
            knot = -heapq.heappop(waiting)
            if knot == seen:
                continue
            seen, best = knot, NOWHERE
            for pair, owner in self._entered_by[knot].items():
                before = self._silent_at(owner)
                if before != NOWHERE:
                    best = max(best, before + self._edge(pair).minutes)
                    if best == self._arrival[knot]:
                        break
            if best < self._arrival[knot]:
                self._arrival[knot] = best
                for edge in self._knots.exits(knot):
                    self._note_closing(knot, edge)
                    if edge.knot != OUTSIDE:
                        heapq.heappush(waiting, -edge.knot)

    def _unsettle(self, source: int, divided: Exit) -> None:
        """Note whose order among the knots may be another without an edge that is gone."""
        unsettled = self._knots.unsettled
        if self._knots.has_loop:
            unsettled.update(range(len(self._to_come)))
            return
        waiting = [source]
        if self._mentions.moved(divided.step, divided.after):
            waiting.append(divided.knot)
        while waiting:
            knot = waiting.pop()
            if knot not in unsettled:
                unsettled.add(knot)
                waiting.extend(o for o in self._entered_by[knot].values() if isinstance(o, int))


class _Mentions:
    """Where in the tasks and decisions, each followed by those after it, the last ones come first.

    `graphlib` counts from there those that lead to no other.
    """

    def __init__(self, graph: ProcessGraph) -> None:
        self._of: dict[str, list[int]] = {}
        number = 0
        last = {step for step, after in graph.quiet_successors.items() if not after}
        self._number: dict[tuple[str, str], int] = {}
        for step, following in graph.quiet_successors.items():
            for mentioned in (step, *following):
                number += 1
                if mentioned in last:
                    self._of.setdefault(mentioned, []).append(number)
                    self._number[step, mentioned] = number
        self._first = sorted(numbers[0] for numbers in self._of.values())

    def moved(self, step: str, mentioned: str) -> bool:
        """Take a mention away; whether something else now comes before what was mentioned."""
        number = self._number.pop((step, mentioned), None)
        if number is None:
            return False
        numbers = self._of[mentioned]
        if numbers[0] != number:
            numbers.remove(number)
            return False
        del numbers[0]
        at = bisect_left(self._first, number)
        del self._first[at]
        insort(self._first, numbers[0])
        return self._first[at] != numbers[0]
