"""Join a step that stands alone to the rest of the process."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import DEFAULT_WAIT, add_edges, edge, listed
from touchline.checking.fixes.fix import Fix
from touchline.checking.graph import CONTACT_KINDS, QUIET_KINDS
from touchline.model.duration import Duration
from touchline.model.errors import FixNotPossible
from touchline.model.process import Edge, Kind, Process, Step


@dataclass(frozen=True)
class ConnectToLaterStep(Fix):
    """Lead a dead end on to the next contact or end."""

    id = "connect-to-later-step"
    source: str
    target: str
    target_name: str

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Connect to {listed([self.target_name])}"

    @property
    def touches(self) -> Collection[object]:
        """The edge that it adds."""
        return ((self.source, self.target),)

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Add the edge; raises FixNotPossible when a step is gone or already joined."""
        return self.change_all((self,), analysis, process)

    @classmethod
    def change_all(cls, fixes: Sequence[Self], analysis: Analysis, process: Process) -> Process:
        """Add all the edges at once; raises FixNotPossible as `change` does."""
        return join_all(analysis, process, [(fix.source, fix.target) for fix in fixes])


@dataclass(frozen=True)
class ConnectFromEarlierStep(Fix):
    """Lead a deal to steps that no start leads to."""

    id = "connect-from-earlier-step"
    joins: tuple[tuple[str, str], ...]
    source_names: tuple[str, ...]

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Connect from {listed(self.source_names)}"

    @property
    def touches(self) -> Collection[object]:
        """The edges that it adds."""
        return self.joins

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Add the edges; raises FixNotPossible when a step is gone or already joined."""
        return self.change_all((self,), analysis, process)

    @classmethod
    def change_all(cls, fixes: Sequence[Self], analysis: Analysis, process: Process) -> Process:
        """Add all the edges at once; raises FixNotPossible as `change` does."""
        return join_all(analysis, process, [pair for fix in fixes for pair in fix.joins])


@dataclass(frozen=True)
class LaterSteps:
    """The steps to which a dead end can be led on without harm, found once for all of them.

    They are contacts and ends, since a silence ends there, and have an end before them, so that no
    deal is sent round for ever.
    """

    analysis: Analysis
    places: Sequence[int]

    @classmethod
    def of(cls, analysis: Analysis) -> LaterSteps:
        """The candidates of a process, in its order; linear."""
        ways_out = analysis.reach.to_ends
        return cls(
            analysis,
            [
                place
                for place, step in enumerate(analysis.process.steps)
                if step.kind in (Kind.CONTACT, Kind.END) and step.id in ways_out
            ],
        )

    def after(self, step: str) -> Step | None:
        """The nearest candidate after a step, else the nearest before it; None if there is none."""
        place = self.analysis.graph.index[step]
        later = bisect_right(self.places, place)
        steps = self.analysis.process.steps
        if later < len(self.places):
            return steps[self.places[later]]
        earlier = bisect_left(self.places, place)
        return steps[self.places[earlier - 1]] if earlier else None


@dataclass(frozen=True)
class EarlierSteps:
    """The steps from which a deal can be led to an unreachable one, found once for all of them.

    Each list holds places in the order of the process: contacts, decisions, and those of both (and
    tasks) where the way stops so far.
    """

    analysis: Analysis
    contacts: Sequence[int]
    branches: Sequence[int]
    stopped_contacts: Sequence[int]
    stopped_branches: Sequence[int]
    dead_ends: Collection[str]

    @classmethod
    def of(cls, analysis: Analysis) -> EarlierSteps:
        """The candidates of a process, in its order; linear."""
        reached, dead_ends = analysis.reach.from_starts, set(analysis.reach.dead_ends)
        contacts: list[int] = []
        branches: list[int] = []
        stopped_contacts: list[int] = []
        stopped_branches: list[int] = []
        for place, step in enumerate(analysis.process.steps):
            if step.id not in reached:
                continue
            stopped = step.id in dead_ends
            if step.kind in CONTACT_KINDS:
                (stopped_contacts if stopped else contacts).append(place)
            elif step.kind in QUIET_KINDS and not analysis.silence.blocked_before(step.id):
                # Only a decision branches; a task leads on where nothing follows it yet.
                if stopped:
                    stopped_branches.append(place)
                elif step.kind is Kind.DECISION:
                    branches.append(place)
        return cls(analysis, contacts, branches, stopped_contacts, stopped_branches, dead_ends)

    def before(self, step: Step) -> Step | None:
        """The nearest candidate before a step, else the first after it; None where there is none.

        What leads to a task or decision has to be a contact, so that no loop without one arises. A
        step where the way stops may lead only to one that has an end before it, or to another where
        it stops: a deal would be sent round for ever otherwise.
        """
        choices = [self.contacts]
        if step.kind not in QUIET_KINDS:
            choices.append(self.branches)
        if step.id in self.analysis.reach.to_ends or step.id in self.dead_ends:
            choices.append(self.stopped_contacts)
            if step.kind not in QUIET_KINDS:
                choices.append(self.stopped_branches)
        here = self.analysis.graph.index[step.id]
        before = [places[at - 1] for places in choices if (at := bisect_left(places, here))]
        after = [
            places[at] for places in choices if (at := bisect_left(places, here)) < len(places)
        ]
        if before:
            return self.analysis.process.steps[max(before)]
        return self.analysis.process.steps[min(after)] if after else None


def join(analysis: Analysis, process: Process, source: str, target: str) -> Process:
    """An edge from one step to another, with a day to wait or what the silence leaves room for.

    Raises FixNotPossible when a step is gone or the two are joined already.
    """
    return join_all(analysis, process, [(source, target)])


def join_all(analysis: Analysis, process: Process, pairs: Iterable[tuple[str, str]]) -> Process:
    """Edges between several pairs of steps, each as `join` makes it."""
    graph, limit = analysis.graph, process.minutes(process.max_gap)
    added: list[Edge] = []
    for source, target in pairs:
        if source not in graph.steps or target not in graph.steps:
            raise FixNotPossible("A step that was to be joined is no longer there.")
        if (source, target) in graph.edges:
            raise FixNotPossible(f"{listed([graph.name(source), graph.name(target)])} are joined.")
        before = analysis.silence.minutes_before(source) or 0
        after = analysis.silence.minutes_after(target) or 0
        has_room = limit - before - after >= process.minutes(DEFAULT_WAIT)
        added.append(edge(source, target, DEFAULT_WAIT if has_room else Duration.of(0)))
    return add_edges(process, added)
