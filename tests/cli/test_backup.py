"""`touchline backup`, `restore` and `doctor`, beside a server and without one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pycrdt import Map

from tests.api.server import Gone, Server
from tests.cli.run import Terminal
from touchline import templates
from touchline.live.shared import SharedProcess
from touchline.live.stored import read_stored
from touchline.live.writer import document_of
from touchline.store import Database, ProcessDamaged, ProcessStore, migrate, system_clock
from touchline.store.database import sqlite_url

FILE = "touchline.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[ProcessStore]:
    database = Database(sqlite_url(folder))
    migrate(database)
    yield ProcessStore(database, system_clock)
    database.close()


def new(store: ProcessStore, name: str) -> str:
    process, _ = templates.load("inbound-demo")
    process = process.model_copy(update={"name": name})
    return store.create(name, document_of(process).get_update()).id


def names(store: ProcessStore) -> list[str | None]:
    return sorted(str(one.name) for one in store.listed(in_bin=False))


def flip(file: Path, process_id: str) -> None:
    """Change one letter in a stored edit."""
    with sqlite3.connect(file) as connection:
        read = "SELECT blob FROM updates WHERE process_id = ? AND seq = 1"
        blob = bytearray(connection.execute(read, (process_id,)).fetchone()[0])
        blob[blob.index(b"inbound" if b"inbound" in blob else b"name")] ^= 1
        write = "UPDATE updates SET blob = ? WHERE process_id = ? AND seq = 1"
        connection.execute(write, (bytes(blob), process_id))
    connection.close()


def rename(store: ProcessStore, process_id: str, name: str) -> None:
    SharedProcess(process_id, store).change(
        None, lambda process: process.model_copy(update={"name": name})
    )


def test_a_backup_brings_back_what_has_gone_is_damaged_or_was_changed(
    touchline: Terminal, store: ProcessStore, folder: Path, tmp_path: Path
) -> None:
    gone, damaged, changed, same = (new(store, name) for name in ("A", "B", "C", "D"))
    before = {each: read_stored(store, each)[1] for each in (gone, damaged, changed, same)}
    code, _, err = touchline("backup", "backup.sqlite3", "--data", "data")
    assert (code, err) == (0, "Backed up 4 processes to backup.sqlite3.\n")
    assert (tmp_path / "backup.sqlite3").stat().st_mode & 0o777 == 0o600
    store.move_to_bin(gone)
    store.purge(gone)
    flip(folder / FILE, damaged)
    rename(store, changed, "Changed")
    newer = new(store, "Newer")
    with pytest.raises(ProcessDamaged):
        store.read(damaged)
    code, out, _ = touchline("doctor", "--data", "data")
    assert code == 1
    assert f"B ({damaged}) is damaged: one of its edits is not as it was stored." in out

    code, _, err = touchline("restore", "backup.sqlite3", "--data", "data")
    assert code == 0
    for line in ("Put back: A", "Put back: B", "Changed to what it was: C"):
        assert f"{line}\n" in err
    assert "1 as in the backup already." in err
    assert "What was there before is in data/touchline-before-restore-" in err
    assert {each: read_stored(store, each)[1] for each in before} == before
    assert read_stored(store, newer)[1].name == "Newer"
    assert touchline("doctor", "--data", "data").code == 0
    # The way back.
    [kept] = folder.glob("touchline-before-restore-*")
    assert kept.stat().st_mode & 0o777 == 0o600
    code, _, err = touchline("restore", str(kept), "--data", "data", "--only", changed)
    assert (code, read_stored(store, changed)[1].name) == (0, "Changed")


def test_a_second_restore_changes_nothing(touchline: Terminal, store: ProcessStore) -> None:
    process_id = new(store, "A")
    touchline("backup", "backup.sqlite3", "--data", "data")
    head = store.head(process_id)
    code, _, err = touchline("restore", "backup.sqlite3", "--data", "data")
    assert (code, "1 as in the backup already." in err) == (0, True)
    assert store.head(process_id) == head


def test_into_an_empty_folder(touchline: Terminal, store: ProcessStore, tmp_path: Path) -> None:
    process_id = new(store, "A")
    binned = new(store, "Binned")
    store.move_to_bin(binned)
    touchline("backup", "backup.sqlite3", "--data", "data")
    assert touchline("restore", "backup.sqlite3", "--data", "other").code == 0
    other = ProcessStore(Database(sqlite_url(tmp_path / "other")), system_clock)
    assert read_stored(other, process_id)[1] == read_stored(store, process_id)[1]
    assert [one.id for one in other.listed(in_bin=True)] == [binned]


def test_what_leaves_the_bin_and_what_stays(touchline: Terminal, store: ProcessStore) -> None:
    ours, theirs = new(store, "Ours"), new(store, "Theirs")
    store.move_to_bin(theirs)
    touchline("backup", "backup.sqlite3", "--data", "data")
    store.move_to_bin(ours)
    store.restore(theirs)
    rename(store, theirs, "Theirs now")
    code, _, err = touchline("restore", "backup.sqlite3", "--data", "data")
    assert (code, names(store)) == (0, ["Ours", "Theirs now"])
    assert "In the bin in the backup, so left as it is: Theirs" in err


def test_a_backup_of_a_damaged_process_says_so_and_has_what_is_left(
    touchline: Terminal, store: ProcessStore, folder: Path
) -> None:
    good, bad = new(store, "Good"), new(store, "Bad")
    flip(folder / FILE, bad)
    code, _, err = touchline("backup", "backup.sqlite3", "--data", "data")
    assert code == 1
    assert "Backed up 1 process to" in err
    assert "Bad is damaged: one of its edits is not as it was stored." in err
    code, out, _ = touchline("doctor", "backup.sqlite3")
    assert (code, "1 process as stored, 1 damaged." in out) == (1, True)
    code, _, err = touchline("restore", "backup.sqlite3", "--data", "other")
    assert (code, "Put back: Good" in err, "passed over" in err) == (1, True, True)
    assert good != bad


def test_one_flipped_byte_in_a_backup_is_found_before_anything_is_changed(
    touchline: Terminal, store: ProcessStore, tmp_path: Path
) -> None:
    one, two = new(store, "One"), new(store, "Two")
    touchline("backup", "backup.sqlite3", "--data", "data")
    flip(tmp_path / "backup.sqlite3", one)
    rename(store, two, "Changed")
    code, _, err = touchline("restore", "backup.sqlite3", "--data", "data")
    assert (code, "damaged" in err) == (1, True)
    assert names(store) == ["One", "Two"]
    with sqlite3.connect(tmp_path / "backup.sqlite3") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM updates WHERE process_id = ?", (one,))
        connection.execute("DELETE FROM processes WHERE id = ?", (one,))
    rename(store, two, "Changed")
    code, _, err = touchline("restore", "backup.sqlite3", "--data", "data")
    assert (code, "1 of its processes are missing" in err) == (2, True)
    assert names(store) == ["Changed", "One"]


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_what_is_no_backup_is_refused(
    touchline: Terminal, store: ProcessStore, tmp_path: Path, content: bytes
) -> None:
    new(store, "A")
    (tmp_path / "backup.sqlite3").write_bytes(content)
    for command in ("restore", "doctor"):
        code, out, err = touchline(command, "backup.sqlite3", "--data", "data")
        assert (code, out) == (2, "")
        assert err.startswith("Error: The backup backup.sqlite3 is ")
    assert "There is no backup at" in touchline("restore", "none", "--data", "data").err
    assert names(store) == ["A"]


def test_a_file_that_is_there_is_replaced_only_when_forced(
    touchline: Terminal, store: ProcessStore, tmp_path: Path
) -> None:
    new(store, "A")
    (tmp_path / "mine").write_text("mine")
    code, _, err = touchline("backup", "mine", "--data", "data")
    assert (code, "is there already" in err) == (2, True)
    assert (tmp_path / "mine").read_text() == "mine"
    assert touchline("backup", "mine", "--data", "data", "--force").code == 0
    assert touchline("doctor", "mine").code == 0
    (tmp_path / "folder").mkdir()
    assert touchline("backup", "folder", "--data", "data").code == 0
    [made] = (tmp_path / "folder").iterdir()
    assert touchline("doctor", str(made)).code == 0
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


@pytest.mark.parametrize("command", [["doctor"], ["backup", "b"]])
def test_without_a_database_nothing_is_made(
    touchline: Terminal, command: list[str], tmp_path: Path
) -> None:
    code, out, err = touchline(*command, "--data", "none")
    assert (code, out) == (2, "")
    assert "There is no database at" in err
    assert not (tmp_path / "none").exists()


def test_a_database_that_is_none_any_longer_is_set_aside(
    touchline: Terminal, store: ProcessStore, folder: Path
) -> None:
    process_id = new(store, "A")
    touchline("backup", "backup.sqlite3", "--data", "data")
    wanted = read_stored(store, process_id)[1]
    store._database.close()
    content = bytearray((folder / FILE).read_bytes())
    content[:16] = b"SQLite format 9\0"
    (folder / FILE).write_bytes(content)
    assert touchline("doctor", "--data", "data").code == 2
    code, _, err = touchline("restore", "backup.sqlite3", "--data", "data")
    assert (code, "What was there before is in data/touchline-damaged-" in err) == (0, True)
    [kept] = folder.glob("touchline-damaged-*")
    assert kept.read_bytes() == content
    again = ProcessStore(Database(sqlite_url(folder)), system_clock)
    assert read_stored(again, process_id)[1] == wanted


def test_a_database_with_a_damaged_page_is_built_anew_with_what_can_be_read(
    touchline: Terminal, store: ProcessStore, folder: Path
) -> None:
    old = new(store, "Old")
    touchline("backup", "backup.sqlite3", "--data", "data")
    newer = new(store, "Newer")
    store._database.close()
    connection = sqlite3.connect(folder / FILE)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_processes_edited_at'"
    page = connection.execute(query).fetchone()[0]
    connection.close()
    content = bytearray((folder / FILE).read_bytes())
    content[(page - 1) * 4096] ^= 0xFF
    (folder / FILE).write_bytes(content)
    assert touchline("doctor", "--data", "data").code in (1, 2)
    assert touchline("restore", "backup.sqlite3", "--data", "data").code == 0
    again = ProcessStore(Database(sqlite_url(folder)), system_clock)
    assert {one.id for one in again.listed(in_bin=False)} == {old, newer}
    assert read_stored(again, newer)[1].name == "Newer"
    assert touchline("doctor", "--data", "data").code == 0


def test_beside_a_running_server(touchline: Terminal, folder: Path, tmp_path: Path) -> None:
    with Server(sqlite_url(folder), tmp_path / "server.log") as server:
        kept, broken = server.new_process("Kept"), server.new_process("Broken")
        ann, bob = server.editor(kept), server.editor(broken)
        bob.rename("Broken, edited before the backup")
        bob.until_saved()
        ann.until_saved()
        assert touchline("backup", "backup.sqlite3", "--data", "data").code == 0
        ann.rename("Edited")
        ann.until_saved()
        bob.edit(lambda doc: doc.get("process", type=Map).update({"description": "After it"}))
        bob.until_saved()
        flip(folder / FILE, broken)
        assert touchline("restore", "backup.sqlite3", "--data", "data").code == 0
        # What is there is edited, as by a person.
        ann.until(lambda: ann.process.name == "Kept")
        assert server.name_of(kept) == "Kept"
        # What was damaged is replaced; who has it open opens it anew, and nothing typed is lost.
        with pytest.raises(Gone) as gone:
            bob.until(lambda: False)
        assert gone.value.rcvd is not None
        assert gone.value.rcvd.code == 4409
        again = server.editor(broken, bob.doc)
        again.until_saved()
        found = httpx.get(f"{server.url}/api/processes/{broken}", timeout=60).json()
        assert (found["name"], found["description"]) == (
            "Broken, edited before the backup",
            "After it",
        )


@pytest.mark.skipif(
    "TOUCHLINE_TEST_POSTGRES" not in os.environ, reason="no PostgreSQL server to move to"
)
def test_from_sqlite_to_postgresql_and_back(
    touchline: Terminal, store: ProcessStore, tmp_path: Path
) -> None:
    url = os.environ["TOUCHLINE_TEST_POSTGRES"]
    process_id = new(store, "A")
    touchline("backup", "one.sqlite3", "--data", "data")
    target = Database(url)
    migrate(target)
    target.close()
    assert touchline("restore", "one.sqlite3", "--database-url", url).code == 0
    assert touchline("doctor", "--database-url", url).code == 0
    assert touchline("backup", "two.sqlite3", "--database-url", url).code == 0
    assert touchline("restore", "two.sqlite3", "--data", "other").code == 0
    other = ProcessStore(Database(sqlite_url(tmp_path / "other")), system_clock)
    assert read_stored(other, process_id)[1] == read_stored(store, process_id)[1]
