"""Brings a database to the newest tables, safely from two programs at once."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from touchline.store.database import Database, sqlite_file_url
from touchline.store.errors import StoreUnreadable
from touchline.store.tables import REVISION, metadata

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x746F7563
"""Key of PostgreSQL's advisory lock: “touc”."""
_ALEMBIC = Lock()
"""Alembic keeps what it works on in a module, so one thread at a time can use it."""
_REVISIONS = "alembic_version"
CONTENTS = "backup"
"""The table that a backup says in what it was made with."""
_TABLES = frozenset(metadata.tables)


def migrate(database: Database) -> None:
    """Run the migrations that the database lacks, in one transaction; none when it is up to date.

    Two programs that start at once do it one after the other. Raises StoreUnreadable when the
    database was written by a newer Touchline, is another program's, or has been cut off.
    """
    if database.file is not None:
        database.file.ensure(_new_database)
    with database.reading() as connection:
        tables = _expect_own(connection)
        is_current = _revision(connection) == REVISION
    if not is_current:
        make_tables(database)
    if CONTENTS in tables:
        # A backup that is worked on is none any longer.
        with database.writing() as connection:
            connection.execute(text(f"DROP TABLE {CONTENTS}"))


def expect_current(database: Database) -> None:
    """Raises StoreUnreadable when a database is not there, or not as this version keeps it."""
    with database.reading() as connection:
        if not _expect_own(connection) or _revision(connection) != REVISION:
            raise StoreUnreadable(
                f"The database {database} was written by another version of Touchline; start "
                "touchline serve once to bring it up to date."
            )


def configuration() -> Config:
    """Alembic's settings, with the migrations that came with the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(files("touchline.store") / "migrations").replace("%", "%%")
    )
    return config


def make_tables(database: Database) -> None:
    """Run the migrations that are lacking."""
    # A third of a second, which only a new or older database is worth.
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = configuration()
    with _ALEMBIC, database.writing() as connection:
        if not database.is_sqlite:
            # SQLite's write lock is already held; here it is asked for until the commit.
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        scripts = ScriptDirectory.from_config(config)
        present = MigrationContext.configure(connection).get_current_revision()
        if present is not None and present not in {s.revision for s in scripts.walk_revisions()}:
            raise StoreUnreadable(
                "The database was written by a newer Touchline; install that version or later."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _new_database(file: Path) -> None:
    database = Database(sqlite_file_url(file))
    try:
        make_tables(database)
    finally:
        database.close()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_REVISIONS):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_REVISIONS}")).scalars().all()
    return found[0] if len(found) == 1 else None


def _expect_own(connection: Connection) -> set[str]:
    """The tables that there are. Raises StoreUnreadable when they are another program's."""
    found = set(inspect(connection).get_table_names())
    # A database on a PostgreSQL server may be shared, but has room for one program's revision.
    is_taken = bool(found) if connection.dialect.name == "sqlite" else _REVISIONS in found
    if is_taken and not {_REVISIONS, *_TABLES} <= found:
        raise StoreUnreadable(
            f"The database has tables, but not Touchline's ({', '.join(sorted(_TABLES))}): it is "
            "another program's, or damaged. Give Touchline one of its own."
        )
    return found
