"""The repository of processes: plain values in, plain values out.

Every method is one transaction and blocks; call it from a worker thread. Each may raise NotStored
or StoreUnreadable.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from touchline.store.database import Database
from touchline.store.errors import Behind, NoSuchProcess, NotInBin
from touchline.store.records import Clock, Head, Summary, Update
from touchline.store.tables import processes, updates

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of ids: without the characters that people confuse when reading an address aloud."""
_ID_LENGTH = 16
_ID = re.compile(r"[0-9a-z]{1,32}")
"""What an id can look like; nothing else is asked for, since databases differ in what they take."""


class ProcessStore:
    """Processes, those in the bin included, and every update of their shared documents."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._now = clock

    def create(self, name: str, blob: bytes) -> Head:
        """A new process whose document begins with one update."""
        now = self._now()
        head = Head(_new_id(), name, now, now, None, version=1, seq=1)
        with self._database.writing() as connection:
            connection.execute(
                insert(processes).values(
                    id=head.id,
                    name=name,
                    created_at=now,
                    edited_at=now,
                    version=head.version,
                    seq=head.seq,
                )
            )
            connection.execute(insert(updates).values(process_id=head.id, seq=head.seq, blob=blob))
        return head

    def head(self, process_id: str) -> Head:
        """What is known of a process, in the bin or not. Raises NoSuchProcess."""
        with self._database.reading() as connection:
            return _head(connection, process_id)

    def listed(self, *, in_bin: bool) -> list[Head]:
        """The processes, or those in the bin, last edited first."""
        place = processes.c.deleted_at
        chosen = place.is_not(None) if in_bin else place.is_(None)
        order = processes.c.edited_at.desc(), processes.c.created_at.desc(), processes.c.id
        with self._database.reading() as connection:
            rows = connection.execute(select(processes).where(chosen).order_by(*order))
            return [_read(row) for row in rows]

    def read(self, process_id: str, after: int = 0) -> tuple[Head, list[Update]]:
        """A process and its updates with a seq above `after`, of one moment.

        Raises NoSuchProcess. A process in the bin can be read.
        """
        with self._database.reading() as connection:
            return _head(connection, process_id), _updates_after(connection, process_id, after)

    def append(self, process_id: str, after: int, blobs: Sequence[bytes], name: str) -> Head:
        """Store updates behind the one with the seq `after`, all or none, as a new version.

        `name` is the process's name after it. Raises Behind when there are updates beyond `after`
        already, and NoSuchProcess when the process is gone or in the bin.
        """
        with self._database.writing() as connection:
            head = _head(connection, process_id)
            if head.deleted_at is not None:
                raise NoSuchProcess(process_id, in_bin=True)
            if head.seq != after:
                raise Behind(process_id)
            try:
                connection.execute(
                    insert(updates),
                    [
                        {"process_id": process_id, "seq": after + number, "blob": blob}
                        for number, blob in enumerate(blobs, start=1)
                    ],
                )
            except IntegrityError as error:
                raise Behind(process_id) from error
            changed = connection.execute(
                update(processes)
                .where(processes.c.id == process_id, processes.c.seq == after)
                .values(
                    name=name,
                    edited_at=self._now(),
                    version=head.version + 1,
                    seq=after + len(blobs),
                )
            )
            if changed.rowcount != 1:
                # On PostgreSQL another program may have been let in since the head was read.
                raise Behind(process_id)
            return _head(connection, process_id)

    def compact(self, process_id: str, upto: int, count: int, blob: bytes) -> bool:
        """Replace the updates up to the seq `upto`, which must be `count`, by one that has it all.

        False, and nothing changed, when they are not the ones the caller has read.
        """
        which = (updates.c.process_id == process_id) & (updates.c.seq <= upto)
        with self._database.writing() as connection:
            found = connection.execute(
                select(func.count(), func.max(updates.c.seq)).where(which)
            ).one()
            if tuple(found) != (count, upto):
                return False
            connection.execute(delete(updates).where(which))
            connection.execute(insert(updates).values(process_id=process_id, seq=upto, blob=blob))
            return True

    def keep_summaries(self, summaries: Mapping[str, Summary]) -> None:
        """Keep what was worked out of processes, by id; not of those that have moved on since."""
        with self._database.writing() as connection:
            for process_id, summary in summaries.items():
                connection.execute(
                    update(processes)
                    .where(processes.c.id == process_id, processes.c.version == summary.version)
                    .values(
                        summary_version=summary.version,
                        summary_rules=summary.rules,
                        summary_facts=summary.facts,
                    )
                )

    def move_to_bin(self, process_id: str) -> Head:
        """Put a process into the bin. Raises NoSuchProcess, also when it is there already."""
        with self._database.writing() as connection:
            if _head(connection, process_id).deleted_at is not None:
                raise NoSuchProcess(process_id, in_bin=True)
            return _set(connection, process_id, deleted_at=self._now())

    def restore(self, process_id: str) -> Head:
        """Take a process out of the bin. Raises NoSuchProcess, NotInBin."""
        with self._database.writing() as connection:
            if _head(connection, process_id).deleted_at is None:
                raise NotInBin(process_id)
            return _set(connection, process_id, deleted_at=None)

    def purge(self, process_id: str) -> None:
        """Delete a process in the bin for good. Raises NoSuchProcess, NotInBin."""
        with self._database.writing() as connection:
            if _head(connection, process_id).deleted_at is None:
                raise NotInBin(process_id)
            # Spelled out, so that it does not hang on foreign keys being enforced.
            connection.execute(delete(updates).where(updates.c.process_id == process_id))
            connection.execute(delete(processes).where(processes.c.id == process_id))


def _new_id() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH))


def _head(connection: Connection, process_id: str) -> Head:
    if not _ID.fullmatch(process_id):
        raise NoSuchProcess(process_id)
    row = connection.execute(select(processes).where(processes.c.id == process_id)).one_or_none()
    if row is None:
        raise NoSuchProcess(process_id)
    return _read(row)


def _set(connection: Connection, process_id: str, **values: object) -> Head:
    connection.execute(update(processes).where(processes.c.id == process_id).values(values))
    return _head(connection, process_id)


def _updates_after(connection: Connection, process_id: str, after: int) -> list[Update]:
    rows = connection.execute(
        select(updates.c.seq, updates.c.blob)
        .where(updates.c.process_id == process_id, updates.c.seq > after)
        .order_by(updates.c.seq)
    )
    return [Update(row.seq, bytes(row.blob)) for row in rows]


def _read(row: Row[tuple[object, ...]]) -> Head:
    summary = None
    if row.summary_version is not None:
        summary = Summary(row.summary_version, row.summary_rules, row.summary_facts)
    return Head(
        id=row.id,
        name=row.name,
        created_at=row.created_at,
        edited_at=row.edited_at,
        deleted_at=row.deleted_at,
        version=row.version,
        seq=row.seq,
        summary=summary,
    )
