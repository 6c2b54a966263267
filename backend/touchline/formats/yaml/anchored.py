"""What becomes of the nodes that aliases stand for when a process changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from touchline.formats.yaml.matching import matches
from touchline.formats.yaml.nodes import Alias, Entry, Group, List, Node, Scalar, target_of


class Anchored:
    """Knows which aliases still stand for the right thing once the changes are made.

    `old` and `new` are the plain data before and after; `written_out` treats every alias as one
    that does not, which costs the aliases but always works.
    """

    def __init__(self, root: Group, old: Any, new: Any, *, written_out: bool = False) -> None:
        self._written_out = written_out
        self._kept: set[int] = set()
        self._after: dict[int, tuple[Any, Any]] = {}
        nodes = list(_inside(root))
        self.any = any(isinstance(node, Alias) for node in nodes)
        if self.any:
            self._keep_own(root, old)
            self._follow(root, old, new)

    def holds(self, alias: Alias, old: Any, new: Any) -> bool:
        """Whether an alias can stay, where `old` becomes `new`."""
        if self._written_out:
            return False
        target = id(target_of(alias))
        if target in self._kept:
            return bool(old == new)
        # What is not met any more is deleted, or written anew elsewhere.
        before, after = self._after.get(target, (None, None))
        return after is not None and bool(after == new) and bool(before == old)

    def inherited(self, group: Group, old: dict[str, Any]) -> dict[str, Any]:
        """What a group that says `old` is given by its merge keys after the changes."""
        found: dict[str, Any] = {}
        for source in group.merged():
            before, after = self._after.get(id(source), (None, None))
            if id(source) in self._kept or before == after:
                values = {key: old[key] for key in keys_of(source) if key in old}
                if id(source) not in self._kept and after is None:
                    values = {}
            else:
                values = after or {}
            for key, value in values.items():
                found.setdefault(key, value)
        return found

    def _keep_own(self, root: Group, old: Any) -> None:
        """Note the nodes that no change of the process reaches: those under keys of one's own."""
        waiting: list[tuple[Node, Any]] = [(root, old)]
        while waiting:
            node, data = waiting.pop()
            if isinstance(node, Group):
                for entry in node.entries:
                    known = isinstance(data, dict) and entry.key.value in data
                    if known and not entry.merges:
                        waiting.append((entry.value, data[entry.key.value]))
                    else:
                        self._kept.update(map(id, _inside(entry.value)))
            elif isinstance(node, List) and isinstance(data, list):
                waiting.extend(zip(node.items, data, strict=False))

    def _follow(self, node: Node, old: Any, new: Any, key: str = "") -> None:
        if isinstance(node, Alias):
            return
        self._after[id(node)] = (old, new)
        if isinstance(node, Group) and isinstance(old, dict) and isinstance(new, dict):
            for entry in node.entries:
                name = entry.key.value
                if name in old and name in new and not entry.merges:
                    self._follow(entry.value, old[name], new[name], name)
        elif isinstance(node, List) and isinstance(old, list) and isinstance(new, list):
            for i, j in matches(key, old, new):
                if i is not None and j is not None and i < len(node.items):
                    self._follow(node.items[i], old[i], new[j])


def keys_of(group: Group) -> set[str]:
    """The keys of a group, those that it merges included."""
    return own_entries(group).keys() | merged_keys(group)


def merged_keys(group: Group) -> set[str]:
    """The keys that a group's merge keys bring along, whether it has them itself or not."""
    return set().union(*(keys_of(source) for source in group.merged()))


def own_entries(group: Group) -> dict[str, Entry]:
    """The keys that stand in a group itself."""
    return {entry.key.value: entry for entry in group.entries if not entry.merges}


def _inside(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        match here:
            case Group():
                waiting.extend(entry.value for entry in here.entries)
            case List():
                waiting.extend(here.items)
            case Scalar() | Alias():
                pass
