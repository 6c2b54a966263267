"""What the store hands out: plain, frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present moment in UTC."""


def system_clock() -> datetime:
    """The present moment by the machine's clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a process without reading its document.

    `version` counts the changes and is what an ETag is made of; `seq` is the number of the last
    stored update, of which one change may bring several. `epoch` is another when the process was
    put back from a backup, so that its updates are no longer those that came before.
    """

    id: str
    name: str
    created_at: datetime
    edited_at: datetime
    deleted_at: datetime | None
    version: int
    seq: int
    epoch: int = 0
    summary: Summary | None = None


@dataclass(frozen=True, slots=True)
class Damaged:
    """A process that is not as it was stored: what can still be told of it, which may be wrong."""

    id: str
    reason: str
    name: str | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a process: of one version of it, by one version of the rules."""

    version: int
    rules: str
    facts: str
    """JSON, as the one who worked it out wrote it."""


@dataclass(frozen=True, slots=True)
class Update:
    """One stored update of a shared document."""

    seq: int
    blob: bytes
