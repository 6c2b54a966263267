"""The types of single values: what may stand in a field, and within which limits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from touchline.model.about import Form
from touchline.model.limits import MAX_COORDINATE, MAX_ID, MAX_NAME, MAX_TEXT
from touchline.model.numerals import DECIMAL

EXPECTED_SHARE = "a number from 0 to 1, or a percentage such as 20%"
_SPACE = "[ \u00a0\u202f]*"
SHARE = rf"{_SPACE}(?P<amount>{DECIMAL}){_SPACE}(?P<per_cent>%?){_SPACE}"
"""A share that is text: a percentage, or a number whose decimals a comma parts."""
NUMBER = f"-?{DECIMAL}"
"""A coordinate that is text."""
WHITE_SPACE = (
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What is taken off both ends of a one-line text: Unicode's white space, as pydantic has it."""

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


def _read_share(value: Any) -> Any:
    match = re.fullmatch(SHARE, value) if isinstance(value, str) else None
    if match is not None:
        amount = Decimal(match["amount"].replace(",", ".")) / (100 if match["per_cent"] else 1)
        if amount <= 1:
            return float(amount)
    # An exact 0..1 check by pydantic lets True through as 1, and text that looks like a number.
    if isinstance(value, bool | str):
        raise PydanticCustomError("share", f"expected {EXPECTED_SHARE}")
    return value


def _read_number(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(NUMBER, value):
        return float(value.replace(",", "."))
    if isinstance(value, bool | str):
        raise PydanticCustomError("number", "expected a number")
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
    float, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(_read_share), Form.SHARE
]
Coordinate = Annotated[
    float,
    Field(ge=-MAX_COORDINATE, le=MAX_COORDINATE, allow_inf_nan=False, strict=False),
    BeforeValidator(_read_number),
    # A tenth of a pixel is finer than any eye, and keeps files and their diffs readable.
    AfterValidator(lambda pixels: round(pixels, 1)),
    Form.COORDINATE,
]
