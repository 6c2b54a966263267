"""An edge that leads into a start."""

from collections.abc import Iterator

from touchline.analysis import Analysis
from touchline.fixes.edit import listed
from touchline.model import Kind
from touchline.rules.finding import Finding, Rule, Severity


class StartEntered(Rule):
    id = "start-entered"
    severity = Severity.ERROR
    reports = "an edge into a start"
    why = "A prospect turns up once; a deal that comes back belongs at a step of its own."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for edge in analysis.process.edges:
            if analysis.graph.steps[edge.target].kind is Kind.START:
                source, target = analysis.graph.name(edge.source), analysis.graph.name(edge.target)
                yield self.finding(
                    f"{listed([source])} leads back into the start {listed([target])}.",
                    steps=edge.pair,
                    edges=[edge.pair],
                    key=">".join(edge.pair),
                )
