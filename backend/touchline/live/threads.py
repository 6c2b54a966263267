"""Blocking work beside the event loop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

P = ParamSpec("P")
T = TypeVar("T")


class Threads:
    """Worker threads for one sort of work, at most `count` at a time, so that no sort of work
    takes the threads of another."""

    def __init__(self, count: int) -> None:
        self._limiter = CapacityLimiter(count)

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` returns or raises. Waits for it even when cancelled, so that nothing is
        left half done."""
        return await to_thread.run_sync(partial(function, *args, **kwargs), limiter=self._limiter)
