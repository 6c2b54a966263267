"""The icons of kinds and channels: strokes from Tabler Icons, as the editor's canvas shows them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from touchline.drawing.picture import Curve, Point, Shape
from touchline.model.process import Kind, Step

ICON_SIZE = 20.0
_GRID = 24.0
_FILE = Path(__file__).with_name("icons.json")


def icon_of(step: Step) -> str:
    """The name of a step's icon: its outcome, channel or kind."""
    if step.kind is Kind.END:
        return step.outcome.value if step.outcome else "end"
    if step.kind is Kind.CONTACT and step.channel:
        return step.channel.value
    return step.kind.value


@lru_cache(maxsize=512)
def icon_items(name: str, color: str, left: float, top: float) -> tuple[Shape, ...]:
    """An icon drawn in a square of ICON_SIZE pixels with its top-left corner at a place."""
    scale = ICON_SIZE / _GRID
    shapes = []
    for stroke in _strokes()[name]:
        points = [
            [
                Point(left + x * scale, top + y * scale)
                for x, y in zip(part[::2], part[1::2], strict=True)
            ]
            for part in stroke
        ]
        parts = tuple(Curve(*part) if len(part) == 3 else part[0] for part in points[1:])
        shapes.append(Shape(points[0][0], parts, stroke=color, width=1.75 * scale, closed=False))
    return tuple(shapes)


@lru_cache(maxsize=1)
def _strokes() -> dict[str, list[list[list[float]]]]:
    strokes: dict[str, list[list[list[float]]]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return strokes
