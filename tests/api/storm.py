"""Editors that go on through everything, and those that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from threading import Event, Thread

from pycrdt import Map
from websockets.exceptions import InvalidMessage

from tests.api.editor import Editor
from tests.api.server import Gone, RealSocket, Server
from tests.api.test_contents import deeper_updates, nested_list, too_many
from tests.api.test_presence import says
from touchline.live import messages
from touchline.live.document import SharedDoc, new_document
from touchline.model.limits import MAX_UPDATE_RANGES, MAX_UPDATE_RIVALS, MAX_UPDATE_STRUCTS

_OFFLINE = (Gone, InvalidMessage, OSError, TimeoutError, EOFError)
"""How it shows that the server is gone: on an open line, on one that was being opened, on none."""


class Client:
    """A window that stays open while the server comes and goes: what it typed it keeps, and sends
    again. It counts in a step of its own, so that what is stored says how far it had come."""

    def __init__(self, server: Server, process_id: str, name: str) -> None:
        self.process_id = process_id
        self.name = name
        self.counted = 0
        self.acknowledged = 0
        self._server = server
        self._doc = new_document()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Open the process again, and count until the server is gone."""
        self._thread = Thread(target=self._count, daemon=True)
        self._thread.start()

    def wait(self, seconds: float = 120) -> None:
        """Returns when the server is gone for this client."""
        assert self._thread is not None
        self._thread.join(seconds)
        assert not self._thread.is_alive(), f"{self.name} hangs"

    def is_there(self) -> bool:
        """Whether the server is not yet gone for it; waits a moment before it says so."""
        assert self._thread is not None
        self._thread.join(0.005)
        return self._thread.is_alive()

    def stored(self, process: dict) -> int:
        """How far it had come by what is stored."""
        steps = {step["id"]: step["name"] for step in process.get("steps", ())}
        return int(steps.get(self.name, 0))

    def come_level(self) -> SharedDoc:
        """Connect, and return the document once everything typed here is on disk."""
        editor = self._server.editor(self.process_id, self._doc)
        editor.until_saved()
        return editor.doc

    def _count(self) -> None:
        try:
            editor = self._server.editor(self.process_id, self._doc)
            while True:
                for _ in range(1 + self.counted % 3):
                    self._count_on(editor)
                sent, reached = editor.sent, self.counted
                editor.until(lambda sent=sent: editor.committed >= sent)
                self.acknowledged = reached
        except _OFFLINE:
            return

    def _count_on(self, editor: Editor) -> None:
        self.counted += 1
        step = {"name": str(self.counted), "kind": "task", "order": "a0"}

        def change(doc: SharedDoc) -> None:
            steps = doc.get("steps", type=Map)
            if self.name in steps:
                steps[self.name]["name"] = step["name"]
            else:
                steps[self.name] = Map(step)

        editor.edit(change)


def hostile_messages(dice: Random) -> list[bytes]:
    """One of every kind that is known to have done harm."""
    edit = messages.edit
    return [
        b"",
        dice.randbytes(200),
        b"\x00\x02" + dice.randbytes(40),
        edit(dice.randbytes(300)),
        edit(nested_list(100_000)),
        *map(edit, deeper_updates(3)),
        edit(too_many(MAX_UPDATE_RANGES + 1, "deletions")),
        edit(too_many(MAX_UPDATE_STRUCTS + 1, "structs")),
        edit(too_many(MAX_UPDATE_RIVALS + 1, "rivals")),
        edit(b"\x01\x01\x05\x00\x88\x05\x00\x01\x7e\x00"),
        messages.state_request(dice.randbytes(20)),
        b"\x01" + messages.with_length(bytes(2_000_000)),
        b"\x01" + messages.with_length(says(*((n, 1, b"{}") for n in range(200))).content),
        b"\x01" + messages.with_length(says((7, 1, b"no JSON")).content),
    ]


class Hostile:
    """Sends one harmful message after another, and comes back whenever it is sent away."""

    def __init__(self, server: Server, process_id: str, seed: int) -> None:
        self.rounds = 0
        self._server = server
        self._process_id = process_id
        self._dice = Random(seed)
        self._stop = Event()
        self._thread = Thread(target=self._go_on, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Returns when it has sent one of every kind at least, and stopped."""
        self._stop.set()
        self._thread.join(120)
        assert not self._thread.is_alive()

    def _go_on(self) -> None:
        while not (self._stop.is_set() and self.rounds):
            chosen = hostile_messages(self._dice)
            self._dice.shuffle(chosen)
            for message in chosen:
                # The first round is always a whole one.
                if not (self._stop.is_set() and self.rounds):
                    self._send(message)
            self.rounds += 1

    def _send(self, message: bytes) -> None:
        try:
            socket = RealSocket(self._server, self._process_id)
            socket.send(message)
            # What comes first is the server's question; then it answers or hangs up.
            socket.receive()
            socket.send(messages.state_request(b"\x00"))
            socket.receive()
            socket.connection.close()
        except _OFFLINE:
            return


def in_threads(calls: list[Callable[[], None]], seconds: float = 300) -> None:
    """Do all at once; returns when all are done. Raises the first of what they raise."""
    raised: list[BaseException] = []

    def guarded(call: Callable[[], None]) -> None:
        try:
            call()
        except BaseException as error:  # noqa: BLE001 - told in the thread of the test
            raised.append(error)

    threads = [Thread(target=guarded, args=(call,), daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds)
        assert not thread.is_alive(), "somebody hangs"
    if raised:
        raise raised[0]
