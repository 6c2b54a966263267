"""`touchline serve`: the editor in the browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from touchline.cli.app import new_command
from touchline.cli.storage import Data, DatabaseUrl, settings

command = new_command()


@command.command()
def serve(
    host: Annotated[
        str,
        typer.Option(
            help="The address to listen on. Where other machines can reach it, only whoever has "
            "the link that is printed gets in."
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8000,
    data: Data = None,
    database_url: DatabaseUrl = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Another name under which it is reached, such as a proxy's; may be repeated.",
        ),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Leave the browser alone.")] = False,
) -> None:
    """Serve the editor and open it in the browser. Ctrl+C stops it.

    Example: touchline serve --port 8080
    """
    chosen = settings(data, database_url)
    from touchline.cli.server import Address, run

    address = Address.bound(host, port)
    try:
        run(address, chosen, allowed_hosts=allow_host or (), open_browser=not no_open)
    except KeyboardInterrupt:
        # The server has ended in good order by now, and passes the signal on.
        print("Stopped.", file=sys.stderr)
    finally:
        address.socket.close()
