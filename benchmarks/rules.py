"""All rules on processes of growing size."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.processes import sale
from benchmarks.table import Row, median_seconds, milliseconds
from touchline.checking.report import check

TARGETS = {100: "under 3 ms", 1_000: "under 20 ms", 10_000: "under 200 ms", 100_000: "linear"}


def rows() -> Iterator[Row]:
    """The time of a whole check, and how it grows from one size to ten times as much."""
    before: float | None = None
    for steps, target in TARGETS.items():
        process = sale(steps)
        time = median_seconds(
            lambda process=process: check(process), runs=5 if steps > 5000 else 15
        )
        growth = f", {time / before:.1f} times the tenth" if before else ""
        yield Row(f"all rules, {steps:,} steps", milliseconds(time), f"{target}{growth}")
        before = time
