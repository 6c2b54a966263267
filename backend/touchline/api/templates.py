"""The ready processes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from touchline import templates
from touchline.api.answers import Template, TemplateCard
from touchline.api.drawn import Theme, chart_of_template
from touchline.api.plain import json_bytes, json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.wellformed import write_process

router = APIRouter(prefix="/api/templates", tags=["Templates"])

Name = Annotated[str, Path(description="The template's name.", examples=["inbound-demo"])]


@router.get("", summary="All templates", response_model=list[TemplateCard])
async def list_templates(here: Here) -> Response:
    """Every ready process with a line on when it fits."""
    return json_response(await here.work.run(_cards))


@router.get("/{name}", summary="One template", response_model=Template, responses=declared(404))
async def get_template(here: Here, name: Name) -> Response:
    """A ready process, as data and as the YAML file that it is."""
    return json_response(await here.work.run(_in_full, name))


@router.get(
    "/{name}/chart.svg",
    summary="The chart of a template",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, **declared(404, 422)},
)
async def draw_template(
    here: Here,
    request: Request,
    name: Name,
    theme: Annotated[Theme, Query(description="Colours for a light or a dark page.")] = "light",
) -> Response:
    """The flow chart of a ready process, small enough for a card."""
    return await chart_of_template(here, request, name, theme)


def _cards() -> bytes:
    cards = []
    for name in templates.names():
        process, _ = templates.load(name)
        cards.append(
            {
                "name": name,
                "title": process.name,
                "description": process.description or "",
                "steps": len(process.steps),
                "stages": list(process.stages),
                "max_gap": str(process.max_gap),
            }
        )
    return json_bytes(cards)


def _in_full(name: str) -> bytes:
    process, text = templates.load(name)
    return json_bytes({"name": name, "process": write_process(process), "yaml": text})
