"""What an easy request waits while eight of the hardest that are legal are under way."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import httpx
from tests.api.server import Server

from benchmarks.table import Row, milliseconds
from touchline.store.database import sqlite_url

ASKED = 200
AT_ONCE = 100
PATIENCE_SECONDS = 200
CENTRE = 1_300
"""Contacts into one decision, and tasks between that and the next: as much as 2 MiB hold."""


def rows() -> Iterator[Row]:
    """Percentiles of health and of a check of 9 steps, first alone, then beside hard requests."""
    with tempfile.TemporaryDirectory() as folder:
        database_url = sqlite_url(Path(folder))
        with Server(database_url, Path(folder) / "log") as server:
            yield from _easy(server, "alone", "")
            hard = [("check", _comb()), ("fix", {"process": _comb(), "all": True})]
            hard += [("layout", {"process": _tangle()}), ("render", {"process": _tangle()})]
            with ThreadPoolExecutor(8) as threads:
                stop = Event()
                under_way = [
                    threads.submit(_again_and_again, server, *request, stop) for request in hard * 2
                ]
                # A moment in which they arrive; that all stay is looked at afterwards.
                time.sleep(2)
                yield from _easy(server, "beside eight of the hardest", "p99 under 250 ms")
                assert not any(task.done() for task in under_way)
                stop.set()
                server.kill()
                yield _statuses(under_way)
        with Server(database_url, Path(folder) / "log") as server:
            yield _at_once(server)


def _easy(server: Server, beside: str, target: str) -> Iterator[Row]:
    check = json.dumps(_small())
    with httpx.Client(base_url=server.url, timeout=PATIENCE_SECONDS) as client:
        asks: dict[str, Callable[[], httpx.Response]] = {
            "health": lambda: client.get("/api/health"),
            "check of 9 steps": lambda: client.post(
                "/api/check", content=check, headers={"Content-Type": "application/json"}
            ),
        }
        for what, ask in asks.items():
            ask()
            times = []
            for _ in range(ASKED):
                begin = time.perf_counter()
                ask().raise_for_status()
                times.append(time.perf_counter() - begin)
            p99 = statistics.quantiles(times, n=100)[98]
            figure = milliseconds(statistics.median(times))
            yield Row(f"{what}, {beside}", figure, f"p99 {milliseconds(p99)}; {target}".strip("; "))


def _again_and_again(server: Server, path: str, body: dict[str, Any], stop: Event) -> list[int]:
    """Ask for something hard until told to stop; the statuses of the answers."""
    content = json.dumps(body)
    headers = {"Content-Type": "application/json"}
    statuses: list[int] = []
    while not stop.is_set():
        try:
            answer = httpx.post(
                f"{server.url}/api/{path}", content=content, headers=headers, timeout=None
            )
        except httpx.TransportError:
            # The server has been stopped with the measurement.
            break
        statuses.append(answer.status_code)
    return statuses


def _statuses(under_way: list[Future[list[int]]]) -> Row:
    found = sorted(status for task in under_way for status in task.result())
    return Row("hard requests answered meanwhile", str(len(found)), f"with {found}")


def _at_once(server: Server) -> Row:
    check = json.dumps(_small())

    limits = httpx.Limits(max_connections=AT_ONCE)
    with httpx.Client(base_url=server.url, timeout=PATIENCE_SECONDS, limits=limits) as client:

        def ask(_: int) -> int:
            headers = {"Content-Type": "application/json"}
            return client.post("/api/check", content=check, headers=headers).status_code

        with ThreadPoolExecutor(AT_ONCE) as threads:
            list(threads.map(ask, range(AT_ONCE)))
            begin = time.perf_counter()
            statuses = set(threads.map(ask, range(AT_ONCE)))
            took = time.perf_counter() - begin
    assert statuses == {200}
    return Row(f"{AT_ONCE} checks of 9 steps at once", milliseconds(took))


def _small() -> dict[str, Any]:
    steps = [{"id": "s0", "name": "Lead", "kind": "start"}]
    steps += [{"id": f"s{n}", "name": f"Step {n}", "kind": "contact"} for n in range(1, 8)]
    steps += [{"id": "s8", "name": "Won", "kind": "end"}]
    edges = [{"from": f"s{n}", "to": f"s{n + 1}", "max_wait": "4 days"} for n in range(8)]
    return {"name": "Small", "steps": steps, "edges": edges}


def _comb() -> dict[str, Any]:
    """Many contacts into one decision, from there many tasks into another, and an end."""
    steps = [{"id": "lead", "name": "Lead", "kind": "start"}]
    steps += [{"id": f"c{n}", "name": f"Call {n}", "kind": "contact"} for n in range(CENTRE)]
    steps += [{"id": f"t{n}", "name": f"Task {n}", "kind": "task"} for n in range(CENTRE)]
    steps += [{"id": id, "name": id, "kind": "decision"} for id in ("first", "second")]
    steps += [{"id": "won", "name": "Won", "kind": "end"}]
    pairs = [("lead", f"c{n}") for n in range(CENTRE)]
    pairs += [(f"c{n}", "first") for n in range(CENTRE)]
    pairs += [("first", f"t{n}") for n in range(CENTRE)]
    pairs += [(f"t{n}", "second") for n in range(CENTRE)]
    pairs += [("second", "won")]
    return _process("Comb", steps, pairs)


def _tangle() -> dict[str, Any]:
    """A thousand steps, each joined to some far away: what Graphviz takes longest over."""
    count = 1_000
    steps = [{"id": f"s{n}", "name": f"Step {n}", "kind": "contact"} for n in range(count)]
    pairs = {(f"s{n}", f"s{n + 1}") for n in range(count - 1)}
    pairs |= {
        (f"s{n}", f"s{n * factor % count}")
        for n in range(1, count)
        for factor in (37, 101, 211)
        if n * factor % count != n
    }
    return _process("Tangle", steps, sorted(pairs))


def _process(
    name: str, steps: list[dict[str, str]], pairs: list[tuple[str, str]]
) -> dict[str, Any]:
    edges = [{"from": a, "to": b, "max_wait": "4 days"} for a, b in pairs]
    return {"name": name, "steps": steps, "edges": edges}
