"""The live connection of an editor."""

from __future__ import annotations

from fastapi import APIRouter, WebSocket

from touchline.api.connection import Connection
from touchline.api.services import Here

router = APIRouter()


@router.websocket("/api/processes/{process_id}/live")
async def live(here: Here, socket: WebSocket, process_id: str) -> None:
    """Yjs sync over a WebSocket; `docs/decisions/003-saved-is-a-fact.md` has what is added to it.

    Accepted even where there is no such process, since a browser shows a close code (4404) only of
    a connection that was open.
    """
    await socket.accept()
    async with here.rooms.entered(process_id) as room:
        await Connection(socket).serve(room)
