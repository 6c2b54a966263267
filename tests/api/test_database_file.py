"""The file that the database is in: whole or not there, its owner's alone, and missed when it has
gone."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.api.conftest import StoppedClock
from tests.api.editor import editor
from tests.api.test_processes import PROCESSES, create
from tests.api.test_refusals import problem
from touchline.store import Database, NotStored, ProcessStore, StoreUnreadable, migrate
from touchline.store.database import sqlite_url

FILE = "touchline.sqlite3"


def opened(folder: Path) -> Database:
    database = Database(sqlite_url(folder))
    migrate(database)
    return database


def rights(file: Path) -> int:
    return file.stat().st_mode & 0o777


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        database = opened(tmp_path / "data")
        ProcessStore(database, StoppedClock()).create("P", b"1")
    finally:
        os.umask(before)
    assert rights(tmp_path / "data") == 0o700
    files = list((tmp_path / "data").iterdir())
    assert {file.name for file in files} == {FILE, f"{FILE}-wal", f"{FILE}-shm"}
    assert {rights(file) for file in files} == {0o600}
    database.close()


def test_one_of_before_is_closed_to_others_when_it_is_opened(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / FILE).chmod(0o644)
    database = opened(tmp_path)
    assert rights(tmp_path / FILE) == 0o600
    database.close()


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    opened(tmp_path).close()
    assert rights(tmp_path) == 0o755


def test_nothing_is_left_beside_a_new_one(tmp_path: Path) -> None:
    opened(tmp_path).close()
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_an_empty_file_is_no_empty_list(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with pytest.raises(StoreUnreadable, match="is empty: it has been cut off"):
        opened(tmp_path)
    assert (tmp_path / FILE).stat().st_size == 0


@pytest.mark.parametrize(
    "table", ["CREATE TABLE songs (title TEXT)", "CREATE TABLE alembic_version (version_num TEXT)"]
)
def test_another_programs_database_is_left_alone(tmp_path: Path, table: str) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(table)
    content = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreUnreadable, match="another program's"):
        opened(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert len(connection.execute("SELECT * FROM sqlite_master").fetchall()) == 1
    # But for the mark that it is kept with a log, nothing of it has changed.
    assert (tmp_path / FILE).read_bytes()[100:] == content[100:]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreUnreadable):
        opened(tmp_path)


def test_one_that_was_deleted_while_it_is_used_is_missed(tmp_path: Path) -> None:
    database = opened(tmp_path)
    store = ProcessStore(database, StoppedClock())
    head = store.create("P", b"1")
    (tmp_path / FILE).rename(tmp_path / "elsewhere")
    with pytest.raises(StoreUnreadable, match="deleted or moved away while"):
        store.read(head.id)
    with pytest.raises(NotStored, match="nothing was saved"):
        store.create("Q", b"1")
    assert not (tmp_path / FILE).exists(), "no empty one takes its place"
    (tmp_path / "elsewhere").rename(tmp_path / FILE)
    assert store.append(head.id, 1, [b"2"], "P").seq == 2
    database.close()


def test_another_in_its_place_is_not_written_to(tmp_path: Path) -> None:
    database = opened(tmp_path)
    store = ProcessStore(database, StoppedClock())
    head = store.create("P", b"1")
    (tmp_path / FILE).unlink()
    with pytest.raises(StoreUnreadable, match="the last edits are still in"):
        opened(tmp_path)
    (tmp_path / f"{FILE}-wal").unlink()
    opened(tmp_path).close()
    with pytest.raises(NotStored, match="replaced by another"):
        store.append(head.id, 1, [b"2"], "P")
    database.close()


def test_one_deleted_in_the_midst_of_a_commit_is_not_called_saved(tmp_path: Path) -> None:
    database = opened(tmp_path)

    def write() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE t (x)")
            (tmp_path / FILE).unlink()

    with pytest.raises(NotStored):
        write()
    database.close()


def test_the_server_says_that_it_is_gone(client: TestClient, tmp_path: Path) -> None:
    created = create(client)
    with editor(client, created["id"]) as ann:
        ann.rename("Before")
        ann.until_saved()
        (tmp_path / FILE).unlink()
        ann.rename("After")
        with pytest.raises(WebSocketDisconnect) as gone:
            ann.until_saved()
    assert gone.value.code == 4503
    assert "nothing was saved" in problem(client.post(PROCESSES, json={"name": "X"}), 507)["detail"]
    for path in ("/api/health", PROCESSES):
        assert "deleted or moved away" in problem(client.get(path), 500)["detail"]
