"""The command `touchline` and its commands, each loaded when it is called."""

from __future__ import annotations

import importlib
import keyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from touchline import __version__

COMMANDS = (
    *("serve", "check", "render", "fix", "import", "templates", "explain", "schema"),
    *("backup", "restore", "doctor"),
)
"""The commands in the order of the help; each is the variable `command` of its module here."""


def module_of(command: str) -> str:
    """The module that holds a command: one of its name, unless Python keeps that for itself."""
    return f"touchline.cli.{f'{command}_file' if keyword.iskeyword(command) else command}"


class _Commands(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        del ctx  # the same commands everywhere
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(module_of(cmd_name))
        command = typer.main.get_command(module.command)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        # Typer looks for near misses among the commands that it was given; ours are not loaded yet.
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from touchline.model.nearest import nearest

            hint = nearest(args[0], COMMANDS)
            did_you_mean = f" Did you mean “{hint}”?" if hint else ""
            ctx.fail(f"There is no command “{args[0]}”.{did_you_mean}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
)


def new_command(**settings: Any) -> typer.Typer:
    """A Typer app for one command, in the manner of all of them."""
    return typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode="rich",
        **settings,
    )


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"touchline {__version__}")
        raise typer.Exit


@app.callback()
def _touchline(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Its version.")
    ] = False,
) -> None:
    """Draw a sales process, see where deals go quiet, and close the gaps.

    Example: touchline templates copy inbound-demo; touchline check inbound-demo.yaml
    """
