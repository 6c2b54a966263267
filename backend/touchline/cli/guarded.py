"""HTTP connections that are not kept for ever for one who says nothing, nor without a limit.

uvicorn ends a connection that is idle after an answer. One on which no request ever comes, or only
the beginning of one, or whose answer nobody takes in, it keeps; so would a thousand of them be.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from touchline.model.limits import (
    ANSWER_TAKEN_SECONDS,
    BODY_SECONDS,
    MAX_CONNECTIONS,
    REQUEST_HEAD_SECONDS,
)

logger = logging.getLogger(__name__)

_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 2\r\n"
    b"Connection: close\r\n\r\n"
)
_FILES_BESIDE = 64
"""Files that are open beside the connections: the database, the log, the workers' pipes."""


class GuardedProtocol(H11Protocol):
    """uvicorn's protocol with a deadline for each thing that the other side has to do."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._awaited: tuple[str, object] | None = None
        """What the other side has to do, of which request; None while it is this side's turn."""
        self._awaited_since = 0.0
        self._deadline: asyncio.TimerHandle | None = None
        self._taking_in: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > most_connections() and not self._make_room():
            logger.warning("connection refused: open=%d", len(self.connections) - 1)
            transport.write(_BUSY)
            transport.close()
            return
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._taking_in is None:
            self._taking_in = self.loop.call_later(ANSWER_TAKEN_SECONDS, self._give_up)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop_taking_in()

    def handle_websocket_upgrade(self, event: Any) -> None:
        # From here on the connection is the WebSocket's, with pings of its own.
        self._stop()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Set the deadline for what the other side has to do now, unless it is running already:
        a byte every now and then does not put it off."""
        awaited = self._now_awaited()
        if awaited == self._awaited:
            return
        self._stop_awaiting()
        if awaited is None or self.transport.is_closing():
            return
        self._awaited, self._awaited_since = awaited, self.loop.time()
        seconds = BODY_SECONDS if awaited[0] == "body" else REQUEST_HEAD_SECONDS
        self._deadline = self.loop.call_later(seconds, self._give_up)

    def _now_awaited(self) -> tuple[str, object] | None:
        if self.transport.get_protocol() is not self:
            return None
        if self.cycle is None or self.cycle.response_complete:
            return "request", self.cycle
        return ("body", self.cycle) if self.cycle.more_body else None

    @property
    def _awaits_request(self) -> bool:
        return self._awaited is not None and self._awaited[0] == "request"

    def _give_up(self) -> None:
        logger.info("connection ended: reason=%s", self._awaited[0] if self._awaited else "answer")
        self._stop()
        self.transport.abort()

    def _make_room(self) -> bool:
        """End the connection on which a request has been awaited longest, if there is any."""
        silent = [
            other
            for other in self.connections
            if isinstance(other, GuardedProtocol)
            and other._awaited
            and other._awaited[0] == "request"
        ]
        if not silent:
            return False
        min(silent, key=lambda other: other._awaited_since)._give_up()
        return True

    def _stop(self) -> None:
        self._stop_awaiting()
        self._stop_taking_in()

    def _stop_awaiting(self) -> None:
        self._awaited = None
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _stop_taking_in(self) -> None:
        if self._taking_in is not None:
            self._taking_in.cancel()
            self._taking_in = None


def most_connections() -> int:
    """How many connections are kept: fewer where the system allows this program few files."""
    try:
        import resource
    except ImportError:
        return MAX_CONNECTIONS
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return MAX_CONNECTIONS
    return max(1, min(MAX_CONNECTIONS, files - _FILES_BESIDE))
