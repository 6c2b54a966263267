"""Whether the database can be read, told without waiting for the threads that work with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from touchline.live.threads import Threads
from touchline.model.limits import HEALTH_WAIT_SECONDS, STORAGE_SILENT_SECONDS
from touchline.store import StoreError, StoreUnreadable


class StorageState:
    """Asks the database in a thread of its own, one question at a time.

    Who wants to know waits for the answer no longer than HEALTH_WAIT_SECONDS, and is told the last
    one when the machine is too busy for another.
    """

    def __init__(
        self, ask: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`ask` blocks, and raises StoreError when the database cannot be read; `clock` is in
        seconds."""
        self._ask = ask
        self._clock = clock
        self._thread = Threads(1)
        self._question: asyncio.Task[None] | None = None
        self._asked_at = 0.0
        self._fault: StoreError | None = None

    async def expect_readable(self) -> None:
        """Raises StoreError when the database cannot be read, or has not answered for long."""
        if self._question is None or self._question.done():
            self._asked_at = self._clock()
            self._question = asyncio.create_task(self._find_out())
        await asyncio.wait({self._question}, timeout=HEALTH_WAIT_SECONDS)
        if not self._question.done() and self._clock() - self._asked_at > STORAGE_SILENT_SECONDS:
            raise StoreUnreadable(
                "The database does not answer; see whether it runs.", passing=True
            )
        if self._fault is not None:
            raise self._fault

    async def close(self) -> None:
        """Returns when nothing is being asked any longer."""
        if self._question is not None:
            await asyncio.wait({self._question})

    async def _find_out(self) -> None:
        try:
            await self._thread.run(self._ask)
        except StoreError as error:
            self._fault = error
        else:
            self._fault = None
