"""The ready processes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from touchline import templates
from touchline.api.answers import Template, TemplateCard
from touchline.api.drawn import shown
from touchline.api.etags import etag_of_choice
from touchline.api.plain import json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.checking.wellformed import write_process
from touchline.formats.format import Theme
from touchline.model.limits import DRAWING_WORK_SECONDS
from touchline.workers.cost import Sort, parts_of
from touchline.workers.job import Job
from touchline.workers.tasks.plain import json_bytes
from touchline.workers.tasks.templates import template_drawn_small

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
    "/{name}/thumbnail.svg",
    summary="The thumbnail of a template",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, **declared(404, 422, 503)},
)
async def draw_template(
    here: Here,
    request: Request,
    name: Name,
    theme: Annotated[Theme, Query(description="Colours for a light or a dark page.")] = "light",
) -> Response:
    """The shape of a ready process, without words, small enough for a card."""
    process, _ = await here.work.run(templates.load, name)
    tag = etag_of_choice(0, "thumbnail", theme, process.model_dump_json())
    job = Job(
        template_drawn_small,
        (name, theme),
        doing="Drawing",
        lane=Sort.DRAWING.lane(parts_of(process)),
        seconds=DRAWING_WORK_SECONDS,
    )
    return await shown(here, request, tag, job, name)


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
