"""`touchline doctor`: what is damaged."""

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
def doctor(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A backup, instead of the database.")
    ] = None,
    data: Data = None,
    database_url: DatabaseUrl = None,
) -> None:
    """Look through every stored process for damage; changes nothing.

    Ends with 0 when everything is as it was stored, 1 when something is damaged, and 2 when the
    database cannot be used at all.

    Example: touchline doctor
    """
    chosen = settings(data, database_url)
    from touchline.cli.stored import looked_through

    place, found = looked_through(file, chosen)
    screen = Screen(sys.stdout)
    for fault in found.faults:
        screen.line(("The file: ", "bold red"), clean(fault))
    for one in found.damaged:
        screen.line(
            (clean(one.name or one.id), "bold red"), f" ({one.id}) is damaged: {one.reason}."
        )
    count = "1 process" if found.sound == 1 else f"{found.sound:,} processes"
    screen.line(f"{clean(place)}: {count} as stored", f", {len(found.damaged):,} damaged.")
    if found.damaged or found.faults:
        screen.line("Bring back what is damaged from a backup: touchline restore FILE")
    screen.show()
    if found.damaged or found.faults:
        raise typer.Exit(UNSOUND)
