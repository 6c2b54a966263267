"""Changes put into YAML text at the very places where they are, all else left as it stands.

Only what differs between two states of a process is touched; comments, order, quoting, spacing,
aliases, keys of one's own and style of everything else are the person's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from touchline.formats.yaml.anchored import Anchored, merged_keys, own_entries
from touchline.formats.yaml.line_ends import Edit, Lines, Overlap
from touchline.formats.yaml.matching import matches
from touchline.formats.yaml.nodes import Alias, Entry, Group, List, Node, Scalar, nodes_of
from touchline.formats.yaml.text import entry as lines_of
from touchline.formats.yaml.text import flow

Data: TypeAlias = dict[str, Any]


class NotEditable(Exception):
    """The text is written in a way that cannot be edited in place."""


def edit(text: str, old: Data, new: Data, *, written_out: bool = False) -> str:
    """The text with its data changed from `old` to `new`.

    The text is well-formed YAML without byte order mark, and `old` is what it says. With
    `written_out` every alias gives way to what it stands for. Raises NotEditable.
    """
    lines = Lines(text)
    root = nodes_of(lines.plain)
    if not isinstance(root, Group):
        raise NotEditable
    editor = Editor(lines.plain, Anchored(root, old, new, written_out=written_out))
    editor.group(root, old, new)
    try:
        return lines.edited(editor.edits)
    except Overlap:
        raise NotEditable from None


@dataclass
class Editor:
    """Collects the edits of a text."""

    text: str
    anchored: Anchored
    edits: list[Edit] = field(default_factory=list)

    def group(self, node: Group, old: Data, new: Data) -> None:
        """Change a group of keys."""
        entries = own_entries(node)
        inherited = self.anchored.inherited(node, old)
        # What stands neither here nor in a group merged into this one is so without being said.
        unsaid = {key: old[key] for key in old.keys() - entries.keys() - merged_keys(node)}
        wanted = new | {
            key: [] if isinstance(value, list) else None
            for key, value in inherited.items()
            if key not in new
        }
        changed = {
            key
            for key, value in wanted.items()
            if (key in entries and not self._says(entries[key].value, old.get(key), value))
            or (key not in entries and (inherited | unsaid).get(key, _NOTHING) != value)
        }
        removed = [key for key in entries if key not in wanted and key in old]
        if node.flow and removed and not self._some_stay(node, removed):
            self._replace(node, flow(new))
            return
        kept: Entry | None = None
        for key, value in wanted.items():
            if key in entries:
                kept = entries[key]
                if key in changed:
                    self._value(node, kept, old.get(key), value)
            elif key in changed:
                self._insert_key(node, kept, key, value)
        if node.flow:
            gone = [entry for entry in node.entries if entry.key.value in removed]
            self._remove_from_flow([(e.key.start, self.end(e.value)) for e in node.entries],
                                   [node.entries.index(entry) for entry in gone])  # fmt: skip
        else:
            for key in removed:
                self._remove_key(node, entries[key])

    def item(self, parent: List, node: Node, old: Any, new: Any) -> None:
        """Change an entry of a list."""
        if self._says(node, old, new):
            return
        if isinstance(node, Group) and isinstance(new, dict):
            self.group(node, old, new)
        else:
            self._replace(node, flow(new, inside=parent.flow or isinstance(new, list | dict)))

    def end(self, node: Node) -> int:
        """Where a node ends: libyaml's own mark of a block is where the next thing begins."""
        while isinstance(node, Group | List) and not node.flow:
            values = [e.value for e in node.entries] if isinstance(node, Group) else node.items
            if not values:
                break
            node = values[-1]
        if isinstance(node, Scalar) and node.is_block:
            return node.start + len(self.text[node.start : node.end].rstrip())
        return node.end

    def line_start(self, index: int) -> int:
        """Where the line begins in which a place is."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the line ends in which a place is."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end

    def column(self, index: int) -> int:
        """How many characters stand before a place on its line."""
        return index - self.line_start(index)

    def delete_lines(self, start: int, end: int) -> None:
        """Delete whole lines, with the line break before them: new ones may come at their end."""
        self.edits.append(Edit(start - 1, end, "") if start else Edit(0, end + 1, ""))

    def _says(self, node: Node, old: Any, new: Any) -> bool:
        """Whether a node will say `new` without being touched."""
        if isinstance(node, Alias):
            return self.anchored.holds(node, old, new)
        if old != new:
            return False
        # What is the same may lean on something that is not.
        return not self.anchored.any or not any(self._leans(node, old))

    def _leans(self, node: Node, data: Any) -> Iterator[bool]:
        """True for every alias or merge key inside that no longer gives what it gave."""
        if isinstance(node, Alias):
            yield not self.anchored.holds(node, data, data)
        elif isinstance(node, Group) and isinstance(data, dict):
            inherited = self.anchored.inherited(node, data)
            entries = own_entries(node)
            yield any(
                data.get(key, _NOTHING) != value
                for key, value in inherited.items()
                if key not in entries
            )
            yield any(
                key not in inherited for key in data.keys() & merged_keys(node) - entries.keys()
            )
            for key, entry in entries.items():
                if key in data:
                    yield from self._leans(entry.value, data[key])
        elif isinstance(node, List) and isinstance(data, list):
            for item, value in zip(node.items, data, strict=False):
                yield from self._leans(item, value)

    def _value(self, parent: Group, place: Entry, old: Any, new: Any) -> None:
        node = place.value
        if isinstance(node, Group) and node.entries and isinstance(new, dict):
            self.group(node, old, new)
        elif isinstance(node, List) and node.items and isinstance(new, list) and new:
            if not self._list(place.key.value, node, old, new):
                self._write_entry(parent, place, new)
        elif (
            isinstance(new, list | dict)
            or "\n" in str(new)
            or isinstance(node, Group | List)
            or (isinstance(node, Scalar) and node.is_block)
        ):
            self._write_entry(parent, place, new)
        elif node.start == node.end:
            self.edits.append(Edit(node.end, node.end, f" {self._flow(parent, new)}"))
        else:
            self._replace(node, self._flow(parent, new))

    def _flow(self, parent: Group, value: Any) -> str:
        return flow(value, inside=parent.flow or isinstance(value, list | dict))

    def _write_entry(self, parent: Group, place: Entry, value: Any) -> None:
        key = place.key
        end = self.end(place.value)
        if parent.flow:
            self.edits.append(Edit(key.start, end, flow({key.value: value})[1:-1]))
            return
        lines = list(lines_of(key.value, value, self.column(key.start)))
        lines[0] = lines[0].lstrip(" ")
        if len(lines) > 1:
            # A comment at the end of the line stays with the key, not with the last line below it.
            rest = self.line_end(end)
            lines[0] += self.text[end:rest]
            end = rest
        self.edits.append(Edit(key.start, end, "\n".join(lines)))

    def _insert_key(self, node: Group, kept: Entry | None, key: str, new: Any) -> None:
        if not node.entries:
            raise NotEditable
        end = self.end((kept or node.entries[-1]).value)
        if node.flow:
            self.edits.append(Edit(end, end, f", {flow({key: new})[1:-1]}"))
            return
        end = self.line_end(end)
        lines = lines_of(key, new, self.column(node.entries[0].key.start))
        self.edits.append(Edit(end, end, "".join(f"\n{line}" for line in lines)))

    def _remove_key(self, node: Group, place: Entry) -> None:
        start = place.key.start
        line = self.line_start(start)
        if not self.text[line:start].strip():
            self.delete_lines(line, self.line_end(self.end(place.value)))
            return
        # It stands after the dash of a list entry: the next key takes its place.
        following = [entry.key.start for entry in node.entries if entry.key.start > start]
        if not following:
            raise NotEditable
        self.edits.append(Edit(start, min(following), ""))

    def _some_stay(self, node: Group, removed: list[str]) -> bool:
        return any(entry.key.value not in removed for entry in node.entries)

    def _remove_from_flow(self, spans: list[tuple[int, int]], gone: list[int]) -> None:
        """Delete entries within braces or brackets, each with one comma; some entry stays."""
        for first in gone:
            if first - 1 in gone:
                continue
            last = first
            while last + 1 in gone:
                last += 1
            if last + 1 < len(spans):
                self.edits.append(Edit(spans[first][0], spans[last + 1][0], ""))
            else:
                self.edits.append(Edit(spans[first - 1][1], spans[last][1], ""))

    def _list(self, key: str, node: List, old: list[Any], new: list[Any]) -> bool:
        """Change a list; False when it is better written anew."""
        from touchline.formats.yaml.block_list import BlockList

        if len(old) != len(node.items):
            raise NotEditable
        plan = list(matches(key, old, new))
        if not node.flow:
            BlockList(self, node, old, new).change(plan)
            return True
        stay = [(i, j) for i, j in plan if i is not None and j is not None]
        groups = all(isinstance(item, Group | Alias) for item in node.items)
        if stay != sorted(stay) or (len(stay) < len(plan) and not (groups and stay)):
            return False
        at: int | None = None
        for i, j in plan:
            if i is not None and j is not None:
                self.item(node, node.items[i], old[i], new[j])
                at = self.end(node.items[i])
            elif j is not None and at is None:
                first = node.items[stay[0][0]].start
                self.edits.append(Edit(first, first, f"{flow(new[j], inside=True)}, "))
            elif j is not None:
                self.edits.append(Edit(at or 0, at or 0, f", {flow(new[j], inside=True)}"))
        self._remove_from_flow(
            [(item.start, self.end(item)) for item in node.items],
            [i for i, j in plan if i is not None and j is None],
        )
        return True

    def _replace(self, node: Node, text: str) -> None:
        self.edits.append(Edit(node.start, self.end(node), text))


_NOTHING = object()
