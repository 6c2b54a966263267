"""An edge on which nobody has decided how long a deal may wait."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes import SetWait
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class WaitMissing(Rule):
    id = "wait-missing"
    severity = Severity.ERROR
    reports = "an edge with no maximum wait"
    why = "Where nobody has decided how long a deal may wait, it waits until somebody remembers it."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for edge in analysis.process.edges:
            if edge.max_wait is None:
                source, target = analysis.graph.name(edge.source), analysis.graph.name(edge.target)
                yield self.finding(
                    f"Nobody has decided how long a deal may wait from {listed([source])} "
                    f"to {listed([target])}.",
                    steps=edge.pair,
                    edges=[edge.pair],
                    fixes=[SetWait.offered_for(analysis, edge.pair)],
                    key=">".join(edge.pair),
                )
