"""YAML read and written without storing anything: what copying and pasting in the editor needs."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from touchline.api import examples
from touchline.api.answers import ReadAnswer
from touchline.api.body import json_body, yaml_body
from touchline.api.plain import json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.api.work import worked
from touchline.workers.cost import Sort, parts_in_json, parts_in_yaml
from touchline.workers.job import Job
from touchline.workers.tasks.texts import read_yaml, written_yaml

router = APIRouter(prefix="/api", tags=["Files"])


@router.post(
    "/read",
    summary="Read YAML",
    response_model=ReadAnswer,
    responses=declared(409, 413, 415, 422, 503),
    openapi_extra=examples.body(examples.yaml_content(), "The YAML as it is."),
)
async def read_text(here: Here, request: Request) -> Response:
    """The process that a YAML text describes, or every error with its line, column and that line
    quoted. Nothing is stored."""
    content = await yaml_body(request)
    job = Job(
        read_yaml,
        (content,),
        doing="Reading",
        about="this file",
        lane=Sort.TEXT.lane(parts_in_yaml(content)),
        size=len(content),
    )
    return json_response(await worked(here, request, job))


@router.post(
    "/write",
    summary="Write YAML",
    response_class=Response,
    responses={
        200: {"content": {"application/yaml": {"schema": examples.process_schema()}}},
        **declared(400, 409, 413, 415, 422, 503),
    },
    openapi_extra=examples.body(examples.process_content(), "The process."),
)
async def write_text(here: Here, request: Request) -> Response:
    """A process as the YAML file that an import reads back. Nothing is stored."""
    content = await json_body(request)
    job = Job(
        written_yaml,
        (content,),
        doing="Writing",
        lane=Sort.TEXT.lane(parts_in_json(content)),
        size=len(content),
    )
    text = await worked(here, request, job)
    return Response(
        text, media_type="application/yaml; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
