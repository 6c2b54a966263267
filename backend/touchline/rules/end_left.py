"""An edge that leads out of an end."""

from collections.abc import Iterator

from touchline.analysis import Analysis
from touchline.fixes.edit import listed
from touchline.model import Kind
from touchline.rules.finding import Finding, Rule, Severity


class EndLeft(Rule):
    id = "end-left"
    severity = Severity.ERROR
    reports = "an edge out of an end"
    why = "What goes on after an end is not over, and its silence is counted by nobody."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for edge in analysis.process.edges:
            if analysis.graph.steps[edge.source].kind is Kind.END:
                source, target = analysis.graph.name(edge.source), analysis.graph.name(edge.target)
                yield self.finding(
                    f"The end {listed([source])} leads on to {listed([target])}.",
                    steps=edge.pair,
                    edges=[edge.pair],
                    key=">".join(edge.pair),
                )
