"""An edge that leads out of an end."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class EndLeft(Rule):
    id = "end-left"
    severity = Severity.ERROR
    reports = "an edge out of an end"
    why = "What goes on after an end is not over, and its silence is counted by nobody."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for end in analysis.graph.ends:
            after = analysis.graph.successors[end]
            if after:
                names = listed(analysis.graph.name(step) for step in after)
                yield self.finding(
                    f"The end {listed([analysis.graph.name(end)])} leads on to {names}.",
                    steps=[end],
                    edges=[(end, step) for step in after],
                )
