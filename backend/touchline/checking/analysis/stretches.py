"""Stretches: the silences over a limit, listed with their paths.

Every ordered pair of a contact and the next one has one, its heaviest. Of equally heavy paths it is
the one whose last edge comes first, then the one before, and so on: edges come in the order of the
components from which they lead, a contact's own before all others. Two paths to find them agree on
that: a walk from one contact, and tables that many contacts share (`regions.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from touchline.checking.analysis.components import NOWHERE, OUTSIDE, Components, Exit, HeaviestPath
from touchline.checking.analysis.regions import paths
from touchline.checking.graph import CONTACT_KINDS, ProcessGraph
from touchline.model.limits import MAX_STRETCH_STEPS, MAX_STRETCHES


class Stretch(NamedTuple):
    """A silence from one contact to the next contact or end: its steps in order, its minutes."""

    steps: tuple[str, ...]
    minutes: int

    @property
    def edges(self) -> tuple[tuple[str, str], ...]:
        """The edges along it, in order."""
        return tuple(zip(self.steps, self.steps[1:], strict=False))


@dataclass(frozen=True)
class Listing:
    """Stretches over a limit, and whether there were more than can be listed."""

    stretches: tuple[Stretch, ...]
    cut_short: bool


def listed(stretches: Iterable[Stretch]) -> Listing:
    """As many stretches as are ever listed: MAX_STRETCHES, or MAX_STRETCH_STEPS on their paths."""
    found: list[Stretch] = []
    named = 0
    for stretch in stretches:
        if len(found) >= MAX_STRETCHES or named >= MAX_STRETCH_STEPS:
            return Listing(tuple(found), cut_short=True)
        found.append(stretch)
        named += len(stretch.steps)
    return Listing(tuple(found), cut_short=False)


def stretches_over(
    graph: ProcessGraph, components: Components, to_come: Sequence[int], limit: int
) -> Iterator[Stretch]:
    """The heaviest stretch of each ordered pair that is over a limit, in the order of the process.

    `to_come` is, for each component, the heaviest path from reaching it to the next contact or end.
    """
    entries: dict[str, list[Exit]] = {}
    for step in graph.process.steps:
        if step.kind not in CONTACT_KINDS:
            continue
        for after in graph.successors[step.id]:
            minutes, component = graph.waits[step.id, after], components.of.get(after, OUTSIDE)
            more = 0 if component == OUTSIDE else to_come[component]
            if more != NOWHERE and minutes + more > limit:
                entries.setdefault(step.id, []).append(Exit(step.id, after, minutes, component))
    for _, found in paths(components, to_come, limit, entries.items()):
        for target in sorted(found, key=graph.index.__getitem__):
            yield stretch_along(components, found[target])


def stretch_along(components: Components, path: HeaviestPath) -> Stretch:
    """The stretch of a path, with all its steps, those inside its components included."""
    edges = path.edges()
    steps = [edges[0].step]
    for into, out in pairwise(edges):
        steps.extend(components.path_inside(into.after, out.step))
    steps.append(edges[-1].after)
    return Stretch(tuple(steps), path.minutes)
