"""Steps that no start leads to."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes import ConnectFromEarlierStep, DeleteSteps, EarlierSteps, Fix
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class Unreachable(Rule):
    id = "unreachable"
    severity = Severity.ERROR
    reports = "steps that no start leads to"
    why = "Whatever these steps promise never happens, since no deal comes to them."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        if not analysis.reach.unreachable:
            return
        earlier = EarlierSteps.of(analysis)
        for group in analysis.reach.unreachable:
            names = listed(analysis.graph.name(step) for step in group)
            yield self.finding(
                f"No start leads to {names}.",
                steps=group,
                fixes=tuple(_fixes(analysis, earlier, group)),
            )


def _fixes(analysis: Analysis, earlier: EarlierSteps, group: tuple[str, ...]) -> Iterator[Fix]:
    joins: list[tuple[str, str]] = []
    for component in analysis.reach.heads(group):
        # A task that is longer than the limit would follow: joining it opens a gap for good.
        head = next((step for step in component if not analysis.silence.blocked_after(step)), None)
        source = earlier.before(analysis.graph.steps[head]) if head else None
        if head is None or source is None:
            return
        joins.append((source.id, head))
    sources = tuple(dict.fromkeys(analysis.graph.name(source) for source, _ in joins))
    yield ConnectFromEarlierStep(tuple(joins), sources)
    if not set(analysis.graph.ends) <= set(group):
        yield DeleteSteps(group, tuple(analysis.graph.name(step) for step in group))
