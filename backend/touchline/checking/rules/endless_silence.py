"""A loop without a contact in which time passes."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes import BreakLoop
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class EndlessSilence(Rule):
    id = "endless-silence"
    severity = Severity.ERROR
    reports = "a loop without a contact that a deal can go round with time passing"
    why = (
        "Each round adds to the silence, so no limit holds, and the prospect hears nothing at all."
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for component in analysis.silence.endless_components:
            members = set(component)
            names = listed(analysis.graph.name(step) for step in component)
            yield self.finding(
                f"A deal can go round in {names} without any contact.",
                steps=component,
                edges=[
                    (step, after)
                    for step in component
                    for after in analysis.graph.successors[step]
                    if after in members
                ],
                fixes=BreakLoop.offered_for(analysis, component),
            )
