"""What a fix is: one button, one change, one step to undo."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import ClassVar, Self

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.filling import close_new_gaps
from touchline.model.process import Process


class Fix(ABC):
    """A change that mends one finding."""

    id: ClassVar[str]
    """The fix's name in the API, such as `insert-touches`."""

    destroys: ClassVar[bool] = False
    """Whether something that the user wrote goes."""

    guesses: bool = False
    """Whether it says what only a person can know, such as how a deal ends."""

    @property
    def needs_a_person(self) -> bool:
        """Whether a person has to choose it; such a fix is never part of *fix all*."""
        return self.destroys or self.guesses

    @property
    @abstractmethod
    def label(self) -> str:
        """What its button says."""

    @property
    @abstractmethod
    def touches(self) -> Collection[object]:
        """What it changes: two fixes that share none of it can be made from one analysis."""

    @abstractmethod
    def change(self, analysis: Analysis, process: Process) -> Process:
        """Make the change in `process`, which may already hold changes made from `analysis`.

        Raises FixNotPossible when the process no longer has what the fix is about.
        """

    @classmethod
    def change_all(cls, fixes: Sequence[Self], analysis: Analysis, process: Process) -> Process:
        """Make the changes of several fixes of this kind that share nothing that they touch.

        A kind of which a process can need thousands does it in one go.
        """
        for fix in fixes:
            process = fix.change(analysis, process)
        return process

    def apply(self, process: Process) -> Process:
        """The process mended: the change, and touches for every gap that it would open.

        Raises FixNotPossible when the process no longer has what the fix is about.
        """
        before = Analysis(process)
        return close_new_gaps(before, self.change(before, process))
