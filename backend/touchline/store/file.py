"""The file of a SQLite database: made whole or not at all, for its owner alone, and watched, since
SQLite itself goes on writing into a file that has been deleted."""

from __future__ import annotations

import logging
import os
import secrets
import sqlite3
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from touchline.model.limits import DATABASE_WAIT_SECONDS
from touchline.store.errors import StoreUnreadable

logger = logging.getLogger(__name__)

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, with the same rights as the file itself."""


@dataclass(frozen=True)
class DatabaseFile:
    """Where a SQLite database is."""

    path: Path

    def connect(self, *, read_only: bool = False) -> sqlite3.Connection:
        """A connection to the file that is there; none is made."""
        mode = "ro" if read_only else "rw"
        return sqlite3.connect(
            # As an absolute path, since what follows `file:` is one.
            f"file:{quote(str(self.path.absolute()))}?mode={mode}",
            uri=True,
            timeout=DATABASE_WAIT_SECONDS,
            check_same_thread=False,
        )

    def identity(self) -> tuple[int, int] | None:
        """Another for another file in the same place; None when there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def ensure(self, fill: Callable[[Path], None]) -> None:
        """Make the file where it is missing, and leave nothing of it for others to read.

        `fill` makes a new database at the path that it is given, which becomes the file once it is
        whole: no one ever finds half of it, even after a power cut. Raises StoreUnreadable when
        there is no room for it, or what is there is no database.
        """
        self._make_folder()
        if self.identity() is None:
            if _size(self._log):
                # A new database would wipe it out.
                raise StoreUnreadable(
                    f"The database file {self.path} has gone, and the last edits are still in "
                    f"{self._log.name}. Put it back; or, to begin anew, delete that as well."
                )
            self._make(fill)
        elif self._is_empty():
            raise StoreUnreadable(
                f"The database file {self.path} is empty: it has been cut off. Bring it back from "
                "a backup, or delete it to begin anew."
            )
        self._close_to_others()

    def exchange(self, new: Path, label: str) -> Path:
        """Put a new database in the place of this one, which is kept; where. Raises OSError."""
        kept = self.path.with_name(f"{self.path.stem}-{label}{self.path.suffix}")
        put_in_place(self.path, kept)
        # The log belongs to the file that goes; the new one must not find it.
        for ending in BESIDE:
            beside = self.path.with_name(self.path.name + ending)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + ending))
        new.replace(self.path)
        sync_folder(self.path.parent)
        return kept

    def _make_folder(self) -> None:
        folder = self.path.parent
        try:
            # Only for the user: what is drawn here is a company's way of selling.
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreUnreadable(
                f"The data directory {folder} cannot be made: {error.strerror}."
            ) from error

    def _make(self, fill: Callable[[Path], None]) -> None:
        new = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}")
        try:
            # SQLite takes an empty file for a new database; this one has its rights from the start.
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            fill(new)
            put_in_place(new, self.path)
        except OSError as error:
            raise StoreUnreadable(
                f"The database file {self.path} cannot be made: {error.strerror}."
            ) from error
        finally:
            for ending in ("", *BESIDE):
                new.with_name(new.name + ending).unlink(missing_ok=True)

    @property
    def _log(self) -> Path:
        return self.path.with_name(self.path.name + "-wal")

    def _is_empty(self) -> bool:
        # All of a young database may still be in its log.
        return self.path.is_file() and not _size(self.path) and not _size(self._log)

    def _close_to_others(self) -> None:
        for ending in ("", *BESIDE):
            file = self.path.with_name(self.path.name + ending)
            with suppress(FileNotFoundError):
                mode = file.stat().st_mode
                if not mode & _OTHERS or not stat.S_ISREG(mode):
                    continue
                try:
                    file.chmod(mode & ~_OTHERS)
                except OSError as error:
                    # Another person's file: it works, and that person may want it so.
                    logger.warning("file open to others: file=%s reason=%s", file, error.strerror)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def put_in_place(new: Path, place: Path) -> None:
    """Give a finished file its name, unless another has taken it meanwhile. Raises OSError."""
    try:
        os.link(new, place)
    except FileExistsError:
        return
    except OSError:
        # A disk without hard links, as memory cards are.
        if not place.exists():
            new.rename(place)
    sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Have the names of its files on the disk, where the system has a way to say so."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
