"""A silence that is allowed, and long enough for a warning."""

from collections.abc import Iterator

from touchline.analysis import Analysis
from touchline.duration import say_days
from touchline.fixes.touches import over_limit
from touchline.rules.finding import Finding, Rule, Severity
from touchline.rules.stretches import allowed, stretch_finding


class GapNearLimit(Rule):
    id = "gap-near-limit"
    severity = Severity.WARNING
    reports = "a stretch between two contacts that is allowed, but longer than the warning limit"
    why = "The longer a silence is meant to be, the sooner a day off sick makes it too long."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        warning = say_days(analysis.process.minutes(analysis.process.warn_gap))
        ending = f"; more than {warning} is worth a look, {allowed(analysis.process)}."
        for stretch in analysis.silence.over_warning.stretches:
            if not over_limit(analysis, stretch):
                yield stretch_finding(self, analysis, stretch, ending)
