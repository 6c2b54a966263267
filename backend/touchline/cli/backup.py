"""`touchline backup`: every process in one file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from touchline.cli import UNSOUND
from touchline.cli.app import new_command
from touchline.cli.screen import Screen, clean
from touchline.cli.storage import Data, DatabaseUrl, settings

command = new_command()


@command.command()
def backup(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The new file; in a folder one named after the time."),
    ],
    data: Data = None,
    database_url: DatabaseUrl = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Back up every process to a file, while Touchline runs or not.

    The file is a database that `touchline restore` brings back, into SQLite or PostgreSQL, and that
    `touchline serve --database-url sqlite:///FILE` can open. Ends with 1 when a process is damaged,
    of which the backup has what is left.

    Example: touchline backup touchline-monday.sqlite3
    """
    chosen = settings(data, database_url)
    from touchline.cli.stored import opened
    from touchline.store.backup import write_backup

    if file.is_dir():
        file = file / f"touchline-{chosen.clock().astimezone():%Y-%m-%d-%H%M%S}.sqlite3"
    with opened(chosen.database_url) as database:
        written = write_backup(database, file, chosen.clock, replace=force)
    screen = Screen(sys.stderr)
    count = "1 process" if written.sound == 1 else f"{written.sound:,} processes"
    screen.line(f"Backed up {count} to {clean(str(file))}.")
    for one in written.damaged:
        screen.line(
            (clean(one.name or one.id), "bold"), f" is damaged: {one.reason}. What is left is kept."
        )
    screen.show()
    if written.damaged:
        raise typer.Exit(UNSOUND)
