"""The store: what it is told it keeps, and what it cannot keep it says."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text

from tests.api.conftest import StoppedClock
from touchline.store import (
    Behind,
    Database,
    NoSuchProcess,
    NotInBin,
    NotStored,
    ProcessStore,
    StoreError,
    StoreUnreadable,
    Summary,
    migrate,
)
from touchline.store import (
    database as database_module,
)
from touchline.store.database import sqlite_url
from touchline.store.migrate import configuration
from touchline.store.tables import REVISION, Moment, metadata

pytestmark = pytest.mark.databases


def test_migrations_make_the_tables_that_the_code_has(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == REVISION
    assert ScriptDirectory.from_config(configuration()).get_current_head() == REVISION


def test_migrating_again_changes_nothing(database: Database, store: ProcessStore) -> None:
    head = store.create("Kept", b"blob")
    migrate(database)
    assert store.head(head.id) == head


def test_a_database_of_a_newer_touchline_is_left_alone(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnreadable, match="newer Touchline"):
        migrate(database)


def test_many_programs_migrate_an_empty_database_at_once(database_url: str) -> None:
    def start(_: int) -> None:
        database = Database(database_url)
        migrate(database)
        database.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(start, range(6)))
    database = Database(database_url)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 1
    database.close()


@pytest.mark.databases("sqlite")
def test_every_connection_keeps_what_it_commits(database: Database) -> None:
    with database.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


@pytest.mark.databases("sqlite")
def test_the_data_directory_is_for_its_owner_alone(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "new" / "folder"))
    migrate(database)
    database.close()
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o077 == 0


def test_updates_come_back_in_order(store: ProcessStore) -> None:
    head = store.create("P", b"one")
    head = store.append(head.id, head.seq, [b"two", b"three"], "P")
    found, updates = store.read(head.id)
    assert found == head
    assert [update.blob for update in updates] == [b"one", b"two", b"three"]
    assert [update.blob for update in store.read(head.id, after=2)[1]] == [b"three"]


def test_an_edit_makes_a_version_and_a_time(store: ProcessStore, clock: StoppedClock) -> None:
    before = store.create("Old", b"one")
    clock.advance(timedelta(hours=1))
    after = store.append(before.id, before.seq, [b"two"], "New")
    assert (after.version, after.name) == (before.version + 1, "New")
    assert (after.created_at, after.edited_at) == (before.created_at, clock.now)


def test_one_who_is_behind_is_told_and_changes_nothing(store: ProcessStore) -> None:
    head = store.create("P", b"one")
    store.append(head.id, head.seq, [b"two"], "P")
    with pytest.raises(Behind):
        store.append(head.id, head.seq, [b"late"], "Late")
    assert [update.blob for update in store.read(head.id)[1]] == [b"one", b"two"]


def test_compaction_replaces_only_what_was_read(store: ProcessStore) -> None:
    head = store.create("P", b"1")
    store.append(head.id, 1, [b"2", b"3"], "P")
    assert not store.compact(head.id, upto=3, count=2, blob=b"no")
    assert store.compact(head.id, upto=2, count=2, blob=b"12")
    assert [(u.seq, u.blob) for u in store.read(head.id)[1]] == [(2, b"12"), (3, b"3")]
    assert not store.compact(head.id, upto=9, count=2, blob=b"no")


def test_the_bin(store: ProcessStore) -> None:
    head = store.create("P", b"1")
    for too_early in (store.restore, store.purge):
        with pytest.raises(NotInBin):
            too_early(head.id)
    store.move_to_bin(head.id)
    assert [found.id for found in store.listed(in_bin=True)] == [head.id]
    assert store.listed(in_bin=False) == []
    with pytest.raises(NoSuchProcess):
        store.append(head.id, 1, [b"2"], "P")
    with pytest.raises(NoSuchProcess):
        store.move_to_bin(head.id)
    assert store.restore(head.id) == head
    store.move_to_bin(head.id)
    store.purge(head.id)
    with pytest.raises(NoSuchProcess):
        store.head(head.id)


def test_purging_leaves_no_updates_behind(store: ProcessStore, database: Database) -> None:
    head = store.create("P", b"1")
    store.move_to_bin(head.id)
    store.purge(head.id)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM updates").scalar() == 0


def test_a_summary_of_an_older_version_is_not_kept(store: ProcessStore) -> None:
    head = store.create("P", b"1")
    store.keep_summaries({head.id: Summary(1, "rules", "facts")})
    assert store.head(head.id).summary == Summary(1, "rules", "facts")
    store.append(head.id, 1, [b"2"], "P")
    store.keep_summaries({head.id: Summary(1, "rules", "late")})
    assert store.head(head.id).summary == Summary(1, "rules", "facts")


def test_a_transaction_that_fails_leaves_nothing(database: Database, store: ProcessStore) -> None:
    head = store.create("P", b"1")
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        connection.execute(text("DELETE FROM updates")).rowcount / 0
    assert len(store.read(head.id)[1]) == 1


@pytest.mark.databases("sqlite")
def test_a_full_disk_is_told_and_loses_nothing(database: Database, store: ProcessStore) -> None:
    head = store.create("P", b"1")
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    database.engine.dispose()
    # The nearest thing to a full disk that every machine has: a database that may not grow.
    event.listen(
        database.engine,
        "connect",
        lambda connection, _: connection.execute(f"PRAGMA max_page_count = {pages}"),
    )
    with pytest.raises(NotStored, match="disk is full") as full:
        store.append(head.id, 1, [bytes(1_000_000)], "P")
    assert not full.value.passing
    found, updates = store.read(head.id)
    assert (found, len(updates)) == (head, 1)


@pytest.mark.databases("sqlite")
def test_a_locked_database_is_told(
    tmp_path: Path, store: ProcessStore, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "DATABASE_WAIT_SECONDS", 0)
    head = store.create("P", b"1")
    database.engine.dispose()
    other = sqlite3.connect(tmp_path / "touchline.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotStored, match="holds the database") as locked:
        store.append(head.id, 1, [b"2"], "P")
    assert locked.value.passing
    other.execute("ROLLBACK")
    other.close()
    assert store.append(head.id, 1, [b"2"], "P").seq == 2


@pytest.mark.databases("sqlite")
def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "touchline.sqlite3").write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreUnreadable, match="damaged or is no database"):
        migrate(Database(sqlite_url(tmp_path)))


@pytest.mark.parametrize(
    "url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "oracle://x/y", "bogus://x"]
)
def test_a_database_that_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(StoreError):
        Database(url)


@pytest.mark.databases("sqlite")
def test_moments_are_kept_in_utc(database: Database) -> None:
    dialect = database.engine.dialect
    east = datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=2)))
    kept: Any = Moment().process_bind_param(east, dialect)
    assert Moment().process_result_value(kept, dialect) == east
    assert Moment().process_result_value(kept, dialect).tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 1, 1), dialect)
