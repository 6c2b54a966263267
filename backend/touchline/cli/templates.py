"""`touchline templates`: the ready processes to start from."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from touchline.cli.app import new_command
from touchline.cli.output import STANDARD_OUTPUT, write_bytes, write_file_text
from touchline.cli.screen import Screen, clean
from touchline.model.errors import TouchlineError

command = new_command(invoke_without_command=True)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The template's name.")]


@command.callback()
def templates(context: typer.Context) -> None:
    """The ready processes to start from.

    Example: touchline templates copy inbound-demo my-process.yaml
    """
    if context.invoked_subcommand is None:
        list_templates()


@command.command("list")
def list_templates() -> None:
    """Every template with a line on when it fits.

    Example: touchline templates list
    """
    from touchline.templates import load, names

    screen = Screen(sys.stdout)
    width = max(map(len, names()), default=0)
    for name in names():
        process, _ = load(name)
        steps = f"{len(process.steps)} steps. "
        about = process.description or process.name
        screen.line((name.ljust(width), "bold"), f"  {about} ", (steps, "dim"), hang=width + 2)
    screen.show()


@command.command("show")
def show_template(name: Name) -> None:
    """Print the YAML of a template.

    Example: touchline templates show inbound-demo
    """
    from touchline.templates import load

    _, text = load(name)
    write_file_text(text)


@command.command("copy")
def copy_template(
    name: Name,
    destination: Annotated[
        str | None,
        typer.Argument(metavar="DEST", help="A file or folder; by default NAME.yaml here."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Copy a template to a file of your own.

    Example: touchline templates copy inbound-demo my-process.yaml
    """
    from touchline.templates import load

    _, text = load(name)
    target = destination or f"{name}.yaml"
    if target == STANDARD_OUTPUT:
        write_file_text(text)
        return
    if Path(target).is_dir() or target.endswith(os.sep):
        target = str(Path(target) / f"{name}.yaml")
    if Path(target).exists() and not force:
        raise TouchlineError(f"“{target}” is there already; give another name, or --force.")
    write_bytes(target, text.encode())
    print(f"Copied to {clean(target)}. Next: touchline check {clean(target)}", file=sys.stderr)
