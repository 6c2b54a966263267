"""Drawings as responses: the right headers, a safe name, and no work for what the browser has."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request, Response

from touchline.api.etags import unchanged
from touchline.api.file_names import safe_file_name
from touchline.api.services import Services
from touchline.api.work import worked
from touchline.formats import formats_by_id
from touchline.workers.job import Job
from touchline.workers.tasks.drawn import File

SIMPLIFIED = "X-Touchline-Simplified"


def file_response(
    file: File, format: str, *, inline: bool, tag: str | None = None, name: str | None = None
) -> Response:
    """A response with a file, named after its process if no other name is given; `tag` is its
    ETag."""
    kind = formats_by_id()[format]
    filename = f"{name or file.name}.{kind.ending}"
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": disposition(filename, inline=inline),
    }
    if tag is not None:
        headers["ETag"] = tag
    if file.simplified:
        headers[SIMPLIFIED] = "true"
    if kind.policy:
        headers["Content-Security-Policy"] = kind.policy
    return Response(file.content, media_type=file.media_type, headers=headers)


def disposition(filename: str, *, inline: bool) -> str:
    """A Content-Disposition (RFC 6266) whose file name no system can take for anything else."""
    name = safe_file_name(filename)
    plain = "".join(c if c.isascii() else "_" for c in name)
    place = "inline" if inline else "attachment"
    return f"{place}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


async def shown(
    here: Services, request: Request, tag: str, job: Job[File], name: str | None = None
) -> Response:
    """An SVG shown in a page, made only when the browser does not have the one with that ETag."""
    if unchanged(request, tag):
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
    file = await worked(here, request, job)
    return file_response(file, "svg", inline=True, tag=tag, name=name)
