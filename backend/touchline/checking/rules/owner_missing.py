"""A step that nobody owns."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.analysis.detail import OWNER
from touchline.checking.fixes.edit import short
from touchline.checking.rules.finding import Finding, Rule, Severity


class OwnerMissing(Rule):
    id = "owner-missing"
    severity = Severity.INFO
    reports = "a contact, task or decision without an owner"
    why = "What everybody could do, nobody does."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for step in analysis.detail.lacking.get(OWNER, ()):
            yield self.finding(f"“{short(step.name)}” has no owner.", steps=(step.id,))
