"""An edge that leads into a start."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class StartEntered(Rule):
    id = "start-entered"
    severity = Severity.ERROR
    reports = "an edge into a start"
    why = "A prospect turns up once; a deal that comes back belongs at a step of its own."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for start in analysis.graph.starts:
            before = analysis.graph.predecessors[start]
            if before:
                names = listed(analysis.graph.name(step) for step in before)
                yield self.finding(
                    f"The start {listed([analysis.graph.name(start)])} is entered from {names}.",
                    steps=[start],
                    edges=[(step, start) for step in before],
                )
