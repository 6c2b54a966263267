"""Brings a database to the newest tables, safely from two programs at once."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from touchline.store.database import Database
from touchline.store.errors import StoreUnreadable
from touchline.store.tables import REVISION

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x746F7563
"""Key of PostgreSQL's advisory lock: “touc”."""


def migrate(database: Database) -> None:
    """Run the migrations that the database lacks, in one transaction; none when it is up to date.

    Two programs that start at once do it one after the other. Raises StoreUnreadable when the
    database was written by a newer Touchline.
    """
    database.make_folder()
    if _is_up_to_date(database):
        return
    # A third of a second, which only a new or older database is worth.
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = configuration()
    with database.writing() as connection:
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


def configuration() -> Config:
    """Alembic's settings, with the migrations that came with the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(files("touchline.store") / "migrations").replace("%", "%%")
    )
    return config


def _is_up_to_date(database: Database) -> bool:
    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        return list(found) == [REVISION]
