"""Steps that a deal goes round in for ever."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes import LeadOut
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class Trap(Rule):
    id = "trap"
    severity = Severity.ERROR
    reports = "steps from which neither an end nor a dead end can be reached"
    why = "A deal goes round in them for ever: it is worked on, and can be neither won nor lost."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for trap in analysis.reach.traps:
            names = listed(analysis.graph.name(step) for step in trap.steps)
            yield self.finding(
                f"From {names} no end can be reached.",
                steps=trap.steps,
                fixes=LeadOut.offered_for(analysis, trap),
                key=trap.component,
            )
