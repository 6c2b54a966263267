"""JSON: the process as programs take it, and as it can be imported again."""

from __future__ import annotations

import json
import re
from typing import Any

from touchline.collector import collector_at_rest
from touchline.formats import strict_json
from touchline.formats.format import Choices, Format, Written
from touchline.formats.json_places import places_of
from touchline.formats.source import BYTE_ORDER_MARK, NO_TEXT, Source, Tree, decoded, source_of
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_NESTING
from touchline.model.place import shorten
from touchline.model.process import Process

_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|[\[\]{}]', re.DOTALL)
"""A bracket, or a text in which brackets mean nothing; one without an end goes to the end."""


def read(content: bytes | str, name: str = "") -> Source:
    """The process in a JSON text; `name` is what errors call the file.

    Raises NotWellFormed with every problem at once, each with its line, column and that line
    quoted.
    """
    with collector_at_rest():
        text = decoded(content, name)
        json_text = text.removeprefix(BYTE_ORDER_MARK)
        data = _parsed(json_text, name)
        return source_of(Tree(data, places_of(json_text), [], set()), text, name)


def _parsed(text: str, name: str) -> Any:
    """The value of a JSON text. Raises NotWellFormed when it is none or nested too deeply."""
    depth = _depth(text)
    if depth > MAX_NESTING:
        raise _refusal(f"a document nested {depth} deep", f"at most {MAX_NESTING} levels", name)
    try:
        return strict_json.loads(text)
    except json.JSONDecodeError as error:
        problem = Problem(
            "",
            "text that is not JSON",
            f"JSON ({error.msg})",
            line=error.lineno,
            column=error.colno,
            quote=shorten(text.splitlines()[error.lineno - 1] if text.strip() else "", 160),
        )
        raise NotWellFormed([problem], name) from None
    except ValueError as error:
        # NaN, a number of thousands of digits, one key twice.
        raise _refusal(str(error), "JSON that says one thing", name) from None


def _depth(text: str) -> int:
    """How deep lists and objects are nested; brackets in texts do not count."""
    depth = deepest = 0
    for match in _BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


def _refusal(found: str, expected: str, name: str) -> NotWellFormed:
    return NotWellFormed([Problem("", found, expected)], name)


def _write(process: Process, choices: Choices) -> Written:
    from touchline.checking.wellformed import write_process

    del choices
    text = json.dumps(write_process(process), ensure_ascii=False, indent=2)
    readable = NO_TEXT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return Written(f"{readable}\n".encode())


FORMAT = Format(
    id="json",
    name="JSON",
    use="For programs",
    rank=70,
    endings=("json",),
    media_types=("application/json",),
    reads=read,
    writes=_write,
)
