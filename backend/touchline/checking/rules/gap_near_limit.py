"""A silence that is allowed, and long enough for a warning."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.touches import over_limit
from touchline.checking.rules.finding import Finding, Rule, Severity
from touchline.checking.rules.stretches import allowed, stretch_finding
from touchline.model.duration import say_days


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
