"""Random processes for the property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from touchline.checking.wellformed import read_process
from touchline.model.process import CONTENT_CHANNELS, Process

WAITS = (None, "0 days", "1 hour", "12 hours", "1 day", "2 days", "4 days", "6 days", "2 weeks")
DURATIONS = (None, "0 days", "4 hours", "1 day", "4 days", "6 days")
KINDS = ("start", "contact", "task", "decision", "end")
CHANNELS = (None, "call", "email", *CONTENT_CHANNELS)


@st.composite
def processes(draw: st.DrawFn, most_steps: int = 8, most_edges: int = 14) -> Process:
    """Any small process, sound or not: loops, self-joined steps, several starts, none at all."""
    count = draw(st.integers(0, most_steps))
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=count, max_size=count))
    steps = [draw(_steps(number, kind)) for number, kind in enumerate(kinds)]
    pairs = draw(
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)),
            unique=True,
            max_size=most_edges,
        )
        if count
        else st.just([])
    )
    edges = [draw(_edges(source, target)) for source, target in pairs]
    return read_process(
        {
            "name": "Random",
            "days": draw(st.sampled_from(["calendar", "business"])),
            "max_gap": draw(st.sampled_from(["1 day", "5 days", "1 week"])),
            "warn_gap": draw(st.sampled_from(["1 day", "3 days"])),
            "steps": steps,
            "edges": edges,
        }
    )


@st.composite
def _steps(draw: st.DrawFn, number: int, kind: str) -> dict[str, Any]:
    step: dict[str, Any] = {"id": f"s{number}", "name": f"Step {number}", "kind": kind}
    optional = {
        "duration": draw(st.sampled_from(DURATIONS)) if kind in ("task", "decision") else None,
        "channel": draw(st.sampled_from(CHANNELS)) if kind == "contact" else None,
        "owner": draw(st.sampled_from([None, "Seller"])),
        "notes": draw(st.sampled_from([None, "Mind the tone"])),
    }
    assets = draw(st.lists(st.sampled_from(["Guide", "Study"]), max_size=2, unique=True))
    if assets:
        step["assets"] = [{"name": name} for name in assets]
    return step | {key: value for key, value in optional.items() if value is not None}


@st.composite
def _edges(draw: st.DrawFn, source: int, target: int) -> dict[str, Any]:
    edge: dict[str, Any] = {"from": f"s{source}", "to": f"s{target}"}
    optional = {
        "max_wait": draw(st.sampled_from(WAITS)),
        "when": draw(st.sampled_from([None, "Yes"])),
        "share": draw(st.sampled_from([None, None, None, 0.5, 1.0])),
    }
    return edge | {key: value for key, value in optional.items() if value is not None}
