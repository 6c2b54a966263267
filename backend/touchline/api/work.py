"""Requests that take work: done in a worker, in turn, and given up when nobody waits any longer."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import TypeVar

from fastapi import Request

from touchline.api.services import Services
from touchline.workers.errors import Superseded
from touchline.workers.job import Client, Job

T = TypeVar("T")

DOCUMENT = "X-Touchline-Document"
WINDOW = "X-Touchline-Window"
_LONGEST_HEADER = 200
_LEAVING_SECONDS = 1.0
"""How long an answer that something newer has superseded waits for its client to leave."""


async def worked(here: Services, request: Request, job: Job[T], document: str = "") -> T:
    """What a job gives, done for a request whose body has been read.

    `document` is the id of the process that it is about, where the server knows it. When the client
    leaves, the job is given up and its worker freed.
    """
    job = dataclasses.replace(job, client=_client(request, document))
    working = asyncio.create_task(here.pool.run(job))
    leaving = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            if isinstance(working.exception(), Superseded):
                # Whoever asks anew gives up what it asked before, which may arrive a moment later:
                # then nobody reads this answer, and no browser calls it an error.
                await asyncio.wait({leaving}, timeout=_LEAVING_SECONDS)
            return working.result()
        raise Superseded("Whoever asked for this has gone, so it was given up.")
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.wait({working, leaving})
        if not working.cancelled():
            # Known to have been looked at, also where the client left in the same moment.
            working.exception()


async def _left(request: Request) -> None:
    """Returns when the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _client(request: Request, document: str) -> Client:
    address = request.client.host if request.client is not None else ""
    document = document or request.headers.get(DOCUMENT, "")
    window = request.headers.get(WINDOW, "")
    return Client(address, document[:_LONGEST_HEADER], window[:_LONGEST_HEADER])
