"""Fill a silence with something worth receiving."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from touchline.checking.analysis import Analysis, Stretch
from touchline.checking.fixes.filling import Filling, fill_until_quiet
from touchline.checking.fixes.fix import Fix
from touchline.checking.fixes.touches import Terms, can_be_filled, over_limit, touches_needed
from touchline.model.errors import FixNotPossible
from touchline.model.process import Process


@dataclass(frozen=True)
class InsertTouches(Fix):
    """Put touches on a stretch, so that every part of it is short enough."""

    id = "insert-touches"
    analysis: Analysis
    stretch: Stretch

    @classmethod
    def offered_for(cls, analysis: Analysis, stretch: Stretch) -> tuple[Fix, ...]:
        """The fix for a stretch; none where a task alone is longer than the limit."""
        return (cls(analysis, stretch),) if can_be_filled(Terms.of(analysis), stretch) else ()

    @property
    def label(self) -> str:
        """What its button says."""
        count = touches_needed(Terms.of(self.analysis), self.stretch)
        return "Insert a touch" if count == 1 else f"Insert {count} touches"

    @property
    def touches(self) -> Collection[object]:
        """The edges that it divides."""
        return self.stretch.edges

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Divide the edges of this very stretch."""
        if any(pair not in analysis.graph.edges for pair in self.stretch.edges):
            raise FixNotPossible("The silent stretch is no longer there.")
        filling = Filling(process, analysis.process.minutes(analysis.process.max_gap))
        filling.fill([self.stretch])
        return filling.process

    def apply(self, process: Process) -> Process:
        """Fill the stretch, then every other way between the same two contacts.

        Where it shares edges with silences of other contacts, those get their touches as well: a
        touch on a shared edge would otherwise end their gap and open another.
        """
        before = Analysis(process)
        ends = (self.stretch.steps[0], self.stretch.steps[-1])
        known = {
            (stretch.steps[0], stretch.steps[-1])
            for stretch in before.silence.over_warning.stretches
        } - {ends}
        near_limit = not over_limit(before, self.stretch)

        def wanted(stretch: Stretch) -> bool:
            pair = (stretch.steps[0], stretch.steps[-1])
            if pair == ends:
                return near_limit or over_limit(before, stretch)
            return pair not in known and over_limit(before, stretch)

        limits = [process.minutes(process.max_gap)]
        if near_limit:
            limits.append(process.minutes(process.warn_gap))
        return fill_until_quiet(self.change(before, process), min(limits), wanted)
