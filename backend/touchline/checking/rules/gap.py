"""A silence longer than the process allows."""

from collections.abc import Iterator

from touchline.checking.analysis import Analysis
from touchline.checking.fixes.touches import over_limit
from touchline.checking.rules.finding import Finding, Rule, Severity
from touchline.checking.rules.stretches import allowed, stretch_finding
from touchline.model.limits import MAX_STRETCHES


class Gap(Rule):
    id = "gap"
    severity = Severity.ERROR
    reports = "a stretch from one contact to the next that is longer than the silence allowed"
    why = (
        "Time kills deals: a prospect who hears nothing for longer than three to five days cools, "
        "and somebody else calls."
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        listing = analysis.silence.over_warning
        ending = f"; at most {allowed(analysis.process)}."
        for stretch in listing.stretches:
            if over_limit(analysis, stretch):
                yield stretch_finding(self, analysis, stretch, ending)
        if listing.cut_short:
            yield self.finding(
                f"There are more long silences than can be listed ({MAX_STRETCHES}): "
                "mend these first.",
                key="more",
            )
