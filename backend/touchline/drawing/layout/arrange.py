"""Where everything stands: boxes, links and groups of known size in, their places out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import graphviz

from touchline.drawing.options import Direction
from touchline.drawing.picture import Point
from touchline.drawing.pool import DrawingLimitError, Pool, shared_pool
from touchline.drawing.route import Frame, Route, straight_route
from touchline.model.errors import DrawingError

_POINTS_PER_INCH = 72
_BRISK_FROM = 250
"""From this many boxes on, Graphviz spends fewer rounds: half the time, and no visible loss."""


_FAR_REACHING = 15_000
"""When all links together skip this many boxes, curved ways round them cannot be found in time."""
_NEAR = 20
"""Boxes that many places apart count as near to each other."""


class Effort(StrEnum):
    """How much work goes into a layout.

    `simple` leaves links between boxes that are far apart to straight lines, drawn afterwards:
    finding curved ways for them is what takes Graphviz long.
    """

    FULL = "full"
    SIMPLE = "simple"


_EFFORTS: Mapping[Effort, Mapping[str, str]] = {
    Effort.FULL: {},
    Effort.SIMPLE: {
        "nslimit": "0.05",
        "nslimit1": "0.05",
        "mclimit": "0.1",
        "searchsize": "5",
    },
}


@dataclass(frozen=True, slots=True)
class Box:
    """Something with a place of its own; `group` is the index of the group that it stands in."""

    width: float
    height: float
    group: int | None = None
    shape: str = "box"


@dataclass(frozen=True, slots=True)
class Link:
    """From one box to another, both by index; `label` is the size of what is written on it.

    `weight` says how much it wants to be short and straight; one that goes `back` points against
    the run of the chart.
    """

    source: int
    target: int
    label: tuple[float, float] | None = None
    weight: int = 1
    back: bool = False

    @property
    def reach(self) -> int:
        """How many places apart its boxes are."""
        return abs(self.source - self.target)


@dataclass(frozen=True)
class Plan:
    """What to arrange; `groups` are the sizes of the groups' headings.

    A plan that is not `routed` is a tree: its links keep their order and are given no way.
    """

    boxes: Sequence[Box]
    links: Sequence[Link]
    groups: Sequence[tuple[float, float]] = ()
    direction: Direction = Direction.DOWN
    box_gap: float = 36
    rank_gap: float = 30
    routed: bool = True


@dataclass(frozen=True)
class Arrangement:
    """Where everything stands; frames and routes in the order of the plan."""

    width: float
    height: float
    boxes: tuple[Frame, ...]
    links: tuple[Route, ...]
    groups: tuple[Frame | None, ...]
    simplified: bool


def arrange(plan: Plan, pool: Pool | None = None) -> Arrangement:
    """Place everything, more simply where the full effort strikes a limit or is bound to.

    Raises DrawingError when the simple effort strikes a limit too.
    """
    pool = pool or shared_pool()
    for effort in [Effort.SIMPLE] if _is_far_reaching(plan) else Effort:
        try:
            answer = pool.ask(
                {"task": "graph", "engine": "dot", "format": "json0"},
                _source(plan, effort).encode(),
            )
        except DrawingLimitError as error:
            struck = error
            continue
        return _read(plan, json.loads(answer), simplified=effort is Effort.SIMPLE)
    raise DrawingError(
        f"this process of {len(plan.boxes)} steps and {len(plan.links)} edges is too tangled to "
        f"be drawn, even simplified: {struck}"
    )


def _is_far_reaching(plan: Plan) -> bool:
    return plan.routed and sum(link.reach for link in plan.links) > _FAR_REACHING


def _source(plan: Plan, effort: Effort) -> str:
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": plan.direction.value,
            "nodesep": _inches(plan.box_gap),
            "ranksep": _inches(plan.rank_gap),
            "pad": "0",
            "splines": "spline",
            **({"nslimit": "0.1", "nslimit1": "0.1"} if len(plan.boxes) > _BRISK_FROM else {}),
            **_EFFORTS[effort],
            **({} if plan.routed else {"ordering": "out", "splines": "false"}),
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowsize": "0.8"},
    )
    members: dict[int | None, list[int]] = {}
    for index, box in enumerate(plan.boxes):
        members.setdefault(box.group, []).append(index)
    for group, heading in enumerate(plan.groups):
        if group not in members:
            continue
        with graph.subgraph(name=f"cluster_{group}") as cluster:
            cluster.attr(label=_space(*heading), labeljust="l", margin="16")
            for index in members[group]:
                _write_box(cluster, index, plan.boxes[index])
    for index in members.get(None, ()):
        _write_box(graph, index, plan.boxes[index])
    for index, link in enumerate(plan.links):
        if effort is Effort.SIMPLE and plan.routed and link.reach > _NEAR:
            continue
        attributes = {"id": str(index), "weight": str(link.weight)}
        if link.label:
            attributes["label"] = _space(*link.label)
        source, target = f"n{link.source}", f"n{link.target}"
        if link.back:
            # Told the other way round, so that it cannot pull its target below its source.
            source, target, attributes["dir"] = target, source, "back"
        graph.edge(source, target, **attributes)
    return str(graph.source)


def _write_box(graph: graphviz.Digraph, index: int, box: Box) -> None:
    shape = {"shape": box.shape} if box.shape != "box" else {}
    graph.node(f"n{index}", width=_inches(box.width), height=_inches(box.height), **shape)


def _space(width: float, height: float) -> str:
    """An empty label of exactly that size."""
    return (
        f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" '
        f'WIDTH="{round(width)}" HEIGHT="{round(height)}"><TR><TD></TD></TR></TABLE>>'
    )


def _read(plan: Plan, answer: dict[str, Any], simplified: bool) -> Arrangement:
    left, bottom, right, top = (float(number) for number in answer["bb"].split(","))

    def place(text: str) -> Point:
        x, y = text.split(",")
        return Point(float(x) - left, top - float(y))

    boxes: dict[int, Frame] = {}
    groups: dict[int, Frame] = {}
    for thing in answer.get("objects", ()):
        name = thing["name"]
        if name.startswith("cluster_") and "bb" in thing:
            x1, y1, x2, y2 = (float(number) for number in thing["bb"].split(","))
            groups[int(name[8:])] = Frame(x1 - left, top - y2, x2 - x1, y2 - y1)
        elif name.startswith("n") and "pos" in thing:
            index = int(name[1:])
            box, center = plan.boxes[index], place(thing["pos"])
            boxes[index] = Frame(
                center.x - box.width / 2, center.y - box.height / 2, box.width, box.height
            )
    routes: dict[int, Route] = {}
    for thing in answer.get("edges", ()):
        tip, points = None, []
        for word in thing.get("pos", "").split():
            if word.startswith(("e,", "s,")):
                tip = place(word[2:])
            else:
                points.append(place(word))
        if plan.links[int(thing["id"])].back:
            points.reverse()
        if points:
            label = place(thing["lp"]) if "lp" in thing else None
            routes[int(thing["id"])] = Route(tuple(points), tip, label)
    return Arrangement(
        width=right - left,
        height=top - bottom,
        boxes=tuple(boxes[index] for index in range(len(plan.boxes))),
        links=tuple(
            routes.get(index) or straight_route(boxes[link.source], boxes[link.target])
            for index, link in enumerate(plan.links)
        ),
        groups=tuple(groups.get(index) for index in range(len(plan.groups))),
        simplified=simplified,
    )


def _inches(pixels: float) -> str:
    return f"{pixels / _POINTS_PER_INCH:.4f}"
