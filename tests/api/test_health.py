"""Health is told at once, whatever the threads of the storage are doing."""

from __future__ import annotations

import asyncio
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.test_live import new_process
from touchline.api import storage_state
from touchline.api.services import _STORE_THREADS
from touchline.api.storage_state import StorageState
from touchline.store import ProcessStore, StoreUnreadable


def test_health_needs_no_thread_of_the_storage(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    process_id = new_process(client)
    all_busy, may_end = Barrier(_STORE_THREADS + 1), Event()
    head = ProcessStore.head

    def slow(store: ProcessStore, asked: str) -> Any:
        all_busy.wait(60)
        assert may_end.wait(60)
        return head(store, asked)

    monkeypatch.setattr(ProcessStore, "head", slow)
    askers = [
        Thread(target=client.get, args=(f"/process/{process_id}",)) for _ in range(_STORE_THREADS)
    ]
    for asker in askers:
        asker.start()
    all_busy.wait(60)
    assert client.get("/api/health").json()["status"] == "ok"
    may_end.set()
    for asker in askers:
        asker.join(60)


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
