"""Where a way goes on from each knot to each target, found once for many contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Self

from touchline.checking.analysis.knots import NOWHERE, OUTSIDE, Exit, Knots, Way


class Onward(NamedTuple):
    """The heaviest way from reaching a knot to a target, and the edge by which it leaves."""

    minutes: int
    edge: Exit


@dataclass(frozen=True)
class SharedWays:
    """The ways through a region for contacts that enter it at the same or at different places."""

    limit: int
    knots: Knots
    onward: Mapping[int, Mapping[str, Onward]]
    """By knot and target, where some contact's way through the knot to the target is too long."""
    _heaviest_first: dict[int, Sequence[tuple[str, Onward]]] = field(default_factory=dict)

    @classmethod
    def over(
        cls,
        limit: int,
        knots: Knots,
        numbers: Sequence[int],
        entries: Sequence[Exit],
        most: int,
    ) -> Self | None:
        """The ways of contacts that enter the knots `numbers` (ascending) by some edges.

        None where finding them would take more than `most` steps of work.
        """
        arrival = _latest_arrivals(knots, numbers, entries)
        onward: dict[int, dict[str, Onward]] = {}
        shared = cls(limit, knots, onward)
        work = 0
        for knot in numbers:
            if knot not in arrival:
                continue
            table: dict[str, Onward] = {}
            own, slack = knots.minutes[knot], limit - arrival[knot]
            for edge in knots.exits(knot):
                beyond = onward.get(edge.knot, {})
                work += 1 + len(beyond)
                if work > most:
                    return None
                so_far = own + edge.minutes
                if edge.knot == OUTSIDE:
                    shared._offer(table, edge.after, Onward(so_far, edge), slack)
                for target, way in beyond.items():
                    shared._offer(table, target, Onward(so_far + way.minutes, edge), slack)
            if table:
                onward[knot] = table
        return shared

    def _offer(self, table: dict[str, Onward], target: str, way: Onward, slack: int) -> None:
        if way.minutes <= slack:
            return
        known = table.get(target)
        if (
            known is None
            or way.minutes > known.minutes
            or (way.minutes == known.minutes and self._comes_before(way, known, target))
        ):
            table[target] = way

    def _comes_before(self, way: Onward, known: Onward, target: str) -> bool:
        """Whether of two equally heavy ways to a target the one is to be taken before the other.

        Seen from the target they go together up to some knot; there the edge that leads from the
        higher knot decides, or the way that has nothing more before it.
        """
        one, other = way.edge.knot, known.edge.knot
        before_one = before_other = NOWHERE
        while one != other:
            if one > other:
                before_one, one = one, self.onward[one][target].edge.knot
            else:
                before_other, other = other, self.onward[other][target].edge.knot
        if before_one == NOWHERE or before_other == NOWHERE:
            return before_one == NOWHERE and before_other != NOWHERE
        self.knots.settle(before_one, before_other)
        return before_one > before_other

    def ways_from(self, entries: Sequence[Exit]) -> Mapping[str, Way]:
        """The heaviest way to each target that is over the limit from a contact's `entries`."""
        found: dict[str, Onward] = {}
        for edge in entries:
            slack = self.limit - edge.minutes
            for target, way in self._ranked(edge.knot):
                if way.minutes <= slack:
                    break
                self._offer(found, target, Onward(edge.minutes + way.minutes, edge), self.limit)
        return {target: self._way(onward, target) for target, onward in found.items()}

    def _way(self, first: Onward, target: str) -> Way:
        last = first.edge
        while last.knot != OUTSIDE:
            last = self.onward[last.knot][target].edge
        return Way(first.minutes, self.knots.of[last.step], partial(self._edges, first, target))

    def _ranked(self, knot: int) -> Sequence[tuple[str, Onward]]:
        known = self._heaviest_first.get(knot)
        if known is None:
            ways = self.onward.get(knot, {}).items()
            known = sorted(ways, key=lambda way: way[1].minutes, reverse=True)
            self._heaviest_first[knot] = known
        return known

    def _edges(self, first: Onward, target: str) -> list[Exit]:
        edges = [first.edge]
        while edges[-1].knot != OUTSIDE:
            edges.append(self.onward[edges[-1].knot][target].edge)
        return edges


def _latest_arrivals(
    knots: Knots, numbers: Sequence[int], entries: Sequence[Exit]
) -> Mapping[int, int]:
    """How long the longest silence is on reaching each knot, where one reaches it, in minutes."""
    arrival: dict[int, int] = {}
    inside = set(numbers)

    def arrive(edge: Exit, minutes: int) -> None:
        if edge.knot in inside and minutes > arrival.get(edge.knot, NOWHERE):
            arrival[edge.knot] = minutes

    for edge in entries:
        arrive(edge, edge.minutes)
    for knot in reversed(numbers):
        if knot in arrival:
            for edge in knots.exits(knot):
                arrive(edge, arrival[knot] + knots.minutes[knot] + edge.minutes)
    return arrival
