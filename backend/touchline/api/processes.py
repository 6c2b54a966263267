"""The stored processes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from touchline import templates
from touchline.api import examples
from touchline.api.answers import DamagedCard, ProcessCard, StoredProcess
from touchline.api.body import MERGE_PATCH, json_body
from touchline.api.etags import IfMatch, etag, unchanged, versions_in
from touchline.api.merge_patch import merged
from touchline.api.plain import json_response
from touchline.api.problems import declared
from touchline.api.services import Here, Services
from touchline.checking.wellformed import read_process, with_warning_in_limit, write_process
from touchline.live.reader import Reading
from touchline.live.writer import document_of
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_NAME
from touchline.model.place import describe
from touchline.model.process import Kind, Process
from touchline.store import Head
from touchline.workers.tasks.body import members, parse
from touchline.workers.tasks.plain import json_bytes

router = APIRouter(prefix="/api/processes", tags=["Processes"])

Id = Annotated[
    str,
    Path(description="The process's id.", examples=["k3v9x2m7q4t8w5zc"]),
]
LEFT_OUT = "X-Touchline-Left-Out"
_ETAG_HEADER = {
    "ETag": {"description": "The version, for `If-Match`.", "schema": {"type": "string"}}
}
_CHANGED: dict[int | str, dict[str, Any]] = {
    200: {"headers": _ETAG_HEADER, "description": "Stored; the process as it is now."}
}
_CREATED: dict[int | str, dict[str, Any]] = {
    201: {
        "description": "Stored.",
        "headers": {
            **_ETAG_HEADER,
            "Location": {"description": "Its address.", "schema": {"type": "string"}},
        },
    }
}
_NAME = {"type": "string", "example": "My process"}
_COPY = re.compile(r" \(copy(?: [0-9]+)?\)$")


@router.get(
    "",
    summary="All processes",
    response_model=list[ProcessCard | DamagedCard],
    responses=declared(500, 503),
)
async def list_processes(
    here: Here,
    in_bin: Annotated[
        bool, Query(alias="bin", description="Those in the bin instead of the others.")
    ] = False,
) -> Response:
    """The processes, last edited first, each with its figures as they are at this moment. One that
    is not as it was stored comes first, with what is wrong as `damaged`."""

    def listed() -> bytes:
        return json_bytes(here.cards.of(here.store.listed(in_bin=in_bin)))

    return json_response(await here.work.run(listed))


@router.post(
    "",
    summary="A new process",
    status_code=201,
    response_model=StoredProcess,
    responses={**_CREATED, **declared(400, 404, 413, 415, 422, 503, 507)},
    openapi_extra=examples.body(
        {
            "application/json": {
                "schema": {
                    "oneOf": [
                        {
                            "type": "object",
                            "properties": {"template": {"type": "string"}},
                            "required": ["template"],
                            "additionalProperties": False,
                        },
                        {
                            "type": "object",
                            "properties": {"process": examples.process_schema()},
                            "required": ["process"],
                            "additionalProperties": False,
                        },
                        {
                            "type": "object",
                            "properties": {"name": _NAME},
                            "required": ["name"],
                            "additionalProperties": False,
                        },
                    ]
                },
                "examples": {
                    "template": {"value": {"template": "inbound-demo"}},
                    "process": {"value": {"process": examples.PROCESS}},
                    "blank": {"value": {"name": "My process"}},
                },
            }
        },
        "A template's name, a whole process, or a name for a blank one.",
    ),
)
async def create_process(here: Here, request: Request) -> Response:
    """Stores a copy of a template, a process that is sent, or a blank one with one start."""
    content = await json_body(request)
    return await created(here, lambda: Made(_wanted(content)))


@router.get(
    "/{process_id}",
    summary="One process",
    response_model=Process,
    responses={
        200: {
            "headers": {
                **_ETAG_HEADER,
                LEFT_OUT: {
                    "description": "How many steps and edges are beyond the limits and not shown; "
                    "only there when there are any.",
                    "schema": {"type": "string"},
                },
            }
        },
        304: {"description": "Not changed since the version in `If-None-Match`."},
        **declared(404, 500, 503),
    },
)
async def get_process(here: Here, request: Request, process_id: Id) -> Response:
    """The process as it is stored, with its version as ETag."""
    async with here.rooms.entered(process_id) as room:
        head, reading = await room.read()
    tag = etag(head.version)
    if unchanged(request, tag):
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
    content = await here.work.run(lambda: json_bytes(write_process(reading.process)))
    return json_response(content, ETag=tag, **_left_out(reading))


@router.put(
    "/{process_id}",
    summary="Replace a process",
    response_model=Process,
    responses={**_CHANGED, **declared(400, 404, 409, 412, 413, 415, 422, 428, 500, 503, 507)},
    openapi_extra=examples.body(examples.process_content(), "The whole process."),
)
async def replace_process(
    here: Here, request: Request, process_id: Id, if_match: IfMatch = None
) -> Response:
    """Replaces the whole process, if it is still at the version that was read. Whoever has it open
    sees the difference as edits."""
    versions = versions_in(if_match)
    content = await json_body(request)
    target = await here.work.run(lambda: read_process(parse(content)))
    return await _changed(here, process_id, versions, lambda _: target)


@router.patch(
    "/{process_id}",
    summary="Change parts of a process",
    response_model=Process,
    responses={**_CHANGED, **declared(400, 404, 409, 412, 413, 415, 422, 428, 500, 503, 507)},
    openapi_extra=examples.body(
        {
            media_type: {"schema": {"type": "object"}, "example": {"max_gap": "4 days"}}
            for media_type in (MERGE_PATCH, "application/json")
        },
        "A JSON merge patch (RFC 7396): members replace those of the process, null removes one, "
        "lists are replaced as a whole.",
    ),
)
async def patch_process(
    here: Here, request: Request, process_id: Id, if_match: IfMatch = None
) -> Response:
    """Changes the members that are sent, if the process is still at the version that was read."""
    versions = versions_in(if_match)
    content = await json_body(request, MERGE_PATCH, "application/json")
    patch = await here.work.run(parse, content)
    if not isinstance(patch, dict):
        raise NotWellFormed([Problem("", describe(patch), "an object, the members to change")])

    def change(process: Process) -> Process:
        changed = read_process(merged(write_process(process), patch))
        # A warning that was there before follows the new limit, as a default one does.
        return changed if "warn_gap" in patch else with_warning_in_limit(changed)

    return await _changed(here, process_id, versions, change)


@router.delete(
    "/{process_id}",
    summary="Move a process to the bin, or delete it for good",
    status_code=204,
    responses=declared(404, 409, 503, 507),
)
async def delete_process(
    here: Here,
    process_id: Id,
    forever: Annotated[
        bool, Query(description="Delete what is in the bin for good; there is no way back.")
    ] = False,
) -> Response:
    """Moves the process to the bin, from which it can be restored. With `forever`, deletes one that
    is in the bin already."""
    if forever:
        await here.storage.run(here.store.purge, process_id)
    else:
        await here.storage.run(here.store.move_to_bin, process_id)
        here.rooms.dismiss(process_id)
    return Response(status_code=204)


@router.post(
    "/{process_id}/restore",
    summary="Take a process out of the bin",
    status_code=201,
    response_model=StoredProcess,
    responses={**_CREATED, **declared(404, 409, 500, 503, 507)},
)
async def restore_process(here: Here, process_id: Id) -> Response:
    """Takes the process out of the bin, just as it was."""
    await here.storage.run(here.store.restore, process_id)
    async with here.rooms.entered(process_id) as room:
        head, reading = await room.read()
    return await here.work.run(_stored, head, reading.process)


@router.post(
    "/{process_id}/duplicate",
    summary="Copy a process",
    status_code=201,
    response_model=StoredProcess,
    responses={**_CREATED, **declared(404, 500, 503, 507)},
)
async def duplicate_process(here: Here, process_id: Id) -> Response:
    """Stores a copy under a name of its own: “Sale (copy)”, then “Sale (copy 2)”."""
    async with here.rooms.entered(process_id) as room:
        _, reading = await room.read()
    original = reading.process

    def copy() -> Made:
        taken = {head.name for place in (False, True) for head in here.store.listed(in_bin=place)}
        process = original.model_copy(update={"name": name_of_copy(original.name, taken)})
        return Made(process, reading.origin, reading.arranged)

    # One after the other, so that two that come at once see each other's name.
    async with here.copying:
        return await created(here, copy)


def name_of_copy(name: str, taken: Collection[str | None]) -> str:
    """What the copy of a process is called: a name that is not taken and within MAX_NAME."""
    plain = _COPY.sub("", name)
    for number in itertools.count(1):
        mark = " (copy)" if number == 1 else f" (copy {number})"
        wanted = plain[: MAX_NAME - len(mark)].rstrip() + mark
        if wanted not in taken:
            return wanted
    raise AssertionError("there are more numbers than processes")


@dataclass(frozen=True, slots=True)
class Made:
    """A process to be stored, the text of the file that it came from, its steps that an editor has
    put where they stand, and what a person should know of it."""

    process: Process
    origin: str | None = None
    arranged: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()


async def created(here: Services, make: Callable[[], Made]) -> Response:
    """Store the process that `make` gives and answer 201."""

    def store() -> Response:
        made = make()
        blob = document_of(made.process, made.origin, made.arranged).get_update()
        head = here.store.create(made.process.name, blob)
        return _stored(head, made.process, made.notices)

    return await here.work.run(store)


async def _changed(
    here: Services,
    process_id: str,
    versions: frozenset[int] | None,
    change: Callable[[Process], Process],
) -> Response:
    result: list[Process] = []

    def noted(process: Process) -> Process:
        result[:] = [change(process)]
        return result[0]

    async with here.rooms.entered(process_id) as room:
        head = await room.change(versions, noted)
    content = await here.work.run(lambda: json_bytes(write_process(result[0])))
    return json_response(content, ETag=etag(head.version))


def _stored(head: Head, process: Process, notices: Sequence[str] = ()) -> Response:
    content = {
        "id": head.id,
        "etag": etag(head.version),
        "process": write_process(process),
        "notices": list(notices),
    }
    response = json_response(
        json_bytes(content), ETag=etag(head.version), Location=f"/api/processes/{head.id}"
    )
    response.status_code = 201
    return response


def _left_out(reading: Reading) -> dict[str, str]:
    if reading.complete:
        return {}
    return {
        LEFT_OUT: f"{reading.steps_left_out} steps, {reading.edges_left_out} edges",
    }


def _wanted(content: bytes) -> Process:
    wanted: dict[str, Any] = members(parse(content), (), ("template", "process", "name"))
    if len(wanted) != 1:
        found = " and ".join(f"`{name}`" for name in wanted) or "an empty object"
        raise NotWellFormed([Problem("", found, "one of `template`, `process` and `name`")])
    if "process" in wanted:
        return read_process(wanted["process"])
    if "template" in wanted:
        name = wanted["template"]
        if not isinstance(name, str):
            raise NotWellFormed([Problem("template", describe(name), "the name of a template")])
        return templates.load(name)[0]
    start = {"id": "start", "name": "Start", "kind": Kind.START.value}
    return read_process({"name": wanted["name"], "steps": [start]})
