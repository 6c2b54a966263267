"""A text and the process that it says: where everything stands in it, and what is wrong there."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Any, Protocol, TypeAlias

from touchline.checking.structure import Fault
from touchline.checking.wellformed import examine
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_FILE_BYTES, MAX_PROBLEMS, in_mebibytes
from touchline.model.place import Place, shorten
from touchline.model.process import Process

NO_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
"""A character that no text file of ours has as it is; a format writes it as an escape."""
BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_LONGEST_QUOTE = 160


class Mark(Protocol):
    """A place in the text, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


Places: TypeAlias = "dict[str, Spot] | list[Spot] | None"
"""Where the entries of a group or list stand; None for a scalar."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one entry stands: its key (in a list: itself), its value, and what is inside."""

    key: Mark
    value: Mark
    inside: Places


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds, and what no file of ours may have.

    `unread` are the places whose value is not what the person meant, so that nothing more can be
    said of it.
    """

    data: Any
    places: Places
    problems: list[Problem]
    unread: set[Place]


@dataclass(frozen=True, slots=True)
class Source:
    """A well-formed process and the text that it came from."""

    name: str
    text: str
    process: Process
    places: Places

    def position(self, place: Place) -> tuple[int, int]:
        """Line and column of the value at `place` (`("edges", 3, "to")`), each from 1; of the
        nearest thing around it when it is not written there."""
        return _position(self.places, place, of_key=False)

    def lines(self) -> Lines:
        """The lines where steps and edges begin, for findings."""
        return Lines(
            {
                step.id: self.position(("steps", index))[0]
                for index, step in enumerate(self.process.steps)
            },
            {
                edge.pair: self.position(("edges", index))[0]
                for index, edge in enumerate(self.process.edges)
            },
        )


@dataclass(frozen=True, slots=True)
class Lines:
    """The line where each step and each edge begins."""

    of_steps: Mapping[str, int]
    of_edges: Mapping[tuple[str, str], int]

    def of(self, steps: Sequence[str], edges: Sequence[tuple[str, str]]) -> int:
        """The line that a finding points at: its first edge, else its first step, else line 1."""
        if edges:
            return self.of_edges.get(edges[0], 1)
        return self.of_steps.get(steps[0], 1) if steps else 1


def source_of(tree: Tree, text: str, name: str) -> Source:
    """The process that a tree describes; `text` is what it was read from, `name` what errors call
    the file.

    Raises NotWellFormed with every problem at once, each with its line, column and that line
    quoted.
    """
    process, faults = (None, []) if tree.problems and tree.data is None else examine(tree.data)
    wrong = _in_order(tree, faults)
    if process is None or wrong:
        listed = list(_quoted(text.removeprefix(BYTE_ORDER_MARK), wrong))
        raise NotWellFormed(listed, name, unlisted=len(wrong) - len(listed))
    return Source(name, text, process, tree.places)


def decoded(content: str | bytes, name: str) -> str:
    """The content as text. Raises NotWellFormed for one that is too large, is not UTF-8 or has
    control characters in it."""
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "replace"))
    if size > MAX_FILE_BYTES:
        expected = f"at most {MAX_FILE_BYTES:,} bytes ({in_mebibytes(MAX_FILE_BYTES)})"
        raise NotWellFormed([Problem("", "a file larger than that", expected)], name)
    if isinstance(content, bytes):
        content = _text_of(content, name)
    text = content.removeprefix(BYTE_ORDER_MARK)
    if NO_TEXT.search(text):
        raise NotWellFormed(list(_stray_characters(text)), name)
    return content


def _text_of(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problem = Problem("", "UTF-16", "UTF-8; save the file with that encoding", line=1, column=1)
        raise NotWellFormed([problem], name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = _line_and_column(before, len(before))
        found = f"the byte 0x{content[error.start]:02x}, which is not UTF-8"
        expected = "UTF-8; save the file with that encoding"
        problem = Problem("", found, expected, line=line, column=column)
        raise NotWellFormed([problem], name) from None


def _stray_characters(text: str) -> Iterator[Problem]:
    """The first stray control character of every line that has one, up to a screenful."""
    last = 0
    for count, match in enumerate(NO_TEXT.finditer(text)):
        line, column = _line_and_column(text, match.start())
        if line != last:
            last = line
            found = f"the character U+{ord(match[0]):04X}"
            quote = _quote(text, match.start() - column + 1, column)
            yield Problem("", found, "text", line=line, column=column, quote=quote)
        if count > 20:
            return


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


_Spoken: TypeAlias = tuple[tuple[int, int], Callable[[], Problem]]
"""Line and column of something wrong, and what puts it in words."""


def _in_order(tree: Tree, faults: list[Fault]) -> list[_Spoken]:
    """Everything that is wrong, by line and column, each value once."""
    wrong: list[_Spoken] = [
        ((problem.line or 1, problem.column or 1), partial(replace, problem))
        for problem in tree.problems
    ]
    for fault in faults:
        if not (tree.unread and _is_within(fault.place, tree.unread)):
            where = _position(tree.places, fault.place, of_key=fault.of_key)
            wrong.append((where, fault.say))
    return sorted(wrong, key=itemgetter(0))


def _is_within(place: Place, unread: Set[Place]) -> bool:
    return any(place[:depth] in unread for depth in range(len(place) + 1))


def _position(places: Places, place: Place, *, of_key: bool) -> tuple[int, int]:
    here, mark = places, None
    for index, part in enumerate(place):
        spot = None
        if isinstance(here, dict) and isinstance(part, str):
            spot = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            spot = here[part]
        if spot is None:
            break
        mark = spot.key if of_key and index == len(place) - 1 else spot.value
        here = spot.inside
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _quoted(text: str, wrong: list[_Spoken]) -> Iterator[Problem]:
    """The first problems in words, each with its line quoted."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    for (line, column), say in wrong[:MAX_PROBLEMS]:
        quote = _quote(text, starts[min(line, len(starts)) - 1], column)
        yield say().at(line, column, quote)


def _quote(text: str, start: int, column: int) -> str:
    """The line that begins at `start`, cut to what is around the column when it is long."""
    skip = max(0, column - _LONGEST_QUOTE // 2) if column > _LONGEST_QUOTE else 0
    piece = text[start + skip : start + skip + _LONGEST_QUOTE + 1]
    end = _LINE_END.search(piece)
    shown = shorten(piece[: end.start()] if end else piece, _LONGEST_QUOTE)
    return f"…{shown}" if skip else shown
