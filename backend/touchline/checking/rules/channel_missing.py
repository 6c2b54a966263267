"""A contact that does not say how it reaches the prospect."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.analysis.detail import CHANNEL
from touchline.checking.fixes.edit import short
from touchline.checking.rules.finding import Finding, Rule, Severity


class ChannelMissing(Rule):
    id = "channel-missing"
    severity = Severity.INFO
    reports = "a contact without a channel"
    why = (
        "A call and an email need different words and different minutes; a contact "
        "without either is a wish."
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        for step in analysis.detail.lacking.get(CHANNEL, ()):
            yield self.finding(
                f"“{short(step.name)}” does not say how it reaches the prospect.", steps=(step.id,)
            )
