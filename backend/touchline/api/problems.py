"""Errors as RFC 9457 problem details: the one place where an error becomes a status."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from touchline.live.shared import DocumentTooLarge, StaleVersion
from touchline.model.errors import (
    DrawingError,
    DurationError,
    FixNotPossible,
    NotWellFormed,
    Problem,
    TouchlineError,
)
from touchline.model.limits import MAX_FILE_BYTES, in_mebibytes
from touchline.model.place import path
from touchline.store import (
    NoSuchProcess,
    NotInBin,
    NotStored,
    ProcessDamaged,
    StoreUnreadable,
)
from touchline.templates import NoSuchTemplate
from touchline.workers.errors import Busy, Superseded, TooMuch
from touchline.workers.tasks.body import NotJson

MEDIA_TYPE = "application/problem+json"
_TYPE = "urn:touchline:problem:"


class ProblemError(BaseModel):
    """One thing that is wrong, and where; line and column count from 1."""

    path: str = Field(examples=["edges[3].to"])
    message: str = Field(
        examples=["found “legl-review”, expected the id of a step of this process."]
    )
    line: int | None = Field(default=None, examples=[41])
    column: int | None = Field(default=None, examples=[15])
    quote: str | None = Field(default=None, description="The line as it stands in the text.")


class ProblemDetails(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": f"{_TYPE}not-well-formed",
                "title": "Not a well-formed process",
                "status": 422,
                "detail": "steps[2].kind: found “contat”, expected one of start, contact, task, "
                "decision, end. Did you mean “contact”?",
                "errors": [
                    {
                        "path": "steps[2].kind",
                        "message": "found “contat”, expected one of start, contact, task, "
                        "decision, end. Did you mean “contact”?",
                    }
                ],
            }
        }
    )

    type: str = Field(description="What sort of problem it is; stable, to be compared with.")
    title: str
    status: int
    detail: str = Field(description="What happened this time and what to do, for a person.")
    errors: list[ProblemError] = Field(description="Everything that is wrong, in order of place.")


@dataclass(frozen=True)
class Sort:
    """A sort of problem: its status, its name in `type` and its title."""

    status: int
    name: str
    title: str


class ApiError(TouchlineError):
    """A request that cannot be served, for a reason that only HTTP knows."""

    def __init__(
        self,
        sort: Sort,
        detail: str,
        errors: Sequence[Problem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.sort = sort
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        super().__init__(detail)


BAD_JSON = Sort(400, "bad-json", "Not JSON")
NO_TOKEN = Sort(401, "no-token", "Token needed")
WRONG_TOKEN = Sort(403, "wrong-token", "Wrong token")
FOREIGN = Sort(403, "foreign", "Not from here")
NOT_FOUND = Sort(404, "not-found", "Not found")
PRECONDITION = Sort(428, "if-match-required", "If-Match required")
STALE = Sort(412, "stale", "Changed meanwhile")
TOO_LARGE = Sort(413, "too-large", "Too large")
MEDIA = Sort(415, "media-type", "Unsupported media type")
BAD_REQUEST = Sort(422, "bad-request", "Request not understood")
FAULT = Sort(500, "fault", "The server has a fault")

_SORTS: tuple[tuple[type[TouchlineError], Sort], ...] = (
    (NotJson, BAD_JSON),
    (NotWellFormed, Sort(422, "not-well-formed", "Not a well-formed process")),
    (DurationError, Sort(422, "duration", "Not a length of time")),
    (NoSuchProcess, Sort(404, "no-such-process", "No such process")),
    (NoSuchTemplate, Sort(404, "no-such-template", "No such template")),
    (NotInBin, Sort(409, "not-in-bin", "Not in the bin")),
    (StaleVersion, STALE),
    (DocumentTooLarge, Sort(409, "document-too-large", "Process too large")),
    (FixNotPossible, Sort(409, "fix-not-possible", "Fix not possible")),
    (DrawingError, Sort(422, "drawing", "Not drawn")),
    (ProcessDamaged, Sort(500, "process-damaged", "Process damaged")),
    (TooMuch, Sort(422, "too-much", "Too much work")),
    (Superseded, Sort(409, "superseded", "Superseded")),
    (Busy, Sort(503, "busy", "Too busy")),
    (StoreUnreadable, Sort(500, "database", "Database not readable")),
)
_OTHER = Sort(422, "refused", "Not possible")
_FULL = Sort(507, "not-stored", "Not saved")
_UNREACHED = Sort(503, "database", "Database not readable")
_BUSY = Sort(503, "not-stored", "Not saved")
RETRY_SECONDS = 2


def respond(error: TouchlineError) -> Response:
    """The response that an error of Touchline's becomes."""
    if isinstance(error, ApiError):
        return problem(error.sort, str(error), _listed(error.errors), error.headers)
    if isinstance(error, NotStored):
        retry = {"Retry-After": str(RETRY_SECONDS)} if error.passing else {}
        return problem(_BUSY if error.passing else _FULL, str(error), headers=retry)
    if isinstance(error, StoreUnreadable) and error.passing:
        return problem(_UNREACHED, str(error), headers={"Retry-After": str(RETRY_SECONDS)})
    sort = next((sort for kind, sort in _SORTS if isinstance(error, kind)), _OTHER)
    errors = _listed(error.problems) if isinstance(error, NotWellFormed | NotJson) else []
    retry = {"Retry-After": str(RETRY_SECONDS)} if isinstance(error, Busy) else {}
    return problem(sort, str(error), errors, retry)


