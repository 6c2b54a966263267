"""Refuses bodies that are too large, by what they say of themselves and by what they are."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from touchline.api.problems import TOO_LARGE, problem
from touchline.model.limits import in_mebibytes

_DETAIL = "The body is larger than {limit:,} bytes ({said}), which is the most that is read."


class _BodyTooLargeError(Exception):
    pass


class BodyLimit:
    """ASGI middleware: 413 for a body over `limit` bytes, declared or streamed."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if not declared.isdigit() or int(declared) > self.limit:
            await self._refuse(scope, receive, send)
            return
        read = 0
        started = False

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.limit:
                raise _BodyTooLargeError
            return message

        async def send_noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive_counted, send_noted)
        except _BodyTooLargeError:
            if started:
                raise
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        # What follows is not read, so the connection cannot be used again.
        headers = {"Connection": "close"}
        await problem(
            TOO_LARGE,
            _DETAIL.format(limit=self.limit, said=in_mebibytes(self.limit)),
            headers=headers,
        )(scope, receive, send)
