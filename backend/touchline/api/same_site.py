"""Refuses requests that do not come from Touchline's own pages.

A page on the internet can make the browser of someone who runs Touchline send requests to it
(cross-site request forgery), and can give its own name this machine's address (DNS rebinding). The
first shows in `Origin` or, where the browser sends none, as with pictures, in `Sec-Fetch-Site`; the
second in `Host`.
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from touchline.api.problems import FOREIGN, problem
from touchline.api.refusal import refuse

LOOPBACK = ("localhost", "127.0.0.1", "::1")
_OTHER_SITES = (b"cross-site", b"same-site")
"""A page on another port of this machine is of the same site, and no page of ours."""
_SCHEMES = {"http": "http", "ws": "http", "https": "https", "wss": "https"}


class SameSite:
    """ASGI middleware for HTTP and WebSockets: 403 for a foreign `Host` or `Origin`."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], origins: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower().strip("[]") for host in (*LOOPBACK, *hosts))
        self.origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        reason = self._reason_against(scope)
        if reason is None:
            await self.app(scope, receive, send)
            return
        await refuse(problem(FOREIGN, reason), scope, receive, send)

    def _reason_against(self, scope: Scope) -> str | None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        host = hosts[0] if len(hosts) == 1 else ""
        name = _host_name(host)
        if name not in self.hosts:
            return (
                f"Found the host “{host[:100]}”, expected an address of this machine. To serve it "
                "under another name start Touchline with `--allow-host`."
            )
        origins = [value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"]
        if origins:
            is_foreign = not all(self._own(one, scope["scheme"], host) for one in origins)
        else:
            is_foreign = _is_of_another_site(scope)
        if is_foreign:
            return "The request comes from a page of another site, which may not use Touchline."
        return None

    def _own(self, origin: str, scheme: str, host: str) -> bool:
        own = f"{_SCHEMES.get(scheme, scheme)}://{host}".lower()
        # Behind a proxy that ends TLS the server sees http where the browser sees https.
        return origin.lower() in (own, own.replace("http://", "https://")) or (
            origin in self.origins
        )


def _is_of_another_site(scope: Scope) -> bool:
    """Whether the browser says that a page of another site wants this; a link that is followed to
    one of our pages is the person's own wish."""
    said = dict(scope["headers"])
    if said.get(b"sec-fetch-site") not in _OTHER_SITES:
        return False
    follows_link = (
        said.get(b"sec-fetch-mode") == b"navigate" and said.get(b"sec-fetch-dest") == b"document"
    )
    is_for_page = scope.get("method") in ("GET", "HEAD") and not scope["path"].startswith("/api/")
    return not (follows_link and is_for_page)


def _host_name(host: str) -> str | None:
    """The name in a Host header without its port, in small letters; None when it is no host."""
    try:
        parts = urlsplit(f"//{host}")
        name, _port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return name
