"""Turns a request away before any endpoint sees it."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import Receive, Scope, Send


async def refuse(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Send a response; a WebSocket gets it instead of being opened, or 403 where that cannot be."""
    if scope["type"] == "websocket" and "websocket.http.response" not in scope.get(
        "extensions", {}
    ):
        # Closing before accepting is what ASGI makes a 403.
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    await response(scope, receive, send)
