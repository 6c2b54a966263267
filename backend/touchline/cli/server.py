"""The server of `touchline serve`: its socket, its start and the browser that it opens."""

from __future__ import annotations

import dataclasses
import errno
import ipaddress
import socket
import sys
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from touchline.api.app import create_app
from touchline.api.settings import Settings
from touchline.model.errors import TouchlineError
from touchline.model.limits import MAX_LIVE_MESSAGE_BYTES
from touchline.store import migrate

_BACKLOG = 2048


@dataclass(frozen=True)
class Address:
    """Where the server listens: the socket is taken before anything else is started."""

    host: str
    socket: socket.socket

    @classmethod
    def bound(cls, host: str, port: int) -> Address:
        """Take a port. Raises TouchlineError when it is in use or the host is not this machine."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        except (socket.gaierror, UnicodeError) as error:
            raise TouchlineError(f"“{host}” is no address of this machine ({error}).") from None
        family, kind, protocol, _, address = found[0]
        taken = socket.socket(family, kind, protocol)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(address)
            # A second server with SO_REUSEADDR could bind as well, until one of them listens.
            taken.listen(_BACKLOG)
        except OSError as error:
            taken.close()
            raise TouchlineError(_why_not(error, host, port)) from None
        return cls(host, taken)

    @property
    def url(self) -> str:
        """What to type into a browser on this machine."""
        host, port = self.socket.getsockname()[:2]
        if ipaddress.ip_address(host).is_unspecified:
            host = "127.0.0.1" if self.socket.family is socket.AF_INET else "::1"
        return f"http://{f'[{host}]' if ':' in host else host}:{port}/"

    @property
    def names(self) -> tuple[str, ...]:
        """The names, besides this machine's own, under which it may be reached."""
        host = self.socket.getsockname()[0]
        address = ipaddress.ip_address(host)
        if address.is_loopback:
            return ()
        if address.is_unspecified:
            return (socket.gethostname(), socket.getfqdn(), *_own_addresses())
        return tuple(dict.fromkeys((self.host, host)))


def run(
    address: Address, folder: Path | None, database_url: str | None, *, open_browser: bool
) -> None:
    """Serve until somebody stops it. Raises TouchlineError when the store cannot be used."""
    settings = Settings.in_folder(folder)
    if database_url is not None:
        settings = Settings(database_url=database_url)
    app = create_app(dataclasses.replace(settings, allowed_hosts=address.names))
    # A store that cannot be opened is said in one sentence, not in the log of a server.
    migrate(app.state.services.database)
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=MAX_LIVE_MESSAGE_BYTES + 1024,
        server_header=False,
        timeout_graceful_shutdown=5,
        log_level="warning",
    )
    server = _Server(config, address.url, open_browser=open_browser)
    server.run(sockets=[address.socket])


class _Server(uvicorn.Server):
    """A server that says where it is, once it answers."""

    def __init__(self, config: uvicorn.Config, url: str, *, open_browser: bool) -> None:
        super().__init__(config)
        self._url = url
        self._open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> Any:
        await super().startup(sockets)
        if not self.started:
            return
        print(f"Touchline is at {self._url} (Ctrl+C stops it)", file=sys.stderr, flush=True)
        if self._open_browser and not webbrowser.open(self._url):
            print("No browser could be opened: go there yourself.", file=sys.stderr, flush=True)


def _own_addresses() -> tuple[str, ...]:
    found = socket.getaddrinfo(socket.gethostname(), None)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use; stop what uses it, or give another: --port {port + 1}."
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Port {port} is not yours to use; give one above 1023: --port 8000."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"“{host}” is no address of this machine."
    return f"{host}:{port} cannot be used: {error.strerror}."
