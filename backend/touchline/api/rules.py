"""The rules: what each reports, why it matters, and its cases with their charts."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal, TypeAlias

from fastapi import APIRouter, Path, Query, Request, Response

from touchline.api.answers import RuleCard, RulePage
from touchline.api.drawn import shown
from touchline.api.etags import etag_of_choice
from touchline.api.plain import json_response
from touchline.api.problems import NOT_FOUND, ApiError, declared
from touchline.api.services import Here
from touchline.checking.fixes import changes
from touchline.checking.report import check
from touchline.checking.rules import Rule, all_rules, rules_by_id
from touchline.checking.rules.cases import cases
from touchline.checking.wellformed import write_process
from touchline.formats.format import Choices, Theme
from touchline.model.limits import DRAWING_WORK_SECONDS
from touchline.model.nearest import nearest
from touchline.model.place import shorten
from touchline.model.process import Process
from touchline.workers.cost import Sort, parts_of
from touchline.workers.job import Job
from touchline.workers.tasks.drawn import drawn
from touchline.workers.tasks.plain import finding_data, json_bytes

router = APIRouter(prefix="/api/rules", tags=["Rules"])

Id = Annotated[str, Path(description="The rule's id.", examples=["dead-end"])]
Group: TypeAlias = Literal["sound", "faulty", "mended"]


@router.get("", summary="All rules", response_model=list[RuleCard])
async def list_rules(here: Here) -> Response:
    """Every rule, the gravest first."""
    return json_response(await here.work.run(lambda: json_bytes([_card(r) for r in all_rules()])))


@router.get("/{rule_id}", summary="One rule", response_model=RulePage, responses=declared(404))
async def get_rule(here: Here, rule_id: Id) -> Response:
    """What a rule reports, why it matters to a deal, and processes that show it: sound ones, faulty
    ones with their findings, and what the offered fixes make of those."""
    return json_response(await here.work.run(_page, rule_id))


@router.get(
    "/{rule_id}/{group}-{number}.svg",
    summary="The chart of a rule's case",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, **declared(404, 422, 503)},
)
async def draw_case(
    here: Here,
    request: Request,
    rule_id: Id,
    group: Annotated[Group, Path(description="Which sort of case.")],
    number: Annotated[int, Path(description="Which one, from 1.", ge=1, le=100)],
    theme: Annotated[Theme, Query(description="Colours for a light or a dark page.")] = "light",
) -> Response:
    """The flow chart of one of the processes that show a rule."""
    found = (await here.work.run(_cases, rule_id))[group]
    if number > len(found):
        raise ApiError(NOT_FOUND, f"The rule “{rule_id}” has {len(found)} cases of that sort.")
    _, process = found[number - 1]
    tag = etag_of_choice(0, rule_id, group, number, theme, process.model_dump_json())
    job = Job(
        drawn,
        (process, "svg", Choices(theme=theme)),
        doing="Drawing",
        lane=Sort.DRAWING.lane(parts_of(process)),
        seconds=DRAWING_WORK_SECONDS,
    )
    return await shown(here, request, tag, job)


def _rule(rule_id: str) -> Rule:
    rule = rules_by_id().get(rule_id)
    if rule is None:
        hint = nearest(rule_id, rules_by_id())
        did_you_mean = f" Did you mean “{hint}”?" if hint else ""
        raise ApiError(NOT_FOUND, f"There is no rule “{shorten(rule_id)}”.{did_you_mean}")
    return rule


def _card(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "title": rule.id.replace("-", " ").capitalize(),
        "why": rule.why,
        "reports": rule.reports,
    }


def _page(rule_id: str) -> bytes:
    rule = _rule(rule_id)
    groups = {
        group: [
            {
                "name": name,
                "process": write_process(process),
                "drawing": f"/api/rules/{rule.id}/{group}-{number}.svg",
                "findings": [finding_data(found) for found in check(process, (rule,)).findings],
            }
            for number, (name, process) in enumerate(found, start=1)
        ]
        for group, found in _cases(rule_id).items()
    }
    return json_bytes({**_card(rule), **groups})


@cache
def _cases(rule_id: str) -> dict[str, list[tuple[str, Process]]]:
    """The processes of each sort, each with a line that says what it shows."""
    found = cases(_rule(rule_id).id)
    return {
        "sound": [(case.says, case.process) for case in found.sound],
        "faulty": [(case.says, case.process) for case in found.faulty],
        "mended": [
            (_what_was_done(case.process, mended.process), mended.process)
            for case in found.faulty
            for mended in case.mended
        ],
    }


def _what_was_done(faulty: Process, mended: Process) -> str:
    return " ".join(change.done for change in changes(faulty, mended))
