"""The server's side of one worker."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from typing import Any

from touchline.workers.errors import TooMuch
from touchline.workers.starting import Started
from touchline.workers.wire import (
    HEAD,
    Begun,
    Call,
    Done,
    Fault,
    OutOfMemory,
    Raised,
    Ready,
    Settings,
    Told,
    TooLarge,
    framed,
)

_START_SECONDS = 60
"""Longest that a worker may take to report; one that has everything to import takes a second."""


class Gone(Exception):
    """A worker that ended; `begun` says whether it had begun with what it was asked."""

    def __init__(self, *, begun: bool) -> None:
        super().__init__("the worker ended")
        self.begun = begun


class WorkFault(RuntimeError):
    """An error in the code that ran in a worker; its text is the traceback there."""


class Worker:
    """A worker process and the connection with it. Belongs to one event loop."""

    def __init__(self, started: Started, settings: Settings, *, slow: bool) -> None:
        self.slow = slow
        self.pid: int | None = None
        self._started = started
        self._settings = settings
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._usable = True

    @property
    def is_usable(self) -> bool:
        """Whether it may be asked, as far as is known."""
        return self._usable and (self._reader is None or not self._reader.at_eof())

    async def ready(self) -> None:
        """Returns when it can be asked. Raises Gone."""
        if self.pid is not None:
            return
        self._reader, self._writer = await asyncio.open_connection(sock=self._started.channel)
        self._writer.write(framed(self._settings))
        try:
            async with asyncio.timeout(_START_SECONDS):
                message = await self._message(begun=False)
        except TimeoutError as error:
            self._usable = False
            raise Gone(begun=False) from error
        assert isinstance(message, Ready)
        self.pid = message.pid

    async def ask(
        self,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        told: Callable[[str], None],
    ) -> Any:
        """What a function returns or raises, of errors those of ours; `told` hears what it tells.

        Raises TooMuch with its limit where it strikes that of memory or size, WorkFault for a
        fault in our code, and Gone when the worker ends over it. Cancelled, it leaves the worker in
        the middle of its work, to be killed.
        """
        assert self._writer is not None
        self._writer.write(framed(Call(function, args)))
        begun = False
        while True:
            match await self._message(begun=begun):
                case Begun():
                    begun = True
                case Told(about):
                    told(about)
                case Done(value):
                    return value
                case Raised(error):
                    raise error
                case OutOfMemory():
                    # What is left of its memory is in pieces.
                    self._usable = False
                    raise TooMuch(needs_memory(self._settings.memory_bytes))
                case TooLarge():
                    limit = self._settings.output_bytes // 1024**2
                    raise TooMuch(f"gave an answer of more than {limit} MiB, which was not kept")
                case Fault(traceback):
                    raise WorkFault(traceback)

    def slow_down(self) -> None:
        """Let it stand back for all others from now on: there is no way back."""
        self.slow = True
        self._started.ender.slow_down()

    def kill(self) -> None:
        """End it, with all that it has started."""
        self._usable = False
        self._started.ender.kill()
        if self._writer is not None:
            # One that the end of the process has closed already knows its loop no longer.
            if not self._writer.transport.is_closing():
                self._writer.transport.abort()
        else:
            self._started.channel.close()

    async def _message(self, *, begun: bool) -> Any:
        assert self._reader is not None
        try:
            head = await self._reader.readexactly(HEAD.size)
            return pickle.loads(await self._reader.readexactly(*HEAD.unpack(head)))
        except (asyncio.IncompleteReadError, OSError) as error:
            self._usable = False
            raise Gone(begun=begun) from error


def needs_memory(limit_bytes: int) -> str:
    """The end of the sentence that says that something needed too much memory."""
    return f"needed more than {limit_bytes // 1024**2} MiB of memory and was stopped"
