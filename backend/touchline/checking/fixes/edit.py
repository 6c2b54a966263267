"""Small changes of a process, each giving a new one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from touchline.model.duration import MINUTES_PER_DAY, Duration
from touchline.model.errors import FixNotPossible
from touchline.model.limits import MAX_EDGES, MAX_ID
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
    return add_edges(process, (added,))


def add_edges(process: Process, added: Sequence[Edge]) -> Process:
    """The process with more edges, each after the others of its source, or else at the end.

    Raises FixNotPossible when there would be more than MAX_EDGES.
    """
    if len(process.edges) + len(added) > MAX_EDGES:
        raise FixNotPossible(f"The process already has {MAX_EDGES} edges, the most there may be.")
    more: dict[str, list[Edge]] = {}
    for new in added:
        more.setdefault(new.source, []).append(new)
    last = {old.source: number for number, old in enumerate(process.edges)}
    edges: list[Edge] = []
    for number, old in enumerate(process.edges):
        edges.append(old)
        if old.source in more and last[old.source] == number:
            edges.extend(more.pop(old.source))
    edges.extend(new for rest in more.values() for new in rest)
    return process.model_copy(update={"edges": tuple(edges)})


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
