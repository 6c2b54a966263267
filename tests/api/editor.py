"""An editor as the server sees one: a Yjs document that speaks the live protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from pycrdt import Map
from starlette.testclient import TestClient

from touchline.live import messages
from touchline.live.document import SharedDoc, new_document
from touchline.live.messages import read_block, read_number
from touchline.live.reader import read_document
from touchline.model.process import Process


class Socket(Protocol):
    """What an editor needs of a WebSocket."""

    def send(self, message: bytes) -> None: ...

    def receive(self) -> bytes: ...


class Editor:
    """Follows the protocol to the letter; `receive` blocks until the server says something."""

    def __init__(self, socket: Socket, doc: SharedDoc | None = None) -> None:
        self.socket = socket
        self.doc = new_document() if doc is None else doc
        self.sent = 0
        self.committed = 0
        self.committed_state = b""
        self.presences: list[bytes] = []
        self._own: list[bytes] = []
        self._has_all = False
        self.doc.observe(lambda event: self._own.append(event.update))

    @property
    def process(self) -> Process:
        """The process as this editor sees it."""
        return read_document(self.doc).process

    @property
    def saved(self) -> bool:
        """What the badge says."""
        return self.committed == self.sent and covers(self.committed_state, self.doc.get_state())

    def open(self) -> Editor:
        """Exchange all that either side lacks."""
        self.socket.send(messages.state_request(self.doc.get_state()))
        self.until(lambda: self._has_all)
        return self

    def edit(self, change: Callable[[SharedDoc], Any]) -> None:
        """Change the document and send the update, not waiting for anything."""
        self._own.clear()
        with self.doc.transaction():
            change(self.doc)
        for update in self._own:
            self.socket.send(messages.edit(update))
            self.sent += 1

    def rename(self, name: str) -> None:
        """Change the process's name."""
        self.edit(lambda doc: doc.get("process", type=Map).update({"name": name}))

    def until(self, condition: Callable[[], bool]) -> None:
        """Take in what the server sends until a condition holds."""
        while not condition():
            self.take(self.socket.receive())

    def until_saved(self) -> None:
        """Wait for the badge to say “saved”."""
        self.until(lambda: self.saved)

    def take(self, message: bytes) -> None:
        """Act on one message of the server."""
        kind, at = read_number(message, 0)
        if kind == messages.Kind.SAVED:
            self.committed, at = read_number(message, at)
            self.committed_state, _ = read_block(message, at)
        elif kind == messages.Kind.AWARENESS:
            self.presences.append(message)
        else:
            step, at = read_number(message, at)
            content, _ = read_block(message, at)
            if step == messages.Sync.STEP_1:
                self.socket.send(messages.answer(self.doc.get_update(content)))
                self.sent += 1
            else:
                self.doc.apply_update(content)
                self._has_all = self._has_all or step == messages.Sync.STEP_2


class _InProcess:
    def __init__(self, session: Any) -> None:
        self._session = session

    def send(self, message: bytes) -> None:
        self._session.send_bytes(message)

    def receive(self) -> bytes:
        message: bytes = self._session.receive_bytes()
        return message


@contextmanager
def editor(client: TestClient, process_id: str, doc: SharedDoc | None = None) -> Iterator[Editor]:
    """An editor that has the process open, and leaves at the end."""
    with client.websocket_connect(address(process_id)) as session:
        yield Editor(_InProcess(session), doc).open()


def address(process_id: str) -> str:
    """Where an editor of a process connects; the test client would say another host."""
    return f"ws://127.0.0.1:8000/api/processes/{process_id}/live"


def covers(state: bytes, other: bytes) -> bool:
    """Whether one state vector has all that another has."""
    has = _clocks(state)
    return all(has.get(client, 0) >= clock for client, clock in _clocks(other).items())


def _clocks(state: bytes) -> dict[int, int]:
    clocks: dict[int, int] = {}
    if not state:
        return clocks
    count, at = read_number(state, 0)
    for _ in range(count):
        client, at = read_number(state, at)
        clocks[client], at = read_number(state, at)
    return clocks
