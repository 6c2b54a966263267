"""How the benchmarks time and report."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, the figure, what it is held against."""

    what: str
    figure: str
    beside: str = ""


def median_seconds(work: Callable[[], object], runs: int = 9, warm_up: int = 1) -> float:
    """The median time of some work, in seconds, after runs that do not count."""
    for _ in range(warm_up):
        work()
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def milliseconds(seconds: float) -> str:
    """Seconds as a figure of the table."""
    return f"{seconds * 1000:.1f} ms"
