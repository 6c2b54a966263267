"""Blocking work beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CancelScope

P = ParamSpec("P")
T = TypeVar("T")


class Threads:
    """Worker threads for one sort of work, at most `count` at a time, so that no sort of work
    takes the threads of another."""

    def __init__(self, count: int) -> None:
        self._executor = ThreadPoolExecutor(count, thread_name_prefix="touchline")

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` returns or raises. Once it has begun waits for it however often it is
        cancelled, so that nothing is left half done and nobody else begins meanwhile."""
        work = partial(function, *args, **kwargs)
        running = self._executor.submit(copy_context().run, work)
        # No task of its own, which would be cancelled with all others when the event loop ends.
        done = asyncio.wrap_future(running)
        cancelled: asyncio.CancelledError | None = None
        with CancelScope(shield=True):
            while not done.done():
                try:
                    await asyncio.wait({done})
                except asyncio.CancelledError as error:
                    if running.cancel():
                        raise
                    cancelled = error
        if cancelled is not None:
            if not done.cancelled():
                # Whoever was to hear of a failure has gone.
                done.exception()
            raise cancelled
        return done.result()
