"""YAML text to plain data with the place of everything, bounded while it is read.

The events of libyaml are taken one at a time and nothing is built beyond the limits: nesting,
number of nodes, what aliases expand to. No tag is ever acted upon, and nothing here recurses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml._yaml import CParser

from touchline.formats.source import Mark, Places, Spot, Tree
from touchline.formats.yaml.scalars import resolve
from touchline.formats.yaml.words import AT_ITS_BEGINNING, in_plain_words
from touchline.model.errors import Problem
from touchline.model.limits import MAX_FILE_BYTES, MAX_NESTING, MAX_NODES
from touchline.model.place import Place, describe, path, shorten

MERGE_KEY = "<<"
"""The key whose value is a group of keys, or a list of them, that belong to the group around it."""


@dataclass(slots=True)
class _Frame:
    """A group or list that is being read."""

    data: Any
    places: Any
    start: Mark
    anchor: str | None
    nodes_before: int
    characters_before: int
    deepest: int
    is_key: bool = False
    key: str | None = None
    key_mark: Any = None
    skip_value: bool = False
    merges: bool = False


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an alias stands for, and what it costs to have it once more."""

    data: Any
    places: Places
    nodes: int
    characters: int
    levels: int


class _UnreadableError(Exception):
    """A limit is passed or the YAML is broken: what follows cannot be read."""


def read_tree(text: str) -> Tree:
    """The data in a text, with places and problems. Linear in its length, which is bounded."""
    reader = _Reader(text)
    try:
        reader.run()
    except _UnreadableError:
        return Tree(None, None, reader.problems, reader.unread)
    return Tree(reader.root, reader.root_places, reader.problems, reader.unread)


