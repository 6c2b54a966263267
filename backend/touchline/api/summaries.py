"""What the list of processes says of each: worked out from what is stored, and kept with it."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from touchline import __version__
from touchline.duration import days
from touchline.live.document import document_of_updates
from touchline.live.reader import read_document
from touchline.report import check
from touchline.rules import Severity, all_rules
from touchline.store import Head, NoSuchProcess, ProcessStore, StoreError, Summary

logger = logging.getLogger(__name__)


def cards(store: ProcessStore, heads: Sequence[Head]) -> list[dict[str, Any]]:
    """The card of each process that is still there. Blocks; call it in a thread."""
    rules = f"{__version__} {len(all_rules())}"
    found = []
    for head in heads:
        try:
            found.append(_card(*_summed_up(store, head, rules)))
        except NoSuchProcess:
            # Deleted for good since the list was read.
            continue
    return found


def _card(head: Head, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": head.id,
        **facts,
        "edited_at": head.edited_at.isoformat(),
        "deleted_at": None if head.deleted_at is None else head.deleted_at.isoformat(),
    }


def _summed_up(store: ProcessStore, head: Head, rules: str) -> tuple[Head, dict[str, Any]]:
    kept = head.summary
    if kept is not None and (kept.version, kept.rules) == (head.version, rules):
        facts: dict[str, Any] = json.loads(kept.facts)
        return head, facts
    # The head is read with the updates, so that version and facts are of one moment.
    head, updates = store.read(head.id)
    facts = _facts([update.blob for update in updates])
    summary = Summary(head.version, rules, json.dumps(facts, ensure_ascii=False))
    try:
        store.keep_summary(head.id, summary)
    except StoreError as error:
        # It will be worked out again; a full disk is no reason to show no list.
        logger.warning("summary not kept: process=%s reason=%s", head.id, type(error).__name__)
    return head, facts


def _facts(blobs: list[bytes]) -> dict[str, Any]:
    process = read_document(document_of_updates(blobs)).process
    report = check(process)
    return {
        "name": process.name,
        "steps": len(process.steps),
        "sound": report.sound,
        "errors": report.counts[Severity.ERROR],
        "warnings": report.counts[Severity.WARNING],
        "longest_gap_days": report.longest_gap_days,
        "max_gap_days": days(process.minutes(process.max_gap)),
        "detail_score": report.detail_score,
    }
