"""Run every benchmark and print the table."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.table import Table

from benchmarks import budget, commands, drawing, editor, rules
from benchmarks.table import Row

PARTS: tuple[Callable[[], Iterator[Row]], ...] = (
    rules.rows,
    commands.rows,
    drawing.rows,
    budget.rows,
    editor.rows,
)


def main() -> None:
    """Print one table; rows come as they are measured."""
    console = Console()
    table = Table("measured", "median", "beside it", box=None, pad_edge=False)
    for part in PARTS:
        for row in part():
            table.add_row(row.what, row.figure, row.beside)
    console.print(f"Python {platform.python_version()} on {platform.machine()}")
    console.print(table)


if __name__ == "__main__":
    main()
