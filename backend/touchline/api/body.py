"""Takes in bodies: of the right media type, and bounded in size by the middleware."""

from __future__ import annotations

from fastapi import Request

from touchline.api.problems import MEDIA, ApiError
from touchline.formats import formats_by_id
from touchline.model.place import shorten

MERGE_PATCH = "application/merge-patch+json"


async def json_body(request: Request, *media_types: str) -> bytes:
    """The bytes of a JSON body. Raises ApiError (415) for another media type."""
    return await _body(request, media_types or ("application/json",))


async def yaml_body(request: Request) -> bytes:
    """The bytes of a YAML body. Raises ApiError (415) for another media type."""
    return await _body(request, formats_by_id()["yaml"].media_types)


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
