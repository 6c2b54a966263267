"""What takes long is done beside the server, within a budget, and given up when nobody waits."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import BASE_URL
from tests.api.test_processes import SALE
from tests.workers import work
from tests.workers.test_pool import PATIENT, gone, new_fifo, run, written
from touchline.api import checks
from touchline.api.app import create_app
from touchline.api.settings import Settings
from touchline.workers.budget import Budget
from touchline.workers.job import Lane
from touchline.workers.pool import Pool
from touchline.workers.tasks.checks import checked

WINDOW = {"X-Touchline-Window": "w1", "X-Touchline-Document": "d1"}


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    return new_fifo(tmp_path / "fifo")


def hard(fifo: Path) -> dict[str, Any]:
    """What looks like hard work, for a check that is told by a named pipe."""
    return {**SALE, "description": str(fifo), "steps": [{"id": ""}] * 10_000}


@contextmanager
def served(settings: Settings, budget: Budget) -> Iterator[TestClient]:
    """A client of a server whose work has this budget."""
    app = create_app(settings)
    app.state.services = dataclasses.replace(app.state.services, pool=Pool(budget))
    with TestClient(app, base_url=BASE_URL) as client:
        yield client


def pool_of(client: TestClient) -> Pool:
    app: Any = client.app
    pool: Pool = app.state.services.pool
    return pool


@pytest.fixture
def checks_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[bytes], object]], None]:
    """Puts something else in the place of a check."""
    return lambda function: monkeypatch.setattr(checks, "checked", function)


def test_hard_work_keeps_nobody_waiting(settings: Settings, tmp_path: Path, checks_by: Any) -> None:
    checks_by(work.check_when_told)
    with served(settings, PATIENT) as client, ThreadPoolExecutor(16) as threads:
        fifos = [new_fifo(tmp_path / f"fifo-{number}") for number in range(8)]
        eight = [threads.submit(client.post, "/api/check", json=hard(fifo)) for fifo in fifos]
        while pool_of(client).waiting(Lane.HARD) < 7:
            time.sleep(0)
        # All of this is done while the eight are under way.
        checks_by(checked)
        assert client.get("/api/health").status_code == 200
        for _ in range(10):
            assert client.post("/api/check", json=SALE).json()["longest_gap_days"] == 7
        assert client.post("/api/layout", json={"process": SALE}).status_code == 200
        assert client.post("/api/processes", json={"process": SALE}).status_code == 201
        assert not any(answer.done() for answer in eight)
        # All at once, since nobody knows whose turn comes first.
        for fifo in fifos:
            threads.submit(fifo.write_text, "go on")
        assert [answer.result().status_code for answer in eight] == [200] * 8


def test_what_takes_too_long_is_said_and_the_server_goes_on(
    settings: Settings, checks_by: Any
) -> None:
    checks_by(work.check_that_reads_and_never_ends)
    # Ample for reading three steps; the check itself never ends.
    with served(settings, dataclasses.replace(PATIENT, easy_seconds=2, seconds=0.1)) as client:
        answer = client.post("/api/check", json=SALE)
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["type"] == "urn:touchline:problem:too-much"
        expected = "Checking a process of 3 steps and 2 edges took longer than 0.1 seconds"
        assert answer.json()["detail"].startswith(expected)
        assert pool_of(client).running(Lane.HARD) == 0
        checks_by(checked)
        assert client.post("/api/check", json=SALE).status_code == 200


def test_what_needs_too_much_memory_is_said_and_the_server_goes_on(
    settings: Settings, checks_by: Any
) -> None:
    checks_by(work.hoarding_check)
    budget = dataclasses.replace(PATIENT, memory_bytes=600 * 1024**2)
    with served(settings, budget) as client:
        answer = client.post("/api/check", json=SALE)
        assert answer.status_code == 422
        assert "needed more than 600 MiB of memory" in answer.json()["detail"]
        checks_by(checked)
        assert client.post("/api/check", json=SALE).status_code == 200


def test_a_worker_that_dies_is_said_and_replaced(settings: Settings, checks_by: Any) -> None:
    checks_by(work.check_that_dies)
    with served(settings, PATIENT) as client:
        answer = client.post("/api/check", json=SALE)
        assert answer.status_code == 422
        assert "ended unexpectedly" in answer.json()["detail"]
        checks_by(checked)
        assert client.post("/api/check", json=SALE).status_code == 200


def test_a_window_that_asks_anew_frees_the_worker_of_its_older_request(
    settings: Settings, fifo: Path, checks_by: Any
) -> None:
    checks_by(work.endless_check)
    with served(settings, PATIENT) as client, ThreadPoolExecutor(1) as threads:
        older = threads.submit(client.post, "/api/check", json=hard(fifo), headers=WINDOW)
        pid = int(fifo.read_text())
        checks_by(checked)
        assert client.post("/api/check", json=SALE, headers=WINDOW).status_code == 200
        answer = older.result()
        assert (answer.status_code, answer.json()["title"]) == (409, "Superseded")
        run(gone(pid))
        assert pool_of(client).running(Lane.HARD) == 0


def test_who_cannot_be_served_in_time_is_told_when_to_try_again(
    settings: Settings, fifo: Path, checks_by: Any
) -> None:
    checks_by(work.endless_check)
    budget = dataclasses.replace(PATIENT, queue_seconds=0.1)
    with served(settings, budget) as client, ThreadPoolExecutor(1) as threads:
        threads.submit(client.post, "/api/check", json=hard(fifo))
        fifo.read_text()
        answer = client.post("/api/check", json=hard(fifo))
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "2"
        assert answer.json()["type"] == "urn:touchline:problem:busy"
        pool_of(client).close()


def test_when_the_client_leaves_its_work_is_given_up(
    settings: Settings, fifo: Path, checks_by: Any
) -> None:
    checks_by(work.endless_check)
    app = create_app(settings)
    pool = Pool(PATIENT)
    app.state.services = dataclasses.replace(app.state.services, pool=pool)

    async def test() -> None:
        leaving = asyncio.Event()
        body = [{"type": "http.request", "body": json.dumps(hard(fifo)).encode()}]

        async def receive() -> dict[str, Any]:
            if body:
                return body.pop()
            await leaving.wait()
            return {"type": "http.disconnect"}

        async def send(_: object) -> None:
            """Nobody reads it."""

        asking = asyncio.create_task(app(scope(), receive, send))  # type: ignore[arg-type]
        pid = int(await written(fifo))
        leaving.set()
        await asking
        await gone(pid)
        assert (pool.running(Lane.HARD), pool.waiting(Lane.HARD)) == (0, 0)
        pool.close()

    run(test())


def scope() -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/api/check",
        "raw_path": b"/api/check",
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8000"), (b"content-type", b"application/json")],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
    }


def test_the_end_of_the_server_is_the_end_of_its_workers(settings: Settings) -> None:
    with served(settings, PATIENT) as client:
        assert client.post("/api/check", json=SALE).status_code == 200
        pids = pool_of(client).pids
        assert pids
        assert os.getpid() not in pids
    for pid in pids:
        run(gone(pid))


@pytest.mark.parametrize(
    "path",
    ["/api/check", "/api/fix", "/api/layout", "/api/render", "/api/read", "/api/write"],
)
def test_what_can_be_too_much_says_so_in_its_description(client: TestClient, path: str) -> None:
    responses = client.get("/api/openapi.json").json()["paths"][path]["post"]["responses"]
    assert responses.keys() >= {"409", "422", "503"}
    assert "too much" in responses["422"]["description"]
