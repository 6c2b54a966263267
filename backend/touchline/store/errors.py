"""What can go wrong with the store, in words for the person whose work it holds."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

from touchline.errors import TouchlineError


class StoreError(TouchlineError):
    """The store could not do what was asked of it."""


class NoSuchProcess(StoreError):
    """No process has this id, or it is in the bin and was asked for as if it were not."""

    def __init__(self, process_id: str, *, in_bin: bool = False) -> None:
        self.process_id = process_id
        self.in_bin = in_bin
        where = "is in the bin; restore it first" if in_bin else "does not exist"
        super().__init__(f"The process {process_id} {where}.")


class NotInBin(StoreError):
    """Only what is in the bin can be deleted for good or restored."""

    def __init__(self, process_id: str) -> None:
        self.process_id = process_id
        super().__init__(f"The process {process_id} is not in the bin; move it there first.")


class Behind(StoreError):
    """Another program has written to the process since it was read; read it again."""

    def __init__(self, process_id: str) -> None:
        self.process_id = process_id
        super().__init__(f"The process {process_id} has changed since it was read.")


class StoreUnreadable(StoreError):
    """The database cannot be read or is no database of Touchline's."""


class NotStored(StoreError):
    """Nothing was written: the disk is full, the database is locked or read-only.

    `passing` is whether the same attempt may succeed in a moment.
    """

    def __init__(self, message: str, *, passing: bool) -> None:
        self.passing = passing
        super().__init__(message)


_SQLITE = {
    sqlite3.SQLITE_FULL: ("The disk is full, so nothing was saved. Make room on it.", False),
    sqlite3.SQLITE_BUSY: ("Another program holds the database, so nothing was saved yet.", True),
    sqlite3.SQLITE_LOCKED: ("Another program holds the database, so nothing was saved yet.", True),
    sqlite3.SQLITE_READONLY: (
        "The database may not be written to, so nothing was saved. Check the rights of its file.",
        False,
    ),
    sqlite3.SQLITE_IOERR: ("The disk reports a fault, so nothing was saved. Check it.", False),
    sqlite3.SQLITE_CANTOPEN: ("The database file cannot be opened, so nothing was saved.", False),
}
_UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY_CODE = 0xFF


def explained(error: DBAPIError) -> StoreError:
    """A driver's error as one that says what happened and what to do."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if isinstance(code, int):
        # The upper bits of an extended code only say where a fault of the same kind arose.
        code &= _PRIMARY_CODE
        if code in _UNREADABLE:
            return StoreUnreadable(
                "The database file is damaged or is no database; restore it from a copy."
            )
        if code in _SQLITE:
            message, passing = _SQLITE[code]
            return NotStored(message, passing=passing)
    reason = type(error.orig).__name__ if error.orig is not None else "unknown"
    return NotStored(
        f"The database refused the change ({reason}), so nothing was saved.",
        passing=error.connection_invalidated,
    )
