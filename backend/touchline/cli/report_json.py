"""The findings for programs, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from touchline.checking.report import Report
from touchline.checking.rules import Finding
from touchline.cli.checked import Checked
from touchline.cli.json_text import json_text
from touchline.formats.source import Source
from touchline.model.errors import NotWellFormed


def report(checked: Sequence[Checked]) -> str:
    """One object with every file. A file that cannot be used has `problems` and no figures."""
    return json_text({"files": [_file(one) for one in checked]})


def _file(one: Checked) -> dict[str, Any]:
    if one.report is None or one.source is None:
        return {
            "file": one.file,
            "name": None,
            "sound": False,
            "detail_score": None,
            "longest_gap_days": None,
            "findings": [],
            "problems": _problems(one.error),
        }
    return {**_report(one.file, one.source, one.report), "rules_off": sorted(one.ruleset.off)}


def _report(file: str, source: Source, report: Report) -> dict[str, Any]:
    lines = source.lines()
    return {
        "file": file,
        "name": source.process.name,
        "sound": report.sound,
        "detail_score": round(report.detail_score, 1),
        "longest_gap_days": report.longest_gap_days,
        "counts": {severity.value: count for severity, count in report.counts.items()},
        "findings": [
            _finding(finding, lines.of(finding.steps, finding.edges)) for finding in report.findings
        ],
    }


def _finding(finding: Finding, line: int) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "steps": list(finding.steps),
        "edges": [list(pair) for pair in finding.edges],
        "days": finding.days,
        "line": line,
        "waived": finding.waived,
        "waived_up_to_days": finding.waived_up_to_days,
        "fixes": [{"id": fix.id, "label": fix.label} for fix in finding.fixes],
    }


def _problems(error: NotWellFormed | None) -> list[dict[str, Any]]:
    return [
        {
            "path": problem.path,
            "message": problem.message,
            "line": problem.line,
            "column": problem.column,
            "quote": problem.quote,
        }
        for problem in (error.problems if error else ())
    ]
