"""Random processes from a seed: quick to make, and with few ids, so that any two overlap."""

from __future__ import annotations

from random import Random
from typing import Any

from touchline.checking.wellformed import read_process
from touchline.model.process import Channel, Kind, Outcome, Process

_WORDS = (
    "Call",
    "Recap",
    "Review",
    "Offer",
    "Ask who decides",
    "Agree a date",
    "“Why?”",
    "Ünïcödé",
)
_WAITS = ("0 days", "4 hours", "1 day", "36 hours", "3 days", "2 weeks")
_IDS = ("start", "call", "recap", "legal", "decide", "offer", "won", "lost")
_STAGES = ("Talk", "Offer", "Close")


def random_process(seed: int) -> Process:
    """A well-formed process that uses every field now and then."""
    dice = Random(seed)
    stages = dice.sample(_STAGES, dice.randint(0, 3))
    steps = dice.sample(_IDS, dice.randint(0, len(_IDS)))
    pairs = [(a, b) for a in steps for b in steps]
    return read_process(
        {
            "name": dice.choice(_WORDS),
            **_some(dice, description=lambda: _text(dice), days=lambda: "business"),
            **_some(dice, max_gap=lambda: "9 days"),
            "stages": stages,
            "steps": [_step(dice, step, stages) for step in steps],
            "edges": [_edge(dice, *pair) for pair in dice.sample(pairs, min(len(pairs), 9))],
        }
    )


def _step(dice: Random, step: str, stages: list[str]) -> dict[str, Any]:
    kind = dice.choice(list(Kind))
    fields = {
        "channel": lambda: dice.choice(list(Channel)).value,
        "owner": lambda: dice.choice(_WORDS),
        "purpose": lambda: _text(dice),
        "prospect_gain": lambda: _text(dice),
        "duration": lambda: dice.choice(_WAITS),
        "checklist": lambda: _lines(dice),
        "exit_criteria": lambda: _lines(dice),
        "assets": lambda: [
            {"name": line, **_some(dice, url=lambda: "https://example.com/guide")}
            for line in _lines(dice)
        ],
        "notes": lambda: _text(dice),
        "position": lambda: {"x": dice.uniform(-500, 500), "y": dice.randint(-500, 500)},
        "allow": lambda: [_waiver(dice, "gap", line) for line in _lines(dice)],
    }
    if stages:
        fields["stage"] = lambda: dice.choice(stages)
    if kind is Kind.END:
        fields["outcome"] = lambda: dice.choice(list(Outcome)).value
    return {"id": step, "name": dice.choice(_WORDS), "kind": kind.value, **_some(dice, **fields)}


def _edge(dice: Random, source: str, target: str) -> dict[str, Any]:
    fields = _some(
        dice,
        max_wait=lambda: dice.choice(_WAITS),
        when=lambda: dice.choice(_WORDS),
        share=lambda: dice.choice((0, 0.25, 0.5, 1)),
        allow=lambda: [_waiver(dice, "gap-near-limit", line) for line in _lines(dice)],
    )
    return {"from": source, "to": target, **fields}


def _waiver(dice: Random, rule: str, reason: str) -> dict[str, Any]:
    return {"rule": rule, "reason": reason, **_some(dice, up_to=lambda: dice.choice(_WAITS))}


def _some(dice: Random, **fields: Any) -> dict[str, Any]:
    return {name: make() for name, make in fields.items() if dice.random() < 0.5}


def _lines(dice: Random) -> list[str]:
    return [dice.choice(_WORDS) for _ in range(dice.randint(0, 4))]


def _text(dice: Random) -> str:
    return "\n".join(_lines(dice)) or " "
