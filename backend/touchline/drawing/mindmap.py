"""The mind map: the process, its stages, their steps, and what has been thought through of each."""

from __future__ import annotations

from touchline.drawing.arrange import Box, Direction, Plan, arrange
from touchline.drawing.describe import describe
from touchline.drawing.options import Options
from touchline.drawing.page import page
from touchline.drawing.picture import Group, Picture
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet
from touchline.drawing.step_box import step_box
from touchline.drawing.theme import colors
from touchline.model import Process


def mindmap(
    process: Process, quiet: Quiet, options: Options, pool: Pool | None = None
) -> tuple[Picture, bool]:
    """The mind map of a process, and whether it had to be simplified."""
    boxes = [step_box(step) for step in process.steps]
    plan = Plan([Box(box.width, box.height) for box in boxes], [], (), Direction.RIGHT)
    arranged = arrange(plan, pool)
    look = colors(options.theme)
    body: tuple[Group, ...] = tuple(
        box.group(frame.x, frame.y, look) for box, frame in zip(boxes, arranged.boxes, strict=True)
    )
    description = describe("Mind map", process, quiet, arranged.simplified)
    picture = page(process, options, arranged.width, arranged.height, body, description)
    return picture, arranged.simplified
