"""`touchline import`: a file of any format that can be read, as a YAML file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from touchline.cli.app import new_command
from touchline.cli.checked import read_file
from touchline.cli.output import STANDARD_OUTPUT, write_bytes
from touchline.cli.screen import clean
from touchline.formats import all_formats
from touchline.model.errors import TouchlineError

command = new_command()

if TYPE_CHECKING:
    FormatName = StrEnum
else:
    # The registry knows the names, which no type checker can.
    FormatName = StrEnum("FormatName", [one.id for one in all_formats() if one.reads])


@command.command()
def import_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="`-` is standard input.")],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="OUT", help="Where to; by default standard output."),
    ] = None,
    form: Annotated[
        FormatName | None,
        typer.Option(
            "--as",
            help="The format of FILE; by default what its ending says, else yaml.",
            case_sensitive=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Read a process in any format that Touchline reads, and write it as YAML.

    Exits with 0 once it is written, however unsound, and with 2 when FILE cannot be used.

    Example: touchline import exported.json -o process.yaml
    """
    from touchline.formats.yaml.writer import write

    text = write(read_file(file, form).process)
    target = output or STANDARD_OUTPUT
    if target != STANDARD_OUTPUT and Path(target).exists() and not force:
        raise TouchlineError(f"“{target}” is there already; give another name, or --force.")
    write_bytes(target, text.encode())
    if target != STANDARD_OUTPUT:
        print(
            f"Imported to {clean(target)}. Next: touchline check {clean(target)}", file=sys.stderr
        )
