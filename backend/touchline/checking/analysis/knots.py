"""Knots: tasks and decisions that lead to each other, through which silence runs as through one.

A strongly connected knot either lets time pass, and then a silence through it has no bound, or lets
none pass, and then it weighs nothing as a whole; so the heaviest walk through knots is a longest
path on the condensation, found in linear time.
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
"""Marks a knot that no contact leads to, or that leads to none; every true weight is at least 0."""
OUTSIDE = -1
"""Stands for the knot of a step that is in none: a contact, a start or an end."""


class OrderLostError(Exception):
    """Which of two knots comes first has to be found out anew."""


class Exit(NamedTuple):
    """An edge out of a knot, and the knot that it leads to, or OUTSIDE."""

    step: str
    after: str
    minutes: int
    knot: int


class Way(NamedTuple):
    """The heaviest way from a contact to a target.

    `knot` is the one from which its last edge leads: of equally heavy ways the highest is taken.
    """

    minutes: int
    knot: int
    edges: Callable[[], list[Exit]]


@dataclass(frozen=True)
class Knots:
    """The knots of a process, each by its number; every part is computed once."""

    graph: ProcessGraph
    unsettled: set[int] = field(default_factory=set)
    """Knots that a change has moved, so that their order among the others is no longer known."""
    _exits: dict[int, list[Exit]] = field(default_factory=dict)
    _graphs: dict[int, nx.DiGraph[str]] = field(default_factory=dict)
    _inside: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @cached_property
    def members(self) -> list[list[str]]:
        """The steps of each knot, the last knots first.

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
            quiet = self.graph.induced(self.graph.quiet_minutes)
            knots = nx.strongly_connected_components(quiet)
            return [sorted(knot, key=self.graph.index.__getitem__) for knot in knots]

    @cached_property
    def of(self) -> Mapping[str, int]:
        """The knot of each task and decision."""
        return {step: number for number, knot in enumerate(self.members) for step in knot}

    @cached_property
    def minutes(self) -> list[int]:
        """How long each knot lasts, where it is not endless."""
        # A knot of several steps that is not endless has no duration in it at all.
        durations = self.graph.quiet_minutes
        return [durations[knot[0]] if len(knot) == 1 else 0 for knot in self.members]

    @cached_property
    def endless(self) -> list[bool]:
        """Whether a deal can go round in each knot with time passing."""
        return [self._time_passes_round(knot) for knot in self.members]

    def _time_passes_round(self, knot: Sequence[str]) -> bool:
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
    def has_loop(self) -> bool:
        """Whether some tasks and decisions lead back to themselves."""
        return any(len(knot) > 1 or (knot[0], knot[0]) in self.graph.waits for knot in self.members)

    def settle(self, one: int, other: int) -> None:
        """Make sure that the higher of two knots comes first; raises OrderLostError if unsettled.

        Asked only where two ways are equally heavy.
        """
        if one in self.unsettled or other in self.unsettled:
            raise OrderLostError

    def exits(self, knot: int) -> list[Exit]:
        """The edges out of a knot, in the order of its steps and of their edges."""
        known = self._exits.get(knot)
        if known is None:
            graph, of = self.graph, self.of
            edges = (
                Exit(step, after, graph.waits[step, after], of.get(after, OUTSIDE))
                for step in self.members[knot]
                for after in graph.successors[step]
            )
            known = self._exits[knot] = [edge for edge in edges if edge.knot != knot]
        return known

    def way_inside(self, entry: str, last: str) -> Sequence[str]:
        """The shortest way from one step of a knot to another, both included."""
        if entry == last:
            return (entry,)
        known = self._inside.get((entry, last))
        if known is None:
            import networkx as nx

            knot = self.of[entry]
            if knot not in self._graphs:
                self._graphs[knot] = self.graph.induced(self.members[knot])
            known = nx.shortest_path(self._graphs[knot], entry, last)
            self._inside[entry, last] = known
        return known
