"""A decision that decides nothing."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity
from touchline.model.process import Kind


class DecisionSingleExit(Rule):
    id = "decision-single-exit"
    severity = Severity.WARNING
    reports = "a decision with one way on"
    why = "The other answer happens as well, and nobody has thought about it."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for step in analysis.process.steps:
            if step.kind is Kind.DECISION and len(analysis.graph.successors[step.id]) == 1:
                yield self.finding(
                    f"{listed([step.name])} has only one way on: what if the answer is another?",
                    steps=[step.id],
                )
