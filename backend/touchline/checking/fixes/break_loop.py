"""Let the prospect hear something in every round of a loop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import Taken, between, listed, put_on_edges
from touchline.checking.fixes.fix import Fix
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
        if not any(set(knot) & set(self.steps) for knot in analysis.silence.endless_knots):
            raise FixNotPossible("The loop is no longer there.")
        while True:
            now = Analysis(process)
            knots = now.silence.endless_knots
            knot = next((knot for knot in knots if not set(knot).isdisjoint(self.steps)), None)
            if knot is None:
                return process
            process = _with_touch(now, process, knot)


def _with_touch(analysis: Analysis, process: Process, knot: tuple[str, ...]) -> Process:
    """A touch on the way back to the first step of a loop, in the middle of the wait."""
    first, members, graph = knot[0], set(knot), analysis.graph
    back = [step for step in graph.predecessors[first] if step in members]
    pair = (max(back, key=graph.index.__getitem__), first)
    used = {step.channel for step in process.steps}
    # A recap has no conversation to tell of here, as long as there is anything else to send.
    choice = [channel for channel in CONTENT if channel is not Channel.RECAP]
    channel = next((channel for channel in choice if channel not in used), choice[0])
    touch = touch_after(graph.steps[pair[0]], graph.steps[pair[0]], channel, Taken.of(process))
    place = between(graph.steps[pair[0]], graph.steps[first], 1, 2)
    before = _first_half(graph.waits[pair])
    return put_on_edges(
        process,
        {
            pair: (
                [touch.model_copy(update={"position": place})],
                [before, graph.waits[pair] - before],
            )
        },
    )


def _first_half(minutes: int) -> int:
    whole_days = minutes // 2 // MINUTES_PER_DAY * MINUTES_PER_DAY
    return whole_days or minutes // 2
