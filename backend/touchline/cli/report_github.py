"""The findings as notes in a GitHub workflow: each shows at its line of the pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from touchline.checking.rules import Severity
from touchline.cli.checked import Checked
from touchline.cli.screen import clean

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(checked: Sequence[Checked]) -> str:
    """One workflow command a line; a waived finding is a notice with its reason."""
    return "".join(f"{line}\n" for one in checked for line in _lines(one))


def _lines(one: Checked) -> Iterator[str]:
    if one.report is not None and one.source is not None:
        lines = one.source.lines()
        for finding in one.report.findings:
            line = lines.of(finding.steps, finding.edges)
            if finding.waived is None:
                level, message = _LEVELS[finding.severity], finding.message
            else:
                level, message = "notice", f"{finding.message} Waived: {finding.why_waived}"
            yield _command(level, one.file, line, 1, finding.rule, message)
    elif one.error is not None:
        for problem in one.error.problems:
            title = problem.path or "not a process"
            message = problem.message
            yield _command(
                "error", one.file, problem.line or 1, problem.column or 1, title, message
            )


def _command(level: str, file: str, line: int, column: int, title: str, message: str) -> str:
    properties = f"file={_property(file)},line={line},col={column},title={_property(title)}"
    return f"::{level} {properties}::{_data(clean(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
