"""The types of single values: what may stand in a field, and within which limits."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from touchline.model.about import Form
from touchline.model.limits import MAX_COORDINATE, MAX_ID, MAX_NAME, MAX_TEXT

_URL_SCHEMES = ("http://", "https://", "mailto:")


def _fold_line(text: str) -> str:
    if "\x00" in text:
        raise PydanticCustomError("text", "expected text without NUL characters")
    return text


def _web_address(url: str) -> str:
    if not url.lower().startswith(_URL_SCHEMES) or re.search(r"[\x00-\x20\x7f]", url):
        raise PydanticCustomError(
            "url", "expected an address that begins with http://, https:// or mailto:"
        )
    return url


def _finite_share(value: Any) -> Any:
    # An exact 0..1 check by pydantic lets True through as 1.
    if isinstance(value, bool):
        raise PydanticCustomError("share", "expected a number from 0 to 1")
    return value


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NAME),
    AfterValidator(_fold_line),
    Form.LINE,
]
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT), AfterValidator(_fold_line), Form.TEXT]
StageName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NAME),
    AfterValidator(_fold_line),
    Form.STAGE,
]
StepId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", min_length=1, max_length=MAX_ID),
    Form.ID,
]
Url = Annotated[str, StringConstraints(max_length=MAX_NAME), AfterValidator(_web_address), Form.URL]
Share = Annotated[
    float, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(_finite_share), Form.SHARE
]
Coordinate = Annotated[
    float,
    Field(ge=-MAX_COORDINATE, le=MAX_COORDINATE, allow_inf_nan=False, strict=False),
    # A tenth of a pixel is finer than any eye, and keeps files and their diffs readable.
    AfterValidator(lambda pixels: round(pixels, 1)),
    Form.COORDINATE,
]
