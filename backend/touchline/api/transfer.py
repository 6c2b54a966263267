"""Files in and out, in every format that the registry has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.datastructures import UploadFile

from touchline.api import examples
from touchline.api.answers import StoredProcess
from touchline.api.body import media_type, other_media_type
from touchline.api.drawn import file_response, shown
from touchline.api.etags import etag_of_choice, unchanged
from touchline.api.problems import BAD_REQUEST, ApiError, declared
from touchline.api.processes import Id, Made, created
from touchline.api.services import Here, Services
from touchline.api.work import worked
from touchline.formats import Format, all_formats, formats_by_id, formats_read, readable
from touchline.formats.format import Choices, Direction, Theme, View
from touchline.formats.yaml import writer as yaml_writer
from touchline.live.remains import read_remains
from touchline.model.limits import DRAWING_WORK_SECONDS
from touchline.workers.cost import Sort, parts_in_stored
from touchline.workers.job import Job
from touchline.workers.tasks.drawn import File, FileFormat
from touchline.workers.tasks.stored import exported, stored_drawn_small

router = APIRouter(prefix="/api/processes", tags=["Files"])

_MULTIPART = "multipart/form-data"


@router.post(
    "/import",
    summary="Import a file",
    status_code=201,
    response_model=StoredProcess,
    responses=declared(413, 415, 422, 503, 507),
    openapi_extra=examples.body(
        {
            **examples.file_content(),
            _MULTIPART: {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                }
            },
        },
        "The file as it is, or a form with it as `file`, whose name then says its format.",
    ),
)
async def import_process(here: Here, request: Request) -> Response:
    """Stores the process in a file of any format that can be read. One that is not well-formed is
    refused as a whole, with every error, its line, column and that line quoted; nothing is stored
    then.

    The text of a YAML file is kept, and an export as YAML puts what has changed since into it:
    comments, order, style and keys of one's own come out again. `notices` says so where that cannot
    be done."""
    found = media_type(request)
    format = formats_read().get(found)
    if found == _MULTIPART:
        name, content = await _uploaded(request)
        format = readable(name)
    elif format is not None:
        name, content = "", await request.body()
    else:
        expected = dict.fromkeys(one.media_type for one in formats_read().values())
        raise other_media_type(request, *expected, _MULTIPART)
    return await created(here, lambda: _imported(format, content, name))


@router.get(
    "/{process_id}/export",
    summary="Export a process",
    response_class=Response,
    responses={
        200: {
            "description": "The file. `X-Touchline-Simplified: true` says that the process was too "
            "large for the usual care in drawing.",
            "content": {one.media_type: {} for one in all_formats() if one.writes},
        },
        304: {"description": "The browser has it already."},
        **declared(404, 409, 422, 500, 503),
    },
)
async def export_process(
    here: Here,
    request: Request,
    process_id: Id,
    format: Annotated[FileFormat, Query(description="`html` is the playbook.")] = "yaml",
    view: Annotated[View, Query(description="What is drawn.")] = "flowchart",
    theme: Annotated[Theme, Query(description="Colours for a light or a dark page.")] = "light",
    direction: Annotated[Direction, Query(description="Top to bottom or left to right.")] = "TB",
    legend: Annotated[bool, Query(description="With a legend.")] = False,
    title: Annotated[bool, Query(description="With the name as a title.")] = False,
    date: Annotated[str | None, Query(description="A date to print.", max_length=100)] = None,
    inline: Annotated[bool, Query(description="To be shown, not saved as a file.")] = False,
    remains: Annotated[
        bool, Query(description="As YAML what can be read of a damaged process, however little.")
    ] = False,
) -> Response:
    """The process as a file, named after it. Also for one in the bin."""
    if remains:
        return await here.work.run(_remains, here, process_id)
    head, updates = await here.storage.run(here.store.read, process_id)
    choice = (format, view, theme, direction, legend, title, date, inline)
    tag = etag_of_choice(head.version, head.id, choice)
    if unchanged(request, tag):
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})

    blobs = [update.blob for update in updates]
    choices = Choices(view, theme, direction, title, legend, date)
    drawing = formats_by_id()[format].is_drawn
    job = _of_stored(exported, (head.id, blobs, format, choices), blobs, drawing=drawing)
    file = await worked(here, request, job, head.id)
    return file_response(file, format, inline=inline, tag=tag)


@router.get(
    "/{process_id}/thumbnail.svg",
    summary="The thumbnail of a process",
    response_class=Response,
    responses={
        200: {"content": {"image/svg+xml": {}}},
        304: {"description": "The browser has it already."},
        **declared(404, 409, 422, 500, 503),
    },
)
async def draw_thumbnail(
    here: Here,
    request: Request,
    process_id: Id,
    theme: Annotated[Theme, Query(description="Colours for a light or a dark page.")] = "light",
) -> Response:
    """The shape of a process, without words, small enough for a card. Also for one in the bin."""
    head, updates = await here.storage.run(here.store.read, process_id)
    tag = etag_of_choice(head.version, head.id, "thumbnail", theme)
    blobs = [update.blob for update in updates]
    job = _of_stored(stored_drawn_small, (head.id, blobs, theme), blobs, drawing=True)
    return await shown(here, request, tag, job)


def _remains(here: Services, process_id: str) -> Response:
    found = read_remains(here.store, process_id)
    text = f"# {found.warning}\n{yaml_writer.write(found.process)}"
    file = File(text.encode(), "application/yaml; charset=utf-8")
    return file_response(file, "yaml", name=f"{found.process.name} (damaged)", inline=False)


async def _uploaded(request: Request) -> tuple[str, bytes]:
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise ApiError(BAD_REQUEST, "Send the file as the field `file` of the form.")
        return file.filename or "", await file.read()


def _of_stored(
    function: Callable[..., File], args: tuple[Any, ...], blobs: list[bytes], *, drawing: bool
) -> Job[File]:
    sort = Sort.DRAWING if drawing else Sort.TEXT
    return Job(
        function,
        args,
        doing="Drawing" if drawing else "Writing",
        lane=sort.lane(parts_in_stored(blobs)),
        size=sum(map(len, blobs)),
        seconds=DRAWING_WORK_SECONDS if drawing else None,
    )


def _imported(format: Format, content: bytes, name: str) -> Made:
    source = format.read(content, name)
    if not format.is_origin:
        return Made(source.process)
    kept = yaml_writer.keeps_its_style(source.text, source.process)
    return Made(source.process, source.text, notices=() if kept else (_NOT_KEPT,))


_NOT_KEPT = (
    "This file is written in a way that changes cannot be put into. Once the process is changed, "
    "YAML is exported without the comments and the order of the file."
)
