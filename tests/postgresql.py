"""A PostgreSQL server for the tests: found, started once for all workers, and lent by the database.

It runs in a temporary folder as a user without rights, is reached by a socket in that folder alone,
and forgets everything: a machine that loses power loses nothing but tests.
"""

from __future__ import annotations

import fcntl
import json
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
"""Where systems keep its programs without naming them on the path."""
NEEDED = ("initdb", "pg_ctl", "postgres")
_START_SECONDS = 120
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "300",
    "shared_buffers": "16MB",
}


class NoPostgresql(Exception):
    """There is none, or it does not start; says why."""


def find_programs() -> Path | None:
    """The folder of PostgreSQL's programs, of the newest version where there are several."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    for pattern in FOLDERS:
        root, rest = pattern[:1], pattern[1:]
        places += sorted(Path(root).glob(rest), key=_version, reverse=True)
    return next(
        (place for place in places if all((place / name).exists() for name in NEEDED)), None
    )


def _version(folder: Path) -> int:
    digits = "".join(character for character in str(folder) if character.isdigit())
    return int(digits or 0)


class Postgresql:
    """A running server. `lent` gives the URL of a new, empty database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def lent(self) -> Iterator[str]:
        """A database of one's own, gone with whoever still uses it at the end."""
        name = f"t{secrets.token_hex(8)}"
        self._run(f"CREATE DATABASE {name} STRATEGY file_copy")
        try:
            yield f"postgresql://touchline@/{name}?host={self._folder}"
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self._folder), user="touchline", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


@contextmanager
def running(shared: Path) -> Iterator[Postgresql]:
    """The one server of all who share a folder, started by the first and stopped by the last.

    Raises NoPostgresql.
    """
    programs = find_programs()
    if programs is None:
        raise NoPostgresql(
            "found no PostgreSQL (initdb, pg_ctl, postgres): install it, on Debian as root with "
            "“make postgresql”, or put its programs on the PATH"
        )
    with _locked(shared) as state:
        if state.get("folder") is None:
            state["folder"] = str(_started(programs))
        state["users"] = [*_alive(state), os.getpid()]
        folder = Path(state["folder"])
    try:
        yield Postgresql(folder)
    finally:
        with _locked(shared) as state:
            state["users"] = [user for user in _alive(state) if user != os.getpid()]
            if not state["users"]:
                state["folder"] = None
                _stop(programs, folder)


@contextmanager
def _locked(shared: Path) -> Iterator[dict]:
    """What the users of a server know of it, for one of them at a time."""
    with (shared / "postgresql.json").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        state = json.loads(file.read() or "{}")
        yield state
        file.seek(0)
        file.truncate()
        file.write(json.dumps(state))


def _alive(state: dict) -> list[int]:
    return [user for user in state.get("users", []) if _is_alive(user)]


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _started(programs: Path) -> Path:
    """The folder of a new server, which is also that of its socket."""
    # A socket's address has room for about a hundred letters.
    folder = Path(tempfile.mkdtemp(prefix="touchline-pg-"))
    owner = _owner()
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    settings = {**_SETTINGS, "unix_socket_directories": str(folder)}
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    data, log = folder / "data", folder / "log"
    make = [programs / "initdb", "-D", data, "-U", "touchline", "-A", "trust", "-E", "UTF8"]
    start = [programs / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start"]
    try:
        _call([*make, "--locale=C", "--no-sync"], folder)
        _call([*start, "-t", str(_START_SECONDS)], folder)
    except subprocess.CalledProcessError as error:
        said = error.stdout.decode(errors="replace") + (log.read_text() if log.exists() else "")
        shutil.rmtree(folder, ignore_errors=True)
        raise NoPostgresql(f"PostgreSQL does not start: {said.strip()}") from error
    return folder


def _stop(programs: Path, folder: Path) -> None:
    _call([programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop"], folder)
    shutil.rmtree(folder, ignore_errors=True)


def _owner() -> pwd.struct_passwd | None:
    """Whom it runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _call(command: list[str | Path], folder: Path) -> None:
    owner = _owner()
    rights = {} if owner is None else {"user": owner.pw_uid, "group": owner.pw_gid}
    # Into a file and not a pipe, which the server would hold open for as long as it runs.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
            extra_groups=[] if owner is not None else None,
            **rights,
        )
        if done.returncode != 0:
            said.seek(0)
            raise subprocess.CalledProcessError(done.returncode, command, said.read())
