"""Where loops of tasks and decisions are to be broken, so that none is left that takes time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from touchline.checking.graph import ProcessGraph, spread

Pair = tuple[str, str]


def edges_back(graph: ProcessGraph, component: Sequence[str]) -> Iterator[Pair]:
    """The edges on which a component's loops begin again, in the order in which to break them.

    The steps of the component are taken in order. As long as a loop through one of them that stays
    among it and the later ones takes time, the edge to it from the last step of such a loop is
    broken. Whether a step leads to another is searched from both ends, which in a dense component
    is quick.
    """
    place = {step: number for number, step in enumerate(component)}
    after = {step: [s for s in graph.successors[step] if s in place] for step in component}
    before = {step: [s for s in graph.predecessors[step] if s in place] for step in component}
    for number, first in enumerate(component):
        last_ones = [
            last
            for last in sorted(before[first], key=place.__getitem__, reverse=True)
            if place[last] >= number and _leads(first, last, after, before, place, number)
        ]
        for at, last in enumerate(last_ones):
            takes_time = (
                graph.waits[last, first] + graph.quiet_minutes[first] + graph.quiet_minutes[last]
            )
            if not takes_time and not _time_passes(
                graph, first, last_ones[at:], after, before, place
            ):
                break
            yield last, first


def _leads(
    source: str,
    target: str,
    after: Mapping[str, Sequence[str]],
    before: Mapping[str, Sequence[str]],
    place: Mapping[str, int],
    least: int,
) -> bool:
    """Whether one step leads to another by way of steps at `least` so far on in the component."""
    if source == target:
        return True
    reached, ends = ({source}, {target}), ([source], [target])
    while ends[0] and ends[1]:
        side = 0 if len(ends[0]) <= len(ends[1]) else 1
        following = after if side == 0 else before
        found = []
        for step in ends[side]:
            for other in following[step]:
                if other in reached[1 - side]:
                    return True
                if other not in reached[side] and place[other] >= least:
                    reached[side].add(other)
                    found.append(other)
        ends = (found, ends[1]) if side == 0 else (ends[0], found)
    return False


def _time_passes(
    graph: ProcessGraph,
    first: str,
    last_ones: Sequence[str],
    after: Mapping[str, Sequence[str]],
    before: Mapping[str, Sequence[str]],
    place: Mapping[str, int],
) -> bool:
    """Whether some loop through `first` that comes back from one of the last steps takes time."""
    least = place[first]

    def later(following: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        return {
            step: [other for other in following[step] if place[other] >= least]
            for step in place
            if place[step] >= least
        }

    ahead, back = later(after), later(before)
    back[first] = list(last_ones)
    members = spread([first], ahead) & spread([first], back)
    return any(graph.quiet_minutes[step] for step in members) or any(
        graph.waits[step, other]
        for step in members
        for other in ahead[step]
        if other in members and (other != first or step in last_ones)
    )
