"""The mind map: the process, its stages, their steps, and what has been thought through of each.

The process stands in the middle, the first stages to its right and the later ones to its left, so
that both sides are about equally high; each side is read from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from touchline.checking.analysis.run_order import run_order
from touchline.drawing.describe import describe
from touchline.drawing.layout.arrange import Arrangement, Box, Link, Plan, arrange
from touchline.drawing.options import Direction, Options
from touchline.drawing.picture import Curve, Group, Picture, Point, Shape
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet
from touchline.drawing.route import Frame
from touchline.drawing.shapes.detail_card import DetailCard, detail_card, edges_on
from touchline.drawing.shapes.legend import legend
from touchline.drawing.shapes.page import LEAST_WIDTH, page
from touchline.drawing.shapes.plaque import Plaque, process_plaque, stage_plaque
from touchline.drawing.shapes.step_box import StepBox, step_card
from touchline.drawing.stages import stages_of
from touchline.drawing.theme.colours import Colors, colors
from touchline.model.process import Process

_BRANCH = "branch"
_ROW_GAP, _COLUMN_GAP = 14.0, 46.0
_CARD_WEIGHT = 20
_ONE_SIDED_UP_TO = 6
"""So few steps stand on one side."""


@dataclass(frozen=True)
class _Branch:
    """One stage (None for the steps in no stage) with its steps and their details."""

    plaque: Plaque | None
    steps: tuple[tuple[StepBox, DetailCard | None], ...]

    @property
    def height(self) -> float:
        """How high it stands, about."""
        return sum(
            max(box.height, card.height if card else 0) + _ROW_GAP for box, card in self.steps
        )


def mindmap(
    process: Process,
    quiet: Quiet,
    options: Options,
    pool: Pool | None = None,
    *,
    details: bool = True,
) -> tuple[Picture, bool]:
    """The mind map of a process, down to the details of each step or only to the steps.

    Gives the picture and whether it had to be simplified. Raises DrawingError when it cannot be
    drawn within the limits.
    """
    look = colors(options.theme)
    root = process_plaque(process.name)
    branches = _branches(process, details)
    right, left = _sides(branches)
    groups: list[Group] = []
    # Both sides are arranged as trees that grow to the right, the left one then mirrored.
    sides = [(right, _Side(root, right, pool), False)]
    if left:
        sides.append((left, _Side(root, left, pool), True))
    middle = max(side.root.y + side.root.height / 2 for _, side, _ in sides)
    below = max(side.arranged.height - side.root.y - side.root.height / 2 for _, side, _ in sides)
    offset = sides[1][1].arranged.width - root.width if left else 0.0
    for number, (_, side, mirrored) in enumerate(sides):
        dy = middle - (side.root.y + side.root.height / 2)
        dx = 0.0 if mirrored else offset
        groups.extend(
            group.moved(dx, dy) for group in side.groups(look, mirrored, with_root=number == 0)
        )
    # Lines first, so that none runs over a box.
    groups.sort(key=lambda group: group.role != _BRANCH)
    width = offset + sides[0][1].arranged.width
    simplified = any(side.arranged.simplified for _, side, _ in sides)
    description = describe("Mind map", process, quiet, simplified)
    shown = None
    if options.legend:
        shown = legend(process, None, options, max(width, LEAST_WIDTH))
    picture = page(process, options, (width, middle + below), tuple(groups), description, shown)
    return picture, simplified


class _Side:
    """One side of the mind map, arranged."""

    def __init__(self, root: Plaque, branches: Sequence[_Branch], pool: Pool | None) -> None:
        self._things: list[Plaque | StepBox | DetailCard] = [root]
        self._links: list[Link] = []
        for branch in branches:
            parent = 0
            if branch.plaque:
                parent = self._add(branch.plaque, 0)
            for box, card in branch.steps:
                here = self._add(box, parent)
                if card:
                    self._add(card, here)
        self.arranged: Arrangement = arrange(
            Plan(
                boxes=[Box(thing.width, thing.height) for thing in self._things],
                links=self._links,
                direction=Direction.RIGHT,
                box_gap=_ROW_GAP,
                rank_gap=_COLUMN_GAP,
                routed=False,
            ),
            pool,
        )

    @property
    def root(self) -> Frame:
        """Where the process stands."""
        return self.arranged.boxes[0]

    def groups(self, look: Colors, mirrored: bool, with_root: bool) -> Iterator[Group]:
        """Everything on this side, drawn."""
        frames = [self._frame(frame, mirrored) for frame in self.arranged.boxes]
        for link in self._links:
            yield _branch_line(frames[link.source], frames[link.target], mirrored, look)
        for number, (thing, frame) in enumerate(zip(self._things, frames, strict=True)):
            if isinstance(thing, Plaque):
                if number or with_root:
                    yield thing.group(frame.x, frame.y, look)
            else:
                yield thing.group(frame.x, frame.y, look)

    def _add(self, thing: Plaque | StepBox | DetailCard, parent: int) -> int:
        self._things.append(thing)
        # A card stands level with its step, whatever that does to the stage above.
        weight = _CARD_WEIGHT if isinstance(thing, DetailCard) else 1
        self._links.append(Link(parent, len(self._things) - 1, weight=weight))
        return len(self._things) - 1

    def _frame(self, frame: Frame, mirrored: bool) -> Frame:
        if not mirrored:
            return frame
        x = self.arranged.width - frame.x - frame.width
        return Frame(x, frame.y, frame.width, frame.height)


def _branches(process: Process, details: bool) -> list[_Branch]:
    stages = stages_of(process)
    leaving = edges_on(process)
    members: dict[int | None, list[tuple[StepBox, DetailCard | None]]] = {}
    for step in run_order(process):
        card = detail_card(step, leaving.get(step.id, ())) if details else None
        pair = (step_card(step), card)
        members.setdefault(stages.index_of(step), []).append(pair)
    branches = [
        _Branch(stage_plaque(name), tuple(members.get(index, ())))
        for index, name in enumerate(stages.names)
    ]
    if None in members:
        branches.append(_Branch(None, tuple(members[None])))
    return branches


def _sides(branches: Sequence[_Branch]) -> tuple[Sequence[_Branch], Sequence[_Branch]]:
    """The branches to the right and to the left, in order, about equally high."""
    if sum(len(branch.steps) for branch in branches) <= _ONE_SIDED_UP_TO:
        return branches, ()
    if len(branches) == 1 and branches[0].plaque is None:
        # Steps in no stage are no unit, and can be shared out.
        branches = [_Branch(None, (step,)) for step in branches[0].steps]
    total = sum(branch.height for branch in branches)
    best, heights = len(branches), 0.0
    least = total
    for number, branch in enumerate(branches, 1):
        heights += branch.height
        if max(heights, total - heights) < least:
            best, least = number, max(heights, total - heights)
    return branches[:best], branches[best:]


def _branch_line(parent: Frame, child: Frame, mirrored: bool, look: Colors) -> Group:
    """The curve from a parent's side to its child's."""
    start = Point(parent.x if mirrored else parent.x + parent.width, parent.y + parent.height / 2)
    end = Point(child.x + child.width if mirrored else child.x, child.y + child.height / 2)
    bend = (start.x + end.x) / 2
    curve = Curve(Point(bend, start.y), Point(bend, end.y), end)
    stroke = look.surface["borderStrong"]
    shape = Shape(start, (curve,), stroke=stroke, width=1.25, closed=False)
    return Group(_BRANCH, (shape,))
