"""Two steps that a reader can't tell apart."""

from collections.abc import Iterator

from touchline.analysis import Analysis
from touchline.fixes.edit import short
from touchline.rules.finding import Finding, Rule, Severity


class DuplicateName(Rule):
    id = "duplicate-name"
    severity = Severity.WARNING
    reports = "steps with the same name"
    why = "A seller who is told to do it does not know which one is meant."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        by_name: dict[str, list[str]] = {}
        for step in analysis.process.steps:
            by_name.setdefault(" ".join(step.name.casefold().split()), []).append(step.id)
        for steps in by_name.values():
            if len(steps) > 1:
                name = short(analysis.graph.name(steps[0]))
                yield self.finding(f"{len(steps)} steps are called “{name}”.", steps=steps)
