"""Puts processes back from a backup: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TypeAlias

from sqlalchemy import Connection, delete, func, insert, select

from touchline.store import checksums
from touchline.store.database import Database
from touchline.store.errors import Behind, NoSuchProcess, ProcessDamaged
from touchline.store.records import Clock, Head, Update
from touchline.store.rows import find_row, head_values, read_head, store_head, update_values
from touchline.store.tables import processes, updates


@dataclass(frozen=True, slots=True)
class PutBack:
    """A process that has gone, or is `damaged`, as it was when it was backed up."""

    head: Head
    updates: Sequence[Update]
    damaged: bool


@dataclass(frozen=True, slots=True)
class Edited:
    """Edits that make a process, which was as `head` says, what it was when it was backed up; it
    leaves the bin by that."""

    head: Head
    blobs: Sequence[bytes]
    name: str


Change: TypeAlias = PutBack | Edited


def bring_back(database: Database, clock: Clock, changes: Sequence[Change]) -> None:
    """Make all changes in one transaction. Raises Behind, and changes nothing, when a process is no
    longer as it was when they were worked out."""
    with database.writing() as connection:
        for change in changes:
            if isinstance(change, PutBack):
                _put_back(connection, change)
            else:
                _edit(connection, clock, change)


def _put_back(connection: Connection, change: PutBack) -> None:
    process_id = change.head.id
    try:
        read_head(find_row(connection, process_id, to_write=True))
        is_there, is_sound = True, not change.damaged
    except ProcessDamaged:
        is_there, is_sound = True, False
    except NoSuchProcess:
        is_there, is_sound = False, False
    if is_sound or is_there is not change.damaged:
        raise Behind(process_id)
    its = updates.c.process_id == process_id
    last = connection.execute(select(func.max(updates.c.seq)).where(its)).scalar() or 0
    epoch = connection.execute(
        select(processes.c.epoch).where(processes.c.id == process_id)
    ).scalar()
    connection.execute(delete(updates).where(its))
    connection.execute(delete(processes).where(processes.c.id == process_id))
    # Behind all that was here, so that a server that has it open sees that it is another.
    before = max(last, change.head.seq)
    new = [
        update_values(process_id, before + number, one.blob)
        for number, one in enumerate(change.updates, start=1)
    ]
    head = replace(
        change.head,
        seq=before + len(new),
        version=before + change.head.version + 1,
        epoch=max(epoch or 0, change.head.epoch) + 1,
        summary=None,
    )
    total = checksums.added_up(checksums.NOTHING, (entry["checksum"] for entry in new))
    connection.execute(insert(processes).values(head_values(head, total)))
    connection.execute(insert(updates), new)


def _edit(connection: Connection, clock: Clock, change: Edited) -> None:
    row = find_row(connection, change.head.id, to_write=True)
    head = read_head(row)
    if replace(head, summary=None) != replace(change.head, summary=None):
        raise Behind(head.id)
    new = [
        update_values(head.id, head.seq + number, blob)
        for number, blob in enumerate(change.blobs, start=1)
    ]
    if new:
        connection.execute(insert(updates), new)
    changed = replace(
        head,
        name=change.name,
        edited_at=clock().astimezone(UTC),
        deleted_at=None,
        version=head.version + 1,
        seq=head.seq + len(new),
    )
    total = checksums.added_up(row["updates_sum"], (entry["checksum"] for entry in new))
    store_head(connection, changed, total)
