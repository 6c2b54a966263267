"""What a format is: how its files are named, what reads and writes them, what can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from touchline.formats.source import Source
from touchline.model.errors import TouchlineError
from touchline.model.process import Process

if TYPE_CHECKING:
    from touchline.drawing.options import Options

View: TypeAlias = Literal["flowchart", "mindmap"]
Theme: TypeAlias = Literal["light", "dark"]
Direction: TypeAlias = Literal["TB", "LR"]
Option: TypeAlias = Literal["view", "theme", "direction", "title", "legend", "date"]
"""What can be chosen about a file; each is a field of Choices."""

CHART_OPTIONS: tuple[Option, ...] = ("view", "theme", "direction", "title", "legend", "date")
"""What can be chosen about a drawn chart."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen about a file; a format heeds the `options` that it names.

    `date` is text, written as it is given. Without `fonts` an SVG or a playbook leaves out the
    letters that it uses, for a page that has them.
    """

    view: View = "flowchart"
    theme: Theme = "light"
    direction: Direction = "TB"
    title: bool = False
    legend: bool = False
    date: str | None = None
    fonts: bool = True

    def for_drawing(self) -> Options:
        """The same as drawing takes it."""
        from touchline.drawing.options import Direction, Options
        from touchline.drawing.theme.colours import Theme

        return Options(
            theme=Theme(self.theme),
            direction=Direction(self.direction),
            title=self.title,
            legend=self.legend,
            date=self.date,
            fonts=self.fonts,
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file; `simplified` says that the process was too large for the usual care."""

    content: bytes
    simplified: bool = False


Reads: TypeAlias = Callable[[bytes, str], Source]
"""Takes the bytes of a file and what errors call it; raises NotWellFormed."""
Writes: TypeAlias = Callable[[Process, Choices], Written]
"""Takes a process and what was chosen; raises DrawingError where something is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file that Touchline reads or writes.

    `use` says what it is good for, `rank` where menus list it: low ones first. The first ending and
    the first media type are its own, the others are understood as well. `options` are the choices
    that it heeds; `policy` is the content security policy of a file that a browser may open. With
    `is_origin` the text of an imported file is kept, and changes are put into it.
    """

    id: str
    name: str
    use: str
    rank: int
    endings: tuple[str, ...]
    media_types: tuple[str, ...]
    charset: str | None = None
    reads: Reads | None = None
    writes: Writes | None = None
    options: tuple[Option, ...] = ()
    policy: str | None = None
    is_origin: bool = False

    def read(self, content: bytes, name: str) -> Source:
        """The process in a file; `name` is what errors call it.

        Raises NotWellFormed, TouchlineError for a format that can only be written.
        """
        if self.reads is None:
            raise TouchlineError(f"{self.name} is a format that can only be written.")
        return self.reads(content, name)

    @property
    def ending(self) -> str:
        """The ending of its files' names, without the dot."""
        return self.endings[0]

    @property
    def media_type(self) -> str:
        """Its media type."""
        return self.media_types[0]

    @property
    def content_type(self) -> str:
        """Its media type as a header says it."""
        return f"{self.media_type}; charset={self.charset}" if self.charset else self.media_type

    @property
    def is_drawn(self) -> bool:
        """Whether writing it takes Graphviz, and so time and memory."""
        return bool(self.options)
