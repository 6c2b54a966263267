"""What the list of processes says of each: worked out from what is stored, and kept with it."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from touchline import __version__
from touchline.checking.report import Level, Report, check
from touchline.checking.rules import Severity, all_rules
from touchline.live.stored import read_stored
from touchline.model.duration import days
from touchline.model.process import Process
from touchline.store import Head, NoSuchProcess, ProcessStore, StoreError, StoreUnreadable, Summary

logger = logging.getLogger(__name__)

_FORM = 2
"""Raised whenever other facts are told, so that those kept before are worked out anew."""


def cards(store: ProcessStore, heads: Sequence[Head]) -> list[dict[str, Any]]:
    """The card of each process that is still there. Blocks; call it in a thread."""
    rules = f"{__version__} {len(all_rules())} {_FORM}"
    found = []
    fresh: dict[str, Summary] = {}
    for head in heads:
        summary = head.summary
        if summary is None or (summary.version, summary.rules) != (head.version, rules):
            try:
                head, summary = _summed_up(store, head.id, rules)
            except NoSuchProcess:
                # Deleted for good since the list was read.
                continue
            except StoreUnreadable as error:
                # One damaged process must not hide the others.
                logger.error("process left out: process=%s reason=%s", head.id, error)
                continue
            fresh[head.id] = summary
        found.append(_card(head, json.loads(summary.facts)))
    if fresh:
        _keep(store, fresh)
    return found


def _card(head: Head, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": head.id,
        **facts,
        "edited_at": head.edited_at.isoformat(),
        "deleted_at": None if head.deleted_at is None else head.deleted_at.isoformat(),
    }


def _summed_up(store: ProcessStore, process_id: str, rules: str) -> tuple[Head, Summary]:
    # The head is read with the updates, so that version and facts are of one moment.
    head, process = read_stored(store, process_id)
    return head, Summary(head.version, rules, json.dumps(_facts(process), ensure_ascii=False))


def _keep(store: ProcessStore, summaries: dict[str, Summary]) -> None:
    try:
        store.keep_summaries(summaries)
    except StoreError as error:
        # They will be worked out again; a full disk is no reason to show no list.
        logger.warning("summaries not kept: reason=%s", type(error).__name__)


def _silence(report: Report) -> str:
    """Why the longest silence is a number, or is none."""
    if report.longest_gap_days is None:
        endless = any(edge.level is Level.ENDLESS for edge in report.edge_silences)
        return "endless" if endless else "unknown"
    return "known" if any(edge.days is not None for edge in report.edge_silences) else "none"


def _facts(process: Process) -> dict[str, Any]:
    report = check(process)
    return {
        "name": process.name,
        "steps": len(process.steps),
        "sound": report.sound,
        "errors": report.counts[Severity.ERROR],
        "warnings": report.counts[Severity.WARNING],
        "longest_gap_days": report.longest_gap_days,
        "silence": _silence(report),
        "max_gap_days": days(process.minutes(process.max_gap)),
        "detail_score": report.detail_score,
    }
