"""The connection to the database: what every transaction can rely on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from touchline.model.limits import DATABASE_WAIT_SECONDS
from touchline.store.errors import NotStored, StoreError, StoreUnreadable, explained
from touchline.store.file import DatabaseFile

_WRITES = "touchline_writes"


class Database:
    """A database that keeps what it has acknowledged.

    On SQLite every connection uses write-ahead logging with `synchronous=FULL`: a commit returns
    when the disk has it. Methods block; call them from a worker thread.
    """

    def __init__(self, url: str) -> None:
        """Raises StoreError when the URL is of no database that can be used here."""
        self.url = _read_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.file = _file(self.url) if self.is_sqlite else None
        self._identity: tuple[int, int] | None = None
        try:
            self.engine = _engine(self.url, self.file)
        except ModuleNotFoundError as error:
            raise StoreError(
                f"This database needs the Python package {error.name}, which is not installed; for "
                'PostgreSQL: pip install "touchline[postgres]".'
            ) from error
        # SQLite lets one writer in at a time; queueing here is fairer than its polling.
        self._writer = Lock()
        self._refuses = False
        if self.is_sqlite:
            event.listen(self.engine, "connect", _set_pragmas)
            event.listen(self.engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state of the database."""
        # SQLite's transactions always do; PostgreSQL's only when asked to.
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with (
            _explaining(writing=False),
            self._present(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, on disk when the block ends, undone when it raises.

        Raises NotStored when the disk is full or the database locked; nothing is changed then.
        """
        with (
            _explaining(writing=True),
            self._turn(),
            # Around the commit, so that nothing is called saved that went into a deleted file.
            self._present(writing=True),
            self.engine.connect().execution_options(**{_WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def __str__(self) -> str:
        """Where it is, without a password."""
        return str(self.file.path) if self.file else self.url.render_as_string(hide_password=True)

    def refuse_writes(self) -> None:
        """From now on no write is begun, not even one that waits for its turn: the server stops."""
        self._refuses = True

    def ping(self) -> None:
        """Raises StoreError when the database cannot be read."""
        with self.reading() as connection:
            connection.exec_driver_sql("SELECT 1")

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()

    @contextmanager
    def _present(self, *, writing: bool = False) -> Iterator[None]:
        """The file is there, before the block and, where it writes, behind it."""
        self._expect_file(writing)
        yield
        if writing:
            self._expect_file(writing)

    def _expect_file(self, writing: bool) -> None:
        if self.file is None:
            return
        found = self.file.identity()
        if found is not None and self._identity in (found, None):
            self._identity = found
            return
        if self._identity is None:
            raise StoreUnreadable(f"There is no database at {self.file.path}.")
        happened = "deleted or moved away" if found is None else "replaced by another"
        told = f"The database file {self.file.path} has been {happened} while Touchline runs"
        remedy = "put it back, or start Touchline anew"
        if writing:
            raise NotStored(f"{told}, so nothing was saved; {remedy}.", passing=False)
        raise StoreUnreadable(f"{told}; {remedy}.")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._writer if self.is_sqlite else nullcontext():
            if self._refuses:
                raise NotStored("Touchline is stopping, so nothing was saved.", passing=True)
            yield


def sqlite_url(folder: Path) -> str:
    """The URL of the database in a data directory."""
    return sqlite_file_url(folder / "touchline.sqlite3")


def sqlite_file_url(file: Path) -> str:
    """The URL of a SQLite database in a file."""
    return URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def _read_url(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise StoreError(
            "The database URL cannot be read; expected one such as sqlite:////path/file.sqlite3 or "
            "postgresql://user@host/name."
        ) from error
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _file(url: URL) -> DatabaseFile:
    if not url.database or url.database.startswith((":memory:", "file:")):
        raise StoreError("A database in memory keeps nothing; give the path of a file.")
    return DatabaseFile(Path(url.database))


def _engine(url: URL, file: DatabaseFile | None) -> Engine:
    options: dict[str, Any] = {}
    if file is not None:
        options["creator"] = file.connect
    else:
        options["pool_pre_ping"] = True
    try:
        return create_engine(url, **options)
    except NoSuchModuleError as error:
        raise StoreError(
            f"Databases of the kind {url.drivername} are not supported; use SQLite or PostgreSQL."
        ) from error


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver would begin transactions itself, and only before some statements.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {DATABASE_WAIT_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # A damaged page is found when it is read, not when it is missed.
    cursor.execute("PRAGMA cell_size_check = ON")
    # Nothing in a file from elsewhere is carried out.
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later could not be let in between two others, so
    # one that will write takes the lock at once.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _explaining(*, writing: bool) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise explained(error, writing=writing) from error
