"""What a chart shows of silence: a level for each edge, and a badge on each over-long stretch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from touchline.analysis import Analysis
from touchline.duration import say_days
from touchline.model import Process

Pair = tuple[str, str]
Level = Literal["calm", "near", "over", "endless", "unknown"]


@dataclass(frozen=True)
class Quiet:
    """Levels and badges by edge; an edge that is not named is calm and has no badge.

    `longest` is the longest silence in words, None where it is unknown or has no bound.
    """

    levels: Mapping[Pair, Level] = field(default_factory=dict)
    badges: Mapping[Pair, str] = field(default_factory=dict)
    longest: str | None = None

    def level(self, pair: Pair) -> Level:
        """The level of the heaviest stretch through an edge."""
        return self.levels.get(pair, "calm")


def quiet_of(process: Process) -> Quiet:
    """The silences of a process, for a chart of it."""
    analysis = Analysis(process)
    silence = analysis.silence
    limit, near = process.minutes(process.max_gap), process.minutes(process.warn_gap)
    endless = {step for knot in silence.endless_knots for step in knot}
    levels: dict[Pair, Level] = {}
    for edge in process.edges:
        minutes = silence.minutes_through(*edge.pair)
        if edge.source in endless and edge.target in endless:
            levels[edge.pair] = "endless"
        elif minutes is not None and minutes > limit:
            levels[edge.pair] = "over"
        elif edge.max_wait is None:
            levels[edge.pair] = "unknown"
        elif minutes is not None and minutes > near:
            levels[edge.pair] = "near"
    waits = {edge.pair: process.minutes(edge.max_wait) for edge in process.edges}
    over = [stretch for stretch in silence.over_warning.stretches if stretch.minutes > limit]
    badges: dict[Pair, str] = {}
    for stretch in sorted(over, key=lambda stretch: -stretch.minutes):
        free = [pair for pair in stretch.edges if pair not in badges]
        if free:
            place = max(free, key=waits.__getitem__)
            badges[place] = f"{say_days(stretch.minutes)} of silence"
    longest = silence.longest_gap
    return Quiet(levels, badges, None if longest is None else say_days(longest))
