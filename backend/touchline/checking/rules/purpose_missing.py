"""A step that does not say what it is for."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.analysis.detail import PURPOSE
from touchline.checking.fixes.edit import short
from touchline.checking.rules.finding import Finding, Rule, Severity


class PurposeMissing(Rule):
    id = "purpose-missing"
    severity = Severity.INFO
    reports = "a contact, task or decision without a purpose"
    why = "A step whose purpose nobody can say is done badly, or done for its own sake."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for step in analysis.detail.lacking.get(PURPOSE, ()):
            yield self.finding(
                f"“{short(step.name)}” does not say what it is for.", steps=(step.id,)
            )
