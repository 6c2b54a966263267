"""What a fix does, in words: as a plan before it is applied, and as done afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from touchline.checking.fixes.edit import listed
from touchline.checking.graph import ProcessGraph
from touchline.model.process import Kind, Process


class Verb(NamedTuple):
    """A word for what is done, before it is done and after."""

    plan: str
    done: str


ADD = Verb("Add", "Added")
MAKE = Verb("Make", "Made")
DELETE = Verb("Delete", "Deleted")
DIVIDE = Verb("Divide", "Divided")
JOIN = Verb("Join", "Joined")
SET = Verb("Set", "Set")


class Change(NamedTuple):
    """One difference between two states of a process."""

    verb: Verb
    what: str

    @property
    def plan(self) -> str:
        """The sentence for a change that is still to be made: “Add “Recap after Call”, a recap.”"""
        return f"{self.verb.plan} {self.what}."

    @property
    def done(self) -> str:
        """The sentence for a change that has been made: “Added “Recap after Call”, a recap.”"""
        return f"{self.verb.done} {self.what}."


def changes(before: Process, after: Process) -> tuple[Change, ...]:
    """The differences between two states of a process, in the order of steps."""
    old, new = ProcessGraph(before), ProcessGraph(after)
    found: list[Change] = []
    for step in after.steps:
        was = old.steps.get(step.id)
        if was is None:
            found.append(Change(ADD, f"{_named([step.name])}{_channel(step.channel)}"))
        elif step.kind is not was.kind:
            article = "an" if step.kind is Kind.END else "a"
            outcome = f" ({step.outcome})" if step.outcome else ""
            found.append(Change(MAKE, f"{_named([step.name])} {article} {step.kind}{outcome}"))
    found.extend(Change(DELETE, _named([s.name])) for s in before.steps if s.id not in new.steps)
    found.extend(_divided(old, new))
    for edge in after.edges:
        earlier = old.edges.get(edge.pair)
        joined = f"{_named([new.name(edge.source)])} to {_named([new.name(edge.target)])}"
        if earlier is None:
            if edge.source in old.steps and edge.target in old.steps:
                found.append(Change(JOIN, f"{joined}, at most {edge.max_wait} later"))
        elif earlier.max_wait != edge.max_wait:
            found.append(Change(SET, f"the wait from {joined} to {edge.max_wait}"))
    return tuple(found)


def _named(names: Iterable[str]) -> str:
    """Names with more room than a button has: this is where a person reads what will happen."""
    return listed(names, most=120)


def _divided(old: ProcessGraph, new: ProcessGraph) -> Iterator[Change]:
    """Which edges new steps now stand on, with all waits: the old one and those in its place."""
    for pair, edge in old.edges.items():
        if pair in new.edges or not new.steps.keys() >= set(pair):
            continue
        for first in new.successors[pair[0]]:
            path = [pair[0], first]
            while path[-1] not in old.steps and len(new.successors[path[-1]]) == 1:
                path.append(new.successors[path[-1]][0])
            if path[-1] == pair[1]:
                stops = ", ".join(
                    f"{new.edges[step, after].max_wait} to {_named([new.name(after)])}"
                    for step, after in pairwise(path)
                )
                was = f"{edge.max_wait} " if edge.max_wait else ""
                ends = f"from {_named([old.name(pair[0])])} to {_named([old.name(pair[1])])}"
                yield Change(DIVIDE, f"the {was}{ends}: {stops}")
                break


def _channel(channel: object) -> str:
    return f", {'an' if str(channel)[0] in 'aeiou' else 'a'} {channel}" if channel else ""
