"""Plain data as YAML text, in the style of the templates: what a person would have written.

Every text comes out so that YAML 1.1 and YAML 1.2 programs alike read it back as that text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from touchline.formats.yaml.scalars import resolve

WIDTH = 120
"""The longest line on which a group of keys is written in braces."""

_PLAIN = re.compile(r"[^\W_][\w .'()/&+%€$£!?;…–—“”‘’°@*=<>^~|\"-]*", re.UNICODE)
_PLAIN_COMMA = re.compile(r"[^\W_][\w .,:#'()/&+%€$£!?;…–—“”‘’°@*=<>^~|\"{}\[\]-]*", re.UNICODE)
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)? [a-z][a-z0-9 ]*", re.ASCII)
_URL = re.compile(r"(?:https?://|mailto:)[\w.~/?=&%@+-]+", re.ASCII | re.IGNORECASE)
_NOT_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_LITERAL = re.compile(
    r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def block(data: Mapping[str, Any], indent: int = 0) -> Iterator[str]:
    """The lines of a group of keys, one key to a line or more, each line `indent` spaces in."""
    for key, value in data.items():
        yield from entry(key, value, indent)


def entry(key: str, value: Any, indent: int = 0) -> Iterator[str]:
    """The lines of one key and its value."""
    margin = " " * indent
    match value:
        case str() if is_literal(value):
            yield f"{margin}{key}: {_literal_mark(value)}"
            yield from (
                f"{margin}  {line}" if line else "" for line in value.rstrip("\n").split("\n")
            )
        case dict() if fits(value, indent + len(key) + 2):
            yield f"{margin}{key}: {flow(value)}"
        case dict():
            yield f"{margin}{key}:"
            yield from block(value, indent + 2)
        case list() if value:
            yield f"{margin}{key}:"
            for item in value:
                yield from list_item(item, indent + 2)
        case _:
            yield f"{margin}{key}: {flow(value)}"


def list_item(value: Any, indent: int, *, open_out: bool = False) -> Iterator[str]:
    """The lines of one entry of a list; `open_out` writes a group on many lines, however short."""
    margin = " " * indent
    if isinstance(value, dict) and value and (open_out or not fits(value, indent + 2)):
        lines = block(value, indent + 2)
        yield f"{margin}- {next(lines)[indent + 2 :]}"
        yield from lines
    else:
        yield f"{margin}- {flow(value, inside=isinstance(value, dict | list))}"


def flow(value: Any, *, inside: bool = False) -> str:
    """A value on one line; `inside` says that it stands within brackets or braces."""
    match value:
        case dict():
            return "{" + ", ".join(f"{k}: {flow(v, inside=True)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(flow(item, inside=True) for item in value) + "]"
        case str():
            return _text(value, inside=inside)
        case float():
            # YAML 1.1 takes 5e-324 for text and 5.0e-324 for a number.
            return re.sub(r"^(-?[0-9]+)e", r"\1.0e", repr(value))
        case _:
            return json.dumps(value)


def fits(data: Mapping[str, Any], column: int) -> bool:
    """Whether a group of keys reads well in braces: single values, one line, not too long."""
    if any(isinstance(value, dict | list) or _is_long(value) for value in data.values()):
        return False
    return column + len(flow(data)) <= WIDTH


def is_literal(text: str) -> bool:
    """Whether a text of several lines can stand as it is below a `|`."""
    return (
        "\n" in text.rstrip("\n")
        and not text.endswith("\n\n")
        and text[0] not in " \t\n"
        and not _NOT_LITERAL.search(text)
    )


def _literal_mark(text: str) -> str:
    return "|" if text.endswith("\n") else "|-"


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and "\n" in value


def _text(text: str, *, inside: bool) -> str:
    if _is_plain(text, inside=inside):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _is_plain(text: str, *, inside: bool) -> bool:
    if inside and "?" in text:
        # Within braces and brackets YAML 1.1 has no plain text with it.
        return False
    if len(text) > 1 and text[0].isdigit():
        return bool(_PLAIN_NUMBER.fullmatch(text))
    if _URL.fullmatch(text):
        return True
    shape = _PLAIN if inside else _PLAIN_COMMA
    return (
        bool(shape.fullmatch(text))
        and not text.endswith((" ", ":"))
        and ": " not in text
        and " #" not in text
        and text.lower() not in _NOT_WORDS
        and not text[0].isnumeric()
        and isinstance(resolve(text), str)
    )
