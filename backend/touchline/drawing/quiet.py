"""What a chart shows of silence: a level for each edge, and a badge on each over-long stretch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from touchline.checking.report import Level, Report, check
from touchline.checking.rules.endless_silence import EndlessSilence
from touchline.checking.rules.finding import Finding
from touchline.checking.rules.gap import Gap
from touchline.model.duration import say_days
from touchline.model.process import Process

Pair = tuple[str, str]


@dataclass(frozen=True)
class Quiet:
    """Levels and badges by edge; an edge that is not named is calm and has no badge.

    `longest` is the longest silence in words, None where it is unknown or has no bound; `excused`
    says that it is too long and allowed as an exception, wherever it occurs.
    """

    levels: Mapping[Pair, Level] = field(default_factory=dict)
    badges: Mapping[Pair, str] = field(default_factory=dict)
    longest: str | None = None
    excused: bool = False

    def level(self, pair: Pair) -> Level:
        """The level of the heaviest stretch through an edge."""
        return self.levels.get(pair, Level.CALM)


def quiet_of(process: Process) -> Quiet:
    """The silences of a process, for a chart of it."""
    return quiet_in(check(process, (Gap(), EndlessSilence())))


def quiet_in(report: Report) -> Quiet:
    """The silences that a report tells of."""
    process = report.process
    levels = {(edge.source, edge.target): edge.level for edge in report.edge_silences}
    waits = {edge.pair: process.minutes(edge.max_wait) for edge in process.edges}
    long = [finding for finding in report.findings if finding.rule in (Gap.id, EndlessSilence.id)]
    stretches = Counter(pair for finding in long for pair in finding.edges)
    badges: dict[Pair, str] = {}
    for finding in sorted(long, key=_longest_first):
        # A stretch is thick as a whole, also where nobody has decided a wait in it.
        levels |= {pair: Level.OVER for pair in finding.edges if levels[pair] is Level.UNKNOWN}
        # One badge for each stretch, the heaviest first: on an edge of its own if it has one, so
        # that nobody reads it as another's, and there on the longest wait.
        free = [pair for pair in finding.edges if pair not in badges]
        if free:
            best = max(free, key=lambda pair: (-stretches[pair], waits[pair]))
            badges[best] = _badge(finding)
    longest = report.analysis.silence.longest_gap
    if longest is None:
        return Quiet(levels, badges)
    waivers = [finding.waived for finding in long if finding.minutes == longest]
    return Quiet(levels, badges, say_days(longest), excused=bool(waivers) and all(waivers))


def _longest_first(finding: Finding) -> float:
    return float("-inf") if finding.days is None else -finding.days


def _badge(finding: Finding) -> str:
    if finding.minutes is None:
        length = "silence without end"
    else:
        length = f"{say_days(finding.minutes)} of silence"
    return f"{length}, allowed" if finding.waived else length
