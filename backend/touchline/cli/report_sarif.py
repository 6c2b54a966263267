"""The findings as SARIF 2.1.0, for GitHub code scanning and other tools that gather results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from touchline import __version__
from touchline.checking.rules import Finding, Rule, Severity, all_rules
from touchline.cli.checked import Checked
from touchline.cli.json_text import json_text
from touchline.formats.source import Lines

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NOT_WELL_FORMED = "not-well-formed"


def report(checked: Sequence[Checked]) -> str:
    """One run with every rule and every finding; waived ones are suppressed, with the reason."""
    rules = all_rules()
    numbers = {rule.id: number for number, rule in enumerate(rules)} | {
        _NOT_WELL_FORMED: len(rules)
    }
    driver = {
        "name": "Touchline",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [*map(_rule, rules), _rule_of_form()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            {**result, "ruleIndex": numbers[result["ruleId"]]}
            for one in checked
            for result in _results(one)
        ],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json_text(document)


def _rule(rule: Rule) -> dict[str, Any]:
    reports = f"{rule.reports[0].upper()}{rule.reports[1:]}."
    return {
        "id": rule.id,
        "shortDescription": {"text": reports},
        "fullDescription": {"text": f"{reports} {rule.why}"},
        "help": {"text": f"{rule.why} `touchline explain {rule.id}` shows examples."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["sales-process"]},
    }


def _rule_of_form() -> dict[str, Any]:
    text = "A file that is not a well-formed process."
    return {
        "id": _NOT_WELL_FORMED,
        "shortDescription": {"text": text},
        "fullDescription": {"text": f"{text} It cannot be checked, drawn or exported."},
        "help": {"text": "Correct the line as the message says."},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["sales-process"]},
    }


def _results(one: Checked) -> Iterator[dict[str, Any]]:
    if one.report is not None and one.source is not None:
        lines = one.source.lines()
        for finding in one.report.findings:
            yield _result(one.file, finding, lines)
    elif one.error is not None:
        for problem in one.error.problems:
            where = f"{problem.path}: " if problem.path else ""
            yield {
                "ruleId": _NOT_WELL_FORMED,
                "level": "error",
                "message": {"text": f"{where}{problem.message}"},
                "locations": [_location(one.file, problem.line or 1, problem.column or 1)],
            }


def _result(file: str, finding: Finding, lines: Lines) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        # A waived finding shall fail no build, whatever a tool makes of suppressions.
        "level": "note" if finding.waived is not None else _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(file, lines.of(finding.steps, finding.edges))],
        "partialFingerprints": {"touchlineFinding/v1": finding.id},
    }
    if finding.steps:
        result["relatedLocations"] = [
            {**_location(file, lines.of((step,), ())), "id": number, "message": {"text": step}}
            for number, step in enumerate(finding.steps, 1)
        ]
    if finding.waived is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.why_waived}]
    return result


def _location(file: str, line: int, column: int = 1) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file)},
            "region": {"startLine": line, "startColumn": column},
        }
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
