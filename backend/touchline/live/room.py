"""Everyone who has one process open, and the one order in which their edits are stored."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection
from typing import ParamSpec, Protocol, TypeVar

from touchline.live import messages
from touchline.live.messages import Edit, MalformedMessage, Presence, StateRequest
from touchline.live.presence import Presences
from touchline.live.reader import Reading
from touchline.live.shared import Committed, DocumentTooLarge, Replaced, SharedProcess, Verdict
from touchline.live.threads import Threads
from touchline.model.errors import TouchlineError
from touchline.model.limits import (
    LARGE_EDIT_BYTES,
    MAX_LIVE_MESSAGE_BYTES,
    MAX_LIVE_WAITING,
    MAX_UPDATE_RANGES,
    MAX_UPDATE_STRUCTS,
    PRESENCE_PAUSE_SECONDS,
)
from touchline.model.process import Process
from touchline.store import Head, NoSuchProcess, StoreError

logger = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

MALFORMED = 4400
NO_SUCH_PROCESS = 4404
OUT_OF_STEP = 4409
TOO_LARGE = 4413
NOT_STORED = 4503
INTERNAL_ERROR = 1011
RESTARTING = 1012
TOO_SLOW = 1013
"""Codes with which a connection is closed. After 4400 and 4413 trying again cannot help, after
4404 a restore can; after the others the editor stays offline and tries again."""


class Member(Protocol):
    """An editor's connection. Neither method waits."""

    def send(self, message: bytes) -> None:
        """Put a message on its way."""

    def close(self, code: int, reason: str) -> None:
        """Disconnect, after what is on its way."""


