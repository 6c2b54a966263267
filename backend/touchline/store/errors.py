"""What can go wrong with the store, in words for the person whose work it holds."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from touchline.model.errors import TouchlineError
from touchline.model.place import shorten
from touchline.store.records import Damaged


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


class ProcessDamaged(StoreUnreadable):
    """One process is not as it was stored; `remains` is what can still be told of it."""

    def __init__(self, remains: Damaged) -> None:
        self.remains = remains
        called = remains.name or remains.id
        super().__init__(
            f"The process “{shorten(called)}” is damaged on the disk: {remains.reason}. Bring it "
            "back from a backup (touchline restore FILE) or export what can be read of it."
        )


class DocumentDamaged(ProcessDamaged):
    """What is stored of one process is as it was written, and yet no document that can be read."""

    def __init__(self, process_id: str) -> None:
        super().__init__(Damaged(process_id, "its edits do not add up to a process"))


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
_NO_TEXT = "Could not decode to UTF-8"
"""How Python's driver says that a text in SQLite is none; there is no code for it."""


def is_damage(error: Exception) -> bool:
    """Whether what went wrong with reading a row comes from what is on the disk."""
    if not isinstance(error, DBAPIError):
        # A value that is no date, or none of the kind that its column holds.
        return isinstance(error, ValueError | TypeError)
    return _code(error) == sqlite3.SQLITE_CORRUPT or _NO_TEXT in str(error.orig)


def explained(error: DBAPIError, *, writing: bool) -> StoreError:
    """A driver's error as one that says what happened and what to do."""
    code = _code(error)
    if code in _UNREADABLE or is_damage(error):
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


def _code(error: DBAPIError) -> int | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    # The upper bits of an extended code only say where a fault of the same kind arose.
    return code & _PRIMARY_CODE if isinstance(code, int) else None
