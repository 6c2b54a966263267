"""Changes of a list that has an entry on each line or more, each after its dash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from touchline.formats.yaml.line_ends import Edit
from touchline.formats.yaml.nodes import Group, List, Node, target_of
from touchline.formats.yaml.text import fits, flow, list_item

if TYPE_CHECKING:
    from touchline.formats.yaml.edit import Editor


@dataclass
class BlockList:
    """A list of a text, as it is and as it is to be."""

    editor: Editor
    node: List
    old: list[Any]
    new: list[Any]

    def change(self, plan: list[tuple[int | None, int | None]]) -> None:
        """Change it by pairs of an old and a new index. Raises NotEditable."""
        editor, items = self.editor, self.node.items
        deleted = [i for i, j in plan if i is not None and j is None]
        at = self._end_of_heading()
        first = True
        for i, j in plan:
            if j is None:
                continue
            if i is None:
                self._insert(at, self.new[j], first=first)
            else:
                editor.item(self.node, items[i], self.old[i], self.new[j])
                at, first = editor.line_end(editor.end(items[i])), False
        for i in deleted:
            self._delete(items[i])

    @property
    def _column(self) -> int:
        return self.editor.column(self.node.start)

    def _end_of_heading(self) -> int:
        """The end of the line above the first entry and its comments."""
        start = self.editor.line_start(self._dash(self.node.items[0]))
        while start:
            above = self.editor.line_start(start - 1)
            line = self.editor.text[above : start - 1].strip()
            if line and not line.startswith("#"):
                return start - 1
            start = above
        raise self._not_editable()

    def _dash(self, item: Node) -> int:
        start = self.editor.line_start(item.start)
        while True:
            at = start + self._column
            if self.editor.text[at : at + 1] == "-" and not self.editor.text[start:at].strip():
                return at
            if start == 0:
                raise self._not_editable()
            start = self.editor.line_start(start - 1)

    def _not_editable(self) -> Exception:
        from touchline.formats.yaml.edit import NotEditable

        return NotEditable()

    def _insert(self, at: int, value: Any, *, first: bool) -> None:
        column = self._column
        like = target_of(self.node.items[0])
        in_braces = isinstance(like, Group) and like.flow
        if isinstance(value, dict) and in_braces and fits(value, column + 2):
            lines = [f"{' ' * column}- {flow(value)}"]
        else:
            lines = list(list_item(value, column, open_out=isinstance(like, Group)))
        free = [""] if self._is_spaced else []
        lines = [*lines, *free] if first else [*free, *lines]
        self.editor.edits.append(Edit(at, at, "".join(f"\n{line}" for line in lines)))

    @property
    def _is_spaced(self) -> bool:
        """Whether the person leaves a line free between entries."""
        if len(self.node.items) < 2:
            return False
        end = self.editor.line_end(self.editor.end(self.node.items[0]))
        following = self._dash(self.node.items[1])
        return "\n\n" in self.editor.text[end:following].replace(" ", "")

    def _delete(self, item: Node) -> None:
        editor = self.editor
        end = editor.line_end(editor.end(item))
        if item is not self.node.items[-1] and self._is_free(end + 1):
            # Of two free lines that would meet, one goes.
            end = editor.line_end(end + 1)
        editor.delete_lines(editor.line_start(self._dash(item)), end)

    def _is_free(self, start: int) -> bool:
        return not self.editor.text[start : self.editor.line_end(start)].strip()
