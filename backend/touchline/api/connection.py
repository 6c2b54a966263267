"""One editor's WebSocket: what is sent to it waits in a queue, so that nobody waits for it."""

from __future__ import annotations

import logging
from collections import deque
from contextlib import suppress

from anyio import CancelScope, Event, create_task_group, fail_after, move_on_after
from starlette.websockets import WebSocket, WebSocketDisconnect

from touchline.live.messages import MalformedMessage
from touchline.live.room import (
    INTERNAL_ERROR,
    MALFORMED,
    NO_SUCH_PROCESS,
    NOT_STORED,
    TOO_SLOW,
    Room,
)
from touchline.model.limits import LIVE_SEND_SECONDS, MAX_LIVE_BACKLOG_BYTES, MAX_LIVE_MESSAGE_BYTES
from touchline.store import NoSuchProcess, StoreError

logger = logging.getLogger(__name__)

_CLOSING_SECONDS = 5
_LONGEST_REASON_BYTES = 123
"""All that a close frame has room for."""


class Connection:
    """A member of a room. `serve` runs until either side closes."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._outgoing: deque[bytes] = deque()
        self._backlog = 0
        self._something = Event()
        self._written = Event()
        self._reading = CancelScope()
        self._closing: tuple[int, str] | None = None

    def send(self, message: bytes) -> None:
        """Put a message on its way; one who reads too slowly is disconnected instead."""
        if self._closing is not None:
            return
        self._backlog += len(message)
        if self._backlog > MAX_LIVE_BACKLOG_BYTES:
            self._outgoing.clear()
            self.close(TOO_SLOW, "The connection is too slow for all that happens; reconnect.")
            return
        self._outgoing.append(message)
        self._something.set()

    def close(self, code: int, reason: str) -> None:
        """Disconnect, after what is on its way."""
        if self._closing is None:
            self._closing = (code, reason)
            self._something.set()
            self._reading.cancel()

    async def serve(self, room: Room) -> None:
        """Be an editor in a room until the connection ends."""
        try:
            async with create_task_group() as tasks:
                tasks.start_soon(self._write)
                with self._reading:
                    await self._read(room)
                room.leave(self)
                if self._closing is not None:
                    await self._say_goodbye(*self._closing)
                tasks.cancel_scope.cancel()
        finally:
            room.leave(self)

    async def _say_goodbye(self, code: int, reason: str) -> None:
        # What is on its way may still go out, but not for ever.
        with move_on_after(_CLOSING_SECONDS):
            await self._written.wait()
        with move_on_after(_CLOSING_SECONDS), suppress(RuntimeError, WebSocketDisconnect, OSError):
            await self._socket.close(code, _short(reason))

    async def _read(self, room: Room) -> None:
        try:
            await room.join(self)
            while True:
                message = await self._socket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                data = message.get("bytes")
                if data is None:
                    raise MalformedMessage("found a text message, expected a binary one")
                if len(data) > MAX_LIVE_MESSAGE_BYTES:
                    raise MalformedMessage(
                        f"found {len(data):,} bytes, expected at most {MAX_LIVE_MESSAGE_BYTES:,}"
                    )
                await room.receive(self, data)
        except MalformedMessage as error:
            self.close(MALFORMED, str(error))
        except NoSuchProcess as error:
            self.close(NO_SUCH_PROCESS, str(error))
        except StoreError as error:
            self.close(NOT_STORED, str(error))
        except Exception:
            logger.exception("fault in a live connection")
            self.close(INTERNAL_ERROR, "The server has a fault; it is in its log.")

    async def _write(self) -> None:
        # Whatever ends this, nobody has to wait for it any longer.
        try:
            while self._outgoing or self._closing is None:
                while self._outgoing:
                    message = self._outgoing.popleft()
                    with fail_after(LIVE_SEND_SECONDS):
                        await self._socket.send_bytes(message)
                    self._backlog -= len(message)
                if self._closing is None:
                    self._something = Event()
                    await self._something.wait()
        except TimeoutError:
            self._outgoing.clear()
            self.close(TOO_SLOW, "The connection takes nothing in; reconnect.")
        except (RuntimeError, WebSocketDisconnect, OSError):
            # It is gone; what it has not got it will ask for when it comes back.
            logger.debug("connection lost while sending")
        finally:
            self._written.set()


def _short(reason: str) -> str:
    """As much of a reason as fits, without half a character."""
    return reason.encode()[:_LONGEST_REASON_BYTES].decode(errors="ignore")
