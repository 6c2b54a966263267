"""Reads JSON bodies: bounded in size by the middleware, in nesting here."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from fastapi import Request

from touchline.api.problems import BAD_JSON, MEDIA, ApiError
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_NESTING
from touchline.model.nearest import nearest
from touchline.model.place import describe, shorten

MERGE_PATCH = "application/merge-patch+json"


YAML = ("application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml", "text/plain")


async def json_body(request: Request, *media_types: str) -> bytes:
    """The bytes of a JSON body. Raises ApiError (415) for another media type."""
    return await _body(request, media_types or ("application/json",))


async def yaml_body(request: Request) -> bytes:
    """The bytes of a YAML body. Raises ApiError (415) for another media type."""
    return await _body(request, YAML)


def other_media_type(request: Request, *expected: str) -> ApiError:
    """The refusal of a body's media type."""
    found = shorten(media_type(request)) or "none"
    return ApiError(
        MEDIA,
        f"Found the media type “{found}”, expected {' or '.join(expected)}.",
        headers={"Accept": ", ".join(expected)},
    )


def media_type(request: Request) -> str:
    """The media type of a body, without its parameters, in small letters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _body(request: Request, expected: tuple[str, ...]) -> bytes:
    if media_type(request) not in expected:
        raise other_media_type(request, *expected[:2])
    return await request.body()


def parse(content: bytes) -> Any:
    """The value of a JSON text. Raises ApiError when it is none, NotWellFormed when it is nested
    too deeply. CPU work: call it in a thread."""
    try:
        value = json.loads(content, parse_constant=_refuse, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        where = Problem(
            "",
            "text that is not JSON",
            f"JSON ({error.msg})",
            line=error.lineno,
            column=error.colno,
        )
        message = f"The body is not JSON: {error.msg}, line {error.lineno}, column {error.colno}."
        raise ApiError(BAD_JSON, message, [where]) from error
    except (UnicodeDecodeError, ValueError) as error:
        # Not UTF-8, NaN, a number of thousands of digits, one key twice.
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise ApiError(BAD_JSON, f"The body is not JSON: {reason}.") from error
    except RecursionError as error:
        raise _too_deep() from error
    _limit_nesting(value)
    return value


def members(value: object, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Any]:
    """The members of a JSON object. Raises NotWellFormed with all that are missing or unknown."""
    known = (*required, *optional)
    if not isinstance(value, dict):
        expected = f"an object with {', '.join(f'`{name}`' for name in known)}"
        raise NotWellFormed([Problem("", describe(value), expected)])
    problems = [
        Problem(name, "nothing", f"`{name}`, which must be given")
        for name in required
        if name not in value
    ]
    problems += [
        Problem(
            shorten(name),
            f"the key `{shorten(name)}`",
            f"one of {', '.join(known)}",
            nearest(name, known),
        )
        for name in value
        if name not in known
    ]
    if problems:
        raise NotWellFormed(problems)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise ValueError(f"the key “{shorten(twice)}” stands twice in one object")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number in JSON")


def _limit_nesting(value: object) -> None:
    level: list[object] = [value]
    for _ in range(MAX_NESTING + 1):
        inner: list[object] = []
        for group in level:
            if isinstance(group, dict):
                inner.extend(group.values())
            elif isinstance(group, list):
                inner.extend(group)
        if not inner:
            return
        level = inner
    raise _too_deep()


def _too_deep() -> NotWellFormed:
    return NotWellFormed(
        [Problem("", "a document nested deeper than that", f"at most {MAX_NESTING} levels")]
    )
