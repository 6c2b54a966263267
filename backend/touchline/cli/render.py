"""`touchline render`: draw a process as a chart, a mind map or a playbook."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from touchline.cli.app import new_command
from touchline.cli.checked import read_file
from touchline.cli.output import STANDARD_OUTPUT, write_bytes
from touchline.cli.screen import clean
from touchline.model.errors import TouchlineError
from touchline.model.nearest import nearest
from touchline.model.process import Process

command = new_command()


class View(StrEnum):
    """What is drawn."""

    FLOWCHART = "flowchart"
    MINDMAP = "mindmap"


class Format(StrEnum):
    """The kind of file."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"
    HTML = "html"


class Theme(StrEnum):
    """Colours for a light or a dark page."""

    LIGHT = "light"
    DARK = "dark"


class Direction(StrEnum):
    """Where the flow chart runs: to the bottom or to the right."""

    TB = "TB"
    LR = "LR"


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
    view: Annotated[View, typer.Option(help="Flow chart or mind map.")] = View.FLOWCHART,
    format: Annotated[
        Format | None,
        typer.Option(
            help="By default from the ending of OUT, else svg; html is the playbook.",
            case_sensitive=False,
        ),
    ] = None,
    theme: Annotated[Theme, typer.Option(help="For a light or a dark page.")] = Theme.LIGHT,
    direction: Annotated[
        Direction, typer.Option(help="Top to bottom or left to right.")
    ] = Direction.TB,
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
    wanted = format or _format_of(output)
    process = read_file(file).process
    options = {
        "theme": theme.value,
        "direction": direction.value,
        "title": title,
        "legend": legend,
        "date": date and clean(date),
        "fonts": True,
    }
    content, simplified = _drawn(process, view, wanted, options)
    target = output or _beside(file, wanted)
    write_bytes(target, content)
    if simplified:
        print("The process is very large: its chart was drawn with less care.", file=sys.stderr)
    if target != STANDARD_OUTPUT:
        print(f"Drew {clean(target)}", file=sys.stderr)


def _drawn(
    process: Process, view: View, format: Format, choices: dict[str, Any]
) -> tuple[bytes, bool]:
    from touchline.drawing.options import Options

    options = Options(**choices)
    if format is Format.HTML:
        from touchline.drawing.playbook.book import playbook

        return playbook(process, options).encode(), False
    from touchline.drawing.draw import draw

    drawing = draw(process, view.value, format.value, options)
    return drawing.content, drawing.simplified


def _format_of(output: str | None) -> Format:
    if output is None or output == STANDARD_OUTPUT:
        return Format.SVG
    ending = Path(output).suffix.removeprefix(".").lower()
    if ending in ("htm", "gv"):
        return Format.HTML if ending == "htm" else Format.DOT
    if ending in set(Format):
        return Format(ending)
    formats = ", ".join(Format)
    hint = nearest(ending, Format)
    did_you_mean = f" Did you mean “{hint}”?" if hint else ""
    found = f"the ending “.{ending}”" if ending else "a name without an ending"
    raise TouchlineError(
        f"{output}: found {found}, expected one of {formats}, or --format.{did_you_mean}"
    )


def _beside(file: str, format: Format) -> str:
    if file == STANDARD_OUTPUT:
        return STANDARD_OUTPUT
    return str(Path(file).with_suffix(f".{format.value}"))
