"""One byte that the disk has changed: the process is as it was or said to be damaged, never gone or
changed in silence, and the others are there."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import text
from starlette.testclient import TestClient

from tests.api.conftest import StoppedClock
from tests.api.processes import random_process
from tests.api.test_processes import PROCESSES, address, create
from touchline.api.summaries import Cards
from touchline.formats.yaml import reader as yaml_reader
from touchline.live.writer import document_of
from touchline.model.limits import LOOKED_THROUGH_SECONDS
from touchline.store import (
    Database,
    Head,
    ProcessDamaged,
    ProcessStore,
    StoreError,
    StoreUnreadable,
    Update,
    migrate,
)
from touchline.store.database import sqlite_url

FLIPS = int(os.environ.get("TOUCHLINE_FLIPS", "100"))
"""How many bytes of the file are tried; there are a million bits in it."""
FILE = "touchline.sqlite3"


@dataclass(frozen=True)
class Whole:
    """A sound database, closed, and what is in it."""

    content: bytes
    cards: dict[str, dict[str, Any]]
    stored: dict[str, tuple[Head, list[Update]]]


def cards(store: ProcessStore) -> dict[str, dict[str, Any]]:
    """Every card, of those in the bin too, by the id."""
    told = Cards(store)
    listed = [*told.of(store.listed(in_bin=False)), *told.of(store.listed(in_bin=True))]
    return {card["id"]: card for card in listed}


def opened(folder: Path) -> tuple[Database, ProcessStore]:
    database = Database(sqlite_url(folder))
    return database, ProcessStore(database, StoppedClock())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("whole")
    database, store = opened(folder)
    migrate(database)
    for seed in range(6):
        process = random_process(seed)
        head = store.create(process.name, document_of(process).get_update())
        for number in range(seed):
            other = document_of(random_process(seed + number)).get_update()
            head = store.append(head.id, head.seq, [other], f"Name {number}")
        if seed == 3:
            store.move_to_bin(head.id)
    found = cards(store)
    stored = {process_id: store.read(process_id) for process_id in found}
    database.close()
    return Whole((folder / FILE).read_bytes(), found, stored)


def expect_nothing_silent(folder: Path, whole: Whole) -> int:
    """How many processes are told to be damaged; all of them when the database as a whole is."""
    database, store = opened(folder)
    try:
        migrate(database)
        found = cards(store)
    except StoreError:
        return len(whole.cards)
    else:
        sound = {process_id for process_id, card in found.items() if card["damaged"] is None}
        for process_id, card in whole.cards.items():
            assert process_id in found, "a process is missing"
            if process_id in sound:
                assert found[process_id] == card
                assert store.read(process_id) == whole.stored[process_id]
        assert sound <= whole.cards.keys(), "there is a process that never was"
        return len(found) - len(sound)
    finally:
        database.close()


@pytest.mark.parametrize("part", range(5))
def test_one_flipped_bit_anywhere_in_the_file(tmp_path: Path, whole: Whole, part: int) -> None:
    dice = Random(part)
    told = 0
    for _ in range(FLIPS // 5):
        content = bytearray(whole.content)
        at = dice.randrange(len(content))
        content[at] ^= 1 << dice.randrange(8)
        for left in tmp_path.iterdir():
            left.unlink()
        (tmp_path / FILE).write_bytes(content)
        try:
            told += expect_nothing_silent(tmp_path, whole) > 0
        except Exception as error:
            raise AssertionError(f"byte {at}: {whole.content[at]:#x} → {content[at]:#x}") from error
    assert told, "no flip was found out"


def test_a_sound_file_has_nothing_damaged(tmp_path: Path, whole: Whole) -> None:
    (tmp_path / FILE).write_bytes(whole.content)
    assert expect_nothing_silent(tmp_path, whole) == 0


COLUMNS = (
    ("processes", ("name", "created_at", "edited_at", "deleted_at", "version", "seq", "epoch")),
    ("processes", ("id", "updates_sum", "checksum")),
    ("updates", ("process_id", "seq", "blob", "checksum")),
)


@settings(max_examples=60)
@given(some.data())
def test_one_flipped_bit_in_any_value(whole: Whole, data: some.DataObject) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        file.write_bytes(whole.content)
        table, names = data.draw(some.sampled_from(COLUMNS))
        name = data.draw(some.sampled_from(names))
        flipped = flip_value(file, table, name, data)
        assert (expect_nothing_silent(file.parent, whole) > 0) is flipped


def flip_value(file: Path, table: str, column: str, data: some.DataObject) -> bool:
    """Flip a bit of one stored value, as its bytes are; False when there is none."""
    connection = sqlite3.connect(file)
    rows = connection.execute(f"SELECT rowid, {column}, typeof({column}) FROM {table}").fetchall()
    rowid, value, kind = data.draw(some.sampled_from(rows))
    if value is None:
        return False
    if kind == "integer":
        changed: Any = value ^ 1 << data.draw(some.integers(0, 30))
    else:
        raw = bytearray(value.encode() if kind == "text" else value)
        raw[data.draw(some.integers(0, len(raw) - 1))] ^= 1 << data.draw(some.integers(0, 7))
        changed = bytes(raw)
    as_text = "CAST(? AS TEXT)" if kind == "text" else "?"
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"UPDATE {table} SET {column} = {as_text} WHERE rowid = ?", (changed, rowid))
    connection.commit()
    connection.close()
    return True


def flip_in_text(database: Database, process_id: str) -> None:
    """Change one letter inside an edit: it stays an edit that can be read."""
    with database.writing() as connection:
        blob = connection.execute(
            text("SELECT blob FROM updates WHERE process_id = :id"), {"id": process_id}
        ).scalar_one()
        assert b"Start" in blob
        connection.execute(
            text("UPDATE updates SET blob = :blob WHERE process_id = :id"),
            {"id": process_id, "blob": blob.replace(b"Start", b"StarT")},
        )


def test_home_says_what_is_damaged_and_the_others_are_there(
    client: TestClient, database: Database
) -> None:
    good, bad = create(client, name="Good"), create(client, name="Bad")
    client.get(PROCESSES)
    flip_in_text(database, bad["id"])
    # Their figures have been kept; a server that starts looks at what is stored all the same.
    listed = {card["id"]: card for card in client.get(PROCESSES).json()}
    assert listed[good["id"]]["damaged"] is None
    client.app.state.services.cards._found_sound.clear()
    listed = {card["id"]: card for card in client.get(PROCESSES).json()}
    assert listed[good["id"]]["damaged"] is None
    assert listed[bad["id"]]["damaged"] == "one of its edits is not as it was stored"
    assert listed[bad["id"]]["name"] == "Bad"


def test_opening_a_damaged_process_says_so(client: TestClient, database: Database) -> None:
    bad = create(client, name="Bad")
    flip_in_text(database, bad["id"])
    for answer in (
        client.get(address(bad)),
        client.get(f"{address(bad)}/export"),
        client.patch(address(bad), json={"name": "X"}, headers={"If-Match": "*"}),
        client.post(f"{address(bad)}/duplicate"),
    ):
        problem = answer.json()
        assert (answer.status_code, problem["title"]) == (500, "Process damaged")
        assert "touchline restore FILE" in problem["detail"]
    page = client.get(f"/process/{bad['id']}", headers={"Accept": "text/html"})
    assert (page.status_code, "This process is damaged" in page.text) == (500, True)


def test_what_can_be_read_is_exported(client: TestClient, database: Database) -> None:
    bad = create(client, name="Bad")
    flip_in_text(database, bad["id"])
    answer = client.get(f"{address(bad)}/export?remains=true")
    assert answer.text.startswith("# Read from a damaged process: of 1 stored edits 1 are not")
    assert "Bad (damaged).yaml" in answer.headers["content-disposition"]
    process = yaml_reader.read(answer.text).process
    assert [step.name for step in process.steps] == ["StarT"]


def test_of_nothing_nothing_is_exported(client: TestClient, database: Database) -> None:
    bad = create(client, name="Bad")
    with database.writing() as connection:
        connection.execute(text("UPDATE updates SET blob = x'ffff'"))
    answer = client.get(f"{address(bad)}/export?remains=true")
    assert answer.status_code == 500
    assert "nothing of it can be read" in answer.json()["detail"]


@pytest.mark.parametrize("damage", ["DELETE FROM processes", "UPDATE processes SET name = 'other'"])
def test_a_damaged_process_goes_to_the_bin_and_out_of_it_only_for_ever(
    client: TestClient, database: Database, damage: str
) -> None:
    bad = create(client, name="Bad")
    # Without the rules that the tables have for a program that keeps to them.
    with sqlite3.connect(str(database.url.database)) as raw:
        raw.execute(damage)
    assert [card["id"] for card in client.get(PROCESSES).json()] == [bad["id"]]
    assert client.delete(address(bad)).status_code == 204
    assert client.get(PROCESSES).json() == []
    [binned] = client.get(f"{PROCESSES}?bin=true").json()
    assert (binned["id"], binned["damaged"] is None) == (bad["id"], False)
    assert client.post(f"{address(bad)}/restore").status_code == 500
    assert client.delete(f"{address(bad)}?forever=true").status_code == 204
    assert client.get(f"{PROCESSES}?bin=true").json() == []


def test_an_update_that_has_vanished_is_missed(store: ProcessStore, database: Database) -> None:
    head = store.create("P", b"1")
    store.append(head.id, 1, [b"2", b"3"], "P")
    assert len(store.read(head.id, after=1)[1]) == 2
    for gone in (3, 2, 1):
        with database.writing() as connection:
            connection.exec_driver_sql(f"DELETE FROM updates WHERE seq = {gone}")
        for after in range(gone):
            with pytest.raises(ProcessDamaged):
                store.read(head.id, after)


def test_compaction_does_not_make_damage_right(store: ProcessStore, database: Database) -> None:
    head = store.create("P", b"1")
    store.append(head.id, 1, [b"2", b"3"], "P")
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE updates SET blob = x'00' WHERE seq = 2")
    with pytest.raises(ProcessDamaged):
        store.compact(head.id, upto=3, count=3, blob=b"123")


def test_sound_updates_stay_right_through_every_change(store: ProcessStore) -> None:
    head = store.create("P", b"1")
    head = store.append(head.id, 1, [b"2", b"3"], "Q")
    assert store.compact(head.id, upto=2, count=2, blob=b"12")
    store.move_to_bin(head.id)
    store.restore(head.id)
    head = store.append(head.id, head.seq, [b"4"], "R")
    found, updates = store.read(head.id)
    assert (found, [update.blob for update in updates]) == (head, [b"12", b"3", b"4"])
    assert [update.blob for update in store.read(head.id, after=1)[1]] == [b"12", b"3", b"4"]


def test_a_card_is_looked_through_again_after_a_while(
    store: ProcessStore, database: Database
) -> None:
    process = random_process(2)
    head = store.create(process.name, document_of(process).get_update())
    seconds = [0.0]
    told = Cards(store, lambda: seconds[0])
    assert told.of([head])[0]["damaged"] is None
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE updates SET blob = x'00'")
    kept = store.listed(in_bin=False)
    assert told.of(kept)[0]["damaged"] is None
    seconds[0] = LOOKED_THROUGH_SECONDS
    assert told.of(kept)[0]["damaged"] is not None


def test_rows_of_before_the_checksums_get_theirs(tmp_path: Path) -> None:
    """A database as the first version left it."""
    from alembic import command

    from touchline.store.migrate import configuration

    database, store = opened(tmp_path)
    (tmp_path / FILE).touch()
    config = configuration()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        moment = "2026-11-24 12:00:00.000000"
        for process_id in ("one", "two"):
            connection.exec_driver_sql(
                "INSERT INTO processes (id, name, created_at, edited_at, version, seq) "
                f"VALUES ('{process_id}', 'Old', '{moment}', '{moment}', 2, 2)"
            )
            for seq in (1, 2):
                connection.exec_driver_sql(
                    f"INSERT INTO updates VALUES ('{process_id}', {seq}, x'00{seq:02}')"
                )
        connection.exec_driver_sql("UPDATE processes SET created_at = 'x' WHERE id = 'two'")
    migrate(database)
    head, updates = store.read("one")
    assert (head.name, [update.blob for update in updates]) == ("Old", [b"\0\1", b"\0\2"])
    with pytest.raises(ProcessDamaged):
        store.read("two")
    assert {one.id for one in store.listed(in_bin=False)} == {"one", "two"}


def test_a_schema_of_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(StoreUnreadable, match="damaged or is no database"):
        migrate(Database(sqlite_url(tmp_path)))
