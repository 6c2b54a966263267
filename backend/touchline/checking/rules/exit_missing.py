"""A step that does not say when it is done."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.analysis.detail import EXIT
from touchline.checking.fixes.edit import short
from touchline.checking.rules.finding import Finding, Rule, Severity


class ExitMissing(Rule):
    id = "exit-missing"
    severity = Severity.INFO
    reports = "a contact, task or decision without exit criteria"
    why = "Without a sign that it is done, a step ends when somebody is tired of it."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for step in analysis.detail.lacking.get(EXIT, ()):
            yield self.finding(
                f"“{short(step.name)}” does not say when it is done.", steps=(step.id,)
            )
