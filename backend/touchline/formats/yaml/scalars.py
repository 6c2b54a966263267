"""What a plain scalar stands for, by the core schema of YAML 1.2.

`no`, `on`, `12:30` and `2026-01-31` are text there, as a person who writes them means them.
"""

from __future__ import annotations

import re

from touchline.model.numerals import as_written

_MAY_BE_MORE_THAN_TEXT = frozenset("-+.0123456789~nNtTfF")
_WORDS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_WHOLE = re.compile(r"[-+]?[0-9]+", re.ASCII)
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_MOST_DIGITS = 30
_HUGE: int = 10**_MOST_DIGITS
_LONGEST_NUMBER = 200


def resolve(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar; a number remembers how it was written.

    A whole number beyond 30 digits, which no field can take, comes out as ±10³⁰, because reading
    one of a million digits takes minutes.
    """
    if text and text[0] not in _MAY_BE_MORE_THAN_TEXT:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        digits = text.lstrip("+-").lstrip("0")
        if len(digits) > _MOST_DIGITS:
            return -_HUGE if text[0] == "-" else _HUGE
        number = -int(digits or "0") if text[0] == "-" else int(digits or "0")
        return as_written(number, text)
    if len(text) > _LONGEST_NUMBER:
        return text
    if _BASED.fullmatch(text):
        return as_written(int(text[2:], 16 if text[1] == "x" else 8), text)
    if _FRACTION.fullmatch(text):
        return as_written(float(text), text)
    return text
