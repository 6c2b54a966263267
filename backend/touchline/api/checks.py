"""What the rules say of a process, and their fixes."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from touchline.api import examples
from touchline.api.answers import FixAnswer, ReportAnswer
from touchline.api.body import json_body
from touchline.api.plain import json_response
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.api.work import worked
from touchline.workers.cost import Sort, parts_in_json
from touchline.workers.job import Job
from touchline.workers.tasks.checks import checked, fixed

router = APIRouter(prefix="/api", tags=["Checks"])


@router.post(
    "/check",
    summary="Check a process",
    response_model=ReportAnswer,
    responses=declared(400, 409, 413, 415, 422, 503),
    openapi_extra=examples.body(examples.process_content(), "The process."),
)
async def check_process(here: Here, request: Request) -> Response:
    """Every finding with its fixes, the silence through every edge, and the detail scores."""
    content = await json_body(request)
    job = Job(
        checked,
        (content,),
        doing="Checking",
        lane=Sort.CHECK.lane(parts_in_json(content)),
        size=len(content),
    )
    return json_response(await worked(here, request, job))


@router.post(
    "/fix",
    summary="Apply a fix, or all",
    response_model=FixAnswer,
    responses=declared(400, 409, 413, 415, 422, 503),
    openapi_extra=examples.body(
        examples.json_content(
            {
                "process": examples.process_schema(),
                "finding": {"type": "string", "description": "The id of a finding."},
                "fix": {"type": "string", "description": "The id of one of its fixes."},
                "all": {
                    "oneOf": [{"type": "boolean", "const": True}, {"type": "string"}],
                    "description": "true for every rule, or one rule's id.",
                },
            },
            ["process"],
            {"process": examples.PROCESS, "all": "gap"},
        ),
        "A process with either `finding` and `fix`, or `all`.",
    ),
)
async def fix_process(here: Here, request: Request) -> Response:
    """The process mended, what that changes in words, and the report on it. Nothing is stored."""
    content = await json_body(request)
    job = Job(
        fixed,
        (content,),
        doing="Fixing",
        lane=Sort.FIX.lane(parts_in_json(content)),
        size=len(content),
    )
    return json_response(await worked(here, request, job))
