"""`touchline check`: find every place where a deal goes quiet, gets stuck or gets lost."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from touchline.checking.rules import Severity
from touchline.cli.app import new_command
from touchline.cli.check_files import check_files
from touchline.model.duration import Duration, says_working_days
from touchline.model.errors import DurationError

command = new_command()


class Format(StrEnum):
    """How the findings are written: each has a module `report_<format>` beside this one."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def _duration(text: str) -> Duration:
    try:
        limit = Duration.parse(text)
    except DurationError as error:
        raise typer.BadParameter(f"found “{text}”, {error}") from None
    if says_working_days(text):
        raise typer.BadParameter(
            f"found “{text}”, expected {limit}: each process says itself what its days are"
        )
    if limit.minutes() == 0:
        raise typer.BadParameter("found no time at all, expected a longest silence such as 5 days")
    return limit


@command.command()
def check(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Processes in YAML, or folders of them; `-` is standard input.",
        ),
    ],
    format: Annotated[
        Format,
        typer.Option(
            help="For people (text), programs (json), code scanning (sarif) or GitHub workflows."
        ),
    ] = Format.TEXT,
    max_gap: Annotated[
        Duration | None,
        typer.Option(
            parser=_duration,
            metavar="DURATION",
            help="The longest silence allowed, instead of the process's own.",
        ),
    ] = None,
    fail_on: Annotated[
        Severity,
        typer.Option(help="How grave a finding must be for the exit code to be 1."),
    ] = Severity.ERROR,
) -> None:
    """Find every place where a deal goes quiet, gets stuck or gets lost.

    Of a folder every YAML file is checked, and those in the folders within, hidden ones left out.

    Exits with 0 when all is sound, 1 when there are errors (with --fail-on warning: or warnings), 2
    when a file cannot be used. Severities can be changed and rules switched off in touchline.toml.

    Example: touchline check inbound-demo.yaml --max-gap "3 days"
    """
    raise typer.Exit(check_files(files, format.value, max_gap, fail_on))
