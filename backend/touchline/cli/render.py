"""`touchline render`: draw a process as a chart, a mind map or a playbook."""

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
from touchline.formats import all_formats, formats_by_id, writable
from touchline.formats.format import Choices, Direction, Format, Theme, View
from touchline.model.errors import TouchlineError

command = new_command()


if TYPE_CHECKING:
    FormatName = StrEnum
else:
    # The registry knows the names, which no type checker can.
    FormatName = StrEnum("FormatName", [one.id for one in all_formats() if one.writes])


@command.command()
def render(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A process; `-` is standard input.")],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Where to; `-` is standard output. By default beside FILE.",
        ),
    ] = None,
    view: Annotated[View, typer.Option(help="Flow chart or mind map.")] = "flowchart",
    format: Annotated[
        FormatName | None,
        typer.Option(
            help="By default from the ending of OUT, else svg; html is the playbook.",
            case_sensitive=False,
        ),
    ] = None,
    theme: Annotated[Theme, typer.Option(help="For a light or a dark page.")] = "light",
    direction: Annotated[Direction, typer.Option(help="Top to bottom or left to right.")] = "TB",
    title: Annotated[bool, typer.Option("--title", help="With the process's name.")] = False,
    legend: Annotated[bool, typer.Option("--legend", help="With a legend.")] = False,
    date: Annotated[
        str | None, typer.Option(metavar="TEXT", help="With a date, written as you give it.")
    ] = None,
) -> None:
    """Draw a process as a chart, a mind map or a playbook; the ending of OUT says which.

    Exits with 0 once it is drawn, however unsound, and with 2 when it cannot be.

    Example: touchline render inbound-demo.yaml -o chart.svg
    """
    wanted = formats_by_id()[format] if format else _format_of(output)
    if wanted.writes is None:
        raise RuntimeError("only formats that can be written are on offer")
    choices = Choices(
        view=view,
        theme=theme,
        direction=direction,
        title=title,
        legend=legend,
        date=date and clean(date),
    )
    written = wanted.writes(read_file(file).process, choices)
    target = output or _beside(file, wanted)
    write_bytes(target, written.content)
    if written.simplified:
        print("The process is very large: its chart was drawn with less care.", file=sys.stderr)
    if target != STANDARD_OUTPUT:
        print(f"Drew {clean(target)}", file=sys.stderr)


def _format_of(output: str | None) -> Format:
    if output is None or output == STANDARD_OUTPUT:
        return formats_by_id()["svg"]
    return writable(output)


def _beside(file: str, format: Format) -> str:
    """A file of the same name; one that would be the process itself is not written over."""
    if file == STANDARD_OUTPUT:
        return STANDARD_OUTPUT
    target = str(Path(file).with_suffix(f".{format.ending}"))
    if target == file:
        raise TouchlineError(f"“{file}” is the process itself; say where to with --output.")
    return target
