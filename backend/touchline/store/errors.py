"""What can go wrong with the store, in words for the person whose work it holds."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from touchline.model.errors import TouchlineError
from touchline.model.place import shorten


class StoreError(TouchlineError):
    """The store could not do what was asked of it."""


class NoSuchProcess(StoreError):
    """No process has this id, or it is in the bin and was asked for as if it were not."""

    def __init__(self, process_id: str, *, in_bin: bool = False) -> None:
        self.process_id = process_id
        self.in_bin = in_bin
        where = "is in the bin; restore it first" if in_bin else "does not exist"
        super().__init__(f"The process “{shorten(process_id)}” {where}.")


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
    """The database cannot be read: damaged, unreachable, or of a newer Touchline.

    `passing` is whether the same attempt may succeed in a moment.
    """

    def __init__(self, message: str, *, passing: bool = False) -> None:
        self.passing = passing
        super().__init__(message)


class DocumentDamaged(StoreUnreadable):
    """The database can be read, but what it holds of one process is no document."""

    def __init__(self, process_id: str) -> None:
        self.process_id = process_id
        super().__init__(
            f"The process {process_id} cannot be read: one of its stored edits is damaged. "
            "Restore the database from a copy."
        )


class NotStored(StoreError):
    """Nothing was written: the disk is full, the database is locked or read-only.

    `passing` is whether the same attempt may succeed in a moment.
    """

    def __init__(self, message: str, *, passing: bool) -> None:
        self.passing = passing
        super().__init__(message)


_SQLITE = {
    sqlite3.SQLITE_FULL: ("The disk is full", "make room on it", False),
    sqlite3.SQLITE_BUSY: ("Another program holds the database", "try again in a moment", True),
    sqlite3.SQLITE_LOCKED: ("Another program holds the database", "try again in a moment", True),
    sqlite3.SQLITE_READONLY: (
        "The database may not be written to",
        "check the rights of its file and folder",
        False,
    ),
    sqlite3.SQLITE_IOERR: ("The disk reports a fault", "check it", False),
    sqlite3.SQLITE_CANTOPEN: (
        "The database file cannot be opened",
        "check the rights of its file and folder",
        False,
    ),
}
_UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY_CODE = 0xFF


def explained(error: DBAPIError, *, writing: bool) -> StoreError:
    """A driver's error as one that says what happened and what to do."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    # The upper bits of an extended code only say where a fault of the same kind arose.
    code = code & _PRIMARY_CODE if isinstance(code, int) else None
    if code in _UNREADABLE:
        return StoreUnreadable(
            "The database file is damaged or is no database; restore it from a copy."
        )
    fault, remedy, passing = _SQLITE.get(-1 if code is None else code) or (
        f"The database cannot be used ({type(error.orig).__name__})",
        "see whether it runs and can be reached",
        error.connection_invalidated or isinstance(error, OperationalError),
    )
    if writing:
        return NotStored(f"{fault}, so nothing was saved; {remedy}.", passing=passing)
    return StoreUnreadable(f"{fault}; {remedy}.", passing=passing)
