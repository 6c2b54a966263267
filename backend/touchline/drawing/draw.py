"""Draw a process: a flow chart or a mind map, as SVG, PNG, PDF or DOT."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from touchline.drawing.flowchart import flowchart
from touchline.drawing.mindmap import mindmap
from touchline.drawing.options import Options
from touchline.drawing.painters.dot_source import dot_source
from touchline.drawing.painters.paint import paint
from touchline.drawing.painters.svg import svg
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet, quiet_of
from touchline.model.process import Process


class View(StrEnum):
    """What is drawn."""

    FLOWCHART = "flowchart"
    MINDMAP = "mindmap"


class Format(StrEnum):
    """The kinds of file."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"


MEDIA_TYPES = {
    Format.SVG: "image/svg+xml",
    Format.PNG: "image/png",
    Format.PDF: "application/pdf",
    Format.DOT: "text/vnd.graphviz; charset=utf-8",
}


@dataclass(frozen=True)
class Drawing:
    """A drawn file; `simplified` says that the process was too large for the usual care."""

    content: bytes
    media_type: str
    simplified: bool


def draw(
    process: Process,
    view: View | str = View.FLOWCHART,
    format: Format | str = Format.SVG,
    options: Options | None = None,
    *,
    quiet: Quiet | None = None,
    pool: Pool | None = None,
) -> Drawing:
    """Draw a process.

    `quiet` is what the chart shows of silence, found by the rules' own analysis when not given.
    Raises DrawingError when the process cannot be drawn within the limits of time, memory and size.
    Blocks while Graphviz works, at most twice the time limit: call it from a thread in async code.
    """
    view, format, options = View(view), Format(format), options or Options()
    quiet = quiet_of(process) if quiet is None else quiet
    media_type = MEDIA_TYPES[format]
    if format is Format.DOT:
        return Drawing(dot_source(process, view.value, quiet, options).encode(), media_type, False)
    painter = flowchart if view is View.FLOWCHART else mindmap
    picture, simplified = painter(process, quiet, options, pool)
    if format is Format.SVG:
        return Drawing(svg(picture, fonts=options.fonts).encode(), media_type, simplified)
    content, coarser = paint(picture, format.value, pool)
    return Drawing(content, media_type, simplified or coarser)
