"""The repository of processes: plain values in, plain values out.

Every method is one transaction and blocks; call it from a worker thread. Each may raise NotStored
or StoreUnreadable; those that are about one process raise ProcessDamaged when it is not as it was
stored, which is checked whenever it is read.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC

from sqlalchemy import Connection, delete, insert, update
from sqlalchemy.exc import IntegrityError

from touchline.store import checksums
from touchline.store.database import Database
from touchline.store.errors import Behind, NoSuchProcess, NotInBin, ProcessDamaged
from touchline.store.listing import listed
from touchline.store.records import Clock, Damaged, Head, Summary, Update
from touchline.store.rows import (
    find_head,
    find_row,
    head_values,
    read_head,
    read_updates,
    remains_values,
    rows_of_updates,
    store_head,
    summary_values,
    update_values,
)
from touchline.store.tables import processes, updates

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of ids: without the characters that people confuse when reading an address aloud."""
_ID_LENGTH = 16
_ID = re.compile(r"[!-.0-~]{1,32}")
"""What an id can look like, even a damaged one; nothing else is asked for, since databases differ
in what they take."""


class ProcessStore:
    """Processes, those in the bin included, and every update of their shared documents."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._now = clock

    def create(self, name: str, blob: bytes) -> Head:
        """A new process whose document begins with one update."""
        now = self._now()
        head = Head(_new_id(), name, now, now, None, version=1, seq=1)
        first = update_values(head.id, head.seq, blob)
        with self._database.writing() as connection:
            connection.execute(insert(processes).values(head_values(head, first["checksum"])))
            connection.execute(insert(updates).values(first))
        return head

    def head(self, process_id: str) -> Head:
        """What is known of a process, in the bin or not. Raises NoSuchProcess."""
        with self._database.reading() as connection:
            return find_head(connection, _asked(process_id))

    def listed(self, *, in_bin: bool) -> list[Head | Damaged]:
        """The processes, or those in the bin, last edited first; damaged ones before the others.

        Their updates are not looked at.
        """
        with self._database.reading() as connection:
            found = listed(connection)
        chosen = [one for one in found if (one.deleted_at is not None) is in_bin]
        damaged = [one for one in chosen if isinstance(one, Damaged)]
        heads = [one for one in chosen if isinstance(one, Head)]
        # Two sorts, since one goes backwards.
        heads.sort(key=lambda head: head.id)
        heads.sort(key=lambda head: (head.edited_at, head.created_at), reverse=True)
        return [*sorted(damaged, key=lambda one: one.id), *heads]

    def read(self, process_id: str, after: int = 0) -> tuple[Head, list[Update]]:
        """A process and its updates with a seq above `after`, of one moment.

        Raises NoSuchProcess. A process in the bin can be read.
        """
        with self._database.reading() as connection:
            row = find_row(connection, _asked(process_id))
            return read_head(row), read_updates(connection, row, after)

    def remains(self, process_id: str) -> tuple[Head | Damaged, list[Update], int]:
        """What can be read of a damaged process: what is known of it, its updates as they are, and
        how many of those are damaged or out of reach, as far as can be told. Raises NoSuchProcess.
        """
        with self._database.reading() as connection:
            head: Head | Damaged
            try:
                head = find_head(connection, _asked(process_id))
            except ProcessDamaged as error:
                head = error.remains
            found, damaged = [], 0
            try:
                for one, checksum in rows_of_updates(connection, process_id):
                    found.append(one)
                    damaged += checksum is None
            except ProcessDamaged:
                # What comes behind this cannot be reached.
                damaged += 1
            return head, found, damaged

    def append(self, process_id: str, after: int, blobs: Sequence[bytes], name: str) -> Head:
        """Store updates behind the one with the seq `after`, all or none, as a new version.

        `name` is the process's name after it. Raises Behind when there are updates beyond `after`
        already, and NoSuchProcess when the process is gone or in the bin.
        """
        with self._database.writing() as connection:
            row = find_row(connection, _asked(process_id), to_write=True)
            head = read_head(row)
            if head.deleted_at is not None:
                raise NoSuchProcess(process_id, in_bin=True)
            if head.seq != after:
                raise Behind(process_id)
            new = [
                update_values(process_id, after + number, blob)
                for number, blob in enumerate(blobs, start=1)
            ]
            try:
                connection.execute(insert(updates), new)
            except IntegrityError as error:
                raise Behind(process_id) from error
            head = replace(
                head,
                name=name,
                edited_at=self._now().astimezone(UTC),
                version=head.version + 1,
                seq=after + len(blobs),
            )
            total = checksums.added_up(row["updates_sum"], (entry["checksum"] for entry in new))
            store_head(connection, head, total)
            return head

    def compact(self, process_id: str, upto: int, count: int, blob: bytes) -> bool:
        """Replace the updates up to the seq `upto`, which must be `count`, by one that has it all.

        False, and nothing changed, when they are not the ones the caller has read.
        """
        which = (updates.c.process_id == process_id) & (updates.c.seq <= upto)
        with self._database.writing() as connection:
            row = find_row(connection, _asked(process_id), to_write=True)
            old = [one for one in read_updates(connection, row, 0) if one.seq <= upto]
            if not old or (len(old), old[-1].seq) != (count, upto):
                return False
            new = update_values(process_id, upto, blob)
            gone = (checksums.of_update(process_id, one.seq, one.blob) for one in old)
            connection.execute(delete(updates).where(which))
            connection.execute(insert(updates).values(new))
            total = checksums.added_up(row["updates_sum"], [new["checksum"], *gone])
            store_head(connection, read_head(row), total)
            return True

    def keep_summaries(self, summaries: Mapping[str, Summary]) -> None:
        """Keep what was worked out of processes, by id; not of those that have moved on since."""
        with self._database.writing() as connection:
            for process_id, summary in summaries.items():
                connection.execute(
                    update(processes)
                    .where(processes.c.id == process_id, processes.c.version == summary.version)
                    .values(summary_values(process_id, summary))
                )

    def move_to_bin(self, process_id: str) -> None:
        """Put a process into the bin, a damaged one too. Raises NoSuchProcess, also when it is
        there already."""
        now = self._now()
        with self._database.writing() as connection:
            try:
                row = find_row(connection, _asked(process_id), to_write=True)
                head = read_head(row)
            except ProcessDamaged as error:
                self._move_remains_to_bin(connection, error.remains)
                return
            if head.deleted_at is not None:
                raise NoSuchProcess(process_id, in_bin=True)
            store_head(connection, replace(head, deleted_at=now), row["updates_sum"])

    def restore(self, process_id: str) -> Head:
        """Take a process out of the bin. Raises NoSuchProcess, NotInBin."""
        with self._database.writing() as connection:
            row = find_row(connection, _asked(process_id), to_write=True)
            head = read_head(row)
            if head.deleted_at is None:
                raise NotInBin(process_id)
            head = replace(head, deleted_at=None)
            store_head(connection, head, row["updates_sum"])
            return head

    def purge(self, process_id: str) -> None:
        """Delete a process in the bin for good. Raises NoSuchProcess, NotInBin."""
        with self._database.writing() as connection:
            try:
                found: Head | Damaged = find_head(connection, _asked(process_id), to_write=True)
            except ProcessDamaged as error:
                found = error.remains
            if found.deleted_at is None:
                raise NotInBin(process_id)
            # Spelled out, so that it does not hang on foreign keys being enforced.
            connection.execute(delete(updates).where(updates.c.process_id == process_id))
            connection.execute(delete(processes).where(processes.c.id == process_id))

    def _move_remains_to_bin(self, connection: Connection, remains: Damaged) -> None:
        if remains.deleted_at is not None:
            raise NoSuchProcess(remains.id, in_bin=True)
        now = self._now()
        this = processes.c.id == remains.id
        # The row must not become right by this, so its checksum stays as it is.
        if connection.execute(update(processes).where(this).values(deleted_at=now)).rowcount:
            return
        # Only its updates are left; they need a row, known to be wrong, to be in the bin.
        binned = replace(remains, deleted_at=now)
        connection.execute(insert(processes).values(remains_values(binned, now)))


def _new_id() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH))


def _asked(process_id: str) -> str:
    """An id that may be asked for. Raises NoSuchProcess for what can be none."""
    if not _ID.fullmatch(process_id):
        raise NoSuchProcess(process_id)
    return process_id
