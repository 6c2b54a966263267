"""What a fix did is said in full."""

from __future__ import annotations

from touchline.mending import apply_fix, fix_all
from touchline.notation import process


def test_touches_are_named_with_every_wait_that_they_divide() -> None:
    quiet = process("start -> call 1d -> proposal 7d -> won 1d")
    assert fix_all(quiet).changes == (
        "Added “Recap after Call”, a recap.",
        "Added “Article after Call”, an article.",
        "Divided the 7 days from “Call” to “Proposal”: 2 days to “Recap after Call”, "
        "3 days to “Article after Call”, 2 days to “Proposal”.",
    )


def test_joins_waits_kinds_and_deletions_are_said() -> None:
    lost = process("start -> call ? -> won 1d\nlonely -> won 1d\ncall -> demo 1d")
    assert fix_all(lost).changes == (
        "Set the wait from “Start” to “Call” to 1 day.",
        "Joined “Call” to “Lonely”, at most 1 day later.",
        "Joined “Demo” to “Lonely”, at most 1 day later.",
    )
    assert apply_fix(lost, "unreachable:lonely", "delete-steps").changes == ("Deleted “Lonely”.",)
    ended = apply_fix(lost, "dead-end:demo", "mark-as-end").changes
    assert ended == ("Made “Demo” an end (lost).",)
