"""What the rules say of a process, and their fixes, from JSON to JSON."""

from __future__ import annotations

from touchline.checking.mending import Mended, apply_fix, fix_all
from touchline.checking.report import check
from touchline.checking.wellformed import write_process
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.place import describe
from touchline.workers.tasks.body import members, parse, process_of
from touchline.workers.tasks.plain import json_bytes, report_data


def checked(content: bytes) -> bytes:
    """The report on the process in a body, as `POST /api/check` answers it."""
    return json_bytes(report_data(check(process_of(parse(content)))))


def fixed(content: bytes) -> bytes:
    """The process in a body mended, what that changes, and the report on it."""
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
    process = process_of(wanted["process"])
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
