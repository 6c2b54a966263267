"""The server of `touchline serve`: its socket, its start and the browser that it opens."""

from __future__ import annotations

import dataclasses
import errno
import ipaddress
import os
import secrets
import socket
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import ifaddr
import uvicorn

from touchline.api.app import create_app
from touchline.api.settings import Settings
from touchline.api.sockets import EndingWebSockets
from touchline.cli.guarded import GuardedProtocol
from touchline.model.errors import TouchlineError
from touchline.model.limits import (
    MAX_LIVE_MESSAGE_BYTES,
    MAX_REQUEST_HEAD_BYTES,
    SHUTDOWN_SECONDS,
)
from touchline.store import migrate

_BACKLOG = 2048
_TOKEN_BYTES = 24
TOKEN_VARIABLE = "TOUCHLINE_TOKEN"
_SHORTEST_TOKEN = 16
_WARNING = (
    "Warning: this server can be reached from other machines. Whoever has the link can read and "
    "change every process, and nothing is encrypted on the way. Without --host it is for this "
    "machine alone."
)


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
    def is_local(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return self._bound.is_loopback

    @property
    def here(self) -> str:
        """What to type into a browser on this machine."""
        if self._bound.is_unspecified:
            return self._url("127.0.0.1" if self._bound.version == 4 else "::1")
        return self._url(str(self._bound))

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """What to type into a browser on another machine."""
        if self.is_local:
            return ()
        if self._bound.is_unspecified:
            return tuple(self._url(address) for address in own_addresses(self._bound.version))
        return (self.here,)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, besides `localhost` and its addresses, under which it may be reached."""
        if not self._bound.is_unspecified:
            return tuple(dict.fromkeys((self.host, str(self._bound))))
        addresses = own_addresses(self._bound.version)
        return tuple(dict.fromkeys((socket.gethostname(), socket.getfqdn(), *addresses)))

    @property
    def _bound(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
        host, _, _ = self.socket.getsockname()[0].partition("%")
        return ipaddress.ip_address(host)

    def _url(self, host: str) -> str:
        port = self.socket.getsockname()[1]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def run(
    address: Address,
    settings: Settings,
    *,
    allowed_hosts: Sequence[str] = (),
    open_browser: bool,
) -> None:
    """Serve until somebody stops it. Raises TouchlineError when the store cannot be used."""
    token = None if address.is_local else _token()
    app = create_app(
        dataclasses.replace(settings, allowed_hosts=(*address.names, *allowed_hosts), token=token)
    )
    # A store that cannot be opened is said in one sentence, not in the log of a server.
    migrate(app.state.services.database)
    config = uvicorn.Config(
        app,
        http=GuardedProtocol,
        h11_max_incomplete_event_size=MAX_REQUEST_HEAD_BYTES,
        ws=EndingWebSockets,
        ws_max_size=MAX_LIVE_MESSAGE_BYTES + 1024,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        log_level="warning",
    )
    server = _Server(config, address, token, open_browser=open_browser)
    server.run(sockets=[address.socket])


class _Server(uvicorn.Server):
    """A server that says where it is, once it answers."""

    def __init__(
        self, config: uvicorn.Config, address: Address, token: str | None, *, open_browser: bool
    ) -> None:
        super().__init__(config)
        self._address = address
        self._query = "" if token is None else f"?token={token}"
        self._open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> Any:
        await super().startup(sockets)
        if not self.started:
            return
        first, *others = self._address.elsewhere or (self._address.here,)
        _say(f"Touchline is at {first}{self._query} (Ctrl+C stops it)")
        for url in others:
            _say(f"             or {url}{self._query}")
        if self._query:
            _say(_WARNING)
        if self._open_browser and not webbrowser.open(f"{self._address.here}{self._query}"):
            _say("No browser could be opened: go there yourself.")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _token() -> str:
    """A new one for each start, unless the one who starts it gives one: then links stay good."""
    given = os.environ.get(TOKEN_VARIABLE)
    if given is None:
        return secrets.token_urlsafe(_TOKEN_BYTES)
    if len(given) < _SHORTEST_TOKEN or quote(given, safe="") != given:
        raise TouchlineError(
            f"The token in {TOKEN_VARIABLE} cannot be used: expected at least {_SHORTEST_TOKEN} "
            "letters, digits, “-”, “_”, “.” and “~”."
        )
    return given


def own_addresses(version: int) -> tuple[str, ...]:
    """The addresses by which other machines can reach this one, those of IPv4 first.

    With `version` 4 no others; a socket for IPv6 takes both in.
    """
    found = [
        ipaddress.ip_address(entry.ip if isinstance(entry.ip, str) else entry.ip[0])
        for adapter in ifaddr.get_adapters()
        for entry in adapter.ips
    ]
    # A link-local one holds on one wire only, and a browser does not take its zone.
    usable = [one for one in found if not one.is_loopback and not one.is_link_local]
    fitting = [one for one in usable if one.version == 4 or version == 6]
    return tuple(str(one) for one in sorted(set(fitting), key=lambda one: (one.version, int(one))))


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use; stop what uses it, or give another: --port {port + 1}."
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Port {port} is not yours to use; give one above 1023: --port 8000."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"“{host}” is no address of this machine."
    return f"{host}:{port} cannot be used: {error.strerror}."
