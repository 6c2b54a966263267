"""Connections on which nothing comes, or nothing is taken in, are not kept for ever."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from touchline.cli import guarded

SECONDS = 0.3
PATIENCE = 30
REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
LARGE = 64 * 1024 * 1024


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the body, then answers; much for `/large`."""
    if scope["type"] != "http":
        return
    while (message := await receive()).get("more_body"):
        pass
    if message["type"] == "http.disconnect":
        return
    body = bytes(LARGE) if scope["path"] == "/large" else b"answer"
    length = str(len(body)).encode()
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", length)]}
    )
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    for name in ("REQUEST_HEAD_SECONDS", "BODY_SECONDS", "ANSWER_TAKEN_SECONDS"):
        monkeypatch.setattr(guarded, name, SECONDS)
    with served() as found:
        yield found


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """A server with guarded connections in a thread."""
    config = uvicorn.Config(app, http=guarded.GuardedProtocol, lifespan="off", log_level="critical")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=lambda: asyncio.run(server._serve([listener])), daemon=True)
        thread.start()
        try:
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
            assert not thread.is_alive()


def connected(address: tuple[str, int]) -> socket.socket:
    return socket.create_connection(address, timeout=PATIENCE)


def is_ended(connection: socket.socket) -> bool:
    """Waits for the other side to end it; it says nothing before."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def answered(connection: socket.socket) -> bytes:
    """The answer to a request, to its end."""
    answer = b""
    while not answer.endswith(b"answer"):
        more = connection.recv(65536)
        if not more:
            break
        answer += more
    return answer


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Never: en",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal",
    ],
    ids=["silent", "half a line", "half a head", "half a body", "half a chunk"],
)
def test_one_who_does_not_go_on_is_disconnected(address: tuple[str, int], sent: bytes) -> None:
    with connected(address) as connection:
        connection.sendall(sent)
        assert is_ended(connection)


def test_a_byte_every_now_and_then_puts_nothing_off(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        connection.settimeout(SECONDS / 6)
        for _ in range(int(PATIENCE / SECONDS * 6)):
            try:
                connection.sendall(b"x")
                if connection.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except (ConnectionResetError, BrokenPipeError):
                break
        else:
            pytest.fail("it is still open")


def test_an_answer_that_nobody_takes_in_is_given_up(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        taken = len(connection.recv(1))
        for _ in range(2):
            # Each is ended for its silence, in the time that the answer may wait.
            with connected(address) as other:
                assert is_ended(other)
        try:
            while more := connection.recv(1 << 20):
                taken += len(more)
        except ConnectionResetError:
            pass
        assert taken < LARGE


def test_a_connection_in_use_goes_on(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        for _ in range(3):
            connection.sendall(REQUEST)
            assert answered(connection).startswith(b"HTTP/1.1 200")


def test_the_silent_make_room_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "MAX_CONNECTIONS", 3)
    with served() as address, ExitStack() as open_ones:
        silent = [open_ones.enter_context(connected(address)) for _ in range(3)]
        with connected(address) as honest:
            honest.sendall(REQUEST)
            assert answered(honest).startswith(b"HTTP/1.1 200")
            assert is_ended(silent[0])


def test_when_all_are_busy_one_more_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "MAX_CONNECTIONS", 1)
    with served() as address, connected(address) as busy:
        head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        busy.sendall(head)
        # The request is there, and its body is awaited.
        assert busy.recv(100).startswith(b"HTTP/1.1 100")
        with connected(address) as late:
            assert late.recv(100).startswith(b"HTTP/1.1 503")
        busy.sendall(b"12")
        assert answered(busy).startswith(b"HTTP/1.1 200")
