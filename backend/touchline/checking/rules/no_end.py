"""A process with no end."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.rules.finding import Finding, Rule, Severity


class NoEnd(Rule):
    id = "no-end"
    severity = Severity.ERROR
    reports = "a process with no end"
    why = "A deal that can be neither won nor lost stays on the list and is worked on for ever."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        if not analysis.graph.ends:
            yield self.finding("The process has no end: say how a deal is won, lost or parked.")
