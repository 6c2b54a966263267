"""The processes that are open: each has one room, from the first who enters to the last."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import CancelScope, sleep

from touchline.live.room import NO_SUCH_PROCESS, RESTARTING, Room
from touchline.live.shared import SharedProcess
from touchline.live.threads import Threads
from touchline.model.limits import LIVE_REFRESH_SECONDS
from touchline.store import ProcessStore


class Rooms:
    """Finds or opens the room of a process."""

    def __init__(self, store: ProcessStore, threads: Threads) -> None:
        self._store = store
        self._threads = threads
        # One at a time: looking through a large edit takes what a hundred small ones do.
        self._large = Threads(1)
        self._rooms: dict[str, Room] = {}
        self._visitors: dict[Room, int] = {}

    @asynccontextmanager
    async def entered(self, process_id: str) -> AsyncIterator[Room]:
        """The room of a process, kept open until the block ends.

        Whether there is such a process shows when the room is read, joined or changed.
        """
        room = self._rooms.get(process_id)
        if room is None:
            room = Room(SharedProcess(process_id, self._store), self._threads, self._large)
            self._rooms[process_id] = room
        self._visitors[room] = self._visitors.get(room, 0) + 1
        try:
            yield room
        finally:
            await self._left(process_id, room)

    async def watch(self) -> None:
        """Show open editors what other servers on the same database store; runs until cancelled."""
        while True:
            await sleep(LIVE_REFRESH_SECONDS)
            for room in list(self._rooms.values()):
                await room.refresh()

    def dismiss(self, process_id: str) -> None:
        """Disconnect the editors of a process that has been moved to the bin."""
        if room := self._rooms.get(process_id):
            room.close(NO_SUCH_PROCESS, "This process has been moved to the bin.")

    async def close(self) -> None:
        """Disconnect every editor; returns when everything that they have sent is stored."""
        rooms = list(self._rooms.values())
        for room in rooms:
            room.close(RESTARTING, "The server is stopping.")
        for room in rooms:
            await room.drained()

    async def _left(self, process_id: str, room: Room) -> None:
        try:
            # The last editor may have gone right after its last edit.
            with CancelScope(shield=True):
                await room.drained()
        finally:
            self._visitors[room] -= 1
            if not self._visitors[room]:
                del self._visitors[room]
                if self._rooms.get(process_id) is room:
                    del self._rooms[process_id]