def problem(
    sort: Sort,
    detail: str,
    errors: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A response with problem details."""
    content = {
        "type": f"{_TYPE}{sort.name}",
        "title": sort.title,
        "status": sort.status,
        "detail": detail,
        "errors": list(errors),
    }
    return Response(
        json.dumps(content, ensure_ascii=False),
        status_code=sort.status,
        headers={"Cache-Control": "no-store", **(headers or {})},
        media_type=MEDIA_TYPE,
    )


def declared(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Error responses for an endpoint's OpenAPI description."""
    return {
        status: {
            "description": _MEANINGS.get(status, HTTPStatus(status).phrase),
            "model": ProblemDetails,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
        }
        for status in statuses
    }


_MEANINGS = {
    400: "The body is not JSON.",
    404: "There is no such thing, or it is in the bin.",
    409: "It is not in a state in which this can be done, or the same window has asked anew.",
    412: "The process has changed since the version in `If-Match`; nothing was written.",
    413: f"The body is larger than {in_mebibytes(MAX_FILE_BYTES)}.",
    415: "The body is of a media type that is not understood here.",
    422: "What was sent is no well-formed process or no known choice; every error is listed. Or it "
    "was too much: the detail says what, and of which limit.",
    428: "`If-Match` with the ETag that was read is required, so that nothing is lost.",
    500: "The process or the database is damaged; `type` ends in `process-damaged` or `database`.",
    503: "Nothing was done or saved: another program holds the database, or too much else waits to "
    "be done. Try again.",
    507: "Nothing was saved: the disk is full or may not be written to.",
}


def install(app: FastAPI) -> None:
    """Make every error of an application a problem."""

    @app.exception_handler(TouchlineError)
    async def of_touchline(_request: Request, error: TouchlineError) -> Response:
        return respond(error)

    @app.exception_handler(RequestValidationError)
    async def of_fastapi(_request: Request, error: RequestValidationError) -> Response:
        errors = [
            {"path": path(details["loc"]), "message": _sentence(details["msg"])}
            for details in error.errors()
        ]
        return problem(BAD_REQUEST, f"{errors[0]['path']}: {errors[0]['message']}", errors)

    @app.exception_handler(HTTPException)
    async def of_starlette(_request: Request, error: HTTPException) -> Response:
        phrase = HTTPStatus(error.status_code).phrase
        sort = Sort(error.status_code, phrase.lower().replace(" ", "-"), phrase)
        return problem(sort, error.detail or phrase, headers=error.headers)


def _listed(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    listed = []
    for found in problems:
        entry: dict[str, Any] = {"path": found.path, "message": found.message}
        for name in ("line", "column", "quote"):
            if (value := getattr(found, name)) is not None:
                entry[name] = value
        listed.append(entry)
    return listed


def _sentence(message: str) -> str:
    return message if message.endswith(".") else f"{message}."
