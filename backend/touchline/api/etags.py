"""ETags of processes, and the conditions that requests put on them."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated

from fastapi import Header, Request

from touchline import __version__
from touchline.api.problems import PRECONDITION, ApiError

_ETAG = re.compile(r'(W/)?"([^"]*)"')
_VERSION = re.compile(r"[1-9][0-9]{0,14}")

IfMatch = Annotated[
    str | None,
    Header(
        description="The ETag that was read: the change is made only while it still holds.",
        examples=['"7"'],
    ),
]


def etag(version: int) -> str:
    """The ETag of one version of a process."""
    return f'"{version}"'


def versions_in(if_match: str | None) -> frozenset[int] | None:
    """The versions that an If-Match allows; None where it is `*`, which allows any.

    Raises ApiError (428) when it is missing. What is no ETag of ours allows nothing.
    """
    if if_match is None:
        raise ApiError(
            PRECONDITION,
            "Send `If-Match` with the ETag of the version that you have read, so that nothing that "
            "others have changed since is lost.",
        )
    if if_match.strip() == "*":
        return None
    # A weak tag never matches: If-Match compares strongly.
    tags = [tag for weak, tag in _ETAG.findall(if_match) if not weak]
    return frozenset(int(tag) for tag in tags if _VERSION.fullmatch(tag))


def etag_of_choice(version: int, *choices: object) -> str:
    """The ETag of something made from a version: other choices or another Touchline, another."""
    made = repr((version, __version__, choices)).encode()
    return f'"{hashlib.sha256(made).hexdigest()[:20]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the browser has what it asks for already (If-None-Match)."""
    asked = request.headers.get("if-none-match", "")
    return asked.strip() == "*" or tag in [f'"{found}"' for _, found in _ETAG.findall(asked)]
