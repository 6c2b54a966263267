"""What the endpoints work with, made once for each server."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from touchline.api.settings import Settings
from touchline.api.storage_state import StorageState
from touchline.api.summaries import Cards
from touchline.live.rooms import Rooms
from touchline.live.threads import Threads
from touchline.model.limits import DRAWING_WORKERS
from touchline.store import Database, ProcessStore

_STORE_THREADS = 8
_WORK_THREADS = 2
"""Python computes in one thread at a time; more would only keep the event loop waiting."""


@dataclass(frozen=True)
class Services:
    """The store, the open processes, and threads for work that blocks: `storage` for the disk,
    `work` for rules and texts, `drawing` for those that wait for the drawing workers, one for each,
    so that no drawing of ten seconds keeps a check of ten milliseconds waiting. `copying` is held
    while a copy is given its name."""

    settings: Settings
    database: Database
    store: ProcessStore
    cards: Cards
    rooms: Rooms
    storage: Threads
    storage_state: StorageState
    work: Threads
    drawing: Threads
    copying: asyncio.Lock

    @classmethod
    def for_settings(cls, settings: Settings) -> Services:
        """Raises StoreError when the database cannot be used."""
        database = Database(settings.database_url)
        store = ProcessStore(database, settings.clock)
        storage = Threads(_STORE_THREADS)
        return cls(
            settings=settings,
            database=database,
            store=store,
            cards=Cards(store),
            rooms=Rooms(store, storage),
            storage=storage,
            storage_state=StorageState(database.ping),
            work=Threads(_WORK_THREADS),
            drawing=Threads(DRAWING_WORKERS),
            copying=asyncio.Lock(),
        )


def _services(connection: HTTPConnection) -> Services:
    services: Services = connection.app.state.services
    return services


Here = Annotated[Services, Depends(_services)]
"""The server's services, as an endpoint's parameter."""
