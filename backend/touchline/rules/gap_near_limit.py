"""A silence that is close to the longest allowed."""

from collections.abc import Iterator

from touchline.analysis import Analysis
from touchline.fixes.touches import over_limit
from touchline.rules.finding import Finding, Rule, Severity
from touchline.rules.stretches import allowed, stretch_finding


class GapNearLimit(Rule):
    id = "gap-near-limit"
    severity = Severity.WARNING
    reports = "a stretch between two contacts that is allowed, but longer than the warning limit"
    why = "One day off sick, and this silence is too long."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        ending = f", close to the {allowed(analysis)} allowed."
        for stretch in analysis.silence.over_warning.stretches:
            if not over_limit(analysis, stretch):
                yield stretch_finding(self, analysis, stretch, ending)
