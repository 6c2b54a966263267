"""Which database a command is about: the options that all such commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from touchline.api.settings import Settings

Data: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Where processes are kept.")
]
DatabaseUrl: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="URL", help="A database instead: sqlite:/// or postgresql://."),
]


def settings(data: Path | None, database_url: str | None) -> Settings:
    """The settings that the options ask for. Raises BadParameter when both are given."""
    if data is not None and database_url is not None:
        raise typer.BadParameter("--data and --database-url exclude each other")
    return Settings.in_folder(data) if database_url is None else Settings(database_url)
