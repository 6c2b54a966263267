"""WebSockets that end when they are closed, whether the other side reads or not."""

from __future__ import annotations

from asyncio import BaseTransport, Transport
from typing import cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from touchline.model.limits import LIVE_LINGER_SECONDS


class EndingWebSockets(WebSocketsSansIOProtocol):
    """Closing waits until all that was sent has been taken, which one who never reads never does.

    So whoever closes, a while later the connection is cut.
    """

    def connection_made(self, transport: BaseTransport) -> None:
        """Called when there is a connection."""
        super().connection_made(cast(Transport, _Cut(self, cast(Transport, transport))))


class _Cut:
    """A connection that is cut a while after it was closed. All else is the connection's."""

    def __init__(self, protocol: EndingWebSockets, transport: Transport) -> None:
        self._protocol = protocol
        self._transport = transport

    def close(self) -> None:
        self._transport.close()
        self._protocol.loop.call_later(LIVE_LINGER_SECONDS, self._transport.abort)

    def __getattr__(self, name: str) -> object:
        return getattr(self._transport, name)
