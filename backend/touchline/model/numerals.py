"""Numbers as people write them, and numbers of a file that know how they stand there."""

from __future__ import annotations

import re

DECIMAL = r"(?:0+[.,][0-9]+|[0-9]+(?:[.,](?:[0-9]{1,2}|[0-9]{4,}))?)"
"""A number in digits, as a regular expression of Python and of JSON Schema alike.

A point or a comma parts its decimals. Before exactly three digits either could part the thousands
instead, unless nothing but zeros comes before it.
"""

_THREE_DECIMALS = re.compile(r"\.[0-9]{3}$", re.ASCII)


class WrittenInt(int):
    """A whole number that stands in the file in a way of its own: `0777`, `0x1F`."""

    written: str


class WrittenFloat(float):
    """A number with decimals that stands in the file in a way of its own: `1.10`, `1e3`."""

    written: str


def as_written(number: int | float, text: str) -> int | float:
    """The number, which remembers the text that it was read from where that says more: `1.10`,
    `0777`, and `1.125`, which may be a thousand and more to the person who wrote it."""
    if repr(number) == text and not _THREE_DECIMALS.search(text):
        return number
    kept = WrittenFloat(number) if isinstance(number, float) else WrittenInt(number)
    kept.written = text
    return kept


def spelling(number: int | float) -> str:
    """The number as it stands in the file; the shortest text for it where that is not known."""
    if isinstance(number, WrittenInt | WrittenFloat):
        return number.written
    return repr(number)
