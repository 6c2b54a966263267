"""Components: tasks and decisions that lead to each other, through which silence runs as through
one.

A strongly connected component either lets time pass, and then a silence through it has no bound, or
lets none pass, and then it weighs nothing as a whole; so the heaviest walk through components is a
longest path on the condensation, found in linear time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from touchline.checking.graph import ProcessGraph

if TYPE_CHECKING:
    import networkx as nx

NOWHERE = -1
"""Marks a component that no contact leads to, or that leads to none; every true weight is at least
0."""
OUTSIDE = -1
"""Stands for the component of a step that is in none: a contact, a start or an end."""


class OrderLostError(Exception):
    """Which of two components comes first has to be found out anew."""


class Exit(NamedTuple):
    """An edge out of a component, and the component that it leads to, or OUTSIDE."""

    step: str
    after: str
    minutes: int
    component: int


class HeaviestPath(NamedTuple):
    """The heaviest path from a contact to a target.

    `component` is the one from which its last edge leads: of equally heavy paths the highest is
    taken.
    """

    minutes: int
    component: int
    edges: Callable[[], list[Exit]]


@dataclass(frozen=True)
class Components:
    """The components of a process, each by its number; every part is computed once."""

    graph: ProcessGraph
    unsettled: set[int] = field(default_factory=set)
    """Components that a change has moved, so that their order among the others is no longer
    known."""
    _exits: dict[int, list[Exit]] = field(default_factory=dict)
    _graphs: dict[int, nx.DiGraph[str]] = field(default_factory=dict)
    _inside: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @cached_property
    def members(self) -> list[list[str]]:
        """The steps of each component, the last components first.

        Each comes after all that it leads to: a reverse topological order of the condensation.
        """
        try:
            # Without a loop every step is a component of its own.
            return [
                [step] for step in TopologicalSorter(self.graph.quiet_successors).static_order()
            ]
        except CycleError:
            import networkx as nx

            # networkx gives components in just that order, and a test holds it to it.
            quiet = self.graph.induced(self.graph.quiet_minutes)
            components = nx.strongly_connected_components(quiet)
            return [sorted(component, key=self.graph.index.__getitem__) for component in components]

    @cached_property
    def of(self) -> Mapping[str, int]:
        """The component of each task and decision."""
        return {step: number for number, component in enumerate(self.members) for step in component}

    @cached_property
    def minutes(self) -> list[int]:
        """How long each component lasts, where it is not endless."""
        # A component of several steps that is not endless has no duration in it at all.
        durations = self.graph.quiet_minutes
        return [durations[component[0]] if len(component) == 1 else 0 for component in self.members]

    @cached_property
    def endless(self) -> list[bool]:
        """Whether a deal can go round in each component with time passing."""
        return [self._time_passes_round(component) for component in self.members]

    def _time_passes_round(self, component: Sequence[str]) -> bool:
        graph = self.graph
        if len(component) == 1:
            step = component[0]
            loop = (step, step)
            return loop in graph.waits and graph.waits[loop] + graph.quiet_minutes[step] > 0
        if any(graph.quiet_minutes[step] for step in component):
            return True
        members = set(component)
        return any(
            graph.waits[step, after]
            for step in component
            for after in graph.successors[step]
            if after in members
        )

    @cached_property
    def has_loop(self) -> bool:
        """Whether some tasks and decisions lead back to themselves."""
        return any(
            len(component) > 1 or (component[0], component[0]) in self.graph.waits
            for component in self.members
        )

    def settle(self, one: int, other: int) -> None:
        """Make sure that the higher of two components comes first; raises OrderLostError if
        unsettled.

        Asked only where two paths are equally heavy.
        """
        if one in self.unsettled or other in self.unsettled:
            raise OrderLostError

    def exits(self, component: int) -> list[Exit]:
        """The edges out of a component, in the order of its steps and of their edges."""
        known = self._exits.get(component)
        if known is None:
            graph, of = self.graph, self.of
            edges = (
                Exit(step, after, graph.waits[step, after], of.get(after, OUTSIDE))
                for step in self.members[component]
                for after in graph.successors[step]
            )
            known = self._exits[component] = [edge for edge in edges if edge.component != component]
        return known

    def path_inside(self, entry: str, last: str) -> Sequence[str]:
        """The shortest path from one step of a component to another, both included."""
        if entry == last:
            return (entry,)
        known = self._inside.get((entry, last))
        if known is None:
            import networkx as nx

            component = self.of[entry]
            if component not in self._graphs:
                self._graphs[component] = self.graph.induced(self.members[component])
            known = nx.shortest_path(self._graphs[component], entry, last)
            self._inside[entry, last] = known
        return known
