"""Lets in whoever has the link, where Touchline can be reached from other machines.

The link that the server prints carries a token. Opening it sets a cookie and leads on to the same
address without the token, so that it stands in no history, bookmark or picture of the screen.
Programs send `Authorization: Bearer …`.
"""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qsl, quote, urlencode

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from touchline.api.browser import error_page
from touchline.api.problems import NO_TOKEN, WRONG_TOKEN, problem
from touchline.api.refusal import refuse

_QUERY = "token"
_SCHEMES = ("bearer", "token")
_COOKIE_SECONDS = 30 * 24 * 60 * 60
_WHAT_TO_DO = (
    "Open the link that Touchline printed when it was started: it ends in “?token=…”. Whoever "
    "started it can give it to you."
)


class Access:
    """ASGI middleware for HTTP and WebSockets: 401 without a token, 403 with a wrong one."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self._token = token
        # Cookies go to every server on this host, whatever its port: none of them gets the token.
        self._ticket = hashlib.sha256(f"touchline {token}".encode()).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        tokens = [value for name, value in asked if name == _QUERY]
        tokens += [
            token for value in _values(scope, b"authorization") for token in _in_header(value)
        ]
        name = _cookie(scope)
        tickets = [one for value in _values(scope, b"cookie") for one in _in_cookies(value, name)]
        if _has(tokens, self._token) or _has(tickets, self._ticket):
            if _is_page(scope) and any(name == _QUERY for name, _ in asked):
                await self._welcome(scope, asked)(scope, receive, send)
            else:
                await self.app(scope, receive, send)
            return
        await refuse(_refusal(scope, given=bool(tokens)), scope, receive, send)

    def _welcome(self, scope: Scope, asked: list[tuple[str, str]]) -> Response:
        """On to the same page without the token, with the cookie."""
        # A path that begins with two strokes would lead to another host.
        path = "/" + quote(scope["path"].lstrip("/\\"))
        rest = urlencode([(name, value) for name, value in asked if name != _QUERY])
        response = RedirectResponse(f"{path}?{rest}" if rest else path, status_code=303)
        response.headers["Cache-Control"] = "no-store"
        response.set_cookie(
            _cookie(scope),
            self._ticket,
            max_age=_COOKIE_SECONDS,
            httponly=True,
            # Lax, so that a link to a process in a message opens it; what changes anything is
            # held to its origin besides.
            samesite="lax",
            secure=scope["scheme"] in ("https", "wss"),
        )
        return response


def _refusal(scope: Scope, *, given: bool) -> Response:
    is_for_person = scope["type"] == "http" and b"text/html" in dict(scope["headers"]).get(
        b"accept", b""
    )
    if given:
        if is_for_person and _is_page(scope):
            return error_page(403, "This link is not the right one", _WHAT_TO_DO)
        return problem(WRONG_TOKEN, f"The token is not this server's. {_WHAT_TO_DO}")
    challenge = {"WWW-Authenticate": 'Bearer realm="Touchline"'}
    if is_for_person:
        page = error_page(401, "This Touchline opens with its link", _WHAT_TO_DO)
        page.headers.update(challenge)
        return page
    return problem(
        NO_TOKEN,
        f"A token is needed, as `Authorization: Bearer …`. {_WHAT_TO_DO}",
        headers=challenge,
    )


def _is_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and not scope["path"].startswith("/api/")
    )


def _has(given: list[str], right: str) -> bool:
    # All of them, in the same time whatever they are.
    found = [hmac.compare_digest(one.encode(), right.encode()) for one in given]
    return any(found)


def _values(scope: Scope, header: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in scope["headers"] if name == header]


def _in_header(authorization: str) -> list[str]:
    scheme, _, token = authorization.strip().partition(" ")
    return [token.strip()] if scheme.lower() in _SCHEMES else []


def _in_cookies(cookies: str, name: str) -> list[str]:
    pairs = (pair.partition("=") for pair in cookies.split(";"))
    return [value.strip() for key, _, value in pairs if key.strip() == name]


def _cookie(scope: Scope) -> str:
    # Two servers on one machine share its cookies.
    server = scope.get("server")
    return f"touchline-{server[1] if server else 0}"
