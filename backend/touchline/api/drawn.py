"""Drawings as responses: the right headers, a safe name, and no work for what the browser has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import quote

from fastapi import Request, Response

from touchline.api.etags import unchanged
from touchline.api.file_names import safe_file_name
from touchline.api.services import Services
from touchline.drawing.draw import MEDIA_TYPES, Format, draw
from touchline.drawing.options import Direction as DrawnDirection
from touchline.drawing.options import Options
from touchline.drawing.painters.svg import svg
from touchline.drawing.playbook.book import playbook
from touchline.drawing.theme.colours import Theme as DrawnTheme
from touchline.drawing.thumbnail import thumbnail
from touchline.model.process import Process

Theme: TypeAlias = Literal["light", "dark"]
Direction: TypeAlias = Literal["TB", "LR"]
View: TypeAlias = Literal["flowchart", "mindmap"]
DrawnFormat: TypeAlias = Literal["svg", "png", "pdf", "dot", "html"]

SIMPLIFIED = "X-Touchline-Simplified"
_POLICIES = {
    "svg": "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
    "html": "default-src 'none'; style-src 'unsafe-inline'; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}


@dataclass(frozen=True)
class Wanted:
    """What is to be drawn."""

    view: View = "flowchart"
    format: DrawnFormat = "svg"
    theme: Theme = "light"
    direction: Direction = "TB"
    title: bool = False
    legend: bool = False
    date: str | None = None
    fonts: bool = True

    def options(self) -> Options:
        """The options that drawing takes."""
        return Options(
            theme=DrawnTheme(self.theme),
            direction=DrawnDirection(self.direction),
            title=self.title,
            legend=self.legend,
            date=self.date,
            fonts=self.fonts,
        )


@dataclass(frozen=True)
class File:
    """A finished file."""

    content: bytes
    media_type: str
    simplified: bool = False


def drawn(process: Process, wanted: Wanted) -> File:
    """The file that is wanted. Raises DrawingError. Blocks; call it in a thread."""
    if wanted.format == "html":
        page = playbook(process, wanted.options())
        return File(page.encode(), "text/html; charset=utf-8")
    drawing = draw(process, wanted.view, wanted.format, wanted.options())
    return File(drawing.content, MEDIA_TYPES[Format(wanted.format)], drawing.simplified)


def file_response(
    file: File, extension: str, *, name: str, inline: bool, tag: str | None = None
) -> Response:
    """A response with a file named after a process; `tag` is its ETag."""
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": disposition(f"{name}.{extension}", inline=inline),
    }
    if tag is not None:
        headers["ETag"] = tag
    if file.simplified:
        headers[SIMPLIFIED] = "true"
    if policy := _POLICIES.get(extension):
        headers["Content-Security-Policy"] = policy
    return Response(file.content, media_type=file.media_type, headers=headers)


def disposition(filename: str, *, inline: bool) -> str:
    """A Content-Disposition (RFC 6266) whose file name no system can take for anything else."""
    name = safe_file_name(filename)
    plain = "".join(c if c.isascii() else "_" for c in name)
    place = "inline" if inline else "attachment"
    return f"{place}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def drawn_small(process: Process, theme: Theme) -> File:
    """The thumbnail of a process. Raises DrawingError. Blocks; call it in a thread."""
    picture = thumbnail(process, DrawnTheme(theme))
    return File(svg(picture).encode(), MEDIA_TYPES[Format.SVG])


async def shown(
    here: Services, request: Request, name: str, tag: str, make: Callable[[], File]
) -> Response:
    """An SVG shown in a page, made only when the browser does not have the one with that ETag."""
    if unchanged(request, tag):
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
    file = await here.drawing.run(make)
    return file_response(file, "svg", name=name, inline=True, tag=tag)
