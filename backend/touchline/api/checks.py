"""What the rules say of a process, and their fixes."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from touchline.api import examples
from touchline.api.answers import FixAnswer, ReportAnswer
from touchline.api.body import json_body, members, parse
from touchline.api.plain import json_bytes, json_response, report_data
from touchline.api.problems import declared
from touchline.api.services import Here
from touchline.checking.mending import Mended, apply_fix, fix_all
from touchline.checking.report import check
from touchline.checking.wellformed import read_process, write_process
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.place import describe

router = APIRouter(prefix="/api", tags=["Checks"])


@router.post(
    "/check",
    summary="Check a process",
    response_model=ReportAnswer,
    responses=declared(400, 413, 415, 422),
    openapi_extra=examples.body(examples.process_content(), "The process."),
)
async def check_process(here: Here, request: Request) -> Response:
    """Every finding with its fixes, the silence through every edge, and the detail scores."""
    content = await json_body(request)
    return json_response(await here.work.run(_checked, content))


@router.post(
    "/fix",
    summary="Apply a fix, or all",
    response_model=FixAnswer,
    responses=declared(400, 409, 413, 415, 422),
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
    return json_response(await here.work.run(_fixed, content))


def _checked(content: bytes) -> bytes:
    return json_bytes(report_data(check(read_process(parse(content)))))


def _fixed(content: bytes) -> bytes:
    mended = _mended(parse(content))
    return json_bytes(
        {
            "process": write_process(mended.process),
            "plan": [change.plan for change in mended.changes],
            "changes": [change.done for change in mended.changes],
            "report": report_data(check(mended.process)),
        }
    )


def _mended(body: object) -> Mended:
    wanted = members(body, ("process",), ("finding", "fix", "all"))
    process = read_process(wanted["process"])
    match wanted:
        case {"finding": str(finding), "fix": str(fix), **rest} if "all" not in rest:
            return apply_fix(process, finding, fix)
        case {"all": True, **rest} if not rest.keys() & {"finding", "fix"}:
            return fix_all(process)
        case {"all": str(rule), **rest} if not rest.keys() & {"finding", "fix"}:
            return fix_all(process, rule)
    found = ", ".join(f"`{k}`: {describe(v)}" for k, v in wanted.items() if k != "process")
    expected = "`finding` and `fix`, both text, or `all`, which is true or the id of a rule"
    raise NotWellFormed([Problem("", found or "a process alone", expected)])
