"""What a fix did, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from touchline.fixes.edit import listed
from touchline.graph import ProcessGraph
from touchline.model import Kind, Process


def changes(before: Process, after: Process) -> tuple[str, ...]:
    """The differences between two states of a process, a sentence each, in the order of steps."""
    old, new = ProcessGraph(before), ProcessGraph(after)
    said: list[str] = []
    for step in after.steps:
        was = old.steps.get(step.id)
        if was is None:
            said.append(f"Added {_named([step.name])}{_channel(step.channel)}.")
        elif step.kind is not was.kind:
            article = "an" if step.kind is Kind.END else "a"
            outcome = f" ({step.outcome})" if step.outcome else ""
            said.append(f"Made {_named([step.name])} {article} {step.kind}{outcome}.")
    said.extend(f"Deleted {_named([s.name])}." for s in before.steps if s.id not in new.steps)
    said.extend(_divided(old, new))
    for edge in after.edges:
        earlier = old.edges.get(edge.pair)
        joined = f"{_named([new.name(edge.source)])} to {_named([new.name(edge.target)])}"
        if earlier is None:
            if edge.source in old.steps and edge.target in old.steps:
                said.append(f"Joined {joined}, at most {edge.max_wait} later.")
        elif earlier.max_wait != edge.max_wait:
            said.append(f"Set the wait from {joined} to {edge.max_wait}.")
    return tuple(said)


def _named(names: Iterable[str]) -> str:
    """Names with more room than a button has: this is where a person reads what will happen."""
    return listed(names, most=120)


def _divided(old: ProcessGraph, new: ProcessGraph) -> Iterator[str]:
    """Which edges new steps now stand on, with all waits: the old one and those in its place."""
    for pair, edge in old.edges.items():
        if pair in new.edges or not new.steps.keys() >= set(pair):
            continue
        for first in new.successors[pair[0]]:
            way = [pair[0], first]
            while way[-1] not in old.steps and len(new.successors[way[-1]]) == 1:
                way.append(new.successors[way[-1]][0])
            if way[-1] == pair[1]:
                stops = ", ".join(
                    f"{new.edges[step, after].max_wait} to {_named([new.name(after)])}"
                    for step, after in pairwise(way)
                )
                was = f"{edge.max_wait} " if edge.max_wait else ""
                ends = f"from {_named([old.name(pair[0])])} to {_named([old.name(pair[1])])}"
                yield f"Divided the {was}{ends}: {stops}."
                break


def _channel(channel: object) -> str:
    return f", {'an' if str(channel)[0] in 'aeiou' else 'a'} {channel}" if channel else ""
