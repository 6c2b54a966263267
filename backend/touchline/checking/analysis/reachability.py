"""Who can be reached from where: dead ends, traps and steps that nothing leads to."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from touchline.checking.graph import ProcessGraph, spread
from touchline.model.process import Kind


class Trap(NamedTuple):
    """Steps that a deal does not get out of, and the first one of the loop they end up in."""

    steps: tuple[str, ...]
    component: str


@dataclass(frozen=True)
class Reachability:
    """What a deal can reach, each part computed once and in linear time."""

    graph: ProcessGraph

    @cached_property
    def from_starts(self) -> set[str]:
        """The steps that some start leads to."""
        return spread(self.graph.starts, self.graph.successors)

    @cached_property
    def dead_ends(self) -> tuple[str, ...]:
        """The steps, not ends, with no way on."""
        return tuple(
            step.id
            for step in self.graph.process.steps
            if step.kind is not Kind.END and not self.graph.successors[step.id]
        )

    @cached_property
    def to_ends(self) -> set[str]:
        """The steps from which an end can be reached."""
        return spread(self.graph.ends, self.graph.predecessors)

    @cached_property
    def to_ends_or_dead_ends(self) -> set[str]:
        """The steps from which the way stops somewhere, well or badly."""
        return self.to_ends | spread(self.dead_ends, self.graph.predecessors)

    @cached_property
    def traps(self) -> tuple[Trap, ...]:
        """The components that a deal goes round in for ever, with the steps that lead only there.

        A step that leads to several components is named with the nearest one.
        """
        caught = [step for step in self.graph.steps if step not in self.to_ends_or_dead_ends]
        if not caught:
            return ()
        import networkx as nx

        graph = self.graph.induced(caught)
        leads_to: dict[str, str] = {}
        for component in nx.strongly_connected_components(graph):
            if all(
                after in component for step in component for after in self.graph.successors[step]
            ):
                first = min(component, key=lambda step: self.graph.index[step])
                leads_to.update(dict.fromkeys(component, first))
        waiting = deque(step for step in caught if step in leads_to)
        while waiting:
            step = waiting.popleft()
            for before in self.graph.predecessors[step]:
                if before not in leads_to:
                    leads_to[before] = leads_to[step]
                    waiting.append(before)
        groups: dict[str, list[str]] = {}
        for step in caught:
            groups.setdefault(leads_to[step], []).append(step)
        return tuple(Trap(tuple(steps), component) for component, steps in groups.items())

    def component_of(self, trap: Trap) -> list[str]:
        """The steps of a trap's loop, without those that only lead to it, in order."""
        onward = spread([trap.component], self.graph.successors)
        return [step for step in trap.steps if step in onward]

    @cached_property
    def unreachable(self) -> tuple[tuple[str, ...], ...]:
        """The steps that no start leads to, in groups that hang together."""
        lost = [step for step in self.graph.steps if step not in self.from_starts]
        if not lost:
            return ()
        import networkx as nx

        index = self.graph.index
        groups = nx.weakly_connected_components(self.graph.induced(lost))
        in_order = (tuple(sorted(group, key=index.__getitem__)) for group in groups)
        return tuple(sorted(in_order, key=lambda group: index[group[0]]))

    def heads(self, group: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """The components of a group that nothing else in it leads to: join these, and all is
        joined."""
        import networkx as nx

        graph = self.graph.induced(group)
        index = self.graph.index
        found = [
            tuple(sorted(component, key=index.__getitem__))
            for component in nx.strongly_connected_components(graph)
            if all(
                before in component
                for step in component
                for before in self.graph.predecessors[step]
            )
        ]
        return tuple(sorted(found, key=lambda component: index[component[0]]))
