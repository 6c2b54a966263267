"""What a rule is and what it reports."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import ClassVar, NamedTuple

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.fix import Fix
from touchline.model.duration import MINUTES_PER_DAY, days, say_days


class Severity(StrEnum):
    """How bad a finding is: an error makes a process unsound, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(NamedTuple):
    """One thing that a rule reports.

    A named tuple, since a bare process of 10,000 steps has 40,000 of them. `days` is a length of
    silence in days of 24 hours, `waived` the reason that the user gave for allowing it, and
    `waived_up_to` the longest silence for which that holds, in minutes, None where it has no end. A
    silence that has outgrown its exception has the end of that, and no reason.
    """

    rule: str
    severity: Severity
    message: str
    steps: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]
    days: float | None
    fixes: tuple[Fix, ...]
    waived: str | None
    waived_up_to: int | None
    key: str

    @property
    def id(self) -> str:
        """Its name among the findings of one process; the same as long as the fault is there."""
        return f"{self.rule}:{self.key}"

    @property
    def minutes(self) -> int | None:
        """The length of its silence in whole minutes."""
        return None if self.days is None else round(self.days * MINUTES_PER_DAY)

    @property
    def waived_up_to_days(self) -> float | None:
        """The longest silence for which it is waived, in days of 24 hours."""
        return None if self.waived_up_to is None else days(self.waived_up_to)

    @property
    def why_waived(self) -> str:
        """The reason and its end, in words: “procurement never answers sooner (up to 6 days)”."""
        ceiling = self.waived_up_to
        return f"{self.waived or ''}{'' if ceiling is None else f' (up to {say_days(ceiling)})'}"

    @property
    def is_error(self) -> bool:
        """Whether it makes the process unsound: a waived one does not."""
        return self.severity is Severity.ERROR and self.waived is None


class Rule(ABC):
    """One thing that can be wrong with a process."""

    id: ClassVar[str]
    severity: ClassVar[Severity]
    reports: ClassVar[str]
    """What it reports, as a noun phrase."""
    why: ClassVar[str]
    """Why it matters to a deal, in a sentence."""

    @abstractmethod
    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """The findings in one process, in its order."""

    def finding(
        self,
        message: str,
        *,
        steps: Sequence[str] = (),
        edges: Sequence[tuple[str, str]] = (),
        days: float | None = None,
        fixes: Sequence[Fix] = (),
        key: str | None = None,
    ) -> Finding:
        """A finding of this rule; `key` tells it from the others, by default its first place."""
        if key is None:
            key = steps[0] if steps else ">".join(edges[0]) if edges else "process"
        return Finding(
            self.id,
            self.severity,
            message,
            tuple(steps),
            tuple(edges),
            days,
            tuple(fixes),
            None,
            None,
            key,
        )
