"""A process in a line or two of text, for the rules' cases and for tests.

    start -> call 1d -> [pricing 2d] 1h -> <accepted> 0d
    <accepted> -Yes-> won 1d
    <accepted> -No-> lost 1d

A plain word is a contact, `[…]` a task with its duration, `<…>` a decision; words that begin with
start, won, lost or nurture are starts and ends. What follows a step is the longest wait on the way
to it: none written is no time at all, `?` is undecided. `recap:case-study` gives a contact's
channel, else it is a call, or what its name says.
"""

from __future__ import annotations

import re
from typing import Any

from touchline.checking.wellformed import read_process
from touchline.model.errors import TouchlineError
from touchline.model.process import Channel, Outcome, Process

_ARROW = re.compile(r"\s+-(?:([^<>\[\]]+)-)?>\s+")
_STEP = re.compile(
    r"(?:\[(?P<task>[a-z0-9-]+)(?:\s+(?P<duration>[^\]]+))?\]"
    r"|<(?P<decision>[a-z0-9-]+)>"
    r"|(?P<word>[a-z0-9-]+)(?::(?P<channel>[a-z-]+))?)"
    r"(?:\s+(?P<wait>\?|[0-9].*))?"
)
_CHANNELS = {channel.value.replace(" ", "-"): channel.value for channel in Channel}


def process(text: str, **settings: Any) -> Process:
    """Build a process from the notation, with settings such as `max_gap` beside it.

    Raises TouchlineError for text that is not in the notation, NotWellFormed for a bad process.
    """
    steps: dict[str, dict[str, Any]] = {}
    edges: list[dict[str, Any]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        parts = _ARROW.split(line)
        before, _ = _step(parts[0], steps)
        for condition, words in zip(parts[1::2], parts[2::2], strict=True):
            here, wait = _step(words, steps)
            edge: dict[str, Any] = {"from": before, "to": here}
            if wait != "?":
                edge["max_wait"] = wait or "0 days"
            if condition:
                edge["when"] = condition.strip()
            edges.append(edge)
            before = here
    return read_process(
        {"name": "Process", **settings, "steps": list(steps.values()), "edges": edges}
    )


def _step(words: str, steps: dict[str, dict[str, Any]]) -> tuple[str, str | None]:
    match = _STEP.fullmatch(words.strip())
    if match is None:
        raise TouchlineError(f"found “{words}”, expected a step such as “call 1d” or “[task 2d]”")
    identity = match["task"] or match["decision"] or match["word"]
    if identity not in steps or match["duration"]:
        steps[identity] = {
            "id": identity,
            "name": identity.replace("-", " ").capitalize(),
            **_nature(identity, match),
        }
    return identity, match["wait"]


def _nature(identity: str, match: re.Match[str]) -> dict[str, Any]:
    if match["task"]:
        duration = {"duration": match["duration"]} if match["duration"] else {}
        return {"kind": "task", **duration}
    if match["decision"]:
        return {"kind": "decision"}
    if identity.startswith("start"):
        return {"kind": "start"}
    for outcome in Outcome:
        if identity.startswith(outcome):
            return {"kind": "end", "outcome": outcome.value}
    channel = match["channel"] or (identity if identity in _CHANNELS else "call")
    return {"kind": "contact", "channel": _CHANNELS.get(channel, channel)}
