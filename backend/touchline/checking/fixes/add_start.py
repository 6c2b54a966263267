"""Give a process its beginning."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import DEFAULT_WAIT, Taken, add_edge, edge, listed
from touchline.checking.fixes.fix import Fix
from touchline.model.errors import FixNotPossible
from touchline.model.process import Kind, Process, Step


@dataclass(frozen=True)
class AddStart(Fix):
    """Put a start before the step with which the process begins."""

    id = "add-start"
    first: str
    first_name: str

    @classmethod
    def offered_for(cls, analysis: Analysis) -> tuple[Fix, ...]:
        """The fix, before the first step that can be begun with; none in an empty process."""
        heads = [
            step
            for group in analysis.reach.unreachable
            for component in analysis.reach.heads(group)
            for step in component
            if not analysis.silence.blocked_after(step)
        ]
        if not heads:
            return ()
        first = min(heads, key=analysis.graph.index.__getitem__)
        return (cls(first, analysis.graph.name(first)),)

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Add a start before {listed([self.first_name])}"

    @property
    def touches(self) -> Collection[object]:
        """The step before which it stands."""
        return (self.first,)

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Add the start and its edge; raises FixNotPossible when the first step is gone."""
        if self.first not in analysis.graph.steps:
            raise FixNotPossible("The step that was to come first is no longer there.")
        start = Step(
            id=Taken.of(process).free_id("start"),
            name=Taken.of(process).free_name("Start"),
            kind=Kind.START,
            stage=analysis.graph.steps[self.first].stage,
        )
        with_start = process.model_copy(update={"steps": (start, *process.steps)})
        return add_edge(with_start, edge(start.id, self.first, DEFAULT_WAIT))
