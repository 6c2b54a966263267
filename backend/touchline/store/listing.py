"""Every process that is there, the damaged ones too: by their rows, and where those have gone, by
their updates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, TextClause, select, text
from sqlalchemy.exc import DBAPIError

from touchline.store.errors import NoSuchProcess, ProcessDamaged, StoreUnreadable, is_damage
from touchline.store.records import Damaged, Head
from touchline.store.rows import Columns, find_row, read_head
from touchline.store.tables import processes, updates

_IDS_OF_UPDATES = text(
    # From one id to the next by the index, without a look at each update; UNION, and not UNION
    # ALL, so that it ends in a damaged index as well.
    "WITH RECURSIVE ids(id) AS (SELECT min(process_id) FROM updates UNION "
    "SELECT (SELECT min(process_id) FROM updates WHERE process_id > ids.id) FROM ids "
    "WHERE ids.id IS NOT NULL) SELECT id FROM ids WHERE id IS NOT NULL"
)
_EVERY_WAY: tuple[Select[Any] | TextClause, ...] = (
    select(processes.c.id.concat("")),
    select(processes.c.id).order_by(processes.c.id),
    select(processes.c.id).order_by(processes.c.id.desc()),
    _IDS_OF_UPDATES,
    select(updates.c.process_id.concat("")),
)
"""To the ids: by the tables and their indexes, from either end; damage rarely bars them all."""


def listed(connection: Connection) -> list[Head | Damaged]:
    """All processes, those in the bin too, in no order. Raises StoreUnreadable when the database is
    damaged as a whole."""
    try:
        rows = {row.id: row._mapping for row in connection.execute(select(processes))}
        orphaned = set(connection.scalars(_IDS_OF_UPDATES)) - rows.keys()
    except (DBAPIError, ValueError, TypeError) as error:
        if not is_damage(error):
            raise
        return [_one(connection, process_id) for process_id in _ids(connection)]
    found = [_checked(row) for row in rows.values()]
    return found + [_one(connection, process_id) for process_id in sorted(orphaned)]


def _one(connection: Connection, process_id: str) -> Head | Damaged:
    try:
        return _checked(find_row(connection, process_id))
    except ProcessDamaged as error:
        return error.remains
    except NoSuchProcess:
        # One index has it, and neither table: what it once named cannot be told from damage.
        return Damaged(process_id, "nothing of it can be found but its id")


def _checked(row: Columns) -> Head | Damaged:
    try:
        return read_head(row)
    except ProcessDamaged as error:
        return error.remains


def _ids(connection: Connection) -> list[str]:
    found: dict[str, None] = {}
    for query in _EVERY_WAY:
        found |= dict.fromkeys(_until_damage(connection, query))
    if not found:
        raise StoreUnreadable(
            "The database file is damaged, so that no process can be read; restore it from a copy."
        )
    return list(found)


def _until_damage(connection: Connection, query: Select[Any] | TextClause) -> Iterator[str]:
    try:
        for process_id in connection.scalars(query):
            if isinstance(process_id, str):
                yield process_id
    except (DBAPIError, ValueError, TypeError) as error:
        if not is_damage(error):
            raise
