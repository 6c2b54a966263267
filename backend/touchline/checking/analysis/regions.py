"""Regions: tasks and decisions that hang together, and the heaviest ways through them.

A walk from one contact costs what it passes, so walks from all of them would cost a region as often
as contacts enter it. Where that begins to show, tables are tried that say for each knot how heavy
the way to each target is, for the contacts still to come together. Whichever is the cheaper of the
two, finding out costs no more than a fixed number of times as much.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from touchline.checking.analysis.knots import NOWHERE, OUTSIDE, Exit, Knots, Way
from touchline.checking.analysis.shared_ways import SharedWays

PATIENCE = 4
"""How many times what walks have cost so far an attempt at sharing may cost."""


def ways(
    knots: Knots, to_come: Sequence[int], limit: int, entries: Iterable[tuple[str, Sequence[Exit]]]
) -> Iterator[tuple[str, Mapping[str, Way]]]:
    """The heaviest way over a limit to each target, for one contact after the other.

    `to_come` is, for each knot, the heaviest way from reaching it to the next contact or end;
    `entries` are the contacts with those of their edges by which they can exceed the limit, and are
    looked at one by one as long as walks cost little.
    """
    cost, contacts = 0, iter(entries)
    for contact, edges in contacts:
        found, spent = _walk(knots, to_come, limit, edges)
        yield contact, found
        cost += 1 + spent
        if cost > 2 * len(to_come):
            break
    rest = dict(contacts)
    region_of = _regions(knots, to_come, limit, rest)
    for contact, edges in rest.items():
        yield contact, _through_regions(knots, len(to_come), region_of, contact, edges)


def _through_regions(
    knots: Knots,
    above: int,
    region_of: Mapping[int, Region],
    contact: str,
    edges: Sequence[Exit],
) -> Mapping[str, Way]:
    found: dict[str, Way] = {}
    inner: dict[Region, list[Exit]] = {}
    for edge in edges:
        if edge.knot == OUTSIDE:
            # The contact's own edge comes before all others.
            found[edge.after] = Way(edge.minutes, above, partial(list, (edge,)))
        else:
            inner.setdefault(region_of[edge.knot], []).append(edge)
    for region, into in inner.items():
        for target, way in region.ways_from(contact, into).items():
            known = found.get(target)
            if known is not None and known.minutes == way.minutes and known.knot != above:
                knots.settle(known.knot, way.knot)
            if known is None or way[:2] > known[:2]:
                found[target] = way
    return found


def _regions(
    knots: Knots, to_come: Sequence[int], limit: int, entries: Mapping[str, Sequence[Exit]]
) -> Mapping[int, Region]:
    """The region of each knot that a contact enters by one of its `entries`; linear."""
    count = len(to_come)
    leader = list(range(count))

    def find(knot: int) -> int:
        while leader[knot] != knot:
            leader[knot] = leader[leader[knot]]
            knot = leader[knot]
        return knot

    inner = [edge for edges in entries.values() for edge in edges if edge.knot != OUTSIDE]
    for knot in range(count):
        if to_come[knot] != NOWHERE:
            for edge in knots.exits(knot):
                if edge.knot != OUTSIDE and to_come[edge.knot] != NOWHERE:
                    leader[find(edge.knot)] = find(knot)
    found: dict[int, Region] = {}
    for edge in inner:
        root = find(edge.knot)
        if root not in found:
            found[root] = Region(knots, to_come, limit)
        found[root].waiting.setdefault(edge.step, []).append(edge)
    for knot in range(count):
        region = found.get(find(knot))
        if region is not None and to_come[knot] != NOWHERE:
            region.add(knot)
    return {edge.knot: found[find(edge.knot)] for edge in inner}


class Region:
    """Knots that hang together, with the contacts from which ways through them are still wanted."""

    def __init__(self, knots: Knots, to_come: Sequence[int], limit: int) -> None:
        self.waiting: dict[str, list[Exit]] = {}
        """The edges by which each contact enters, in order, until its ways have been found."""
        self._knots, self._to_come, self._limit = knots, to_come, limit
        self._numbers: list[int] = []
        self._size = self._cost = 0
        self._alone = 1
        self._shared: SharedWays | None = None
        self._sharing: frozenset[str] = frozenset()

    def add(self, knot: int) -> None:
        """Take in a knot; they come in ascending order."""
        self._numbers.append(knot)
        self._size += 1 + len(self._knots.exits(knot))

    def ways_from(self, contact: str, entries: Sequence[Exit]) -> Mapping[str, Way]:
        """The heaviest way from a contact to each target that is over the limit."""
        self.waiting.pop(contact)
        if self._shared is not None and contact in self._sharing:
            return self._shared.ways_from(entries)
        ways, cost = _walk(self._knots, self._to_come, self._limit, entries)
        self._cost += cost
        self.share_soon()
        return ways

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

        One contact with a heavy way to every target would fill the tables for all the others; so
        some of the heaviest are walked from alone.
        """
        heaviest = heapq.nlargest(alone, self.waiting, key=self._potential)
        together = self.waiting.keys() - set(heaviest)
        if together:
            entries = [edge for contact in together for edge in self.waiting[contact]]
            self._shared = SharedWays.over(self._limit, self._knots, self._numbers, entries, most)
            self._sharing = frozenset(together)

    def _potential(self, contact: str) -> int:
        return max(edge.minutes + self._to_come[edge.knot] for edge in self.waiting[contact])


def _walk(
    knots: Knots, to_come: Sequence[int], limit: int, entries: Sequence[Exit]
) -> tuple[dict[str, Way], int]:
    """The heaviest ways from one contact, through what can still exceed the limit, and their cost.

    The knots are passed from the first to the last, and the first of equally heavy ways is kept.
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
            arrival, knot = minutes + edge.minutes, edge.knot
            if knot == OUTSIDE:
                if arrival > limit:
                    best = heaviest.get(edge.after)
                    if best is None or arrival > best[0]:
                        heaviest[edge.after] = (arrival, edge, here)
                    elif arrival == best[0] and best[2] not in (here, contact):
                        knots.settle(best[2], here)
            elif to_come[knot] != NOWHERE and arrival + to_come[knot] > limit:
                so_far = reached.get(knot, NOWHERE)
                if arrival > so_far:
                    if so_far == NOWHERE:
                        heapq.heappush(waiting, -knot)
                    reached[knot] = arrival
                    came_by[knot] = (edge, here)
                elif arrival == so_far and came_by[knot][1] not in (here, contact):
                    knots.settle(came_by[knot][1], here)

    def back(last: Exit) -> list[Exit]:
        edges = [last]
        while (knot := knots.of.get(edges[-1].step)) is not None:
            edges.append(came_by[knot][0])
        edges.reverse()
        return edges

    walk_on(entries, 0, contact)
    while waiting:
        knot = -heapq.heappop(waiting)
        exits = knots.exits(knot)
        cost += 1 + len(exits)
        walk_on(exits, reached[knot] + knots.minutes[knot], knot)
    ways = {
        target: Way(minutes, knot, partial(back, last))
        for target, (minutes, last, knot) in heaviest.items()
    }
    return ways, cost
