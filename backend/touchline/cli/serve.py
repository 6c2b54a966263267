"""`touchline serve`: the editor in the browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from touchline.cli.app import new_command

command = new_command()


@command.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8000,
    data: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where processes are kept.")
    ] = None,
    database_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A database instead: sqlite:/// or postgresql://."),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Leave the browser alone.")] = False,
) -> None:
    """Serve the editor and open it in the browser. Ctrl+C stops it.

    Example: touchline serve --port 8080
    """
    if data is not None and database_url is not None:
        raise typer.BadParameter("--data and --database-url exclude each other")
    from touchline.cli.server import Address, run

    address = Address.bound(host, port)
    try:
        run(address, data, database_url, open_browser=not no_open)
    except KeyboardInterrupt:
        # The server has ended in good order by now, and passes the signal on.
        print("Stopped.", file=sys.stderr)
    finally:
        address.socket.close()
