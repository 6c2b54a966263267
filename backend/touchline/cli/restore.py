"""`touchline restore`: processes back from a backup."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from touchline.cli import UNSOUND
from touchline.cli.app import new_command
from touchline.cli.screen import Screen, clean
from touchline.cli.storage import Data, DatabaseUrl, settings

command = new_command()


@command.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or another database.")],
    data: Data = None,
    database_url: DatabaseUrl = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Only this process; may be repeated."),
    ] = None,
) -> None:
    """Bring every process in a backup back, while Touchline runs or not.

    What has gone or is damaged is put back as it was; what is there is edited to be as it was, and
    whoever has it open sees that as edits. Processes that are not in the backup stay as they are.
    The backup is looked through before anything is changed, and what is there now is backed up.

    Example: touchline restore touchline-monday.sqlite3
    """
    chosen = settings(data, database_url)
    from touchline.cli.stored import restored_from

    restored, kept = restored_from(file, chosen, only or ())
    screen = Screen(sys.stderr)
    _tell(screen, "Put back", restored.put_back)
    _tell(screen, "Changed to what it was", restored.changed)
    if restored.unchanged:
        screen.line(f"{len(restored.unchanged):,} as in the backup already.")
    _tell(screen, "In the bin in the backup, so left as it is", restored.left_in_bin)
    for one in restored.damaged:
        name = clean(one.name or one.id)
        screen.line((name, "bold"), f" is damaged in the backup ({one.reason}): passed over.")
    if kept is not None:
        screen.line(f"What was there before is in {clean(str(kept))}.")
    screen.show()
    if restored.damaged:
        raise typer.Exit(UNSOUND)


def _tell(screen: Screen, what: str, names: Sequence[str]) -> None:
    for name in names:
        screen.line(f"{what}: ", (clean(name), "bold"))
