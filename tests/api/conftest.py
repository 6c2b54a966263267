from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

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


@pytest.fixture
def settings(tmp_path: Path, clock: StoppedClock) -> Settings:
    return Settings(database_url=sqlite_url(tmp_path), clock=clock)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url=BASE_URL) as client:
        yield client


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(sqlite_url(tmp_path))
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def store(database: Database, clock: StoppedClock) -> ProcessStore:
    return ProcessStore(database, clock)
