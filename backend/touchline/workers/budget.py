"""What all work together may use."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from touchline.model.limits import (
    MAX_WORK_WAITING,
    MAX_WORK_WAITING_BYTES,
    WORK_EASY_SECONDS,
    WORK_MEMORY_BYTES,
    WORK_OUTPUT_BYTES,
    WORK_QUEUE_SECONDS,
    WORK_SECONDS,
)
from touchline.workers.job import Lane
from touchline.workers.wire import Settings


def _usual_workers() -> dict[Lane, int]:
    # As many as there are processors for each lane: hard work stands back for easy work, and where
    # there is no easy work, no processor is idle.
    processors = os.cpu_count() or 1
    return {Lane.EASY: max(2, processors), Lane.HARD: processors}


@dataclass(frozen=True)
class Budget:
    """Limits on work: on the workers of each lane, on one piece of work, and on what waits.

    Work that was taken for easy and is still not done after `easy_seconds` goes on as hard work.
    """

    workers: dict[Lane, int] = field(default_factory=_usual_workers)
    seconds: float = WORK_SECONDS
    easy_seconds: float = WORK_EASY_SECONDS
    queue_seconds: float = WORK_QUEUE_SECONDS
    memory_bytes: int = WORK_MEMORY_BYTES
    output_bytes: int = WORK_OUTPUT_BYTES
    waiting: int = MAX_WORK_WAITING
    waiting_bytes: int = MAX_WORK_WAITING_BYTES

    @property
    def settings(self) -> Settings:
        """What a worker has to know of it."""
        return Settings(self.memory_bytes, self.output_bytes)
