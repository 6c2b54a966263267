"""Processes to measure the canvas with: their steps stand on a grid, so that all can be in view."""

from __future__ import annotations

import math
from typing import Any

from benchmarks.processes import sale
from touchline.checking.wellformed import write_process

# From one step to the next on the grid, in pixels: room for every kind of step, and for labels.
ACROSS, DOWN = 300, 150


def on_a_grid(steps: int) -> dict[str, Any]:
    """A sale of so many steps that runs to and fro in rows, as wide as it is high in steps."""
    process: dict[str, Any] = write_process(sale(steps))
    columns = math.ceil(math.sqrt(steps))
    for number, step in enumerate(process["steps"]):
        row, column = divmod(number, columns)
        # Every other row runs back, so that a step is always next to the one before.
        place = column if row % 2 == 0 else columns - 1 - column
        step["position"] = {"x": place * ACROSS, "y": row * DOWN}
    return process
