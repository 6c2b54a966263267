from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.postgresql import NoPostgresql, Postgresql, running
from touchline.api.app import create_app
from touchline.api.settings import Settings
from touchline.store import Database, ProcessStore, migrate
from touchline.store.database import sqlite_url

BASE_URL = "http://127.0.0.1:8000"


class StoppedClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests with the mark `databases` run on each that it names, by default on both."""
    mark = metafunc.definition.get_closest_marker("databases")
    if mark is not None and "database_kind" in metafunc.fixturenames:
        metafunc.parametrize("database_kind", mark.args or ("sqlite", "postgresql"))


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgresql]:
    """The server of all workers. Without one the tests that need it are left out, but not in CI."""
    own = tmp_path_factory.getbasetemp()
    try:
        with running(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) as server:
            yield server
    except NoPostgresql as reason:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(reason))


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def database_url(
    tmp_path: Path, database_kind: str, request: pytest.FixtureRequest
) -> Iterator[str]:
    """A new, empty database."""
    if database_kind == "sqlite":
        yield sqlite_url(tmp_path)
        return
    with request.getfixturevalue("postgresql").lent() as url:
        yield url


@pytest.fixture
def settings(database_url: str, clock: StoppedClock) -> Settings:
    return Settings(database_url=database_url, clock=clock)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url=BASE_URL) as client:
        yield client


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def store(database: Database, clock: StoppedClock) -> ProcessStore:
    return ProcessStore(database, clock)
