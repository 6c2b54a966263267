"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from touchline.store import Clock, system_clock
from touchline.store.database import sqlite_url


@dataclass(frozen=True)
class Settings:
    """How one server runs.

    `database_url` is SQLAlchemy's; `allowed_hosts` are names or addresses under which the server
    may be reached besides this machine's own; `allowed_origins` are origins of pages elsewhere that
    may use it, such as a development server's (`http://127.0.0.1:5173`); `token` is what everyone
    needs who wants in, None where only this machine can reach it; `frontend_dir` is the built
    editor, None where it is to be found.
    """

    database_url: str
    allowed_hosts: tuple[str, ...] = ()
    allowed_origins: tuple[str, ...] = ()
    token: str | None = field(default=None, repr=False)
    frontend_dir: Path | None = None
    clock: Clock = system_clock

    @classmethod
    def in_folder(cls, folder: Path | None = None) -> Settings:
        """Settings with a SQLite file in `folder`, by default the user's data directory."""
        return cls(database_url=sqlite_url(folder or user_data_path("touchline", appauthor=False)))
