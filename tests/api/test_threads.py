"""Work in threads is waited for, whoever cancels it: two threads are never in one document."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Event

import pytest
from anyio import CancelScope

from touchline.live import messages
from touchline.live.document import SharedDoc, document_of_updates
from touchline.live.room import Room
from touchline.live.shared import SharedProcess
from touchline.live.threads import Threads
from touchline.live.writer import document_of
from touchline.model.process import Process
from touchline.store import ProcessStore

_SECONDS = 30


class Slow:
    """Work that begins when it is called and ends when it is told to."""

    def __init__(self) -> None:
        self.began, self.may_end = Event(), Event()
        self.ended = False

    def __call__(self) -> str:
        self.began.set()
        assert self.may_end.wait(_SECONDS)
        self.ended = True
        return "done"

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self.began.wait, _SECONDS)


async def turns(count: int = 20) -> None:
    """Let everything else that can go on do so."""
    for _ in range(count):
        await asyncio.sleep(0)


def test_cancelled_work_is_waited_for() -> None:
    async def scenario() -> None:
        slow = Slow()
        task = asyncio.create_task(Threads(1).run(slow))
        await slow.has_begun()
        for _ in range(3):
            task.cancel()
            await turns()
            assert not task.done()
        slow.may_end.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert slow.ended

    asyncio.run(scenario())


def test_work_in_a_cancelled_scope_is_waited_for() -> None:
    async def scenario() -> None:
        slow = Slow()
        scope = CancelScope()

        async def scoped() -> None:
            with scope:
                await Threads(1).run(slow)
                await asyncio.sleep(0)
                pytest.fail("went on behind a cancelled scope")

        task = asyncio.create_task(scoped())
        await slow.has_begun()
        scope.cancel()
        await turns()
        assert not task.done()
        slow.may_end.set()
        await task
        assert slow.ended

    asyncio.run(scenario())


def test_work_that_has_not_begun_is_not_waited_for() -> None:
    async def scenario() -> None:
        slow, never = Slow(), Slow()
        threads = Threads(1)
        first = asyncio.create_task(threads.run(slow))
        await slow.has_begun()
        second = asyncio.create_task(threads.run(never))
        await turns()
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        slow.may_end.set()
        assert await first == "done"
        assert not never.began.is_set()

    asyncio.run(scenario())


def test_the_end_of_the_event_loop_waits_for_work() -> None:
    slow = Slow()

    async def scenario() -> None:
        asyncio.get_running_loop().create_task(Threads(1).run(slow))
        await slow.has_begun()
        asyncio.get_running_loop().call_soon(slow.may_end.set)

    asyncio.run(scenario())
    assert slow.ended


def test_a_failure_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        asyncio.run(Threads(1).run(lambda: 1 / 0))


class Nobody:
    """A member of a room that takes whatever it is sent."""

    def send(self, message: bytes) -> None:
        """Drop it."""

    def close(self, code: int, reason: str) -> None:
        """Stay."""


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("slow_one", ["read", "append"])
def test_shutdown_during_a_slow_store_leaves_one_thread_in_a_document(
    store: ProcessStore, monkeypatch: pytest.MonkeyPatch, slow_one: str
) -> None:
    doc = document_of(Process(name="Before"))
    process_id = store.create("Before", doc.get_update()).id
    happened: list[str] = []
    slow = Slow()
    read, append = store.read, store.append

    def note(name: str, call: Callable[[], object]) -> object:
        happened.append(f"{name} begins")
        if name == slow_one and armed.is_set() and not slow.ended:
            slow()
        found = call()
        happened.append(f"{name} ends")
        return found

    armed = Event()
    monkeypatch.setattr(store, "read", lambda *args: note("read", lambda: read(*args)))
    monkeypatch.setattr(store, "append", lambda *args: note("append", lambda: append(*args)))

    async def scenario() -> None:
        room = Room(SharedProcess(process_id, store), Threads(8))
        member = Nobody()
        await room.join(member)
        happened.clear()
        armed.set()
        if slow_one == "read":
            # As the one that looks for the edits of other servers, which stops first.
            stopped = asyncio.create_task(room.refresh())
            await slow.has_begun()
            stopped.cancel()
        await room.receive(member, messages.edit(renamed(doc)))
        if slow_one == "append":
            await slow.has_begun()
            stopped = asyncio.create_task(room.refresh())
            await turns()
            stopped.cancel()
        await turns()
        slow.may_end.set()
        room.close(1012, "The server is stopping.")
        await room.drained()
        with suppress(asyncio.CancelledError):
            await stopped

    asyncio.run(scenario())
    begun = [entry.split()[0] for entry in happened if entry.endswith("begins")]
    # Each ends before the next begins.
    assert happened == [f"{name} {what}" for name in begun for what in ("begins", "ends")]
    assert "append" in begun
    assert store.head(process_id).name == "After"


def renamed(doc: SharedDoc) -> bytes:
    """The edit that gives the process another name."""
    copy = document_of_updates([doc.get_update()])
    updates: list[bytes] = []
    copy.observe(lambda event: updates.append(event.update))
    copy["process"].update({"name": "After"})
    return updates[0]
