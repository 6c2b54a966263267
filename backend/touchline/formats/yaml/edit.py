"""Changes put into YAML text at the very places where they are, all else left as it stands.

Only what differs between two states of a process is touched; comments, order, quoting, spacing and
style of everything else are the person's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from touchline.formats.yaml.matching import matches
from touchline.formats.yaml.text import entry, fits, flow, list_item

Data: TypeAlias = dict[str, Any]


class NotEditable(Exception):
    """The text has something (an alias, overlapping changes) that cannot be edited in place."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


class _Entry(NamedTuple):
    key: yaml.ScalarNode
    value: yaml.Node


def edit(text: str, old: Data, new: Data) -> str:
    """The text with its data changed from `old` to `new`.

    The text is well-formed YAML without byte order mark, and `old` is what it says. Raises
    NotEditable.
    """
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode) or _has_aliases(root):
        raise NotEditable
    editor = _Editor(text)
    editor.mapping(root, old, new)
    return editor.result()


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _has_aliases(root: yaml.Node) -> bool:
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
    return False


@dataclass
class _Editor:
    text: str
    edits: list[_Edit] = field(default_factory=list)

    def result(self) -> str:
        """The text with all edits made. Raises NotEditable when two of them overlap."""
        parts, position = [], 0
        for change in sorted(self.edits, key=lambda one: one.start):
            if change.start < position:
                raise NotEditable
            parts += [self.text[position : change.start], change.text]
            position = change.end
        return "".join([*parts, self.text[position:]])

    def mapping(self, node: yaml.MappingNode, old: Data, new: Data) -> None:
        """Change a group of keys."""
        entries = {key.value: _Entry(key, value) for key, value in node.value}
        changed = {key for key in new if key not in old or old[key] != new[key]}
        removed = {key for key in entries if key not in new and key in old}
        if node.flow_style and (removed or not changed <= entries.keys()):
            self._replace(node, flow(new))
            return
        kept: _Entry | None = None
        for key in new:
            if key in entries:
                kept = entries[key]
                if key in changed:
                    self._value(node, kept, old.get(key), new[key])
            elif key in changed:
                self._insert_key(node, kept, key, new[key])
        for key in removed:
            self._remove_key(node, entries[key])

    def _value(self, parent: yaml.Node, place: _Entry, old: Any, new: Any) -> None:
        node = place.value
        if isinstance(node, yaml.MappingNode) and node.value and isinstance(old, dict):
            self.mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and node.value and isinstance(old, list):
            if not self._sequence(place.key.value, node, old, new):
                self._write_entry(parent, place, new)
        elif isinstance(new, list | dict) or "\n" in str(new) or self._is_block_scalar(node):
            self._write_entry(parent, place, new)
        elif node.start_mark.index == node.end_mark.index:
            self.edits.append(
                _Edit(self._end(node), self._end(node), f" {self._flow(parent, new)}")
            )
        else:
            self._replace(node, self._flow(parent, new))

    def _is_block_scalar(self, node: yaml.Node) -> bool:
        return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")

    def _flow(self, parent: yaml.Node, value: Any) -> str:
        return flow(value, inside=_is_flow(parent) or isinstance(value, list | dict))

    def _write_entry(self, parent: yaml.Node, place: _Entry, value: Any) -> None:
        key = place.key
        end = self._end(place.value)
        if _is_flow(parent):
            self.edits.append(_Edit(key.start_mark.index, end, flow({key.value: value})[1:-1]))
            return
        lines = list(entry(key.value, value, key.start_mark.column))
        lines[0] = lines[0].lstrip(" ")
        if len(lines) > 1:
            # A comment at the end of the line stays with the key, not with the last line below it.
            rest = self._line_end(end)
            lines[0] += self.text[end:rest]
            end = rest
        self.edits.append(_Edit(key.start_mark.index, end, "\n".join(lines)))

    def _insert_key(self, node: yaml.MappingNode, kept: _Entry | None, key: str, new: Any) -> None:
        if not node.value:
            raise NotEditable
        after = kept or _Entry(*node.value[-1])
        end = self._line_end(self._end(after.value))
        column = node.value[0][0].start_mark.column
        self.edits.append(_Edit(end, end, "".join(f"\n{line}" for line in entry(key, new, column))))

    def _remove_key(self, node: yaml.MappingNode, place: _Entry) -> None:
        start = place.key.start_mark.index
        line = self._line_start(start)
        if not self.text[line:start].strip():
            self._delete_lines(line, self._line_end(self._end(place.value)))
            return
        # It stands after the dash of a list entry: the next key takes its place.
        following = [key.start_mark.index for key, _ in node.value if key.start_mark.index > start]
        if not following:
            raise NotEditable
        self.edits.append(_Edit(start, min(following), ""))

    def _sequence(self, key: str, node: yaml.SequenceNode, old: list[Any], new: list[Any]) -> bool:
        """Change a list; False when it is better written anew."""
        if len(old) != len(node.value):
            raise NotEditable
        plan = list(matches(key, old, new))
        if node.flow_style:
            if [(i, j) for i, j in plan if i is None or j is None] or plan != sorted(plan):
                return False
            for i, j in plan:
                if i is not None and j is not None:
                    self._item(node, node.value[i], old[i], new[j])
            return True
        _BlockList(self, node, old, new).change(plan)
        return True

    def _item(self, parent: yaml.Node, node: yaml.Node, old: Any, new: Any) -> None:
        if old == new:
            return
        if isinstance(node, yaml.MappingNode):
            self.mapping(node, old, new)
        else:
            self._replace(node, flow(new, inside=_is_flow(parent)))

    def _replace(self, node: yaml.Node, text: str) -> None:
        self.edits.append(_Edit(node.start_mark.index, self._end(node), text))

    def _end(self, node: yaml.Node) -> int:
        """Where a node ends: libyaml's own mark of a block is where the next thing begins."""
        while not getattr(node, "flow_style", True) and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start:end].rstrip()) if self._is_block_scalar(node) else end

    def _delete_lines(self, start: int, end: int) -> None:
        # With the line break before them, since new lines may come where they end.
        if start:
            self.edits.append(_Edit(start - 1, end, ""))
        else:
            self.edits.append(_Edit(0, end + 1, ""))

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end


