"""Silence: how long a prospect may hear nothing, from each contact to the next.

The weight of a stretch is the sum of the waits on its edges and of the durations of the tasks and
decisions strictly inside it. A stretch runs from a contact or start, through tasks and decisions
only, to the next contact, start or end.

Walks may go round loops of tasks and decisions. Each strongly connected component of them either
lets time pass, and then a silence through it has no bound, or lets none pass, and then it weighs
nothing as a whole; so the heaviest walk is a longest path on the condensation, found in linear
time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from touchline.checking.analysis.components import NOWHERE, Components
from touchline.checking.analysis.stretches import Listing, listed, stretches_over
from touchline.checking.graph import CONTACT_KINDS, ProcessGraph
from touchline.model.process import Kind


class _Heaviest(NamedTuple):
    """By component: the minutes, whether they have no bound, whether a task alone is over the
    limit."""

    minutes: list[int]
    endless: list[bool]
    blocked: list[bool]


@dataclass(frozen=True)
class Silence:
    """What there is to know about the silences of a process; every part is computed once."""

    graph: ProcessGraph

    @cached_property
    def components(self) -> Components:
        """The strongly connected components of tasks and decisions."""
        return Components(self.graph)

    @cached_property
    def endless_components(self) -> tuple[tuple[str, ...], ...]:
        """The loops without a contact in which time passes, each as its steps in order."""
        found = [
            tuple(component)
            for component, endless in zip(
                self.components.members, self.components.endless, strict=True
            )
            if endless
        ]
        return tuple(sorted(found, key=lambda component: self.graph.index[component[0]]))

    @cached_property
    def _to_come(self) -> _Heaviest:
        """For each component, the heaviest path from reaching it to the next contact or end."""
        return self._heaviest(
            range(len(self.components.members)), self.graph.successors, backwards=False
        )

    @cached_property
    def _so_far(self) -> _Heaviest:
        """For each component, the heaviest path from a contact to leaving it, its own time
        included."""
        order = range(len(self.components.members) - 1, -1, -1)
        return self._heaviest(order, self.graph.predecessors, backwards=True)

    def _heaviest(
        self, order: Iterable[int], neighbours: Mapping[str, list[str]], *, backwards: bool
    ) -> _Heaviest:
        """One pass over the components, each after all those that it is counted from.

        Forwards a stretch ends at whatever is no task or decision; backwards it has to have begun
        with a contact, for after an end there is nobody to be silent to.
        """
        component_of, waits, steps = self.components.of, self.graph.waits, self.graph.steps
        limit = self.graph.process.minutes(self.graph.process.max_gap)
        count = len(self.components.members)
        result = _Heaviest([NOWHERE] * count, [False] * count, [False] * count)
        for number in order:
            best, endless, blocked = NOWHERE, self.components.endless[number], False
            for step in self.components.members[number]:
                for neighbour in neighbours[step]:
                    pair = (neighbour, step) if backwards else (step, neighbour)
                    other = component_of.get(neighbour)
                    if other is None:
                        if not backwards or steps[neighbour].kind in CONTACT_KINDS:
                            best = max(best, waits[pair])
                    elif other != number:
                        endless = endless or result.endless[other]
                        blocked = blocked or result.blocked[other]
                        if result.minutes[other] != NOWHERE:
                            best = max(best, waits[pair] + result.minutes[other])
            result.endless[number] = endless
            if best != NOWHERE and not self.components.endless[number]:
                own = self.components.minutes[number]
                result.minutes[number] = best + own
                result.blocked[number] = blocked or own > limit
        return result

    @property
    def minutes_to_come(self) -> Sequence[int]:
        """For each component, the heaviest path from reaching it to the next contact; or
        NOWHERE."""
        return self._to_come.minutes

    @property
    def minutes_so_far(self) -> Sequence[int]:
        """For each component, the heaviest path from a contact to leaving it; or NOWHERE."""
        return self._so_far.minutes

    def minutes_before(self, step: str) -> int | None:
        """The longest silence when `step` is done, in minutes; None where no contact leads to it.

        A contact, a start or an end has none: the silence ends there. Ways through an endless
        component do not count; `endless_before` tells of them.
        """
        component = self.components.of.get(step)
        if component is None:
            return 0
        minutes = self._so_far.minutes[component]
        return None if minutes == NOWHERE else minutes

    def minutes_after(self, step: str) -> int | None:
        """The longest silence from reaching `step` to the next contact or end, in minutes.

        None where it leads to neither.
        """
        component = self.components.of.get(step)
        if component is None:
            return 0
        minutes = self._to_come.minutes[component]
        return None if minutes == NOWHERE else minutes

    def endless_before(self, step: str) -> bool:
        """Whether a silence without bound can have gone before the end of this step."""
        component = self.components.of.get(step)
        return component is not None and self._so_far.endless[component]

    def endless_after(self, step: str) -> bool:
        """Whether a silence without bound can follow on reaching this step."""
        component = self.components.of.get(step)
        return component is not None and self._to_come.endless[component]

    def blocked_before(self, step: str) -> bool:
        """Whether a task longer than the limit can stand between the last contact and its end."""
        component = self.components.of.get(step)
        return component is not None and self._so_far.blocked[component]

    def blocked_after(self, step: str) -> bool:
        """Whether a task longer than the limit can stand between this step and the next contact."""
        component = self.components.of.get(step)
        return component is not None and self._to_come.blocked[component]

    @cached_property
    def longest_task_nearby(self) -> Mapping[str, int]:
        """For each task and decision, the longest of all that hang together with it, in minutes."""
        import networkx as nx

        durations = self.graph.quiet_minutes
        longest: dict[str, int] = {}
        for together in nx.weakly_connected_components(self.graph.induced(durations)):
            longest.update(dict.fromkeys(together, max(durations[step] for step in together)))
        return longest

    def loops_quietly(self, source: str, target: str) -> bool:
        """Whether an edge goes round a loop of tasks and decisions alone."""
        component = self.components.of.get(source)
        return component is not None and component == self.components.of.get(target)

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
        if self.endless_components or self.has_undecided_wait:
            return None
        return self.longest_known

    @cached_property
    def over_warning(self) -> Listing:
        """The heaviest stretch of each ordered pair of contacts that is over `warn_gap`.

        Pairs come in the order of the process. Explores only what can still exceed the limit, so a
        sound process costs next to nothing, and shares among contacts what they go through.
        """
        process = self.graph.process
        limit = min(process.minutes(process.warn_gap), process.minutes(process.max_gap))
        return listed(stretches_over(self.graph, self.components, self._to_come.minutes, limit))
