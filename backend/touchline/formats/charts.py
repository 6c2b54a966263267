"""What the formats of a drawn chart have in common."""

from __future__ import annotations

from collections.abc import Callable

from touchline.formats.format import Choices, Written
from touchline.model.process import Process


def chart_as(kind: str) -> Callable[[Process, Choices], Written]:
    """What writes a flow chart or mind map as `kind`, one of the kinds that drawing knows."""

    def write(process: Process, choices: Choices) -> Written:
        from touchline.drawing.draw import draw

        drawing = draw(process, choices.view, kind, choices.for_drawing())
        return Written(drawing.content, drawing.simplified)

    return write
