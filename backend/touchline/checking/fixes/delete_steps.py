"""Take out steps that no deal comes to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed, remove_steps
from touchline.checking.fixes.fix import Fix
from touchline.model.process import Process


@dataclass(frozen=True)
class DeleteSteps(Fix):
    """Delete a group of steps that hangs together and that nothing leads to."""

    id = "delete-steps"
    destroys = True
    steps: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Delete {listed(self.names)}"

    @property
    def touches(self) -> Collection[object]:
        """The steps that go."""
        return self.steps

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Take the steps and their edges out."""
        return remove_steps(process, set(self.steps) & analysis.graph.steps.keys())
