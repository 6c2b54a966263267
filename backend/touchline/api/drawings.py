"""Layouts and drawings of a process that is sent."""

from __future__ import annotations

from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from touchline.api import examples
from touchline.api.answers import LayoutAnswer
from touchline.api.body import json_body, members, parse
from touchline.api.drawn import (
    Direction,
    DrawnFormat,
    File,
    Theme,
    View,
    Wanted,
    drawn,
    file_response,
)
from touchline.api.plain import json_bytes, json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.checking.wellformed import read_process
from touchline.drawing.layout.positions import layout
from touchline.drawing.picture import Point
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_COORDINATE
from touchline.model.place import describe, path
from touchline.model.process import Process

router = APIRouter(prefix="/api", tags=["Drawings"])

C = TypeVar("C", bound=BaseModel)


class _Choice(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Size(_Choice):
    """Width and height of a step on the canvas, in pixels."""

    width: float = Field(gt=0, le=MAX_COORDINATE, strict=False)
    height: float = Field(gt=0, le=MAX_COORDINATE, strict=False)


class LayoutChoice(_Choice):
    """What can be chosen about a layout."""

    direction: Direction = "TB"
    sizes: dict[str, Size] = Field(default_factory=dict)


class RenderChoice(_Choice):
    """What can be chosen about a drawing."""

    view: View = "flowchart"
    format: DrawnFormat = "svg"
    theme: Theme = "light"
    direction: Direction = "TB"
    title: bool = False
    legend: bool = False
    date: str | None = Field(default=None, max_length=100)
    fonts: bool = Field(
        default=True,
        description="Whether an SVG or a playbook brings along the letters that it uses. A page "
        "that has Arimo of its own needs none.",
    )


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
    responses=declared(400, 413, 415, 422),
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
    return json_response(await here.drawing.run(_laid_out, content))


@router.post(
    "/render",
    summary="Draw a process",
    response_class=Response,
    responses={
        200: {
            "description": "The file. `X-Touchline-Simplified: true` says that the process was too "
            "large for the usual care in drawing.",
            "content": {
                media: {}
                for media in (
                    "image/svg+xml",
                    "image/png",
                    "application/pdf",
                    "text/vnd.graphviz",
                    "text/html",
                )
            },
        },
        **declared(400, 413, 415, 422),
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
    file, extension, name = await here.drawing.run(_rendered, content)
    return file_response(file, extension, name=name, inline=True)


def _laid_out(content: bytes) -> bytes:
    process, choice = _read(content, LayoutChoice)
    sizes = {step: (size.width, size.height) for step, size in choice.sizes.items()}
    placed = layout(process, choice.direction, sizes)
    return json_bytes(
        {
            "positions": {step: _spot(point) for step, point in placed.positions.items()},
            "edges": [
                {
                    "from": way.source,
                    "to": way.target,
                    "points": [_spot(point) for point in way.points],
                    **({} if way.label is None else {"label": _spot(way.label)}),
                }
                for way in placed.edges
            ],
            "width": placed.width,
            "height": placed.height,
            "simplified": placed.simplified,
        }
    )


def _rendered(content: bytes) -> tuple[File, str, str]:
    process, choice = _read(content, RenderChoice)
    return drawn(process, Wanted(**choice.model_dump())), choice.format, process.name


def _read(content: bytes, kind: type[C]) -> tuple[Process, C]:
    """The process and the choices of a body. Raises NotWellFormed with all that is wrong."""
    wanted = members(parse(content), ("process",), tuple(kind.model_fields))
    process = read_process(wanted["process"])
    try:
        return process, kind.model_validate({k: v for k, v in wanted.items() if k != "process"})
    except ValidationError as error:
        raise NotWellFormed(
            [
                Problem(path(wrong["loc"]), describe(wrong["input"]), _expected(wrong["msg"]))
                for wrong in error.errors(include_url=False)
            ]
        ) from error


def _expected(message: str) -> str:
    for opening in ("Input should be ", "Input must be "):
        message = message.removeprefix(opening)
    return message


def _spot(point: Point) -> dict[str, float]:
    return {"x": round(point.x, 2), "y": round(point.y, 2)}
