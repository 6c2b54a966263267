"""YAML read and written without storing anything: what copying and pasting in the editor needs."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from touchline.api import examples
from touchline.api.answers import ReadAnswer
from touchline.api.body import json_body, parse, yaml_body
from touchline.api.plain import json_bytes, json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.checking.wellformed import read_process, write_process
from touchline.formats.yaml import reader as yaml_reader
from touchline.formats.yaml import writer as yaml_writer

router = APIRouter(prefix="/api", tags=["Files"])


@router.post(
    "/read",
    summary="Read YAML",
    response_model=ReadAnswer,
    responses=declared(413, 415, 422),
    openapi_extra=examples.body(examples.yaml_content(), "The YAML as it is."),
)
async def read_yaml(here: Here, request: Request) -> Response:
    """The process that a YAML text describes, or every error with its line, column and that line
    quoted. Nothing is stored."""
    content = await yaml_body(request)
    return json_response(await here.work.run(_read, content))


@router.post(
    "/write",
    summary="Write YAML",
    response_class=Response,
    responses={
        200: {"content": {"application/yaml": {"schema": examples.process_schema()}}},
        **declared(400, 413, 415, 422),
    },
    openapi_extra=examples.body(examples.process_content(), "The process."),
)
async def write_yaml(here: Here, request: Request) -> Response:
    """A process as the YAML file that an import reads back. Nothing is stored."""
    content = await json_body(request)
    text = await here.work.run(lambda: yaml_writer.write(read_process(parse(content))))
    return Response(
        text, media_type="application/yaml; charset=utf-8", headers={"Cache-Control": "no-store"}
    )


def _read(content: bytes) -> bytes:
    return json_bytes({"process": write_process(yaml_reader.read(content).process)})
