"""Detail: how much of what a step should say has been thought through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from touchline.model.process import Kind, Process, Step

CHANNEL, OWNER, PURPOSE, GAIN, EXIT = (
    "channel",
    "owner",
    "purpose",
    "prospect_gain",
    "exit_criteria",
)

EXPECTED: Mapping[Kind, tuple[str, ...]] = {
    Kind.START: (),
    Kind.CONTACT: (CHANNEL, OWNER, PURPOSE, GAIN, EXIT),
    Kind.TASK: (OWNER, PURPOSE, EXIT),
    Kind.DECISION: (OWNER, PURPOSE, EXIT),
    Kind.END: (),
}
"""The details that a step of each kind is expected to have.

A prospect gains something from a contact only; a start and an end are moments, not work.
"""


@dataclass(frozen=True)
class Detail:
    """Which details each step lacks, and the scores that follow."""

    process: Process

    @cached_property
    def missing(self) -> Mapping[str, tuple[str, ...]]:
        """The details that each step lacks, by its id; empty for a step thought through."""
        return {step.id: _missing(step) for step in self.process.steps}

    @cached_property
    def lacking(self) -> Mapping[str, list[Step]]:
        """The steps that lack each detail, in the order of the process."""
        found: dict[str, list[Step]] = {}
        for step in self.process.steps:
            for detail in self.missing[step.id]:
                found.setdefault(detail, []).append(step)
        return found

    def score(self, steps: Iterable[Step]) -> float:
        """How many per cent of the expected details these steps have: 100 where none is expected.

        Every detail counts alike, so a stage's score is not the mean of its steps' scores.
        """
        expected = missing = 0
        for step in steps:
            expected += len(EXPECTED[step.kind])
            missing += len(self.missing[step.id])
        if missing == 0:
            return 100.0
        # Rounding may not make a process complete that is not.
        return min(99.9, round(100 * (expected - missing) / expected, 1))


def _missing(step: Step) -> tuple[str, ...]:
    return tuple(detail for detail in EXPECTED[step.kind] if not _present(getattr(step, detail)))


def _present(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)
