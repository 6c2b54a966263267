"""Puts the server together."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import move_on_after
from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from touchline import __version__
from touchline.api import (
    browser,
    checks,
    drawings,
    health,
    live,
    openapi,
    problems,
    processes,
    rules,
    templates,
    texts,
    transfer,
)
from touchline.api.access import Access
from touchline.api.body_limit import BodyLimit
from touchline.api.head import Head
from touchline.api.safety import Safety
from touchline.api.same_site import SameSite
from touchline.api.services import Services
from touchline.api.settings import Settings
from touchline.model.limits import MAX_FILE_BYTES, SHUTDOWN_STORE_SECONDS
from touchline.store import migrate

logger = logging.getLogger(__name__)

_GZIP_FROM_BYTES = 1024
_GZIP_LEVEL = 5
_TURN_SECONDS = 0.001


def create_app(settings: Settings | None = None) -> FastAPI:
    """The server as an ASGI application; its database is opened and migrated when it starts.

    Raises StoreError when the database URL cannot be used at all.
    """
    settings = settings or Settings.in_folder()
    services = Services.for_settings(settings)
    app = FastAPI(
        title="Touchline",
        version=__version__,
        summary="Sales processes in which no deal goes quiet.",
        description=openapi.DESCRIPTION,
        license_info={"name": "MIT", "identifier": "MIT"},
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        separate_input_output_schemas=False,
        lifespan=_lifespan,
    )
    app.state.services = services
    for module in (
        health,
        templates,
        # Before the processes, whose ids it would otherwise be taken for.
        transfer,
        processes,
        checks,
        drawings,
        texts,
        rules,
        live,
        browser,
    ):
        app.include_router(module.router)
    problems.install(app)
    _show_pages_to_browsers(app)
    openapi.install(app)
    # The last that is added sees a request first.
    app.add_middleware(Head)
    app.add_middleware(GZipMiddleware, minimum_size=_GZIP_FROM_BYTES, compresslevel=_GZIP_LEVEL)
    app.add_middleware(BodyLimit, limit=MAX_FILE_BYTES)
    if settings.token is not None:
        app.add_middleware(Access, token=settings.token)
    app.add_middleware(SameSite, hosts=settings.allowed_hosts, origins=settings.allowed_origins)
    app.add_middleware(Safety)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    await services.storage.run(migrate, services.database)
    logger.info("started: version=%s database=%s", __version__, services.database.url.drivername)
    # While rules are computed in another thread, the event loop gets its turn within this time.
    sys.setswitchinterval(_TURN_SECONDS)
    watching = asyncio.create_task(services.rooms.watch())
    services.pool.warm()
    try:
        yield
    finally:
        watching.cancel()
        services.pool.close()
        with move_on_after(SHUTDOWN_STORE_SECONDS):
            await services.rooms.close()
        # What a slow disk has not taken by now was never called saved; the browsers still have it.
        services.database.refuse_writes()
        await services.rooms.close()
        await services.storage_state.close()
        await services.storage.run(services.database.close)
        logger.info("stopped")


def _show_pages_to_browsers(app: FastAPI) -> None:
    of_api: Any = app.exception_handlers[HTTPException]

    @app.exception_handler(HTTPException)
    async def of_starlette(request: Request, error: HTTPException) -> Response:
        wants_page = "text/html" in request.headers.get("accept", "")
        if error.status_code == 404 and wants_page and not request.url.path.startswith("/api/"):
            return browser.error_page(404, "There is no such page", "The address may be mistyped.")
        response: Response = await of_api(request, error)
        return response