@dataclass
class _BlockList:
    """A list with an entry on each line or more, each after its dash."""

    editor: _Editor
    node: yaml.SequenceNode
    old: list[Any]
    new: list[Any]

    def change(self, plan: list[tuple[int | None, int | None]]) -> None:
        editor, items = self.editor, self.node.value
        deleted = {i for i, j in plan if j is None}
        at = self._end_of_heading()
        first = True
        for i, j in plan:
            if j is None:
                continue
            if i is None:
                self._insert(at, self.new[j], first=first)
            else:
                editor._item(self.node, items[i], self.old[i], self.new[j])
                at, first = editor._line_end(editor._end(items[i])), False
        for i in sorted(deleted - {None}):  # type: ignore[type-var]
            self._delete(items[i])

    def _end_of_heading(self) -> int:
        """The end of the line above the first entry and its comments."""
        start = self.editor._line_start(self._dash(self.node.value[0]))
        while start:
            above = self.editor._line_start(start - 1)
            line = self.editor.text[above : start - 1].strip()
            if line and not line.startswith("#"):
                return start - 1
            start = above
        raise NotEditable

    def _dash(self, item: yaml.Node) -> int:
        column = self.node.start_mark.column
        start = self.editor._line_start(item.start_mark.index)
        while True:
            at = start + column
            if self.editor.text[at : at + 1] == "-" and not self.editor.text[start:at].strip():
                return at
            if start == 0:
                raise NotEditable
            start = self.editor._line_start(start - 1)

    def _insert(self, at: int, value: Any, *, first: bool) -> None:
        column = self.node.start_mark.column
        like = self.node.value[0]
        if isinstance(value, dict) and _is_flow(like) and fits(value, column + 2):
            lines = [f"{' ' * column}- {flow(value)}"]
        else:
            lines = list(list_item(value, column, open_out=isinstance(like, yaml.MappingNode)))
        free = [""] if self._is_spaced else []
        lines = [*lines, *free] if first else [*free, *lines]
        self.editor.edits.append(_Edit(at, at, "".join(f"\n{line}" for line in lines)))

    @property
    def _is_spaced(self) -> bool:
        """Whether the person leaves a line free between entries."""
        if len(self.node.value) < 2:
            return False
        end = self.editor._line_end(self.editor._end(self.node.value[0]))
        following = self._dash(self.node.value[1])
        return "\n\n" in self.editor.text[end:following].replace(" ", "").replace("\r", "")

    def _delete(self, item: yaml.Node) -> None:
        editor = self.editor
        end = editor._line_end(editor._end(item))
        if item is not self.node.value[-1] and self._is_free(end + 1):
            # Of two free lines that would meet, one goes.
            end = editor._line_end(end + 1)
        editor._delete_lines(editor._line_start(self._dash(item)), end)

    def _is_free(self, start: int) -> bool:
        return not self.editor.text[start : self.editor._line_end(start)].strip()
