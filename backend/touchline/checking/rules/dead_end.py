"""A step, not an end, with no way on."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes import ConnectToLaterStep, Fix, LaterSteps, MarkAsEnd
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity
from touchline.model.process import Kind


class DeadEnd(Rule):
    id = "dead-end"
    severity = Severity.ERROR
    reports = "a step, not an end, with no way on"
    why = "A deal that arrives here stops, and nobody is told what comes next."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        if not analysis.reach.dead_ends:
            return
        later = LaterSteps.of(analysis)
        for step in analysis.reach.dead_ends:
            yield self.finding(
                f"Nothing follows {listed([analysis.graph.name(step)])}.",
                steps=[step],
                fixes=tuple(_fixes(analysis, later, step)),
            )


def _fixes(analysis: Analysis, later: LaterSteps, step: str) -> Iterator[Fix]:
    # Behind a task that is longer than the limit, any way on would open a gap nothing can fill.
    if analysis.silence.blocked_before(step):
        return
    target = later.after(step)
    if target is not None:
        yield ConnectToLaterStep(step, target.id, target.name)
    if analysis.graph.steps[step].kind is not Kind.START:
        yield MarkAsEnd.offered_for(analysis, step)
