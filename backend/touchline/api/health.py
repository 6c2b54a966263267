"""Whether the server is there."""

from __future__ import annotations

from fastapi import APIRouter

from touchline import __version__
from touchline.api.answers import Health
from touchline.api.problems import declared
from touchline.api.services import Here

router = APIRouter(prefix="/api", tags=["Health"])


@router.get("/health", summary="Is the server there?", responses=declared(503))
async def health(here: Here) -> Health:
    """Answers when the server runs and its database can be read."""
    await here.storage_state.expect_readable()
    return Health(status="ok", version=__version__)
