"""A process as a graph, built once for each analysis.

networkx is imported only where a loop or a lost step needs it: it takes as long to import as a
process of 10,000 steps takes to check, and most checks are of small processes without either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from touchline.model.process import Edge, Kind, Process, Step

if TYPE_CHECKING:
    import networkx as nx

CONTACT_KINDS = frozenset({Kind.CONTACT, Kind.START})
"""The kinds that end a silence; a start counts, since the prospect has just turned up."""
QUIET_KINDS = frozenset({Kind.TASK, Kind.DECISION})
"""The kinds that a prospect does not see, so that silence goes on through them."""


@dataclass(frozen=True)
class ProcessGraph:
    """Steps and edges by id, who follows whom, and the times in minutes."""

    process: Process

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Each step by its id, in the order of the process."""
        return {step.id: step for step in self.process.steps}

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where in the order of the process each step stands."""
        return {step.id: place for place, step in enumerate(self.process.steps)}

    @cached_property
    def edges(self) -> Mapping[tuple[str, str], Edge]:
        """Each edge by the steps that it joins."""
        return {(edge.source, edge.target): edge for edge in self.process.edges}

    @cached_property
    def successors(self) -> Mapping[str, list[str]]:
        """The next steps of each step, in the order of the edges."""
        following: dict[str, list[str]] = {step.id: [] for step in self.process.steps}
        for edge in self.process.edges:
            following[edge.source].append(edge.target)
        return following

    @cached_property
    def predecessors(self) -> Mapping[str, list[str]]:
        """The steps before each step, in the order of the edges."""
        before: dict[str, list[str]] = {step.id: [] for step in self.process.steps}
        for edge in self.process.edges:
            before[edge.target].append(edge.source)
        return before

    @cached_property
    def waits(self) -> Mapping[tuple[str, str], int]:
        """The wait on each edge in minutes; one that nobody has decided counts as nothing."""
        minutes = self.process.minutes
        return {(edge.source, edge.target): minutes(edge.max_wait) for edge in self.process.edges}

    @cached_property
    def quiet_minutes(self) -> Mapping[str, int]:
        """The duration in minutes of each task and decision, through which silence runs."""
        minutes = self.process.minutes
        return {
            step.id: minutes(step.duration)
            for step in self.process.steps
            if step.kind in QUIET_KINDS
        }

    @cached_property
    def quiet_successors(self) -> Mapping[str, list[str]]:
        """The tasks and decisions that follow each task and decision: where silence can grow."""
        quiet, successors = self.quiet_minutes, self.successors
        return {step: [after for after in successors[step] if after in quiet] for step in quiet}

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The ids of the starts."""
        return tuple(step.id for step in self.process.steps if step.kind is Kind.START)

    @cached_property
    def ends(self) -> tuple[str, ...]:
        """The ids of the ends."""
        return tuple(step.id for step in self.process.steps if step.kind is Kind.END)

    def name(self, step: str) -> str:
        """What the step is called."""
        return self.steps[step].name

    def induced(self, members: Iterable[str]) -> nx.DiGraph[str]:
        """The graph of some steps and the edges between them, in the order of the process."""
        import networkx as nx

        kept = set(members)
        in_order: list[str] = sorted(kept, key=self.index.__getitem__)
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(in_order)
        graph.add_edges_from(
            (step, after) for step in in_order for after in self.successors[step] if after in kept
        )
        return graph


def spread(sources: Iterable[str], following: Mapping[str, list[str]]) -> set[str]:
    """Everything that the sources lead to, themselves included; linear in what is reached."""
    reached = set(sources)
    waiting = list(reached)
    while waiting:
        for step in following[waiting.pop()]:
            if step not in reached:
                reached.add(step)
                waiting.append(step)
    return reached
