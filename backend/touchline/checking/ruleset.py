"""Which rules a team holds its processes to, and how grave each is to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from touchline.checking.report import Report, check
from touchline.checking.rules import Rule, Severity, all_rules
from touchline.model.process import Process


@dataclass(frozen=True)
class RuleSet:
    """What a team has decided about some rules; the others are as they come.

    `decided` gives a rule's severity, None for a rule that is switched off.
    """

    decided: Mapping[str, Severity | None] = field(default_factory=dict)

    def severity(self, rule: Rule) -> Severity | None:
        """How grave a rule is here; None when it is switched off."""
        return self.decided.get(rule.id, rule.severity)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are not switched off, in their usual order."""
        return tuple(rule for rule in all_rules() if self.severity(rule) is not None)

    @property
    def off(self) -> frozenset[str]:
        """The ids of the rules that are switched off."""
        return frozenset(rule for rule, severity in self.decided.items() if severity is None)

    def check(self, process: Process) -> Report:
        """Check a process as the team wants it: a report with its severities, the gravest first."""
        report = check(process, self.rules)
        if not self.decided:
            return report
        order = list(Severity)
        judged = [
            finding._replace(severity=self.decided.get(finding.rule) or finding.severity)
            for finding in report.findings
        ]
        judged.sort(key=lambda finding: order.index(finding.severity))
        return Report(report.analysis, tuple(judged))
