"""Large processes, for the limits of drawing."""

from __future__ import annotations

import random

from touchline.checking.wellformed import read_process
from touchline.model.process import Process


def chain(count: int, far_edges: int = 0, stages: int = 10) -> Process:
    """Steps one after the other, with some edges between any two of them, always the same."""
    chance = random.Random(count + far_edges)
    kinds = ("contact", "task", "contact", "decision", "contact")
    steps = [
        {
            "id": f"s{n}",
            "name": f"Step number {n} of the process",
            "kind": "start" if n == 0 else "end" if n == count - 1 else kinds[n % 5],
            "stage": f"Stage {n * stages // count}",
            "owner": "Account executive",
        }
        for n in range(count)
    ]
    pairs = dict.fromkeys((n, n + 1) for n in range(count - 1))
    while len(pairs) < count - 1 + far_edges:
        pairs.setdefault((chance.randrange(count), chance.randrange(count)))
    return read_process(
        {
            "name": f"{count} steps",
            "stages": [f"Stage {n}" for n in range(stages)],
            "steps": steps,
            "edges": [
                {"from": f"s{source}", "to": f"s{target}", "max_wait": "1 day"}
                for source, target in pairs
            ],
        }
    )
