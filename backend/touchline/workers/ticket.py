"""One piece of work on its way through the pool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from touchline.workers.errors import TooMuch
from touchline.workers.job import Job


class Ticket:
    """A job, the lane that it is in, and whoever waits for it."""

    def __init__(self, job: Job[Any], future: asyncio.Future[Any]) -> None:
        self.job = job
        self.future = future
        self.lane = job.lane
        self.taken_from = job.lane
        """The lane in whose queue it has had its turn."""
        self.about = job.about
        self.postponed = False
        """Whether it has to begin anew, as hard work."""
        self.patience: asyncio.TimerHandle | None = None

    def tell(self, about: str) -> None:
        """Note what the work is about, as the worker says."""
        self.about = about

    def fail(self, error: Exception) -> None:
        """Tell whoever waits that it was not done."""
        if not self.future.done():
            self.future.set_exception(error)

    def settle(self, asked: asyncio.Task[Any], too_much: Callable[[TooMuch], Exception]) -> None:
        """Tell whoever waits what a worker answered; raises what came in between."""
        try:
            value = asked.result()
        except TooMuch as error:
            self.fail(too_much(error))
        else:
            if not self.future.done():
                self.future.set_result(value)
