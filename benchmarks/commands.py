"""Whole commands, as processes of their own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.processes import sale
from benchmarks.table import Row, median_seconds, milliseconds
from touchline.formats.yaml import reader as yaml_reader
from touchline.formats.yaml import writer as yaml_writer


def rows() -> Iterator[Row]:
    """`touchline check` from its start to its end, and the reading of a large file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sale.yaml"
        file.write_text(yaml_writer.write(sale(30)), encoding="utf-8")
        command = [sys.executable, "-m", "touchline", "check", str(file)]
        time = median_seconds(lambda: subprocess.run(command, capture_output=True, check=False))
        yield Row("touchline check, 30 steps, whole process", milliseconds(time), "under 300 ms")
    bare = median_seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    yield Row("  of it, Python itself", milliseconds(bare))
    text = yaml_writer.write(sale(1000))
    time = median_seconds(lambda: yaml_reader.read(text, "sale.yaml"), runs=5)
    yield Row("reading YAML, 1,000 steps", milliseconds(time))
