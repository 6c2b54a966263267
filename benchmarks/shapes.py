"""Processes of the shapes that are hardest on the rules: dense, in layers, as a comb, and through
one narrow place. The same each time."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from touchline.checking.wellformed import read_process
from touchline.model.limits import MAX_EDGES
from touchline.model.process import Process

_WAITS = ("4 hours", "1 day", "1 day", "2 days", "3 days")
_QUIET = ("task", "decision")
_WIDTH = 20


def dense(steps: int, *, ways_on: int = 4) -> Process:
    """Each step leads to some others anywhere, so that most of them lead to each other."""
    chance = random.Random(steps)
    kinds = ["start", *(chance.choice((*_QUIET, "contact")) for _ in range(steps - 2)), "end"]
    pairs = set(pairwise(range(steps)))
    while len(pairs) < min(MAX_EDGES, ways_on * steps):
        pairs.add((chance.randrange(steps - 1), chance.randrange(1, steps)))
    return _process(kinds, pairs, chance)


def layered(steps: int) -> Process:
    """Layers of equally many steps, every fourth of contacts, each leading to some of the next."""
    chance = random.Random(steps)
    kinds, layers = ["start"], [[0]]
    while len(kinds) + _WIDTH < steps:
        of_contacts = len(layers) % 4 == 1
        layers.append(list(range(len(kinds), len(kinds) + _WIDTH)))
        kinds += ["contact" if of_contacts else chance.choice(_QUIET) for _ in range(_WIDTH)]
    layers.append([len(kinds)])
    kinds.append("end")
    pairs = set()
    for layer, following in pairwise(layers):
        pairs |= {(step, after) for step in layer for after in chance.sample(following, k=1)}
        pairs |= {(chance.choice(layer), after) for after in following for _ in range(2)}
    return _process(kinds, pairs, chance)


def comb(steps: int) -> Process:
    """A spine of tasks, with a contact before each and another one after it."""
    chance = random.Random(steps)
    kinds, pairs = ["start"], set()
    spine: list[int] = []
    for _ in range((steps - 2) // 3):
        contact, task, answer = range(len(kinds), len(kinds) + 3)
        kinds += ["contact", "task", "contact"]
        pairs |= {(0, contact), (contact, task), (task, answer)}
        pairs |= {(spine[-1], task)} if spine else set()
        spine.append(task)
    end = len(kinds)
    kinds.append("end")
    pairs |= {(task + 1, end) for task in spine} | {(spine[-1], end)}
    return _process(kinds, pairs, chance)


def narrow(contacts: int, *, last_wait: str = "4 days") -> Process:
    """So many contacts, a decision, as many tasks, another decision and an end."""
    first, second, end = 2 * contacts + 1, 2 * contacts + 2, 2 * contacts + 3
    kinds = ["start", *["contact"] * contacts, *["task"] * contacts, *["decision"] * 2, "end"]
    before, between = range(1, contacts + 1), range(contacts + 1, 2 * contacts + 1)
    pairs = [(0, contact) for contact in before] + [(contact, first) for contact in before]
    pairs += [(first, task) for task in between] + [(task, second) for task in between]
    process = _data(kinds, [*pairs, (second, end)], lambda: "1 day")
    process["edges"][-1]["max_wait"] = last_wait
    return read_process(process)


def _process(kinds: list[str], pairs: Iterable[tuple[int, int]], chance: random.Random) -> Process:
    return read_process(_data(kinds, sorted(pairs), lambda: chance.choice(_WAITS)))


def _data(kinds: list[str], pairs: Iterable[tuple[int, int]], wait: Any) -> dict[str, Any]:
    more = {"end": {"outcome": "won"}, "task": {"duration": "1 day"}}
    return {
        "name": f"{len(kinds)} steps",
        "steps": [
            {"id": f"step-{number}", "name": f"Step {number}", "kind": kind, **more.get(kind, {})}
            for number, kind in enumerate(kinds)
        ],
        "edges": [{"from": f"step-{a}", "to": f"step-{b}", "max_wait": wait()} for a, b in pairs],
    }
