"""A branch that does not say when it is taken."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class DecisionUnlabelled(Rule):
    id = "decision-unlabelled"
    severity = Severity.WARNING
    reports = "a branch without a condition, where a step has more than one way on"
    why = "Two sellers who read it differently run two different processes."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for edge in analysis.process.edges:
            if edge.when is None and len(analysis.graph.successors[edge.source]) > 1:
                source, target = analysis.graph.name(edge.source), analysis.graph.name(edge.target)
                yield self.finding(
                    f"Nothing says when a deal goes from {listed([source])} to {listed([target])}.",
                    steps=edge.pair,
                    edges=[edge.pair],
                    key=">".join(edge.pair),
                )
