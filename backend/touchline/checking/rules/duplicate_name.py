"""Two steps that a reader can't tell apart."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import short
from touchline.checking.rules.finding import Finding, Rule, Severity


class DuplicateName(Rule):
    id = "duplicate-name"
    severity = Severity.WARNING
    reports = "steps with the same name"
    why = "A seller who is told to do it does not know which one is meant."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        first: dict[str, str] = {}
        again: dict[str, list[str]] = {}
        for step in analysis.process.steps:
            name = " ".join(step.name.casefold().split())
            if first.setdefault(name, step.id) != step.id:
                again.setdefault(name, []).append(step.id)
        for name, others in again.items():
            steps = [first[name], *others]
            called = short(analysis.graph.name(steps[0]))
            yield self.finding(f"{len(steps)} steps are called “{called}”.", steps=steps)
