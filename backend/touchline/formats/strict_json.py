"""JSON that says one thing: no key twice in one object, no NaN or infinity."""

from __future__ import annotations

import json
from typing import Any

from touchline.model.place import shorten


def loads(text: str | bytes) -> Any:
    """The value of a JSON text.

    Raises json.JSONDecodeError for what is no JSON, UnicodeDecodeError for what is no UTF-8,
    ValueError, with what was found, for JSON that could be read two ways, and RecursionError for
    what is nested thousands of levels deep. CPU work.
    """
    return json.loads(text, parse_constant=_refuse, object_pairs_hook=_object)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise ValueError(f"the key “{shorten(twice)}” twice in one object")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant}, which is no number in JSON")
