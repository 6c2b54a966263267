"""How the rules on silence speak of a stretch."""

from __future__ import annotations

from touchline.checking.analysis import Analysis, Stretch
from touchline.checking.fixes import InsertTouches
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule
from touchline.model.duration import days, say_days
from touchline.model.process import Process


def stretch_finding(rule: Rule, analysis: Analysis, stretch: Stretch, ending: str) -> Finding:
    """A finding on a stretch, with the whole path; `ending` closes the sentence."""
    first, last = stretch.steps[0], stretch.steps[-1]
    ends = [listed([analysis.graph.name(step)]) for step in (first, last)]
    return rule.finding(
        f"{say_days(stretch.minutes)} of silence from {ends[0]} to {ends[1]}{ending}",
        steps=stretch.steps,
        edges=stretch.edges,
        days=days(stretch.minutes),
        fixes=InsertTouches.offered_for(analysis, stretch),
        key=f"{first}>{last}",
    )


def allowed(process: Process) -> str:
    """The longest silence allowed, as a sentence ends: “5 days are allowed”."""
    longest = say_days(process.minutes(process.max_gap))
    is_one = longest.startswith("1 ") and longest.count(" ") == 1
    return f"{longest} {'is' if is_one else 'are'} allowed"
