"""Decide a wait that nobody has decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import DEFAULT_WAIT
from touchline.checking.fixes.fix import Fix
from touchline.model.duration import MINUTES_PER_DAY, MINUTES_PER_HOUR, Duration
from touchline.model.errors import FixNotPossible
from touchline.model.process import Process


@dataclass(frozen=True)
class SetWait(Fix):
    """Set an edge's wait to a day, or to what the silence around it leaves room for."""

    id = "set-wait"
    pair: tuple[str, str]
    wait: Duration

    @classmethod
    def offered_for(cls, analysis: Analysis, pair: tuple[str, str]) -> Fix:
        """The fix for one edge without a wait."""
        return cls(pair, _wait_with_room(analysis, pair))

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Set the wait to {self.wait}"

    @property
    def touches(self) -> Collection[object]:
        """The edge itself."""
        return (self.pair,)

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Set the wait; raises FixNotPossible when the edge is gone."""
        return self.change_all((self,), analysis, process)

    @classmethod
    def change_all(cls, fixes: Sequence[Self], analysis: Analysis, process: Process) -> Process:
        """Set all the waits at once; raises FixNotPossible when an edge is gone."""
        if any(fix.pair not in analysis.graph.edges for fix in fixes):
            raise FixNotPossible("The edge is no longer there.")
        waits = {fix.pair: fix.wait for fix in fixes}
        edges = (
            edge.model_copy(update={"max_wait": waits[edge.pair]}) if edge.pair in waits else edge
            for edge in process.edges
        )
        return process.model_copy(update={"edges": tuple(edges)})


def _wait_with_room(analysis: Analysis, pair: tuple[str, str]) -> Duration:
    silence = analysis.silence
    if silence.loops_quietly(*pair):
        # Any time at all in a loop without a contact would make its silence endless.
        return Duration.of(0)
    through = silence.minutes_through(*pair) or 0
    room = analysis.process.minutes(analysis.process.max_gap) - through
    if MINUTES_PER_HOUR <= room < MINUTES_PER_DAY:
        return Duration.of(room // MINUTES_PER_HOUR * MINUTES_PER_HOUR)
    # Where there is no room at all the silence needs touches whatever the wait is.
    return DEFAULT_WAIT
