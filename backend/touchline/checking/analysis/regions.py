"""Regions: tasks and decisions that hang together, and the heaviest paths through them.

A walk from one contact costs what it passes, so walks from all of them would cost a region as often
as contacts enter it. Where that begins to show, tables are tried that say for each component how
heavy the path to each target is, for the contacts still to come together. Whichever is the cheaper
of the two, finding out costs no more than a fixed number of times as much.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from touchline.checking.analysis.components import NOWHERE, OUTSIDE, Components, Exit, HeaviestPath
from touchline.checking.analysis.shared_paths import SharedPaths

PATIENCE = 4
"""How many times what walks have cost so far an attempt at sharing may cost."""


def paths(
    components: Components,
    to_come: Sequence[int],
    limit: int,
    entries: Iterable[tuple[str, Sequence[Exit]]],
) -> Iterator[tuple[str, Mapping[str, HeaviestPath]]]:
    """The heaviest path over a limit to each target, for one contact after the other.

    `to_come` is, for each component, the heaviest path from reaching it to the next contact or end;
    `entries` are the contacts with those of their edges by which they can exceed the limit, and are
    looked at one by one as long as walks cost little.
    """
    cost, contacts = 0, iter(entries)
    for contact, edges in contacts:
        found, spent = _walk(components, to_come, limit, edges)
        yield contact, found
        cost += 1 + spent
        if cost > 2 * len(to_come):
            break
    rest = dict(contacts)
    region_of = _regions(components, to_come, limit, rest)
    for contact, edges in rest.items():
        yield contact, _through_regions(components, len(to_come), region_of, contact, edges)


def _through_regions(
    components: Components,
    above: int,
    region_of: Mapping[int, Region],
    contact: str,
    edges: Sequence[Exit],
) -> Mapping[str, HeaviestPath]:
    found: dict[str, HeaviestPath] = {}
    inner: dict[Region, list[Exit]] = {}
    for edge in edges:
        if edge.component == OUTSIDE:
            # The contact's own edge comes before all others.
            found[edge.after] = HeaviestPath(edge.minutes, above, partial(list, (edge,)))
        else:
            inner.setdefault(region_of[edge.component], []).append(edge)
    for region, into in inner.items():
        for target, path in region.paths_from(contact, into).items():
            known = found.get(target)
            if known is not None and known.minutes == path.minutes and known.component != above:
                components.settle(known.component, path.component)
            if known is None or path[:2] > known[:2]:
                found[target] = path
    return found


def _regions(
    components: Components,
    to_come: Sequence[int],
    limit: int,
    entries: Mapping[str, Sequence[Exit]],
) -> Mapping[int, Region]:
    """The region of each component that a contact enters by one of its `entries`; linear."""
    count = len(to_come)
    leader = list(range(count))

    def find(component: int) -> int:
        while leader[component] != component:
            leader[component] = leader[leader[component]]
            component = leader[component]
        return component

    inner = [edge for edges in entries.values() for edge in edges if edge.component != OUTSIDE]
    for component in range(count):
        if to_come[component] != NOWHERE:
            for edge in components.exits(component):
                if edge.component != OUTSIDE and to_come[edge.component] != NOWHERE:
                    leader[find(edge.component)] = find(component)
    found: dict[int, Region] = {}
    for edge in inner:
        root = find(edge.component)
        if root not in found:
            found[root] = Region(components, to_come, limit)
        found[root].waiting.setdefault(edge.step, []).append(edge)
    for component in range(count):
        region = found.get(find(component))
        if region is not None and to_come[component] != NOWHERE:
            region.add(component)
    return {edge.component: found[find(edge.component)] for edge in inner}


class Region:
    """Components that hang together, with the contacts from which paths through them are still
    wanted."""

    def __init__(self, components: Components, to_come: Sequence[int], limit: int) -> None:
        self.waiting: dict[str, list[Exit]] = {}
        """The edges by which each contact enters, in order, until its paths have been found."""
        self._components, self._to_come, self._limit = components, to_come, limit
        self._numbers: list[int] = []
        self._size = self._cost = 0
        self._alone = 1
        self._shared: SharedPaths | None = None
        self._sharing: frozenset[str] = frozenset()

    def add(self, component: int) -> None:
        """Take in a component; they come in ascending order."""
        self._numbers.append(component)
        self._size += 1 + len(self._components.exits(component))

    def paths_from(self, contact: str, entries: Sequence[Exit]) -> Mapping[str, HeaviestPath]:
        """The heaviest path from a contact to each target that is over the limit."""
        self.waiting.pop(contact)
        if self._shared is not None and contact in self._sharing:
            return self._shared.paths_from(entries)
        paths, cost = _walk(self._components, self._to_come, self._limit, entries)
        self._cost += cost
        self.share_soon()
        return paths

    def share_soon(self) -> None:
        """Try to share what is left once walks have cost as much as the whole region.

        The attempt may cost a few times what the walks have cost so far, and the next one, if it
        fails, comes when they have cost twice as much.
        """
        if self._shared is None and self._cost >= self._size * self._alone:
            self.share(self._alone, PATIENCE * self._cost)
            self._alone *= 2

    def share(self, alone: int, most: int) -> None:
        """Make tables for the contacts still to come, but for the heaviest, with limited work.

        One contact with a heavy path to every target would fill the tables for all the others; so
        some of the heaviest are walked from alone.
        """
        heaviest = heapq.nlargest(alone, self.waiting, key=self._potential)
        together = self.waiting.keys() - set(heaviest)
        if together:
            entries = [edge for contact in together for edge in self.waiting[contact]]
            self._shared = SharedPaths.over(
                self._limit, self._components, self._numbers, entries, most
            )
            self._sharing = frozenset(together)

    def _potential(self, contact: str) -> int:
        return max(edge.minutes + self._to_come[edge.component] for edge in self.waiting[contact])


def _walk(
    components: Components, to_come: Sequence[int], limit: int, entries: Sequence[Exit]
) -> tuple[dict[str, HeaviestPath], int]:
    """The heaviest paths from one contact, through what can still exceed the limit, and their cost.

    The components are passed from the first to the last, and the first of equally heavy paths is
    kept.
    """
    contact = len(to_come)
    reached: dict[int, int] = {}
    came_by: dict[int, tuple[Exit, int]] = {}
    heaviest: dict[str, tuple[int, Exit, int]] = {}
    # The highest number comes first in topological order.
    waiting: list[int] = []
    cost = 0

    def walk_on(edges: Sequence[Exit], minutes: int, here: int) -> None:
        for edge in edges:
            arrival, component = minutes + edge.minutes, edge.component
            if component == OUTSIDE:
                if arrival > limit:
                    best = heaviest.get(edge.after)
                    if best is None or arrival > best[0]:
                        heaviest[edge.after] = (arrival, edge, here)
                    elif arrival == best[0] and best[2] not in (here, contact):
                        components.settle(best[2], here)
            elif to_come[component] != NOWHERE and arrival + to_come[component] > limit:
                so_far = reached.get(component, NOWHERE)
                if arrival > so_far:
                    if so_far == NOWHERE:
                        heapq.heappush(waiting, -component)
                    reached[component] = arrival
                    came_by[component] = (edge, here)
                elif arrival == so_far and came_by[component][1] not in (here, contact):
                    components.settle(came_by[component][1], here)

    def back(last: Exit) -> list[Exit]:
        edges = [last]
        while (component := components.of.get(edges[-1].step)) is not None:
            edges.append(came_by[component][0])
        edges.reverse()
        return edges

    walk_on(entries, 0, contact)
    while waiting:
        component = -heapq.heappop(waiting)
        exits = components.exits(component)
        cost += 1 + len(exits)
        walk_on(exits, reached[component] + components.minutes[component], component)
    paths = {
        target: HeaviestPath(minutes, component, partial(back, last))
        for target, (minutes, last, component) in heaviest.items()
    }
    return paths, cost
