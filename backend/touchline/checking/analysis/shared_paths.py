"""Where a path goes on from each component to each target, found once for many contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Self

from touchline.checking.analysis.components import NOWHERE, OUTSIDE, Components, Exit, HeaviestPath


class Onward(NamedTuple):
    """The heaviest path from reaching a component to a target, and the edge by which it leaves."""

    minutes: int
    edge: Exit


@dataclass(frozen=True)
class SharedPaths:
    """The paths through a region for contacts that enter it at the same or at different places."""

    limit: int
    components: Components
    onward: Mapping[int, Mapping[str, Onward]]
    """By component and target, where some contact's path through the component to the target is too
    long."""
    _heaviest_first: dict[int, Sequence[tuple[str, Onward]]] = field(default_factory=dict)

    @classmethod
    def over(
        cls,
        limit: int,
        components: Components,
        numbers: Sequence[int],
        entries: Sequence[Exit],
        most: int,
    ) -> Self | None:
        """The paths of contacts that enter the components `numbers` (ascending) by some edges.

        None where finding them would take more than `most` steps of work.
        """
        arrival = _latest_arrivals(components, numbers, entries)
        onward: dict[int, dict[str, Onward]] = {}
        shared = cls(limit, components, onward)
        work = 0
        for component in numbers:
            if component not in arrival:
                continue
            table: dict[str, Onward] = {}
            own, slack = components.minutes[component], limit - arrival[component]
            for edge in components.exits(component):
                beyond = onward.get(edge.component, {})
                work += 1 + len(beyond)
                if work > most:
                    return None
                so_far = own + edge.minutes
                if edge.component == OUTSIDE:
                    shared._offer(table, edge.after, Onward(so_far, edge), slack)
                for target, path in beyond.items():
                    shared._offer(table, target, Onward(so_far + path.minutes, edge), slack)
            if table:
                onward[component] = table
        return shared

    def _offer(self, table: dict[str, Onward], target: str, path: Onward, slack: int) -> None:
        if path.minutes <= slack:
            return
        known = table.get(target)
        if (
            known is None
            or path.minutes > known.minutes
            or (path.minutes == known.minutes and self._comes_before(path, known, target))
        ):
            table[target] = path

    def _comes_before(self, path: Onward, known: Onward, target: str) -> bool:
        """Whether of two equally heavy paths to a target the one is to be taken before the other.

        Seen from the target they go together up to some component; there the edge that leads from
        the higher component decides, or the path that has nothing more before it.
        """
        one, other = path.edge.component, known.edge.component
        before_one = before_other = NOWHERE
        while one != other:
            if one > other:
                before_one, one = one, self.onward[one][target].edge.component
            else:
                before_other, other = other, self.onward[other][target].edge.component
        if before_one == NOWHERE or before_other == NOWHERE:
            return before_one == NOWHERE and before_other != NOWHERE
        self.components.settle(before_one, before_other)
        return before_one > before_other

    def paths_from(self, entries: Sequence[Exit]) -> Mapping[str, HeaviestPath]:
        """The heaviest path to each target that is over the limit from a contact's `entries`."""
        found: dict[str, Onward] = {}
        for edge in entries:
            slack = self.limit - edge.minutes
            for target, path in self._ranked(edge.component):
                if path.minutes <= slack:
                    break
                self._offer(found, target, Onward(edge.minutes + path.minutes, edge), self.limit)
        return {target: self._path(onward, target) for target, onward in found.items()}

    def _path(self, first: Onward, target: str) -> HeaviestPath:
        last = first.edge
        while last.component != OUTSIDE:
            last = self.onward[last.component][target].edge
        return HeaviestPath(
            first.minutes, self.components.of[last.step], partial(self._edges, first, target)
        )

    def _ranked(self, component: int) -> Sequence[tuple[str, Onward]]:
        known = self._heaviest_first.get(component)
        if known is None:
            paths = self.onward.get(component, {}).items()
            known = sorted(paths, key=lambda path: path[1].minutes, reverse=True)
            self._heaviest_first[component] = known
        return known

    def _edges(self, first: Onward, target: str) -> list[Exit]:
        edges = [first.edge]
        while edges[-1].component != OUTSIDE:
            edges.append(self.onward[edges[-1].component][target].edge)
        return edges


def _latest_arrivals(
    components: Components, numbers: Sequence[int], entries: Sequence[Exit]
) -> Mapping[int, int]:
    """How long the longest silence is on reaching each component, where one reaches it, in
    minutes."""
    arrival: dict[int, int] = {}
    inside = set(numbers)

    def arrive(edge: Exit, minutes: int) -> None:
        if edge.component in inside and minutes > arrival.get(edge.component, NOWHERE):
            arrival[edge.component] = minutes

    for edge in entries:
        arrive(edge, edge.minutes)
    for component in reversed(numbers):
        if component in arrival:
            for edge in components.exits(component):
                arrive(edge, arrival[component] + components.minutes[component] + edge.minutes)
    return arrival
