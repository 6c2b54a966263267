"""The workers of a pool: started when needed, kept warm, replaced when they had to be ended."""

from __future__ import annotations

import logging

from touchline.workers.budget import Budget
from touchline.workers.job import Lane
from touchline.workers.starting import Starter
from touchline.workers.worker import Worker

logger = logging.getLogger(__name__)


class Staff:
    """Idle and busy workers: those for easy work, and slow ones, which stand back for all others.

    A worker can become slow but never fast again, so the two are kept apart.
    """

    def __init__(self, budget: Budget, starter: Starter) -> None:
        self._budget = budget
        self._starter = starter
        self._idle: dict[bool, list[Worker]] = {False: [], True: []}
        self._busy: set[Worker] = set()
        self._is_open = True

    @property
    def pids(self) -> frozenset[int]:
        """The ids of the workers that have reported for work and not been ended."""
        workers = [*self._busy, *self._idle[False], *self._idle[True]]
        return frozenset(worker.pid for worker in workers if worker.pid is not None)

    def warm(self) -> None:
        """Have one worker ready for easy work. Raises OSError."""
        self._starter.warm()
        if not self._idle[False]:
            self._idle[False].append(self._started(slow=False))

    def take(self, *, slow: bool) -> Worker:
        """A worker for one's own use, a warm one if there is one. Raises OSError."""
        idle = self._idle[slow]
        while idle:
            # Last in, first out: while one is enough, no second is started.
            worker = idle.pop()
            if worker.is_usable:
                break
            worker.kill()
        else:
            worker = self._started(slow=slow)
        self._busy.add(worker)
        return worker

    def give_back(self, worker: Worker) -> None:
        """Keep a worker for what comes next, or end it and have another get ready."""
        self._busy.discard(worker)
        most = self._budget.workers[Lane.HARD if worker.slow else Lane.EASY]
        idle = self._idle[worker.slow]
        if worker.is_usable and len(idle) < most:
            idle.append(worker)
            return
        worker.kill()
        if not idle and self._is_open:
            try:
                idle.append(self._started(slow=worker.slow))
            except OSError as error:
                # It is tried again with the next piece of work, and said to whoever wants that.
                logger.warning("no worker could be started: reason=%s", error)

    def close(self) -> None:
        """End all workers."""
        self._is_open = False
        for worker in (*self._busy, *self._idle[False], *self._idle[True]):
            worker.kill()
        for idle in self._idle.values():
            idle.clear()

    def _started(self, *, slow: bool) -> Worker:
        return Worker(self._starter.start(slow=slow), self._budget.settings, slow=slow)
