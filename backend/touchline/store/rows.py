"""Rows of the tables as values, each checked against its checksum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import DBAPIError

from touchline.store import checksums
from touchline.store.errors import NoSuchProcess, ProcessDamaged, is_damage
from touchline.store.records import Damaged, Head, Summary, Update
from touchline.store.tables import processes, updates

Columns: TypeAlias = Mapping[Any, Any]
"""The values of a row by the names of their columns."""

HEAD_FIELDS = ("id", "name", "created_at", "edited_at", "deleted_at", "version", "seq", "epoch")
_ROW = "what is known of it is not as it was stored"
_GONE = "only its edits are left"
_EDIT = "one of its edits is not as it was stored"
_MISSING = "one of its edits is missing"
_UNREADABLE = "it cannot be read from the disk"


def head_checksum(values: Columns, updates_sum: bytes) -> bytes:
    """The checksum of a process's row, given what those of its updates add up to."""
    return checksums.of_values(*(values[name] for name in HEAD_FIELDS), updates_sum)


def head_values(head: Head, updates_sum: bytes) -> dict[str, Any]:
    """The columns of a process's row, all but the summary's."""
    values = {name: getattr(head, name) for name in HEAD_FIELDS}
    checksum = head_checksum(values, updates_sum)
    return {**values, "updates_sum": updates_sum, "checksum": checksum}


def update_values(process_id: str, seq: int, blob: bytes) -> dict[str, Any]:
    """The columns of an update's row."""
    checksum = checksums.of_update(process_id, seq, blob)
    return {"process_id": process_id, "seq": seq, "blob": blob, "checksum": checksum}


def summary_values(process_id: str, summary: Summary) -> dict[str, Any]:
    """The columns of what a list shows of a process."""
    return {
        "summary_version": summary.version,
        "summary_rules": summary.rules,
        "summary_facts": summary.facts,
        "summary_checksum": _summary_checksum(process_id, summary),
    }


def remains_values(remains: Damaged, now: datetime) -> dict[str, Any]:
    """The columns of a row for what is left of a process; its checksum is, and stays, wrong."""
    return {
        "id": remains.id,
        "name": remains.name or remains.id,
        "created_at": now,
        "edited_at": remains.edited_at or now,
        "deleted_at": remains.deleted_at,
        "version": 1,
        "seq": 0,
        "checksum": b"",
    }


def store_head(connection: Connection, head: Head, updates_sum: bytes) -> None:
    """Write a process's row anew, with its checksum."""
    with damage_to(head.id):
        connection.execute(
            update(processes)
            .where(processes.c.id == head.id)
            .values(head_values(head, updates_sum))
        )


def read_head(row: Columns) -> Head:
    """A process's row. Raises ProcessDamaged."""
    if not is_right(row, row["id"]):
        raise ProcessDamaged(_remains(row, _ROW))
    return Head(**{name: row[name] for name in HEAD_FIELDS}, summary=_read_summary(row))


def is_right(row: Columns, process_id: object) -> bool:
    """Whether a row is the process's with this id, and as it was stored."""
    try:
        checksum = head_checksum(row, row["updates_sum"])
    except TypeError:
        # A value of no kind that is ever stored.
        return False
    return bool(row["id"] == process_id and row["checksum"] == checksum)


def find_head(connection: Connection, process_id: str, *, to_write: bool = False) -> Head:
    """A process's row by its id. Raises NoSuchProcess, ProcessDamaged.

    `to_write` keeps others from changing it before this transaction ends.
    """
    return read_head(find_row(connection, process_id, to_write=to_write))


def find_row(connection: Connection, process_id: str, *, to_write: bool = False) -> Columns:
    """A process's row as it is, unchecked. Raises NoSuchProcess, and ProcessDamaged when it cannot
    be read at all or only its updates are left."""
    query = select(processes)
    if to_write:
        query = query.with_for_update()
    with damage_to(process_id):
        row = connection.execute(query.where(processes.c.id == process_id)).first()
        if row is None or not is_right(row._mapping, process_id):
            # A damaged index hides what is there, or leads to another row.
            every = query.where(processes.c.id.concat("") == process_id)
            row = connection.execute(every).first() or row
        if row is not None and row.id == process_id:
            return row._mapping
        its = updates.c.process_id == process_id
        is_orphaned = connection.execute(select(updates.c.seq).where(its).limit(1)).first()
    if is_orphaned:
        raise ProcessDamaged(Damaged(process_id, _GONE))
    raise NoSuchProcess(process_id)


def read_updates(connection: Connection, row: Columns, after: int) -> list[Update]:
    """A process's updates with a seq above `after`, in order. Raises ProcessDamaged when one is
    damaged or missing."""
    head = read_head(row)
    found = []
    total = checksums.NOTHING
    for one, checksum in rows_of_updates(connection, head.id, after):
        if checksum is None:
            raise ProcessDamaged(_remains(row, _EDIT))
        total = checksums.added_up(total, [checksum])
        found.append(one)
    if after and _follow(found, after, head.seq):
        return found
    if after:
        # They were made one with earlier ones, or one is missing; all of them together tell.
        return [one for one in read_updates(connection, row, 0) if one.seq > after]
    if total != row["updates_sum"]:
        raise ProcessDamaged(_remains(row, _MISSING))
    return found


def rows_of_updates(
    connection: Connection, process_id: str, after: int = 0
) -> Iterator[tuple[Update, bytes | None]]:
    """Each stored update above `after` in order, with its checksum, None where that is wrong.

    Raises ProcessDamaged when they cannot be read at all.
    """
    query = (
        select(updates.c.seq, updates.c.blob, updates.c.checksum)
        .where(updates.c.process_id == process_id, updates.c.seq > after)
        .order_by(updates.c.seq)
    )
    with damage_to(process_id):
        for seq, stored, checksum in connection.execute(query):
            # A damaged row may hold text or a number instead.
            blob = stored if isinstance(stored, bytes) else b""
            is_right = checksum == checksums.of_update(process_id, seq, blob)
            yield Update(seq, blob), checksum if is_right else None


@contextmanager
def damage_to(process_id: str) -> Iterator[None]:
    """What reads one process in the block raises ProcessDamaged where it finds damage."""
    try:
        yield
    except (DBAPIError, ValueError, TypeError) as error:
        if not is_damage(error):
            raise
        raise ProcessDamaged(Damaged(process_id, _UNREADABLE)) from error


def _follow(found: list[Update], after: int, last: int) -> bool:
    return [one.seq for one in found] == list(range(after + 1, last + 1))


def _remains(row: Columns, reason: str) -> Damaged:
    name, edited_at, deleted_at = row["name"], row["edited_at"], row["deleted_at"]
    return Damaged(
        id=str(row["id"]),
        reason=reason,
        name=name if isinstance(name, str) else None,
        edited_at=edited_at if isinstance(edited_at, datetime) else None,
        deleted_at=deleted_at if isinstance(deleted_at, datetime) else None,
    )


def _read_summary(row: Columns) -> Summary | None:
    """What was worked out before; None where that is nothing, or damaged, so that it is again."""
    if row["summary_version"] is None:
        return None
    summary = Summary(row["summary_version"], row["summary_rules"], row["summary_facts"])
    try:
        is_right = row["summary_checksum"] == _summary_checksum(row["id"], summary)
    except TypeError:
        return None
    return summary if is_right else None


def _summary_checksum(process_id: str, summary: Summary) -> bytes:
    return checksums.of_values(process_id, summary.version, summary.rules, summary.facts)
