"""The same asset sent twice on one path."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.edit import listed
from touchline.checking.rules.finding import Finding, Rule, Severity


class RepeatedTouch(Rule):
    id = "repeated-touch"
    severity = Severity.WARNING
    reports = "the same asset sent twice on one path"
    why = "A prospect who gets the same article again knows that nobody remembers the first time."

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for repeat in analysis.repeats.pairs():
            first, again = analysis.graph.name(repeat.first), analysis.graph.name(repeat.again)
            yield self.finding(
                f"{listed([again])} sends {listed([repeat.asset])} again, after {listed([first])}.",
                steps=[repeat.first, repeat.again],
                key=f"{repeat.first}>{repeat.again}:{repeat.asset}",
            )
