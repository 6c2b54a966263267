"""Large processes to measure with: a long sale with branches, loops and details."""

from __future__ import annotations

import random
from typing import Any

from touchline.checking.wellformed import read_process
from touchline.model.process import CONTENT_CHANNELS, Channel, Process

KINDS = ("contact",) * 6 + ("task",) * 2 + ("decision",) * 2


def sale(steps: int, *, far_edges: int = 0, seed: int = 1) -> Process:
    """A process of so many steps, the same each time; about one edge in ten is too slow.

    `far_edges` join steps far from each other, which is what makes a drawing hard. Sizes beyond
    the limits of a file are built without the check for well-formedness.
    """
    chance = random.Random(seed)
    kinds = ["start", *(chance.choice(KINDS) for _ in range(steps - 2)), "end"]
    made = [_step(number, kind, chance) for number, kind in enumerate(kinds)]
    pairs = {(number, number + 1) for number in range(steps - 1)}
    for number in range(1, steps - 2):
        if kinds[number] == "decision":
            pairs.add((number, min(steps - 1, max(1, number + chance.randint(-4, 12)))))
    for _ in range(far_edges):
        pairs.add((chance.randrange(1, steps - 1), chance.randrange(1, steps)))
    edges = [_edge(source, target, chance) for source, target in sorted(pairs)]
    data = {"name": f"Sale of {steps} steps", "steps": made, "edges": edges}
    return read_process(data) if steps <= 5000 else _assembled(data)


def _assembled(data: dict[str, Any]) -> Process:
    parts = [
        read_process({**data, "edges": [], "steps": data["steps"][at : at + 5000]})
        for at in range(0, len(data["steps"]), 5000)
    ]
    ends = {
        "steps": [
            {"id": "a", "name": "A", "kind": "task"},
            {"id": "b", "name": "B", "kind": "task"},
        ]
    }
    model = type(read_process({**data, **ends, "edges": [{"from": "a", "to": "b"}]}).edges[0])
    return parts[0].model_copy(
        update={
            "steps": tuple(step for part in parts for step in part.steps),
            "edges": tuple(model.model_validate(edge) for edge in data["edges"]),
        }
    )


def _step(number: int, kind: str, chance: random.Random) -> dict[str, Any]:
    step: dict[str, Any] = {"id": f"step-{number}", "name": f"Step {number}", "kind": kind}
    if kind == "end":
        step["outcome"] = "won"
    if kind == "task":
        step["duration"] = chance.choice(["1 hour", "4 hours", "1 day"])
    if kind == "contact":
        channels = (*CONTENT_CHANNELS, Channel.CALL, Channel.MEETING, Channel.EMAIL)
        step["channel"] = chance.choice(channels).value
        step["prospect_gain"] = "Knows what happens next"
    if kind in ("contact", "task", "decision") and chance.random() < 0.8:
        step |= {"owner": "Seller", "purpose": "Move the deal on", "exit_criteria": ["Done"]}
    return step


def _edge(source: int, target: int, chance: random.Random) -> dict[str, Any]:
    wait = chance.choice(["4 hours", "1 day", "1 day", "2 days"])
    slow = chance.random() < 0.1
    edge = {
        "from": f"step-{source}",
        "to": f"step-{target}",
        "max_wait": "6 days" if slow else wait,
    }
    return edge | ({"when": "Yes"} if target != source + 1 else {"when": "No"})
