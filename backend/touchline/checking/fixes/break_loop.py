"""Let the prospect hear something in every round of a loop."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.draft import Draft
from touchline.checking.fixes.edit import between, listed
from touchline.checking.fixes.fix import Fix
from touchline.checking.fixes.loops import edges_back
from touchline.checking.fixes.touches import CONTENT, touch_after
from touchline.model.duration import MINUTES_PER_DAY
from touchline.model.errors import FixNotPossible
from touchline.model.process import Channel, Process


@dataclass(frozen=True)
class BreakLoop(Fix):
    """Put a touch where a loop without a contact begins again."""

    id = "touch-in-loop"
    steps: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def offered_for(cls, analysis: Analysis, steps: tuple[str, ...]) -> tuple[Fix, ...]:
        """The fix for a loop; none where a task nearby is longer than the limit all by itself.

        Ways through the loop have no bound and are therefore no gaps; once they have one, such a
        task would make them gaps that nothing can fill.
        """
        limit = analysis.process.minutes(analysis.process.max_gap)
        if analysis.silence.longest_task_nearby[steps[0]] > limit:
            return ()
        return (cls(steps, tuple(analysis.graph.name(step) for step in steps)),)

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Put a touch into each round of {listed(self.names)}"

    @property
    def touches(self) -> Collection[object]:
        """The steps of the loop."""
        return self.steps

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Put touches on edges of the loop until none is left without one.

        Raises FixNotPossible when the loop is gone.
        """
        return self.change_all((self,), analysis, process)

    @classmethod
    def change_all(cls, fixes: Sequence[Self], analysis: Analysis, process: Process) -> Process:
        """Break one loop after the other; linear in the process but for the search for loops."""
        endless = {
            step: component
            for component in analysis.silence.endless_components
            for step in component
        }
        now = Analysis(process)
        components = {
            step: component for component in now.silence.endless_components for step in component
        }
        draft = Draft(process)
        used = {step.channel for step in process.steps}
        for fix in fixes:
            if endless.keys().isdisjoint(fix.steps):
                raise FixNotPossible("The loop is no longer there.")
            found = {
                components[step][0]: components[step] for step in fix.steps if step in components
            }
            for first in sorted(found, key=now.graph.index.__getitem__):
                for pair in edges_back(now.graph, found[first]):
                    _put_touch(draft, pair, now.graph.waits[pair], used)
        return draft.process


def _put_touch(draft: Draft, pair: tuple[str, str], wait: int, used: set[Channel | None]) -> None:
    """A touch on the way back to the first step of a loop, in the middle of the wait."""
    # A recap has no conversation to tell of here, as long as there is anything else to send.
    choice = [channel for channel in CONTENT if channel is not Channel.RECAP]
    channel = next((channel for channel in choice if channel not in used), choice[0])
    used.add(channel)
    last, first = draft.step(pair[0]), draft.step(pair[1])
    touch = touch_after(last, last, channel, draft.taken)
    placed = touch.model_copy(update={"position": between(last, first, 1, 2)})
    before = _first_half(wait)
    draft.put_on_edges({pair: ([placed], [before, wait - before])})


def _first_half(minutes: int) -> int:
    whole_days = minutes // 2 // MINUTES_PER_DAY * MINUTES_PER_DAY
    return whole_days or minutes // 2
