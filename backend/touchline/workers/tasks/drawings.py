"""Layouts and drawings of a process in a body, and what can be chosen about them."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from touchline.drawing.layout.positions import layout
from touchline.drawing.picture import Point
from touchline.formats.format import Choices, Direction, Theme, View
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_COORDINATE
from touchline.model.place import describe, path
from touchline.model.process import Process
from touchline.workers.tasks.body import members, parse, process_of
from touchline.workers.tasks.drawn import DrawnFormat, File, drawn
from touchline.workers.tasks.plain import json_bytes

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


def laid_out(content: bytes) -> bytes:
    """Where everything stands, as `POST /api/layout` answers it."""
    process, choice = _read(content, LayoutChoice)
    sizes = {step: (size.width, size.height) for step, size in choice.sizes.items()}
    placed = layout(process, choice.direction, sizes)
    return json_bytes(
        {
            "positions": {step: _spot(point) for step, point in placed.positions.items()},
            "edges": [
                {
                    "from": route.source,
                    "to": route.target,
                    "points": [_spot(point) for point in route.points],
                    **({} if route.label is None else {"label": _spot(route.label)}),
                }
                for route in placed.edges
            ],
            "width": placed.width,
            "height": placed.height,
            "simplified": placed.simplified,
        }
    )


def rendered(content: bytes) -> tuple[File, str]:
    """The file that is asked for, and its extension. Raises DrawingError."""
    process, choice = _read(content, RenderChoice)
    choices = Choices(**choice.model_dump(exclude={"format"}))
    return drawn(process, choice.format, choices), choice.format


def _read(content: bytes, kind: type[C]) -> tuple[Process, C]:
    """The process and the choices of a body. Raises NotWellFormed with all that is wrong."""
    wanted = members(parse(content), ("process",), tuple(kind.model_fields))
    process = process_of(wanted["process"])
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