@dataclass(slots=True)
class _Reader:
    text: str
    problems: list[Problem] = field(default_factory=list)
    unread: set[Place] = field(default_factory=set)
    root: Any = None
    root_places: Places = None
    _frames: list[_Frame] = field(default_factory=list)
    _anchors: dict[str, _Anchored | None] = field(default_factory=dict)
    _nodes: int = 0
    _characters: int = 0
    _documents: int = 0

    def run(self) -> None:
        """Take every event. Raises _UnreadableError when the rest cannot be read."""
        parser = CParser(self.text)
        try:
            while True:
                event = parser.get_event()
                kind = type(event)
                if kind is ScalarEvent:
                    self._scalar(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._open(event, {} if kind is MappingStartEvent else [])
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self._close()
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentStartEvent:
                    self._document(event)
                elif kind is StreamEndEvent:
                    return
        except MarkedYAMLError as error:
            self._broken(error)
        finally:
            parser.dispose()

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._problem(event.start_mark, "a second document (after “---”)", "one document")
            raise _UnreadableError

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        self._count(event.start_mark, 1, len(text))
        if event.tag is not None or event.anchor is not None:
            self._tag(event)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.key is None and frame.places.__class__ is dict:
            self._key(frame, text, event)
            return
        value = resolve(text) if event.implicit[0] else text
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, None, 1, len(text), 0)
        self._add(value, event.start_mark, None)

    def _key(self, frame: _Frame, text: str, event: Any) -> None:
        frame.key, frame.key_mark = text, event.start_mark
        if text in frame.data:
            first = frame.places[text].key.line + 1
            found = f"the key `{shorten(text)}` again, as on line {first}"
            frame.skip_value = True
            self._problem(event.start_mark, found, "each key once")
        elif text == MERGE_KEY and event.implicit[0]:
            frame.merges = True

    def _open(self, event: Any, data: dict[str, Any] | list[Any]) -> None:
        mark = event.start_mark
        depth = len(self._frames) + 1
        if depth > MAX_NESTING:
            self._too_deep(mark)
        before = self._nodes, self._characters
        self._count(mark, 1, 0)
        if event.tag is not None:
            self._tag(event)
        as_key = self._is_at_key
        if as_key:
            self._problem(mark, f"{describe([0] if data == [] else {0: 0})} as a key", "text")
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        places: Places = {} if isinstance(data, dict) else []
        frame = _Frame(data, places, mark, event.anchor, *before, depth, as_key)
        self._frames.append(frame)

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.merges:
            self._merge(frame)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = _Anchored(
                frame.data,
                frame.places,
                self._nodes - frame.nodes_before,
                self._characters - frame.characters_before,
                frame.deepest - len(self._frames),
            )
        if self._frames:
            parent = self._frames[-1]
            parent.deepest = max(parent.deepest, frame.deepest)
            if frame.is_key:
                parent.key, parent.key_mark, parent.skip_value = "", frame.start, True
                return
        self._add(frame.data, frame.start, frame.places)

    def _merge(self, frame: _Frame) -> None:
        """Put the keys in that `<<` brings along, each where the group has no such key itself."""
        value, spot = frame.data.pop(MERGE_KEY, None), frame.places.pop(MERGE_KEY, None)
        if spot is None:
            return
        several = isinstance(value, list)
        values, spots = (value, spot.inside or []) if several else ([value], [spot])
        for group, place in zip(values, spots, strict=False):
            if isinstance(group, dict):
                self._count(place.value, len(group), 0)
                for key, entry in group.items():
                    if key not in frame.data:
                        frame.data[key], frame.places[key] = entry, place.inside[key]
            else:
                found = f"{describe(group)} to merge (`{MERGE_KEY}`)"
                expected = "a group of keys, or a list of such groups"
                self._problem(place.value, found, expected, unread=False)

    def _alias(self, event: Any) -> None:
        mark, name = event.start_mark, f"*{shorten(event.anchor)}"
        if self._is_at_key:
            self._problem(mark, f"the alias `{name}` as a key", "a key written out")
            frame = self._frames[-1]
            frame.key, frame.key_mark, frame.skip_value = "", mark, True
            return
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            if event.anchor in self._anchors:
                self._problem(mark, f"the alias `{name}` inside what it stands for", "no loops")
            else:
                self._problem(mark, f"the alias `{name}`", "an anchor of that name before it")
            self._add(None, mark, None)
            return
        self._count(mark, anchored.nodes, anchored.characters)
        deepest = len(self._frames) + anchored.levels
        if deepest > MAX_NESTING:
            self._too_deep(mark)
        if self._frames:
            self._frames[-1].deepest = max(self._frames[-1].deepest, deepest)
        self._add(anchored.data, mark, anchored.places)

    def _add(self, value: Any, mark: Mark, inside: Places) -> None:
        if not self._frames:
            self.root, self.root_places = value, inside
            return
        frame = self._frames[-1]
        if isinstance(frame.data, list):
            frame.data.append(value)
            frame.places.append(Spot(mark, mark, inside))
            return
        key, frame.key = frame.key, None
        if frame.skip_value:
            frame.skip_value = False
            return
        frame.data[key] = value
        frame.places[key] = Spot(frame.key_mark, mark, inside)

    def _count(self, mark: Mark, nodes: int, characters: int) -> None:
        self._nodes += nodes
        self._characters += characters
        if self._nodes > MAX_NODES:
            self._problem(mark, f"more than {MAX_NODES:,} values", f"at most {MAX_NODES:,}")
            raise _UnreadableError
        if self._characters > MAX_FILE_BYTES:
            found = "aliases that stand for more text than a file may have"
            self._problem(mark, found, f"at most {MAX_FILE_BYTES:,} characters")
            raise _UnreadableError

    def _tag(self, event: Any) -> None:
        if event.tag is not None:
            found = f"the tag `{shorten(event.tag)}`"
            expected = "no tags; put text that begins with “!” in quotes"
            self._problem(event.start_mark, found, expected)

    def _too_deep(self, mark: Mark) -> None:
        found = f"lists or groups nested more than {MAX_NESTING} deep"
        self._problem(mark, found, f"at most {MAX_NESTING} levels")
        raise _UnreadableError

    def _broken(self, error: MarkedYAMLError) -> None:
        said = error.problem or ""
        mark: Any = error.problem_mark or error.context_mark
        began: Any = error.context_mark
        if began is not None and any(part in said for part in AT_ITS_BEGINNING):
            mark = began
        lines = self.text.split("\n", mark.line + 1) if mark else []
        line = lines[mark.line] if mark and mark.line < len(lines) else ""
        found, expected = in_plain_words(said, line[mark.column : mark.column + 1] if line else "")
        self._problem(mark, found, expected)
        raise _UnreadableError

    def _problem(
        self, mark: Mark | None, found: str, expected: str, *, unread: bool = True
    ) -> None:
        place = self._place()
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(path(place), found, expected, line=line, column=column))
        if unread and not self._is_at_key and not (self._frames and self._frames[-1].skip_value):
            self.unread.add(place)

    @property
    def _is_at_key(self) -> bool:
        """Whether a key comes next: what is wrong there says nothing of the group around it."""
        frame = self._frames[-1] if self._frames else None
        return frame is not None and frame.key is None and isinstance(frame.data, dict)

    def _place(self) -> Place:
        parts: list[str | int] = []
        for frame in self._frames:
            if isinstance(frame.data, list):
                parts.append(len(frame.data))
            elif frame.key is not None:
                parts.append(frame.key)
        return tuple(parts)