class Room:
    """A process that is open. All methods belong to the event loop; blocking work is in threads.

    What a member is told or sent has been committed before; edits are stored in the order in which
    they arrive, as many as have arrived in one transaction.
    """

    def __init__(
        self, shared: SharedProcess, threads: Threads, large: Threads | None = None
    ) -> None:
        """`large` are the threads for edits of LARGE_EDIT_BYTES and more, by default the same."""
        self._shared = shared
        self._threads = threads
        self._large = threads if large is None else large
        self._members: dict[Member, int] = {}
        """How many edits of each connection have been committed."""
        self._presences = Presences()
        self._waiting: deque[tuple[Member, bytes]] = deque()
        self._waiting_bytes = 0
        self._writer: asyncio.Task[None] | None = None
        # Whoever holds it sees the document as it is on disk.
        self._document = asyncio.Lock()

    async def join(self, member: Member) -> None:
        """Let an editor in and ask what it has. Raises NoSuchProcess."""
        async with self._document:
            await self._catch_up()
            self._members[member] = 0
            member.send(messages.state_request(self._shared.state()))
            if present := self._presences.everyone():
                member.send(present)

    def leave(self, member: Member) -> None:
        """An editor is gone; what it has sent will still be stored."""
        self._members.pop(member, None)
        if farewell := self._presences.farewell(member):
            self._send_to_all(farewell)

    async def receive(self, member: Member, data: bytes) -> None:
        """Act on a message of an editor. Raises MalformedMessage.

        Returns when the next one may be read, which is later when many edits wait to be stored.
        """
        message = messages.read_message(data)
        if member not in self._members:
            # It is being disconnected; acting on what follows a lost edit would hide the loss.
            return
        match message:
            case StateRequest(state):
                await self._answer(member, state)
            case Edit(update):
                self._waiting.append((member, update))
                self._waiting_bytes += len(update)
                self._start_writing()
                if (
                    len(self._waiting) >= MAX_LIVE_WAITING
                    or self._waiting_bytes >= MAX_LIVE_MESSAGE_BYTES
                ):
                    await self.drained()
            case Presence():
                told = self._presences.note(member, message)
                if told is None:
                    # One who says too much is read from more slowly.
                    await asyncio.sleep(PRESENCE_PAUSE_SECONDS)
                else:
                    self._send_to_all(told, but=member)

    async def read(self) -> tuple[Head, Reading]:
        """The process as it is on disk. Raises NoSuchProcess, StoreError."""
        async with self._document:
            await self._catch_up()
            return await self._threads.run(self._shared.read)

    async def change(
        self, versions: Collection[int] | None, change: Callable[[Process], Process]
    ) -> Head:
        """Replace the process by what `change` makes of it; open editors see the difference.

        Raises StaleVersion when it is at none of `versions` (None: any), NoSuchProcess, StoreError,
        DocumentTooLarge, and what `change` raises.
        """
        async with self._document:
            committed = await self._anew_if_replaced(self._shared.change, versions, change)
            self._announce(committed, [])
            await self._compact()
            return committed.head

    async def refresh(self) -> None:
        """Take in what other servers have stored, if anyone is here to see it."""
        if not self._members:
            return
        async with self._document:
            try:
                await self._catch_up()
            except NoSuchProcess as error:
                self.close(NO_SUCH_PROCESS, str(error))
            except StoreError as error:
                # The next edit or look will tell, if it is still so.
                logger.warning(
                    "not refreshed: process=%s reason=%s", self._shared.id, type(error).__name__
                )

    async def drained(self) -> None:
        """Returns when every edit that has arrived is stored or has been refused."""
        if self._writer is not None:
            await asyncio.wait({self._writer})

    def close(self, code: int, reason: str) -> None:
        """Disconnect every editor."""
        for member in list(self._members):
            self._dismiss(member, code, reason)

    async def _answer(self, member: Member, state: bytes) -> None:
        async with self._document:
            try:
                missing = await self._threads.run(self._shared.missing, state)
            except ValueError as error:
                raise MalformedMessage("found a state vector that cannot be read") from error
            member.send(messages.answer(missing))

    def _start_writing(self) -> None:
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())

    async def _write(self) -> None:
        while self._waiting:
            async with self._document:
                threads = self._large if self._waiting_bytes >= LARGE_EDIT_BYTES else self._threads
                batch = self._take_waiting()
                try:
                    committed = await threads.run(
                        self._shared.commit, [update for _, update in batch]
                    )
                except Exception as error:  # noqa: BLE001 - whatever it is, nobody may be told “saved”
                    self._give_up(error)
                else:
                    self._announce(committed, batch)
                    await self._compact()

    def _take_waiting(self) -> list[tuple[Member, bytes]]:
        batch = list(self._waiting)
        self._waiting.clear()
        self._waiting_bytes = 0
        return batch

    def _give_up(self, error: Exception) -> None:
        """Nothing of a batch was stored: disconnect, so that the editors know and send it again."""
        self._take_waiting()
        match error:
            case NoSuchProcess():
                code = NO_SUCH_PROCESS
            case DocumentTooLarge():
                code = TOO_LARGE
            case Replaced():
                code = OUT_OF_STEP
            case StoreError():
                code = NOT_STORED
            case _:
                code = INTERNAL_ERROR
        known = isinstance(error, TouchlineError)
        logger.error(
            "edits not stored: process=%s code=%d reason=%s",
            self._shared.id,
            code,
            type(error).__name__,
            exc_info=None if known else error,
        )
        self.close(code, str(error) if known else "The server has a fault; nothing was saved.")

    def _announce(self, committed: Committed, batch: list[tuple[Member, bytes]]) -> None:
        authors = set()
        for (member, _), verdict in zip(batch, committed.verdicts, strict=True):
            if member not in self._members:
                continue
            if verdict is Verdict.MALFORMED:
                self._dismiss(member, MALFORMED, "found an update that cannot be read")
            elif verdict is Verdict.TOO_LARGE:
                self._dismiss(
                    member,
                    TOO_LARGE,
                    f"found an edit of more than {MAX_UPDATE_STRUCTS:,} changes or "
                    f"{MAX_UPDATE_RANGES:,} deletions",
                )
            elif verdict is Verdict.OUT_OF_STEP:
                # Opening anew brings both sides level, whatever it was that went missing.
                self._dismiss(member, OUT_OF_STEP, "found an edit of what is not here; reconnect")
            else:
                self._members[member] += 1
                authors.add(member)
        stored = [
            entry
            for entry, verdict in zip(batch, committed.verdicts, strict=True)
            if verdict is Verdict.STORED
        ]
        changed = bool(stored or committed.written or committed.foreign)
        # Before the edits of others, so that an editor knows them as saved when they arrive.
        for member, count in list(self._members.items()):
            if changed or member in authors:
                member.send(messages.saved(count, committed.state))
        for update in (*committed.foreign, *committed.written):
            self._send_to_all(messages.edit(update))
        for author, update in stored:
            self._send_to_all(messages.edit(update), but=author)

    async def _catch_up(self) -> None:
        head, foreign = await self._anew_if_replaced(self._shared.catch_up)
        if foreign:
            state = self._shared.state()
            self._announce(Committed(head, (), (), foreign, state), [])

    async def _anew_if_replaced(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do work on the document; once more when the process was brought back from a backup, which
        the editors here learn by opening it anew. They bring along what it lacks of theirs."""
        try:
            return await self._threads.run(work, *args, **kwargs)
        except Replaced as error:
            self.close(OUT_OF_STEP, str(error))
            return await self._threads.run(work, *args, **kwargs)

    async def _compact(self) -> None:
        try:
            await self._threads.run(self._shared.compact)
        except StoreError as error:
            # Nothing is lost by keeping the updates as they are.
            logger.warning(
                "updates not compacted: process=%s reason=%s",
                self._shared.id,
                type(error).__name__,
            )

    def _send_to_all(self, message: bytes, but: Member | None = None) -> None:
        for member in list(self._members):
            if member is not but:
                member.send(message)

    def _dismiss(self, member: Member, code: int, reason: str) -> None:
        self._members.pop(member, None)
        member.close(code, reason)
