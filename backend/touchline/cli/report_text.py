"""The findings for people: what is wrong, where, and how to mend it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import floor
from shlex import quote

from touchline.checking.report import Report
from touchline.checking.rules import Finding, Severity
from touchline.cli.checked import Checked
from touchline.cli.screen import Screen, clean
from touchline.formats.source import Source
from touchline.model.duration import say_days

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_NAMES_SHOWN = 5
_FINDINGS_SHOWN = 50
"""Of one rule in one file: nobody reads more, and a program takes another format."""


def report(checked: Sequence[Checked]) -> str:
    """The text of every file that could be read, in the order given."""
    screen = Screen(sys.stdout)
    for number, one in enumerate(checked):
        file, source, report = one.file, one.source, one.report
        if source is not None and report is not None:
            if number:
                screen.line()
            _file(screen, clean(file), source, report)
            if one.ruleset.off:
                screen.line(f"Not checked, by touchline.toml: {', '.join(sorted(one.ruleset.off))}")
    return screen.text()


def _file(screen: Screen, file: str, source: Source, report: Report) -> None:
    screen.line((clean(report.process.name), "bold"), (f"  {file}", "cyan"))
    lines = source.lines()
    names = {step.id: clean(step.name) for step in report.process.steps}
    details: dict[str, list[Finding]] = {}
    shown: Counter[str] = Counter()
    for finding in report.findings:
        if finding.severity is Severity.INFO:
            details.setdefault(finding.rule, []).append(finding)
            continue
        if finding.waived is not None:
            continue
        shown[finding.rule] += 1
        if shown[finding.rule] <= _FINDINGS_SHOWN:
            _finding(screen, finding, f"{file}:{lines.of(finding.steps, finding.edges)}", names)
    for rule, count in shown.items():
        if count > _FINDINGS_SHOWN:
            screen.line()
            screen.line(f"and {count - _FINDINGS_SHOWN:,} more of {rule}; --format json has all.")
    if details:
        screen.line()
    for rule, findings in details.items():
        _detail(screen, rule, findings, names)
    for finding in report.findings:
        if finding.waived is not None:
            _waived(screen, finding, f"{file}:{lines.of(finding.steps, finding.edges)}")
    screen.line()
    _summary(screen, file, report)


def _finding(screen: Screen, finding: Finding, place: str, names: Mapping[str, str]) -> None:
    screen.line()
    severity = finding.severity.value
    indent = len(severity) + 2
    screen.line((severity, _STYLES[finding.severity]), f"  {clean(finding.message)}", hang=indent)
    screen.line((place, "cyan"), (f"  {finding.rule}", "dim"), indent=indent)
    if len(finding.steps) > 1:
        between = " → " if finding.edges else ", "
        screen.line(between.join(names[step] for step in finding.steps), indent=indent)
    if finding.fixes:
        labels = " or ".join(f"“{clean(fix.label)}”" for fix in finding.fixes)
        screen.line(("Fix: ", "green"), labels, indent=indent)


def _detail(
    screen: Screen, rule: str, findings: Sequence[Finding], names: Mapping[str, str]
) -> None:
    """One line for one kind of detail that is missing, since a draft has a hundred of them."""
    steps = [
        names[step] for finding in findings if finding.waived is None for step in finding.steps
    ]
    if not steps:
        return
    shown = ", ".join(steps[:_NAMES_SHOWN])
    more = f" and {len(steps) - _NAMES_SHOWN} more" if len(steps) > _NAMES_SHOWN else ""
    count = f"{len(steps)} step{'s' if len(steps) > 1 else ''}"
    screen.line(
        ("info", _STYLES[Severity.INFO]),
        f"  {rule} on {count}: ",
        (f"{shown}{more}", "dim"),
        hang=6,
    )


def _waived(screen: Screen, finding: Finding, place: str) -> None:
    screen.line()
    screen.line(("waived", "bold"), (f"  {clean(finding.message)}", "dim"), hang=8)
    screen.line((place, "cyan"), (f"  {finding.rule}", "dim"), indent=8)
    screen.line(f"Because: {clean(finding.why_waived)}", indent=8)


def _summary(screen: Screen, file: str, report: Report) -> None:
    counts = report.counts
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    waived = sum(finding.waived is not None for finding in report.findings)
    verdict = _count(errors, "error") if errors else "Sound"
    parts = [
        f", {_count(warnings, 'warning')}" if warnings else "",
        f", {waived} waived" if waived else "",
        f" · {_longest(report)} · detail {floor(report.detail_score)} %",
    ]
    screen.line((verdict, "bold red" if errors else "bold green"), "".join(parts))
    if any(finding.fixes and finding.is_error for finding in report.findings):
        command = (
            "touchline fix - --write"
            if file == "<stdin>"
            else f"touchline fix {quote(file)} --write"
        )
        screen.line("Mend what can be mended: ", (command, "bold"))


def _longest(report: Report) -> str:
    minutes = report.analysis.silence.longest_gap
    process = report.process
    allowed = say_days(process.minutes(process.max_gap))
    if minutes is not None:
        return f"longest silence {say_days(minutes).removesuffix(' days')} of {allowed}"
    how_long = "without end" if report.analysis.silence.endless_components else "unknown"
    return f"longest silence {how_long}, {allowed} allowed"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
