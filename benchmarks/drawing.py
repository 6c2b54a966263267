"""Charts: what a warm worker needs, beside a `dot` program that is started for each."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

from benchmarks.processes import sale
from benchmarks.table import Row, median_seconds, milliseconds
from touchline.drawing.draw import draw
from touchline.drawing.layout.positions import layout
from touchline.drawing.pool import Pool
from touchline.model.process import Process


def rows() -> Iterator[Row]:
    """The times of charts of 30 and of 1,000 steps."""
    pool = Pool(1)
    small, large = sale(30), sale(1000)
    for format in ("svg", "png", "pdf"):
        time = median_seconds(lambda f=format: draw(small, "flowchart", f, pool=pool))  # type: ignore[misc]
        beside = _beside(small, format) if format == "svg" else ""
        yield Row(f"flow chart, 30 steps, {format.upper()}, warm", milliseconds(time), beside)
    time = median_seconds(lambda: draw(small, "mindmap", "svg", pool=pool))
    yield Row("mind map, 30 steps, SVG, warm", milliseconds(time))
    simplified = draw(large, "flowchart", "svg", pool=pool).simplified
    time = median_seconds(lambda: draw(large, "flowchart", "svg", pool=pool), runs=3)
    note = "; simplified" if simplified else ""
    yield Row(
        "flow chart, 1,000 steps, SVG, warm", milliseconds(time), _beside(large, "svg") + note
    )
    time = median_seconds(lambda: layout(large, pool=pool), runs=3)
    yield Row("layout for the canvas, 1,000 steps", milliseconds(time))
    pool.close()
    time = median_seconds(lambda: _cold(small), runs=5)
    yield Row("flow chart, 30 steps, SVG, worker just started", milliseconds(time))


def _cold(process: Process) -> None:
    pool = Pool(1)
    draw(process, "flowchart", "svg", pool=pool)
    pool.close()


def _beside(process: Process, format: str) -> str:
    """What the `dot` program takes for the same process from our DOT export, started anew."""
    program = shutil.which("dot")
    if program is None:
        return "no `dot` program here to compare with"
    source = draw(process, "flowchart", "dot").content

    def run() -> None:
        command = [program, f"-T{format}"]
        subprocess.run(command, input=source, capture_output=True, check=True, timeout=60)

    try:
        return f"`dot` started each time: {milliseconds(median_seconds(run, runs=3))}"
    except subprocess.TimeoutExpired:
        return "`dot` started each time: over 60 s"
