"""What the commands about stored processes do, apart from saying it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from touchline.api.settings import Settings
from touchline.live.inspection import Inspection, inspected
from touchline.live.restoring import Restored, restore
from touchline.store import Database, StoreUnreadable, migrate
from touchline.store.backup import fill, opened_backup, write_backup
from touchline.store.database import sqlite_file_url
from touchline.store.faults import is_usable
from touchline.store.migrate import expect_current


@contextmanager
def opened(database_url: str) -> Iterator[Database]:
    """A database that is there, as this version of Touchline keeps it. Raises StoreUnreadable."""
    database = Database(database_url)
    try:
        expect_current(database)
        yield database
    finally:
        database.close()


def looked_through(file: Path | None, settings: Settings) -> tuple[str, Inspection]:
    """Look through a backup or, with None, the database; its name and what was found."""
    if file is not None:
        with opened_backup(file) as backup:
            return str(file), inspected(backup, settings.clock)
    with opened(settings.database_url) as database:
        return str(database), inspected(database, settings.clock)


def restored_from(
    file: Path, settings: Settings, only: Collection[str]
) -> tuple[Restored, Path | None]:
    """Bring back what is in a backup; where what was there before has been kept, if anything was.

    A file that is damaged as a whole is set aside, and another takes its place with what can still
    be read of it. Raises StoreError and OSError, and then nothing is changed.
    """
    database = Database(settings.database_url)
    try:
        with opened_backup(file) as backup:
            if database.file is not None and database.file.identity() is None:
                migrate(database)
                return restore(database, settings.clock, backup, only), None
            if database.file is not None and not is_usable(database):
                return _rebuilt(database, backup, settings, only)
            expect_current(database)
            folder = Path() if database.file is None else database.file.path.parent
            kept = folder / f"touchline-before-restore-{_now(settings)}.sqlite3"
            write_backup(database, kept, settings.clock)
            return restore(database, settings.clock, backup, only), kept
    finally:
        database.close()


def _rebuilt(
    database: Database, backup: Database, settings: Settings, only: Collection[str]
) -> tuple[Restored, Path]:
    assert database.file is not None
    place = database.file.path
    new = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    other = Database(sqlite_file_url(new))
    try:
        with suppress(StoreUnreadable):
            # Of a file that is no database at all nothing can be read.
            fill(database, new, settings.clock)
        migrate(other)
        restored = restore(other, settings.clock, backup, only)
        other.close()
        database.close()
        return restored, database.file.exchange(new, f"damaged-{_now(settings)}")
    finally:
        other.close()
        new.unlink(missing_ok=True)


def _now(settings: Settings) -> str:
    return f"{settings.clock().astimezone():%Y-%m-%d-%H%M%S-%f}"
