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
from touchline.store import Database, ProcessStore
from touchline.workers.pool import Pool

_STORE_THREADS = 8
_WORK_THREADS = 2
"""Python computes in one thread at a time; more would only keep the event loop waiting."""


@dataclass(frozen=True)
class Services:
    """The store, the open processes, and threads for work that blocks: `storage` for the disk,
    `work` for what is read and written beside the rooms; `pool` does in processes of its own
    whatever may take long. `copying` is held while a copy is given its name."""

    settings: Settings
    database: Database
    store: ProcessStore
    cards: Cards
    rooms: Rooms
    storage: Threads
    storage_state: StorageState
    work: Threads
    copying: asyncio.Lock
    pool: Pool

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
            copying=asyncio.Lock(),
            pool=Pool(),
        )


def _services(connection: HTTPConnection) -> Services:
    services: Services = connection.app.state.services
    return services


Here = Annotated[Services, Depends(_services)]
"""The server's services, as an endpoint's parameter."""
