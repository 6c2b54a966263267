"""Where everything stands in a JSON text."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from touchline.formats.source import Places, Spot

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)


class _At(NamedTuple):
    """Line and column, counted from 0."""

    line: int
    column: int


def places_of(text: str) -> Places:
    """The place of every entry of a text that is JSON; None where it is a single value.

    Linear in its length, and without recursion.
    """
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|[\r\n]", text))]

    def at(offset: int) -> _At:
        line = bisect_right(starts, offset) - 1
        return _At(line, offset - starts[line])

    root: list[Spot] = []
    # The groups that are open: what is inside them, the key that waits for its value.
    open_groups: list[tuple[Any, str | None, _At | None]] = [(root, None, None)]
    for token, start in _tokens(text):
        inside, key, key_at = open_groups[-1]
        if token in "]}":
            open_groups.pop()
        elif token in ":,":
            continue
        elif isinstance(inside, dict) and key is None:
            open_groups[-1] = (inside, json.loads(token), at(start))
        else:
            opened: Places = {} if token == "{" else [] if token == "[" else None
            here = at(start)
            spot = Spot(key_at or here, here, opened)
            if isinstance(inside, dict):
                inside[key] = spot
                open_groups[-1] = (inside, None, None)
            else:
                inside.append(spot)
            if opened is not None:
                open_groups.append((opened, None, None))
    return root[0].inside


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    for match in _TOKEN.finditer(text):
        yield match[0], match.start()
