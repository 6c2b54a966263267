"""Small changes of a process, each giving a new one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from touchline.model.duration import MINUTES_PER_DAY, Duration
from touchline.model.errors import FixNotPossible
from touchline.model.limits import MAX_EDGES, MAX_ID, MAX_STEPS
from touchline.model.process import Edge, Position, Process, Step

DEFAULT_WAIT = Duration.of(MINUTES_PER_DAY)
"""What a wait is set to when nobody has decided it: one day."""


def edge(source: str, target: str, max_wait: Duration | None) -> Edge:
    """A plain edge."""
    return Edge.model_construct(
        source=source, target=target, max_wait=max_wait, when=None, share=None, allow=()
    )


def add_edge(process: Process, added: Edge) -> Process:
    """The process with one more edge, after the others of its source."""
    if len(process.edges) >= MAX_EDGES:
        raise FixNotPossible(f"The process already has {MAX_EDGES} edges, the most there may be.")
    edges = list(process.edges)
    last = max((i for i, e in enumerate(edges) if e.source == added.source), default=len(edges) - 1)
    edges.insert(last + 1, added)
    return process.model_copy(update={"edges": tuple(edges)})


def change_step(process: Process, step: str, change: Callable[[Step], Step]) -> Process:
    """The process with one step changed."""
    return process.model_copy(
        update={"steps": tuple(change(s) if s.id == step else s for s in process.steps)}
    )


def change_edge(process: Process, pair: tuple[str, str], change: Callable[[Edge], Edge]) -> Process:
    """The process with one edge changed."""
    return process.model_copy(
        update={"edges": tuple(change(e) if e.pair == pair else e for e in process.edges)}
    )


def remove_steps(process: Process, steps: Collection[str]) -> Process:
    """The process without some steps and the edges at them."""
    return process.model_copy(
        update={
            "steps": tuple(step for step in process.steps if step.id not in steps),
            "edges": tuple(
                e for e in process.edges if e.source not in steps and e.target not in steps
            ),
        }
    )


def put_on_edges(
    process: Process, insertions: dict[tuple[str, str], tuple[Sequence[Step], Sequence[int]]]
) -> Process:
    """The process with steps put in the middle of edges, all at once.

    For each edge: the steps to put there, in order, and the waits in minutes before, between and
    after them. The first part keeps the condition, the share and the waivers of the edge.
    """
    added = sum(len(steps) for steps, _ in insertions.values())
    if len(process.steps) + added > MAX_STEPS or len(process.edges) + added > MAX_EDGES:
        raise FixNotPossible(
            f"{added} more steps would take it over {MAX_STEPS} steps or {MAX_EDGES} edges."
        )
    edges: list[Edge] = []
    follow: dict[str, list[Step]] = {}
    for old in process.edges:
        if old.pair not in insertions:
            edges.append(old)
            continue
        steps, waits = insertions[old.pair]
        stops = [old.source, *(step.id for step in steps), old.target]
        edges.append(old.model_copy(update={"target": stops[1], "max_wait": Duration.of(waits[0])}))
        edges.extend(
            edge(stops[i], stops[i + 1], Duration.of(waits[i])) for i in range(1, len(stops) - 1)
        )
        follow.setdefault(old.source, []).extend(steps)
    ordered: list[Step] = []
    for step in process.steps:
        ordered.append(step)
        ordered.extend(follow.get(step.id, ()))
    return process.model_copy(update={"steps": tuple(ordered), "edges": tuple(edges)})


def between(first: Step, last: Step, part: int, parts: int) -> Position | None:
    """Where a new step stands between two others; None where they have no place themselves."""
    if first.position is None or last.position is None:
        return None
    share = part / parts
    return Position(
        x=round(first.position.x + (last.position.x - first.position.x) * share),
        y=round(first.position.y + (last.position.y - first.position.y) * share),
    )


class Taken:
    """The ids and the names that the steps of a process have, and those given away since."""

    def __init__(self, ids: Iterable[str], names: Iterable[str]) -> None:
        self._ids, self._names = set(ids), set(names)
        # Nothing is ever given back, so that a number once found taken need not be tried again.
        self._tried: dict[str, int] = {}

    @classmethod
    def of(cls, process: Process) -> Taken:
        """Those of a process."""
        return cls((step.id for step in process.steps), (step.name for step in process.steps))

    def free_id(self, wanted: str) -> str:
        """A step id made from some words, not yet taken; it is from now on."""
        slug = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")[: MAX_ID - 8].strip("-")
        return self._free(slug or "step", self._ids, "{}-{}")

    def free_name(self, wanted: str) -> str:
        """A name that no other step has, so that a reader can tell them apart; it is taken then."""
        return self._free(wanted, self._names, "{} ({})")

    def _free(self, wanted: str, taken: set[str], form: str) -> str:
        name, key = wanted, form.format(wanted, "")
        if name in taken:
            number = self._tried.get(key, 2)
            while (name := form.format(wanted, number)) in taken:
                number += 1
            self._tried[key] = number + 1
        taken.add(name)
        return name


def short(name: str, most: int = 40) -> str:
    """A name as a button or a new step's name can hold it: at most `most` characters."""
    line = " ".join(name.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def listed(names: Iterable[str], most: int = 40) -> str:
    """Names as a sentence lists them: “A”, “B” and “C”; after the third, how many more.

    Each name has at most `most` characters.
    """
    quoted = [f"“{short(name, most)}”" for name in names]
    if len(quoted) > 4:
        return f"{', '.join(quoted[:3])} and {len(quoted) - 3} more"
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else quoted[0]
