"""Text for people: coloured and wrapped on a terminal, plain everywhere else."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass, field
from typing import NamedTuple, TextIO, TypeAlias

Piece: TypeAlias = str | tuple[str, str]
"""A piece of a line, with a Rich style or without."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would obey."""
    return _CONTROLS.sub(" ", text)


class _Line(NamedTuple):
    pieces: tuple[Piece, ...]
    indent: int
    hang: int
    wrap: bool


@dataclass
class Screen:
    """Lines gathered for one stream, shown in one go."""

    stream: TextIO
    _lines: list[_Line] = field(default_factory=list)

    def line(self, *pieces: Piece, indent: int = 0, hang: int = 0, wrap: bool = True) -> None:
        """Add a line; what is wrapped goes on `indent` and `hang` spaces in."""
        self._lines.append(_Line(pieces, indent, hang, wrap))

    def text(self) -> str:
        """The lines as one text, styled when the stream is a terminal."""
        return self._styled() if self._is_terminal else self._plain()

    def show(self) -> None:
        """Write the lines to the stream."""
        self.stream.write(self.text())
        self.stream.flush()

    @property
    def _is_terminal(self) -> bool:
        return self.stream.isatty() or bool(os.environ.get("FORCE_COLOR"))

    def _plain(self) -> str:
        lines = (" " * line.indent + "".join(map(_words, line.pieces)) for line in self._lines)
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _styled(self) -> str:
        # Rich looks at NO_COLOR, TERM and the width by itself.
        from rich.console import Console
        from rich.text import Text

        page = io.StringIO()
        console = Console(
            file=page, force_terminal=True, highlight=False, markup=False, emoji=False
        )
        for line in self._lines:
            text = Text()
            for piece in line.pieces:
                text.append(*((piece,) if isinstance(piece, str) else piece))
            room = max(20, console.width - line.indent - line.hang)
            text.rstrip()
            parts = text.wrap(console, room) if line.wrap else [text]
            for number, part in enumerate(parts or [text]):
                margin = line.indent + (line.hang if number else 0)
                console.print(Text(" " * margin).append_text(part), soft_wrap=True)
        return page.getvalue()


def _words(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece[0]
