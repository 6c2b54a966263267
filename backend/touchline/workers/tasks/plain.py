"""Values of the core as the plain data that JSON is made of."""

from __future__ import annotations

import json
from typing import Any

from touchline.checking.mending import is_made_by_all
from touchline.checking.report import Report
from touchline.checking.rules import Finding


def json_bytes(value: Any, *, indent: int | None = None) -> bytes:
    """JSON, as short as can be or, with `indent`, for people. CPU work for large values."""
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators).encode()


def report_data(report: Report) -> dict[str, Any]:
    """A report as `POST /api/check` answers it."""
    return {
        "sound": report.sound,
        "detail_score": report.detail_score,
        "longest_gap_days": report.longest_gap_days,
        "counts": {severity.value: count for severity, count in report.counts.items()},
        "findings": [finding_data(finding) for finding in report.findings],
        "edge_silences": [
            {
                "from": silence.source,
                "to": silence.target,
                "days": silence.days,
                "level": silence.level.value,
            }
            for silence in report.edge_silences
        ],
        "step_scores": [{"step": s, "score": score} for s, score in report.step_scores.items()],
        "stage_scores": [{"stage": s, "score": score} for s, score in report.stage_scores.items()],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding with the fixes on offer."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "steps": list(finding.steps),
        "edges": [list(pair) for pair in finding.edges],
        "days": finding.days,
        "waived": finding.waived,
        "waived_up_to_days": finding.waived_up_to_days,
        "fixes": [
            {"id": fix.id, "label": fix.label, "by_all": is_made_by_all(finding, fix)}
            for fix in finding.fixes
        ],
    }
