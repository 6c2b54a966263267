"""The cases of each rule: its tests, its page in the documentation and what `explain` prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from touchline.checking.notation import process
from touchline.checking.wellformed import read_process
from touchline.model.process import Process


@dataclass(frozen=True)
class Expected:
    """One finding that a case must give: its steps and edges, and the days of a silence."""

    steps: tuple[str, ...]
    edges: tuple[tuple[str, str], ...] | None
    days: float | None


@dataclass(frozen=True)
class Sound:
    """A process that the rule has nothing to say against."""

    says: str
    process: Process


@dataclass(frozen=True)
class Mended:
    """What a fix makes of a faulty process."""

    fix: str
    process: Process


@dataclass(frozen=True)
class Faulty:
    """A process with the rule's fault, what is found in it, and what the fixes make of it."""

    says: str
    process: Process
    findings: tuple[Expected, ...]
    mended: tuple[Mended, ...]


@dataclass(frozen=True)
class Cases:
    """The cases of one rule."""

    sound: tuple[Sound, ...]
    faulty: tuple[Faulty, ...]


@cache
def cases(rule: str) -> Cases:
    """The cases of a rule, from the file beside this one that is named after it.

    Raises FileNotFoundError for a rule without cases; a test holds every rule to having some.
    """
    text = files(__package__).joinpath(f"{rule}.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    return Cases(
        sound=tuple(Sound(case["says"], _process(case["process"])) for case in found["sound"]),
        faulty=tuple(_faulty(case) for case in found["faulty"]),
    )


def _faulty(case: dict[str, Any]) -> Faulty:
    return Faulty(
        says=case["says"],
        process=_process(case["process"]),
        findings=tuple(
            Expected(
                steps=tuple(finding.get("steps", ())),
                edges=tuple((a, b) for a, b in finding["edges"]) if "edges" in finding else None,
                days=finding.get("days"),
            )
            for finding in case["findings"]
        ),
        mended=tuple(
            Mended(mended["fix"], _process(mended["process"])) for mended in case.get("mended", ())
        ),
    )


def _process(written: str | dict[str, Any]) -> Process:
    return process(written) if isinstance(written, str) else read_process(written)
