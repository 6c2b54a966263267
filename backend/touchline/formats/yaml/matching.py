"""Which entry of a list goes on in which entry of the changed list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from difflib import SequenceMatcher
from typing import Any, TypeAlias

Name: TypeAlias = Callable[[Any], Hashable]


_LOOK_AHEAD = 100
"""How far a changed entry is looked for, so that lists of thousands are matched in time."""


def matches(key: str, old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of an old and a new index in the order of the new list, None where an entry is only in
    one of them. `key` is what the list is called: steps and edges are known by their ids.

    Near linear where little has changed.
    """
    name = _NAMES.get(key, _itself)
    before, after = [name(one) for one in old], [name(one) for one in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
            continue
        free = list(range(i1, i2))
        for j in range(j1, j2):
            i = next((i for i in free[:_LOOK_AHEAD] if _is_kin(old[i], new[j], name)), None)
            if i is None:
                yield None, j
            else:
                # What stands before the one that goes on is gone, so that the order holds.
                for gone in free[: free.index(i)]:
                    yield gone, None
                free = free[free.index(i) + 1 :]
                yield i, j
        for i in free:
            yield i, None


def _is_kin(old: Any, new: Any, name: Name) -> bool:
    """Whether a changed entry goes on in a new one: an edge from the same step, a text reworded."""
    if name is _edge_name:
        return bool(old["from"] == new["from"])
    return name is not _step_name


def _step_name(step: dict[str, Any]) -> Hashable:
    return str(step["id"])


def _edge_name(edge: dict[str, Any]) -> Hashable:
    return edge["from"], edge["to"]


def _itself(entry: Any) -> Hashable:
    return tuple(entry.items()) if isinstance(entry, dict) else entry


_NAMES: dict[str, Name] = {"steps": _step_name, "edges": _edge_name}
