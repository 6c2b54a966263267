"""All rules, and all their fixes, on processes of growing size and of the hardest shapes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from benchmarks import shapes
from benchmarks.processes import sale
from benchmarks.table import Row, median_seconds, milliseconds
from touchline.checking.mending import fix_all
from touchline.checking.report import check
from touchline.model.errors import FixNotPossible
from touchline.model.process import Process

TARGETS = {100: "under 3 ms", 1_000: "under 20 ms", 10_000: "under 200 ms", 100_000: "linear"}
CHECK_GROWTH, FIX_GROWTH = 2.5, 3.0
"""How many times as long twice as many steps may take."""
SIZES = (1_250, 2_500, 5_000)
SHAPES: dict[str, Callable[[int], Process]] = {
    "dense": shapes.dense,
    "layered": shapes.layered,
    "comb": shapes.comb,
}
NARROW = (500, 1_000, 2_000)
FIX_SECONDS = 3
"""How long *fix all* may take for 2,000 contacts and 2,000 tasks."""


def rows() -> Iterator[Row]:
    """The time of a whole check, of *fix all*, and how both grow with the process."""
    before: float | None = None
    for steps, target in TARGETS.items():
        process = sale(steps)
        seconds = median_seconds(
            lambda process=process: check(process), runs=5 if steps > 5000 else 15
        )
        growth = f", {seconds / before:.1f} times the tenth" if before else ""
        yield Row(f"all rules, {steps:,} steps", milliseconds(seconds), f"{target}{growth}")
        before = seconds
    for name, shape in SHAPES.items():
        sizes = {f"{name}, {steps:,} steps": shape(steps) for steps in SIZES}
        yield from _growth("all rules", check, sizes, CHECK_GROWTH)
        yield from _growth("fix all", _fixed, sizes, FIX_GROWTH)
    sizes = {f"{n:,} contacts, {n:,} tasks": shapes.narrow(n) for n in NARROW}
    yield from _growth("all rules", check, sizes, CHECK_GROWTH)
    yield from _growth("fix all", _fixed, sizes, FIX_GROWTH, f"under {FIX_SECONDS} s")
    # A touch for each task: 2,000 of them would be more steps than there may be.
    sizes = {
        f"{n:,} contacts, {n:,} tasks, each with a touch": shapes.narrow(n, last_wait="2 days")
        for n in NARROW
    }
    yield from _growth("fix all", _fixed, sizes, FIX_GROWTH, f"under {FIX_SECONDS} s")


def _growth(
    what: str,
    work: Callable[[Process], object],
    processes: dict[str, Process],
    most: float,
    beside: str = "",
) -> Iterator[Row]:
    before: float | None = None
    for name, process in processes.items():
        seconds = _processor_seconds(work, process)
        said = [beside] if beside else []
        if before is not None:
            said.append(f"{seconds / before:.1f} times the half, at most {most:g}")
        yield Row(f"{what}: {name}", milliseconds(seconds), ", ".join(said))
        before = seconds


def _processor_seconds(work: Callable[[Process], object], process: Process) -> float:
    """The shortest of three, by the processor's own clock: a factor must not hang on what else the
    machine has to do."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        work(process)
        times.append(time.process_time() - begin)
        if times[0] > FIX_SECONDS:
            break
    return min(times)


def _fixed(process: Process) -> object:
    try:
        return fix_all(process)
    except FixNotPossible as refused:
        # It would grow beyond the limits, which is found out in as much time.
        return refused
