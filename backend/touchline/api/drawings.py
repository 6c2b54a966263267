"""Layouts and drawings of a process that is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from touchline.api import examples
from touchline.api.answers import LayoutAnswer
from touchline.api.body import json_body
from touchline.api.drawn import file_response
from touchline.api.plain import json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.api.work import worked
from touchline.formats import all_formats
from touchline.model.limits import DRAWING_WORK_SECONDS
from touchline.workers.cost import Sort, parts_in_json
from touchline.workers.job import Job
from touchline.workers.tasks.drawings import LayoutChoice, RenderChoice, laid_out, rendered

router = APIRouter(prefix="/api", tags=["Drawings"])

T = TypeVar("T")


def _properties(choice: type[BaseModel]) -> dict[str, Any]:
    schema = choice.model_json_schema()
    inner = schema.get("$defs", {})
    properties: dict[str, Any] = {"process": examples.process_schema(), **schema["properties"]}
    if "sizes" in properties:
        properties["sizes"] = {"type": "object", "additionalProperties": inner["Size"]}
    return properties


@router.post(
    "/layout",
    summary="Lay a process out",
    response_model=LayoutAnswer,
    responses=declared(400, 409, 413, 415, 422, 503),
    openapi_extra=examples.body(
        examples.json_content(
            _properties(LayoutChoice),
            ["process"],
            {
                "process": examples.PROCESS,
                "direction": "TB",
                "sizes": {"first-call": {"width": 200, "height": 80}},
            },
        ),
        "The process, the direction, and the sizes of the steps as the canvas draws them.",
    ),
)
async def lay_out(here: Here, request: Request) -> Response:
    """Where every step and edge stands when Graphviz lays the process out. Nothing is stored."""
    content = await json_body(request)
    return json_response(await worked(here, request, _drawing(laid_out, "Laying out", content)))


@router.post(
    "/render",
    summary="Draw a process",
    response_class=Response,
    responses={
        200: {
            "description": "The file. `X-Touchline-Simplified: true` says that the process was too "
            "large for the usual care in drawing.",
            "content": {one.media_type: {} for one in all_formats() if one.is_drawn},
        },
        **declared(400, 409, 413, 415, 422, 503),
    },
    openapi_extra=examples.body(
        examples.json_content(
            _properties(RenderChoice),
            ["process"],
            {"process": examples.PROCESS, "view": "mindmap", "format": "svg"},
        ),
        "The process and what is wanted of it.",
    ),
)
async def render(here: Here, request: Request) -> Response:
    """A chart, mind map or playbook of a process that is sent. Nothing is stored."""
    content = await json_body(request)
    file, extension = await worked(here, request, _drawing(rendered, "Drawing", content))
    return file_response(file, extension, inline=True)


def _drawing(function: Callable[[bytes], T], doing: str, content: bytes) -> Job[T]:
    return Job(
        function,
        (content,),
        doing=doing,
        lane=Sort.DRAWING.lane(parts_in_json(content)),
        size=len(content),
        seconds=DRAWING_WORK_SECONDS,
    )
