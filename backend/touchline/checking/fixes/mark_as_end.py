"""Say that the process is over at a step where the way stops."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.fix import Fix
from touchline.model.errors import FixNotPossible
from touchline.model.process import Kind, Outcome, Process

_WORDS = {
    Outcome.LOST: ("lost",),
    Outcome.WON: ("won", "win", "sign", "signed", "signature", "contract", "close", "closed"),
    Outcome.NURTURE: ("nurture", "later", "newsletter", "park", "parked"),
}
_SAYS_SO = frozenset({"lost", "won", "signed", "nurture", "parked"})
"""Words that are an outcome themselves: “Contract signed” is won, “Send the contract” need not."""


@dataclass(frozen=True)
class MarkAsEnd(Fix):
    """Make a dead end an end, with the outcome that its name suggests."""

    id = "mark-as-end"
    step: str
    outcome: Outcome
    guesses: bool = False

    @classmethod
    def offered_for(cls, analysis: Analysis, step: str) -> Fix:
        """The fix for a dead end: a guess, lost for want of a sign, unless the name says it."""
        words = analysis.graph.name(step).casefold().split()
        outcome = next(
            (outcome for outcome, signs in _WORDS.items() if any(word in signs for word in words)),
            Outcome.LOST,
        )
        return cls(step, outcome, guesses=_SAYS_SO.isdisjoint(words))

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Mark as an end ({self.outcome})"

    @property
    def touches(self) -> Collection[object]:
        """The step itself."""
        return (self.step,)

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Change the step's kind; raises FixNotPossible when it is gone or goes on."""
        return self.change_all((self,), analysis, process)

    @classmethod
    def change_all(cls, fixes: Sequence[Self], analysis: Analysis, process: Process) -> Process:
        """Change all the steps at once; raises FixNotPossible when one is gone or goes on."""
        if any(analysis.graph.successors.get(fix.step) != [] for fix in fixes):
            raise FixNotPossible("The step is no longer a dead end.")
        outcomes = {fix.step: fix.outcome for fix in fixes}
        steps = (
            step.model_copy(update={"kind": Kind.END, "outcome": outcomes[step.id]})
            if step.id in outcomes
            else step
            for step in process.steps
        )
        return process.model_copy(update={"steps": tuple(steps)})
