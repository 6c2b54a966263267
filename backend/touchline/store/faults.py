"""What is wrong with a database as a whole, beside what the checksums of its rows tell."""

from __future__ import annotations

from touchline.store.database import Database
from touchline.store.errors import StoreUnreadable

_MOST = 20
"""Most faults that are listed; one page can have hundreds."""


def faults(database: Database) -> list[str]:
    """What SQLite says of the structure of its file; nothing for PostgreSQL, which checks its own.

    Raises StoreUnreadable when it cannot even be looked at.
    """
    if not database.is_sqlite:
        return []
    with database.reading() as connection:
        told = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})").scalars().all()
    # The first line may be a heading, and some tell several things.
    lines = [line for text in told for line in str(text).splitlines()]
    return [line.strip() for line in lines if line != "ok" and not line.startswith("***")]


def is_usable(database: Database) -> bool:
    """Whether the file can be read and written row by row."""
    try:
        return not faults(database)
    except StoreUnreadable as error:
        if error.passing:
            raise
        return False
