"""A process without a start."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes import AddStart
from touchline.checking.rules.finding import Finding, Rule, Severity


class NoStart(Rule):
    id = "no-start"
    severity = Severity.ERROR
    reports = "a process without a start"
    why = "Without a start nobody knows when the clock begins to run for a new prospect."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        if not analysis.graph.starts:
            yield self.finding(
                "The process has no start: say how a prospect turns up.",
                fixes=AddStart.offered_for(analysis),
            )
