"""Backups: every process in one SQLite file, whichever database they come from or go to.

A backup is a database that Touchline can serve. It is written row by row, in one transaction that
sees one moment, and not page by page: every row is looked through on the way, damaged pages are not
carried along, and a server's PostgreSQL and a laptop's SQLite can be moved into one another.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert, text

from touchline.store import checksums
from touchline.store.database import Database, sqlite_file_url
from touchline.store.errors import ProcessDamaged, StoreUnreadable
from touchline.store.faults import faults
from touchline.store.file import BESIDE, DatabaseFile, put_in_place, sync_folder
from touchline.store.listing import listed
from touchline.store.migrate import CONTENTS, make_tables, migrate
from touchline.store.records import Clock, Damaged, Head
from touchline.store.rows import (
    find_row,
    head_values,
    read_updates,
    remains_values,
    rows_of_updates,
    update_values,
)
from touchline.store.tables import processes, updates


@dataclass(frozen=True, slots=True)
class Written:
    """What is in a new backup: how many sound processes, and what is left of damaged ones."""

    sound: int
    damaged: tuple[Damaged, ...]


def write_backup(database: Database, file: Path, clock: Clock, *, replace: bool = False) -> Written:
    """Back up every process to a file for its owner alone, whole or not at all.

    Others may go on writing meanwhile. Raises StoreError, OSError, and FileExistsError for a file
    that is there unless `replace`.
    """
    if file.exists() and not replace:
        raise FileExistsError(17, "is there already; give another name, or --force", str(file))
    new = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        written = fill(database, new, clock)
        if replace:
            new.replace(file)
            sync_folder(file.parent)
        else:
            put_in_place(new, file)
    finally:
        for ending in ("", *BESIDE):
            new.with_name(new.name + ending).unlink(missing_ok=True)
    return written


def fill(database: Database, new: Path, clock: Clock) -> Written:
    """Make a new file with a copy of every process; see `write_backup`."""
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    target = Database(sqlite_file_url(new))
    try:
        make_tables(target)
        with database.reading() as source, target.writing() as copy:
            written = _copy(source, copy, clock)
    finally:
        target.close()
    with closing(sqlite3.connect(new)) as connection:
        # One file, with nothing beside it that could be forgotten.
        connection.execute("PRAGMA journal_mode = DELETE")
    return written


@contextmanager
def opened_backup(file: Path) -> Iterator[Database]:
    """A backup, or any other SQLite database of Touchline's, to be read, looked through as a file.

    A copy of it, so that nothing is done to the file itself, not even when it is of an older
    Touchline. Raises StoreUnreadable when it is none, or damaged as a whole, or when processes that
    it should have are missing; whether each is sound shows when it is read.
    """
    if not file.is_file():
        raise StoreUnreadable(f"There is no backup at {file}.")
    if not file.stat().st_size:
        raise StoreUnreadable(f"The backup {file} is empty: it has been cut off.")
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.sqlite3"
        try:
            with (
                closing(DatabaseFile(file).connect(read_only=True)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
        except sqlite3.Error as error:
            raise StoreUnreadable(f"The backup {file} is damaged or is no database.") from error
        database = Database(sqlite_file_url(copy))
        try:
            contents = _read_contents(copy)
            migrate(database)
            found = [*faults(database), *_missing(database, contents)]
            if found:
                raise StoreUnreadable(f"The backup {file} is damaged: {found[0]}.")
            yield database
        finally:
            database.close()


def _copy(source: Connection, copy: Connection, clock: Clock) -> Written:
    sound: list[bytes] = []
    damaged: list[Damaged] = []
    for one in listed(source):
        try:
            if isinstance(one, Damaged):
                raise ProcessDamaged(one)
            sound.append(_copy_sound(source, copy, one))
        except ProcessDamaged as error:
            _copy_remains(source, copy, error.remains, clock)
            damaged.append(error.remains)
    _write_contents(copy, clock, sound, damaged)
    return Written(len(sound), tuple(damaged))


def _copy_sound(source: Connection, copy: Connection, head: Head) -> bytes:
    row = find_row(source, head.id)
    found = read_updates(source, row, 0)
    values = head_values(head, row["updates_sum"])
    copy.execute(insert(processes).values(values))
    copy.execute(insert(updates), [update_values(head.id, one.seq, one.blob) for one in found])
    return bytes(values["checksum"])


def _copy_remains(source: Connection, copy: Connection, remains: Damaged, clock: Clock) -> None:
    """What can be read of a damaged process, which stays damaged."""
    copy.execute(insert(processes).values(remains_values(remains, clock())))
    try:
        for one, checksum in rows_of_updates(source, remains.id):
            values = update_values(remains.id, one.seq, one.blob)
            copy.execute(insert(updates).values({**values, "checksum": checksum}))
    except ProcessDamaged:
        # The others are out of reach.
        return


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a backup was made with: how many sound processes, what their checksums add up to, and
    how many that were damaged even then."""

    sound: int
    total: bytes
    damaged: int


def _write_contents(
    copy: Connection, clock: Clock, sound: list[bytes], damaged: list[Damaged]
) -> None:
    copy.execute(
        text(f"CREATE TABLE {CONTENTS} (made_at TEXT, sound INTEGER, total BLOB, damaged INTEGER)")
    )
    copy.execute(
        text(f"INSERT INTO {CONTENTS} VALUES (:made_at, :sound, :total, :damaged)"),
        {
            "made_at": clock().isoformat(),
            "sound": len(sound),
            "total": checksums.added_up(checksums.NOTHING, sound),
            "damaged": len(damaged),
        },
    )


def _read_contents(copy: Path) -> _Contents | None:
    """None for a database that was copied in another way."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            row = connection.execute(f"SELECT sound, total, damaged FROM {CONTENTS}").fetchone()
    except sqlite3.Error:
        return None
    return None if row is None else _Contents(*row)


def _missing(database: Database, contents: _Contents | None) -> list[str]:
    """What a backup lacks of what it was made with."""
    if contents is None:
        return []
    with database.reading() as connection:
        found = listed(connection)
        sound = [find_row(connection, one.id) for one in found if isinstance(one, Head)]
    lacks = contents.sound + contents.damaged - len(found)
    if lacks > 0:
        return [f"{lacks} of its processes are missing"]
    total = checksums.added_up(checksums.NOTHING, (row["checksum"] for row in sound))
    if len(sound) == contents.sound and total != contents.total:
        return ["one of its processes is another than it was made with"]
    return []
