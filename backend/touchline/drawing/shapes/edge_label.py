"""What is written on an edge: its condition, its longest wait, and how long a silence is there."""

from __future__ import annotations

from dataclasses import dataclass

from touchline.drawing.quiet import Quiet
from touchline.drawing.theme.colours import measures
from touchline.drawing.theme.wrap import comfortable_width, widest, wrap_evenly
from touchline.model.process import Edge

_WIDTH = 132.0
PADDING_X, PADDING_Y = 6.0, 3.0
BADGE_GAP = 3.0


@dataclass(frozen=True)
class EdgeLabel:
    """The lines of a label and the room that they need, in pixels."""

    condition: tuple[str, ...]
    wait: tuple[str, ...]
    badge: str | None
    width: float
    height: float


def edge_label(edge: Edge, quiet: Quiet) -> EdgeLabel:
    """The label of an edge."""
    size, line = measures().label_size, measures().label_line
    condition: list[str] = []
    if edge.when:
        width = comfortable_width(edge.when, _WIDTH, size, bold=True)
        condition = wrap_evenly(edge.when, width, size, bold=True)
    wait = [say_wait(edge)]
    if edge.share is not None:
        wait.append(f"{say_share(edge.share)} of deals")
    badge = quiet.badges.get(edge.pair)
    wide = max(widest(condition, size, bold=True), widest(wait, size))
    if badge:
        wide = max(wide, widest([badge], size, bold=True) + 2 * PADDING_X)
    high = line * (len(condition) + len(wait)) + 2 * PADDING_Y
    if badge:
        high += line + 2 * PADDING_Y + BADGE_GAP
    return EdgeLabel(tuple(condition), tuple(wait), badge, wide + 2 * PADDING_X, high)


def say_wait(edge: Edge) -> str:
    """The longest wait of an edge in words."""
    if edge.max_wait is None:
        return "wait undecided"
    if edge.max_wait.minutes() == 0:
        return "at once"
    return f"≤ {edge.max_wait}"


def say_share(share: float) -> str:
    """A share as people write it: “25 %”, “12.5 %”."""
    return f"{share * 100:.1f}".removesuffix(".0") + " %"
