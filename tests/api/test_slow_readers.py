"""One who takes nothing in is cut off, and whoever edits beside them is not kept waiting."""

from __future__ import annotations

import asyncio
import base64
import os
import socket
from threading import Thread

import httpx
import pytest
import uvicorn

from tests.api.editor import Editor
from tests.api.server import RealSocket
from tests.ports import free_port
from touchline.api import connection, sockets
from touchline.api.app import create_app
from touchline.api.connection import Connection
from touchline.api.settings import Settings
from touchline.api.sockets import EndingWebSockets
from touchline.live.room import TOO_SLOW, Room
from touchline.live.shared import SharedProcess
from touchline.live.threads import Threads
from touchline.live.writer import document_of
from touchline.model.process import Process
from touchline.store import ProcessStore

_SECONDS = 60


class Stuck:
    """A WebSocket that takes in nothing, and sends nothing."""

    def __init__(self) -> None:
        self.closed_with: int | None = None

    async def send_bytes(self, _: bytes) -> None:
        """Never done."""
        await asyncio.Event().wait()

    async def receive(self) -> dict[str, object]:
        """Never anything."""
        await asyncio.Event().wait()
        raise AssertionError

    async def close(self, code: int, _: str) -> None:
        self.closed_with = code


def test_one_who_takes_nothing_in_is_sent_away(
    store: ProcessStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "LIVE_SEND_SECONDS", 0.01)
    head = store.create("P", document_of(Process(name="P")).get_update())
    stuck = Stuck()

    async def scenario() -> None:
        room = Room(SharedProcess(head.id, store), Threads(1))
        async with asyncio.timeout(_SECONDS):
            await Connection(stuck).serve(room)  # type: ignore[arg-type]

    asyncio.run(scenario())
    assert stuck.closed_with == TOO_SLOW


class Here:
    """A real server in this process, whose connections a test can count."""

    def __init__(self, settings: Settings) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        config = uvicorn.Config(
            create_app(settings), port=self.port, ws=EndingWebSockets, log_level="warning"
        )
        self.server = uvicorn.Server(config)
        self._thread = Thread(target=self.server.run, daemon=True)

    def __enter__(self) -> Here:
        self._thread.start()
        self.wait(lambda: self.server.started)
        return self

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self._thread.join(_SECONDS)

    def connections(self) -> int:
        return len(self.server.server_state.connections)

    def wait(self, condition: object) -> None:
        """Returns once a condition holds."""
        for _ in range(_SECONDS * 100):
            if condition():  # type: ignore[operator]
                return
            self._thread.join(0.01)
        raise AssertionError("it never came to that")


def open_and_never_read(port: int, process_id: str) -> socket.socket:
    """A connection of an editor that has said hello and takes in nothing that is said to it."""
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    plain.connect(("127.0.0.1", port))
    key = base64.b64encode(os.urandom(16)).decode()
    lines = (
        f"GET /api/processes/{process_id}/live HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Origin: http://127.0.0.1:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
    )
    plain.sendall("\r\n".join((*lines, "", "")).encode())
    assert plain.recv(12) == b"HTTP/1.1 101"
    return plain


def test_a_socket_that_never_reads_does_not_stay(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "LIVE_SEND_SECONDS", 0.2)
    monkeypatch.setattr(connection, "_CLOSING_SECONDS", 0.2)
    monkeypatch.setattr(sockets, "LIVE_LINGER_SECONDS", 0.2)
    with Here(settings) as here:
        made = httpx.post(f"{here.url}/api/processes", json={"name": "Before"}, timeout=_SECONDS)
        process_id = made.json()["id"]
        ann = Editor(RealSocket(here, process_id)).open()  # type: ignore[arg-type]
        here.wait(lambda: here.connections() == 1)
        with open_and_never_read(here.port, process_id):
            here.wait(lambda: here.connections() == 2)
            # More than the buffers of both systems take.
            for number in range(12):
                ann.rename(f"{number} " + "x" * 1_000_000)
                ann.until_saved()
            here.wait(lambda: here.connections() == 1)
        ann.rename("After")
        ann.until_saved()
