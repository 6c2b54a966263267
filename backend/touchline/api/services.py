"""What the endpoints work with, made once for each server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from touchline.api.settings import Settings
from touchline.live.rooms import Rooms
from touchline.live.threads import Threads
from touchline.store import Database, ProcessStore

_STORE_THREADS = 8
_WORK_THREADS = 8
"""More than processors, since a drawing's thread only waits for its worker process."""


@dataclass(frozen=True)
class Services:
    """The store, the open processes, and threads for work that blocks: `storage` for the disk,
    `work` for rules and drawings, so that neither waits for the other."""

    settings: Settings
    database: Database
    store: ProcessStore
    rooms: Rooms
    storage: Threads
    work: Threads

    @classmethod
    def for_settings(cls, settings: Settings) -> Services:
        """Raises StoreError when the database cannot be used."""
        database = Database(settings.database_url)
        store = ProcessStore(database, settings.clock)
        storage = Threads(_STORE_THREADS)
        return cls(
            settings, database, store, Rooms(store, storage), storage, Threads(_WORK_THREADS)
        )


def _services(connection: HTTPConnection) -> Services:
    services: Services = connection.app.state.services
    return services


Here = Annotated[Services, Depends(_services)]
"""The server's services, as an endpoint's parameter."""
