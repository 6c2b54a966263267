"""Files of a process: the finished file in any format, and the thumbnail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from touchline.drawing.painters.svg import svg
from touchline.drawing.theme.colours import Theme as DrawnTheme
from touchline.drawing.thumbnail import thumbnail
from touchline.formats import all_formats, formats_by_id
from touchline.formats.format import Choices, Theme
from touchline.model.errors import TouchlineError
from touchline.model.process import Process

if TYPE_CHECKING:
    DrawnFormat = str
    FileFormat = str
else:
    # The registry knows the ids, which no type checker can.
    DrawnFormat = Literal[tuple(one.id for one in all_formats() if one.is_drawn)]
    FileFormat = Literal[tuple(one.id for one in all_formats() if one.writes)]


@dataclass(frozen=True)
class File:
    """A finished file; `name` is that of the process, `simplified` says that it was too large for
    the usual care."""

    content: bytes
    media_type: str
    simplified: bool = False
    name: str = ""


def drawn(process: Process, format: str, choices: Choices) -> File:
    """The file of a format. Raises DrawingError, TouchlineError for a format that is only read."""
    kind = formats_by_id()[format]
    if kind.writes is None:
        raise TouchlineError(f"Touchline reads {kind.name}, but does not write it.")
    written = kind.writes(process, choices)
    return File(written.content, kind.content_type, written.simplified, process.name)


def drawn_small(process: Process, theme: Theme) -> File:
    """The thumbnail of a process. Raises DrawingError."""
    picture = thumbnail(process, DrawnTheme(theme))
    return File(svg(picture).encode(), formats_by_id()["svg"].media_type, name=process.name)
