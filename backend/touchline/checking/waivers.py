"""Which findings the waivers of a process allow, and which have outgrown theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from touchline.checking.rules import Finding
from touchline.model.duration import say_days
from touchline.model.process import Process, Waiver

Place: TypeAlias = str | tuple[str, str]
"""The id of a step, or the ids of the steps that an edge joins."""
_Given: TypeAlias = Mapping[tuple[str, Place], Sequence[Waiver]]
"""The waivers of each rule at each place."""


def with_waivers(process: Process, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the first waiver at its steps and edges that goes far enough.

    A silence that has outgrown them all stays a finding, and says up to where it was allowed.
    """
    given: dict[tuple[str, Place], list[Waiver]] = {}
    for place, waiver in _waivers(process):
        given.setdefault((waiver.rule, place), []).append(waiver)
    if not given:
        return tuple(findings)
    return tuple(_judged(process, finding, given) for finding in findings)


def allows(process: Process, waivers: Iterable[Waiver], rule: str, minutes: int) -> bool:
    """Whether some of the waivers at a silence allow it, so many minutes long, to break a rule."""
    return any(
        waiver.rule == rule
        and (waiver.up_to is None or _goes_far_enough(process.minutes(waiver.up_to), minutes))
        for waiver in waivers
    )


def _waivers(process: Process) -> Iterator[tuple[Place, Waiver]]:
    for step in process.steps:
        for waiver in step.allow:
            yield step.id, waiver
    for edge in process.edges:
        for waiver in edge.allow:
            yield edge.pair, waiver


def _judged(process: Process, finding: Finding, given: _Given) -> Finding:
    outgrown: list[int] = []
    places: tuple[Place, ...] = (*finding.steps, *finding.edges)
    for place in places:
        for waiver in given.get((finding.rule, place), ()):
            ceiling = None if waiver.up_to is None else process.minutes(waiver.up_to)
            if ceiling is None or _goes_far_enough(ceiling, finding.minutes):
                return finding._replace(waived=waiver.reason, waived_up_to=ceiling)
            outgrown.append(ceiling)
    if not outgrown:
        return finding
    end = max(outgrown)
    message = f"{finding.message.removesuffix('.')}, and the exception ends at {say_days(end)}."
    return finding._replace(message=message, waived_up_to=end)


def _goes_far_enough(ceiling: int, minutes: int | None) -> bool:
    return minutes is not None and minutes <= ceiling
