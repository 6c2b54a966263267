"""A contact that gives the prospect nothing."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.analysis.detail import GAIN
from touchline.checking.fixes.edit import short
from touchline.checking.rules.finding import Finding, Rule, Severity


class GainMissing(Rule):
    id = "gain-missing"
    severity = Severity.INFO
    reports = "a contact that does not say what the prospect gains"
    why = (
        "A process has to be right for the prospect: a contact that gives nothing is a disturbance."
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for step in analysis.detail.lacking.get(GAIN, ()):
            yield self.finding(
                f"“{short(step.name)}” does not say what the prospect gains.", steps=(step.id,)
            )
