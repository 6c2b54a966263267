"""Where something stands in a document, and what stands there, in words for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from touchline.model.numerals import spelling

Place: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("edges", 3, "to")`."""

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,59}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_QUOTE = 60


def path(place: Sequence[str | int]) -> str:
    """A place as it is written for people: `edges[3].to`; the whole document is the empty text."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        elif _PLAIN_KEY.fullmatch(part):
            text += f".{part}" if text else part
        else:
            text += f'["{shorten(part)}"]'
    return text


def shorten(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """One line of `text` without control characters, cut where it would fill the screen."""
    line = _CONTROLS.sub(" ", text[: longest + 1])
    return f"{line[:longest]}…" if len(text) > longest else line


def describe(value: object) -> str:
    """What was found, as a person would call it: “nothing”, “2024”, “a list”, “‘contat’”."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{shorten(value)}”" if value.strip() else "empty text"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a group of keys" if value else "an empty group of keys"
    return "something that is neither text, number, list nor group of keys"


def _number(value: float) -> str:
    # repr refuses whole numbers of thousands of digits; nobody wants to read them either.
    if isinstance(value, int) and abs(value) >= 10**20:
        return "a number of more than 20 digits"
    return shorten(spelling(value))
