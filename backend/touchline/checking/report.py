"""Check a process: every rule's findings, what has been waived, and the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from touchline.checking.analysis import Analysis
from touchline.checking.rules import Finding, Rule, Severity, all_rules
from touchline.checking.waivers import with_waivers
from touchline.collector import collector_at_rest
from touchline.model.duration import days
from touchline.model.process import Process


class Level(StrEnum):
    """How much of the allowed silence the heaviest stretch through an edge uses."""

    CALM = "calm"
    NEAR = "near"
    OVER = "over"
    ENDLESS = "endless"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EdgeSilence:
    """The silence of the heaviest stretch through an edge.

    `minutes` is None where it has no bound, where the edge's own wait is undecided, or where no
    stretch from contact to contact runs through it; `level` says which.
    """

    source: str
    target: str
    minutes: int | None
    level: Level

    @property
    def days(self) -> float | None:
        """The silence in days of 24 hours."""
        return None if self.minutes is None else days(self.minutes)


@dataclass(frozen=True)
class Report:
    """What there is to say about one process; figures are computed when first asked for."""

    analysis: Analysis
    findings: tuple[Finding, ...]

    @property
    def process(self) -> Process:
        """The process that was checked."""
        return self.analysis.process

    @cached_property
    def sound(self) -> bool:
        """Whether no rule of severity error has anything to report that is not waived."""
        return not any(finding.is_error for finding in self.findings)

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, waived ones left out."""
        counted = dict.fromkeys(Severity, 0)
        for finding in self.findings:
            if finding.waived is None:
                counted[finding.severity] += 1
        return counted

    @cached_property
    def detail_score(self) -> float:
        """How many per cent of the expected details the process has, 0–100."""
        return self.analysis.detail.score(self.process.steps)

    @property
    def longest_gap_days(self) -> float | None:
        """The longest silence in days; None where it has no bound or a wait is undecided."""
        longest = self.analysis.silence.longest_gap
        return None if longest is None else days(longest)

    @cached_property
    def step_scores(self) -> Mapping[str, float]:
        """The detail score of each step, 0–100."""
        return {step.id: self.analysis.detail.score((step,)) for step in self.process.steps}

    @cached_property
    def stage_scores(self) -> Mapping[str, float]:
        """The detail score of each stage, 0–100."""
        return {
            stage: self.analysis.detail.score(s for s in self.process.steps if s.stage == stage)
            for stage in self.process.stages
        }

    @cached_property
    def edge_silences(self) -> tuple[EdgeSilence, ...]:
        """The silence through each edge, in the order of the edges."""
        process, silence = self.process, self.analysis.silence
        near, over = process.minutes(process.warn_gap), process.minutes(process.max_gap)
        found: list[EdgeSilence] = []
        for edge in process.edges:
            minutes = silence.minutes_through(edge.source, edge.target)
            if silence.endless_before(edge.source) or silence.endless_after(edge.target):
                level, minutes = Level.ENDLESS, None
            elif edge.max_wait is None or minutes is None:
                level, minutes = Level.UNKNOWN, None
            elif minutes > over:
                level = Level.OVER
            else:
                level = Level.NEAR if minutes > near else Level.CALM
            found.append(EdgeSilence(edge.source, edge.target, minutes, level))
        return tuple(found)


def check(process: Process, rules: Sequence[Rule] | None = None) -> Report:
    """Check a process by every rule, or by some.

    Pure: the same process gives the same report. Linear in steps, edges and findings.
    """
    analysis = Analysis(process)
    with collector_at_rest():
        found = [
            finding
            for rule in (all_rules() if rules is None else rules)
            for finding in rule.check(analysis)
        ]
    return Report(analysis, with_waivers(process, found))
