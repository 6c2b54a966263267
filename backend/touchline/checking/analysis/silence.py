"""Silence: how long a prospect may hear nothing, from each contact to the next.

The weight of a stretch is the sum of the waits on its edges and of the durations of the tasks and
decisions strictly inside it. A stretch runs from a contact or start, through tasks and decisions
only, to the next contact, start or end.

Walks may go round loops of tasks and decisions. Each strongly connected knot of them either lets
time pass, and then a silence through it has no bound, or lets none pass, and then it weighs nothing
as a whole; so the heaviest walk is a longest path on the condensation, found in linear time.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from touchline.checking.graph import CONTACT_KINDS, ProcessGraph
from touchline.model.limits import MAX_STRETCH_STEPS, MAX_STRETCHES
from touchline.model.process import Kind

if TYPE_CHECKING:
    import networkx as nx

NOWHERE = -1
"""Marks a knot that no contact leads to, or that leads to none; every true weight is at least 0."""


class Stretch(NamedTuple):
    """A silence from one contact to the next contact or end: its steps in order, its minutes."""

    steps: tuple[str, ...]
    minutes: int

    @property
    def edges(self) -> tuple[tuple[str, str], ...]:
        """The edges along it, in order."""
        return tuple(zip(self.steps, self.steps[1:], strict=False))


@dataclass(frozen=True)
class Listing:
    """Stretches over a limit, and whether there were more than can be listed."""

    stretches: tuple[Stretch, ...]
    cut_short: bool


class _Heaviest(NamedTuple):
    """By knot: the minutes, whether they have no bound, whether a task alone is over the limit."""

    minutes: list[int]
    endless: list[bool]
    blocked: list[bool]


@dataclass(frozen=True)
class Silence:
    """What there is to know about the silences of a process; every part is computed once."""

    graph: ProcessGraph

    @cached_property
    def _knots(self) -> list[list[str]]:
        """The strongly connected knots of tasks and decisions, the last ones first.

        Each comes after all that it leads to: a reverse topological order of the condensation.
        """
        try:
            # Without a loop every step is a knot of its own.
            return [
                [step] for step in TopologicalSorter(self.graph.quiet_successors).static_order()
            ]
        except CycleError:
            import networkx as nx

            # networkx gives components in just that order, and a test holds it to it.
            knots = nx.strongly_connected_components(self._quiet_graph)
            return [sorted(knot, key=self.graph.index.__getitem__) for knot in knots]

    @cached_property
    def _quiet_graph(self) -> nx.DiGraph[str]:
        return self.graph.induced(self.graph.quiet_minutes)

    @cached_property
    def _knot_of(self) -> Mapping[str, int]:
        return {step: number for number, knot in enumerate(self._knots) for step in knot}

    @cached_property
    def _knot_minutes(self) -> list[int]:
        # A knot of several steps that is not endless has no duration in it at all.
        durations = self.graph.quiet_minutes
        return [durations[knot[0]] if len(knot) == 1 else 0 for knot in self._knots]

    @cached_property
    def _is_endless(self) -> list[bool]:
        return [self._time_passes_round(knot) for knot in self._knots]

    def _time_passes_round(self, knot: list[str]) -> bool:
        graph = self.graph
        if len(knot) == 1:
            step = knot[0]
            loop = (step, step)
            return loop in graph.waits and graph.waits[loop] + graph.quiet_minutes[step] > 0
        if any(graph.quiet_minutes[step] for step in knot):
            return True
        members = set(knot)
        return any(
            graph.waits[step, after]
            for step in knot
            for after in graph.successors[step]
            if after in members
        )

    @cached_property
    def endless_knots(self) -> tuple[tuple[str, ...], ...]:
        """The loops without a contact in which time passes, each as its steps in order."""
        found = [
            tuple(knot)
            for knot, endless in zip(self._knots, self._is_endless, strict=True)
            if endless
        ]
        return tuple(sorted(found, key=lambda knot: self.graph.index[knot[0]]))

    @cached_property
    def _to_come(self) -> _Heaviest:
        """For each knot, the heaviest way from reaching it to the next contact or end."""
        return self._heaviest(range(len(self._knots)), self.graph.successors, backwards=False)

    @cached_property
    def _so_far(self) -> _Heaviest:
        """For each knot, the heaviest way from a contact to leaving it, its own time included."""
        order = range(len(self._knots) - 1, -1, -1)
        return self._heaviest(order, self.graph.predecessors, backwards=True)

    def _heaviest(
        self, order: Iterable[int], neighbours: Mapping[str, list[str]], *, backwards: bool
    ) -> _Heaviest:
        """One pass over the knots, each after all those that it is counted from.

        Forwards a stretch ends at whatever is no task or decision; backwards it has to have begun
        with a contact, for after an end there is nobody to be silent to.
        """
        knot_of, waits, steps = self._knot_of, self.graph.waits, self.graph.steps
        limit = self.graph.process.minutes(self.graph.process.max_gap)
        count = len(self._knots)
        result = _Heaviest([NOWHERE] * count, [False] * count, [False] * count)
        for number in order:
            best, endless, blocked = NOWHERE, self._is_endless[number], False
            for step in self._knots[number]:
                for neighbour in neighbours[step]:
                    pair = (neighbour, step) if backwards else (step, neighbour)
                    other = knot_of.get(neighbour)
                    if other is None:
                        if not backwards or steps[neighbour].kind in CONTACT_KINDS:
                            best = max(best, waits[pair])
                    elif other != number:
                        endless = endless or result.endless[other]
                        blocked = blocked or result.blocked[other]
                        if result.minutes[other] != NOWHERE:
                            best = max(best, waits[pair] + result.minutes[other])
            result.endless[number] = endless
            if best != NOWHERE and not self._is_endless[number]:
                own = self._knot_minutes[number]
                result.minutes[number] = best + own
                result.blocked[number] = blocked or own > limit
        return result

    def minutes_before(self, step: str) -> int | None:
        """The longest silence when `step` is done, in minutes; None where no contact leads to it.

        A contact, a start or an end has none: the silence ends there. Ways through an endless knot
        do not count; `endless_before` tells of them.
        """
        knot = self._knot_of.get(step)
        if knot is None:
            return 0
        minutes = self._so_far.minutes[knot]
        return None if minutes == NOWHERE else minutes

    def minutes_after(self, step: str) -> int | None:
        """The longest silence from reaching `step` to the next contact or end, in minutes.

        None where it leads to neither.
        """
        knot = self._knot_of.get(step)
        if knot is None:
            return 0
        minutes = self._to_come.minutes[knot]
        return None if minutes == NOWHERE else minutes

    def endless_before(self, step: str) -> bool:
        """Whether a silence without bound can have gone before the end of this step."""
        knot = self._knot_of.get(step)
        return knot is not None and self._so_far.endless[knot]

    def endless_after(self, step: str) -> bool:
        """Whether a silence without bound can follow on reaching this step."""
        knot = self._knot_of.get(step)
        return knot is not None and self._to_come.endless[knot]

    def blocked_before(self, step: str) -> bool:
        """Whether a task longer than the limit can stand between the last contact and its end."""
        knot = self._knot_of.get(step)
        return knot is not None and self._so_far.blocked[knot]

    def blocked_after(self, step: str) -> bool:
        """Whether a task longer than the limit can stand between this step and the next contact."""
        knot = self._knot_of.get(step)
        return knot is not None and self._to_come.blocked[knot]

    @cached_property
    def longest_task_nearby(self) -> Mapping[str, int]:
        """For each task and decision, the longest of all that hang together with it, in minutes."""
        import networkx as nx

        durations = self.graph.quiet_minutes
        longest: dict[str, int] = {}
        for together in nx.weakly_connected_components(self._quiet_graph):
            longest.update(dict.fromkeys(together, max(durations[step] for step in together)))
        return longest

    def loops_quietly(self, source: str, target: str) -> bool:
        """Whether an edge goes round a loop of tasks and decisions alone."""
        knot = self._knot_of.get(source)
        return knot is not None and knot == self._knot_of.get(target)

    def minutes_through(self, source: str, target: str) -> int | None:
        """The heaviest stretch through an edge, in minutes; None where no stretch runs through."""
        if self.graph.steps[source].kind is Kind.END:
            return None
        before, after = self.minutes_before(source), self.minutes_after(target)
        if before is None or after is None:
            return None
        return before + self.graph.waits[source, target] + after

    @cached_property
    def longest_known(self) -> int:
        """The heaviest stretch there is, in minutes, endless ones and undecided waits left out."""
        longest = 0
        for source, target in self.graph.waits:
            if self.graph.steps[source].kind in CONTACT_KINDS:
                after = self.minutes_after(target)
                if after is not None:
                    longest = max(longest, self.graph.waits[source, target] + after)
        return longest

    @cached_property
    def has_undecided_wait(self) -> bool:
        """Whether some edge has no wait, so that the longest silence is unknown."""
        return any(edge.max_wait is None for edge in self.graph.process.edges)

    @property
    def longest_gap(self) -> int | None:
        """The longest silence in minutes; None where it has no bound or a wait is undecided."""
        if self.endless_knots or self.has_undecided_wait:
            return None
        return self.longest_known

    @cached_property
    def over_warning(self) -> Listing:
        """The heaviest stretch of each ordered pair of contacts that is over `warn_gap`.

        Pairs come in the order of the process. Explores only what can still exceed the limit, so a
        sound process costs next to nothing.
        """
        process = self.graph.process
        limit = min(process.minutes(process.warn_gap), process.minutes(process.max_gap))
        found: list[Stretch] = []
        named = 0
        for step in process.steps:
            if step.kind not in CONTACT_KINDS:
                continue
            for stretch in self._stretches_from(step.id, limit):
                if len(found) >= MAX_STRETCHES or named >= MAX_STRETCH_STEPS:
                    return Listing(tuple(found), cut_short=True)
                found.append(stretch)
                named += len(stretch.steps)
        return Listing(tuple(found), cut_short=False)

    def _stretches_from(self, contact: str, limit: int) -> Iterator[Stretch]:
        graph, to_come = self.graph, self._to_come.minutes
        reached: dict[int, int] = {}
        came_by: dict[int, tuple[str, str]] = {}
        heaviest: dict[str, tuple[int, str]] = {}
        waiting: list[int] = []

        def walk_on(step: str, minutes: int) -> None:
            for after in graph.successors[step]:
                arrival = minutes + graph.waits[step, after]
                knot = self._knot_of.get(after)
                if knot is None:
                    if arrival > limit and arrival > heaviest.get(after, (NOWHERE, ""))[0]:
                        heaviest[after] = (arrival, step)
                elif (
                    to_come[knot] != NOWHERE
                    and arrival + to_come[knot] > limit
                    and arrival > reached.get(knot, NOWHERE)
                ):
                    if knot not in reached:
                        # The highest number comes first in topological order.
                        heapq.heappush(waiting, -knot)
                    reached[knot] = arrival
                    came_by[knot] = (step, after)

        walk_on(contact, 0)
        while waiting:
            knot = -heapq.heappop(waiting)
            for step in self._knots[knot]:
                walk_on(step, reached[knot] + self._knot_minutes[knot])
        for target in sorted(heaviest, key=graph.index.__getitem__):
            minutes, last = heaviest[target]
            yield Stretch((*self._way_back(contact, last, came_by), target), minutes)

    def _way_back(
        self, contact: str, last: str, came_by: Mapping[int, tuple[str, str]]
    ) -> list[str]:
        way: list[str] = []
        step = last
        while step != contact:
            knot = self._knot_of[step]
            before, entry = came_by[knot]
            if entry == step:
                way.append(step)
            else:
                import networkx as nx

                inside = self._quiet_graph.subgraph(self._knots[knot])
                way.extend(reversed(nx.shortest_path(inside, entry, step)))
            step = before
        way.append(contact)
        way.reverse()
        return way
