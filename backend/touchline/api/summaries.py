"""What the list of processes says of each: worked out from what is stored, and kept with it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from touchline import __version__
from touchline.checking.report import Level, Report, check
from touchline.checking.rules import Severity, all_rules
from touchline.live.reader import UNNAMED_PROCESS
from touchline.live.stored import read_stored
from touchline.model.duration import days
from touchline.model.limits import LOOKED_THROUGH_SECONDS
from touchline.model.process import Process
from touchline.store import (
    Damaged,
    Head,
    NoSuchProcess,
    ProcessDamaged,
    ProcessStore,
    StoreError,
    Summary,
)

logger = logging.getLogger(__name__)

_FORM = 2
"""Raised whenever other facts are told, so that those kept before are worked out anew."""


class Cards:
    """The cards of the list; each process is looked through for damage before it is shown, and
    again when it has not been for long, since a disk gives no sign of it."""

    def __init__(self, store: ProcessStore, seconds: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._seconds = seconds
        self._found_sound: dict[str, tuple[int, float]] = {}
        """For each process the version, and the time at which it was as it had been stored."""

    def of(self, listed: Sequence[Head | Damaged]) -> list[dict[str, Any]]:
        """The card of each process that is still there, the damaged ones first. Blocks; call it in
        a thread."""
        rules = f"{__version__} {len(all_rules())} {_FORM}"
        found = []
        fresh: dict[str, Summary] = {}
        for head in listed:
            if isinstance(head, Damaged):
                found.append(_damaged_card(head))
                continue
            try:
                card, summary = self._card(head, rules)
            except NoSuchProcess:
                # Deleted for good since the list was read.
                continue
            except ProcessDamaged as error:
                # One damaged process must not hide the others.
                reason = error.remains.reason
                logger.error("process damaged: process=%s reason=%s", head.id, reason)
                remains = Damaged(head.id, reason, head.name, head.edited_at, head.deleted_at)
                found.append(_damaged_card(remains))
                continue
            found.append(card)
            if summary is not head.summary:
                fresh[head.id] = summary
        if fresh:
            _keep(self._store, fresh)
        return sorted(found, key=lambda card: card["damaged"] is None)

    def _card(self, head: Head, rules: str) -> tuple[dict[str, Any], Summary]:
        summary = head.summary
        if summary is None or (summary.version, summary.rules) != (head.version, rules):
            head, summary = _summed_up(self._store, head.id, rules)
        elif not self._is_known_sound(head):
            self._store.read(head.id)
        else:
            return _card(head, json.loads(summary.facts)), summary
        self._found_sound[head.id] = (head.version, self._seconds())
        return _card(head, json.loads(summary.facts)), summary

    def _is_known_sound(self, head: Head) -> bool:
        version, at = self._found_sound.get(head.id, (None, 0.0))
        return version == head.version and self._seconds() - at < LOOKED_THROUGH_SECONDS


def _damaged_card(remains: Damaged) -> dict[str, Any]:
    return {
        "id": remains.id,
        "name": remains.name or UNNAMED_PROCESS,
        "damaged": remains.reason,
        "edited_at": _moment(remains.edited_at),
        "deleted_at": _moment(remains.deleted_at),
    }


def _card(head: Head, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": head.id,
        **facts,
        "damaged": None,
        "edited_at": _moment(head.edited_at),
        "deleted_at": _moment(head.deleted_at),
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


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
