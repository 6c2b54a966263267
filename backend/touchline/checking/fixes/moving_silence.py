"""The silences of a process while touches are put on its edges, kept up to date where they change.

A touch only ever shortens silences, and divides an edge between two components: which steps are
components stays, and so does an order of the components in which each comes after all that it leads
to. What can change is which of two components comes first, which matters only where two paths are
equally heavy. Components of which that is no longer known are noted; where one matters, everything
is found out anew.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from touchline.checking.analysis.components import NOWHERE, OUTSIDE, Exit, OrderLostError
from touchline.checking.analysis.regions import paths
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
        self.path_to: dict[str, Pair] = {}
        """The one edge to each touch that has been put since."""
        self._limit, self._order = limit, order
        self._components = silence.components
        self._to_come = list(silence.minutes_to_come)
        self._contacts: dict[str, list[Exit]] = {
            step.id: [
                Exit(step.id, after, graph.waits[step.id, after], self._component(after))
                for after in graph.successors[step.id]
            ]
            for step in process.steps
            if step.kind in CONTACT_KINDS
        }
        self._arrival = [
            NOWHERE if so_far == NOWHERE else so_far - own
            for so_far, own in zip(silence.minutes_so_far, self._components.minutes, strict=True)
        ]
        self._entered_by: list[dict[Pair, str | int]] = [{} for _ in self._to_come]
        self._place: dict[Pair, tuple[str | int, int]] = {}
        for owner, edges in self._all_edges():
            for number, edge in enumerate(edges):
                pair = (edge.step, edge.after)
                self._place[pair] = (owner, number)
                if edge.component != OUTSIDE:
                    self._entered_by[edge.component][pair] = owner
                else:
                    self.path_to[edge.after] = pair
                self._note_closing(owner, edge)
        self.long = [contact for contact in self._contacts if self._entries(contact)]
        """The contacts from which some silence is over the limit, in the order of the process."""
        self._mentions = _Mentions(graph)

    def _component(self, step: str) -> int:
        return self._components.of.get(step, OUTSIDE)

    def _all_edges(self) -> Iterator[tuple[str | int, Sequence[Exit]]]:
        yield from self._contacts.items()
        for component in range(len(self._to_come)):
            yield component, self._components.exits(component)

    def _edge(self, pair: Pair) -> Exit:
        owner, number = self._place[pair]
        return self._edges_of(owner)[number]

    def _edges_of(self, owner: str | int) -> list[Exit]:
        return self._contacts[owner] if isinstance(owner, str) else self._components.exits(owner)

    def _silent_at(self, owner: str | int) -> int:
        """The longest silence on leaving a contact (none) or a component; NOWHERE where none
        comes."""
        if isinstance(owner, str):
            return 0
        if self._arrival[owner] == NOWHERE or self._components.endless[owner]:
            return NOWHERE
        return self._arrival[owner] + self._components.minutes[owner]

    def _note_closing(self, owner: str | int, edge: Exit) -> None:
        if edge.component == OUTSIDE:
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
                if edge.component == OUTSIDE
                else to_come[edge.component] != NOWHERE
                and edge.minutes + to_come[edge.component] > limit
            )
        ]

    def place(self, pair: Pair) -> int:
        """Where among the edges of its step an edge stands."""
        return self._place[pair][1] if pair in self._place else 0

    def stretches(self, contacts: Iterable[str], claimed: set[Pair]) -> Iterator[Stretch]:
        """Stretches over the limit from some contacts that have no edge among `claimed`.

        The contacts are looked at one by one. Raises OrderLostError where which of two paths is to
        be taken has to be found out anew.
        """
        entries = ((contact, self._entries(contact)) for contact in contacts)
        entered = ((contact, edges) for contact, edges in entries if edges)
        looked_at = named = 0
        for _, found in paths(self._components, self._to_come, self._limit, entered):
            for target in sorted(found, key=self._order):
                if looked_at >= MAX_STRETCHES or named >= MAX_STRETCH_STEPS:
                    # As many as are ever listed; the rest has its turn in a later round.
                    return
                edges = found[target].edges()
                looked_at += 1
                named += len(edges) + 1
                if all((edge.step, edge.after) not in claimed for edge in reversed(edges)):
                    stretch = stretch_along(self._components, found[target])
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
        edge inside a component is divided.
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
                after, component = (
                    (old.after, old.component) if is_last else (touches[place + 1], OUTSIDE)
                )
                edge = Exit(touch, after, waits[place + 1], component)
                self._contacts[touch] = [edge]
                self._take_up(touch, 0, edge)
            if isinstance(owner, int):
                shorter_after.add(owner)
            if old.component != OUTSIDE:
                del self._entered_by[old.component][pair]
                shorter_before.add(old.component)
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
        if edge.component == OUTSIDE:
            self.path_to[edge.after] = pair
        if edge.component != OUTSIDE:
            self._entered_by[edge.component][pair] = owner
        self._note_closing(owner, edge)

    def _update_to_come(self, components: Iterable[int]) -> None:
        """Find out anew what is to come from some components and all those before them."""
        waiting = list(components)
        heapq.heapify(waiting)
        to_come, seen = self._to_come, NOWHERE
        while waiting:
            component = heapq.heappop(waiting)
            if component == seen or to_come[component] == NOWHERE:
                continue
            seen, own, best = component, self._components.minutes[component], NOWHERE
            for edge in self._components.exits(component):
                beyond = 0 if edge.component == OUTSIDE else to_come[edge.component]
                if beyond != NOWHERE and edge.minutes + beyond > best:
                    best = edge.minutes + beyond
                    if best + own == to_come[component]:
                        # It can only have become less.
                        break
            if best + own < to_come[component]:
                to_come[component] = best + own
                for owner in self._entered_by[component].values():
                    if isinstance(owner, int):
                        heapq.heappush(waiting, owner)

    def _update_arrivals(self, components: Iterable[int]) -> None:
        """Find out anew how long a silence reaches some components, and all those after them."""
        waiting = [-component for component in components]
        heapq.heapify(waiting)
        seen = NOWHERE
        while waiting:
            component = -heapq.heappop(waiting)
            if component == seen:
                continue
            seen, best = component, NOWHERE
            for pair, owner in self._entered_by[component].items():
                before = self._silent_at(owner)
                if before != NOWHERE:
                    best = max(best, before + self._edge(pair).minutes)
                    if best == self._arrival[component]:
                        break
            if best < self._arrival[component]:
                self._arrival[component] = best
                for edge in self._components.exits(component):
                    self._note_closing(component, edge)
                    if edge.component != OUTSIDE:
                        heapq.heappush(waiting, -edge.component)

    def _unsettle(self, source: int, divided: Exit) -> None:
        """Note whose order among the components may be another without an edge that is gone."""
        unsettled = self._components.unsettled
        if self._components.has_loop:
            unsettled.update(range(len(self._to_come)))
            return
        waiting = [source]
        if self._mentions.moved(divided.step, divided.after):
            waiting.append(divided.component)
        while waiting:
            component = waiting.pop()
            if component not in unsettled:
                unsettled.add(component)
                waiting.extend(
                    o for o in self._entered_by[component].values() if isinstance(o, int)
                )


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
