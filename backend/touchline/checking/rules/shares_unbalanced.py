"""Shares of the deals at a step that do not add up."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity

TOLERANCE = 0.005
"""How far from 1 the sum may be: thirds are written as 0.333 or 33.3 %."""


class SharesUnbalanced(Rule):
    id = "shares-unbalanced"
    severity = Severity.WARNING
    reports = "shares of the deals at a step that do not add up to 1"
    why = "Every deal goes somewhere; a forecast from these shares loses or invents some."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        shares: dict[str, list[float]] = {}
        for edge in analysis.process.edges:
            if edge.share is not None:
                shares.setdefault(edge.source, []).append(edge.share)
        for step, parts in shares.items():
            total = sum(parts)
            if abs(total - 1) > TOLERANCE:
                yield self.finding(
                    f"The shares after {listed([analysis.graph.name(step)])} add up to "
                    f"{total * 100:.4g} %, not 100 %.",
                    steps=[step],
                    edges=[(step, after) for after in analysis.graph.successors[step]],
                )
