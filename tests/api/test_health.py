"""Health is told at once, whatever the threads of the storage are doing."""

from __future__ import annotations

import asyncio
from threading import Barrier, Event

import pytest
from starlette.testclient import TestClient

from touchline.api import storage_state
from touchline.api.services import _STORE_THREADS
from touchline.api.storage_state import StorageState
from touchline.store import StoreUnreadable

_SECONDS = 120


def test_health_needs_no_thread_of_the_storage(client: TestClient) -> None:
    services = client.app.state.services  # type: ignore[attr-defined]
    assert client.portal is not None
    all_busy, may_end = Barrier(_STORE_THREADS + 1), Event()

    def slow() -> None:
        all_busy.wait(_SECONDS)
        assert may_end.wait(_SECONDS)

    at_work = [
        client.portal.start_task_soon(services.storage.run, slow) for _ in range(_STORE_THREADS)
    ]
    all_busy.wait(_SECONDS)
    assert client.get("/api/health").json()["status"] == "ok"
    may_end.set()
    for one in at_work:
        one.result(_SECONDS)


def test_while_the_database_is_busy_its_last_answer_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    asked = 0
    may_answer = Event()

    def ask() -> None:
        nonlocal asked
        asked += 1
        assert may_answer.wait(60)
        if asked > 1:
            raise StoreUnreadable("It is damaged.")

    async def scenario() -> None:
        nonlocal now
        monkeypatch.setattr(storage_state, "HEALTH_WAIT_SECONDS", 0)
        state = StorageState(ask, lambda: now)
        await state.expect_readable()
        now += storage_state.STORAGE_SILENT_SECONDS + 1
        with pytest.raises(StoreUnreadable, match="does not answer"):
            await state.expect_readable()
        assert asked == 1
        monkeypatch.setattr(storage_state, "HEALTH_WAIT_SECONDS", 60)
        may_answer.set()
        await state.expect_readable()
        with pytest.raises(StoreUnreadable, match="damaged"):
            await state.expect_readable()
        await state.close()

    asyncio.run(scenario())
