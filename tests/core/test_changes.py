"""What a fix changes is said in full: as a plan first, and as done once it is."""

from __future__ import annotations

from touchline.checking.mending import Mended, apply_fix, fix_all
from touchline.checking.notation import process


def plan(mended: Mended) -> list[str]:
    return [change.plan for change in mended.changes]


def done(mended: Mended) -> list[str]:
    return [change.done for change in mended.changes]


def test_touches_are_named_with_every_wait_that_they_divide() -> None:
    quiet = process("start -> call 1d -> proposal 7d -> won 1d")
    assert plan(fix_all(quiet)) == [
        "Add “Recap after Call”, a recap.",
        "Add “Article after Call”, an article.",
        "Divide the 7 days from “Call” to “Proposal”: 2 days to “Recap after Call”, "
        "3 days to “Article after Call”, 2 days to “Proposal”.",
    ]
    assert done(fix_all(quiet))[:2] == [
        "Added “Recap after Call”, a recap.",
        "Added “Article after Call”, an article.",
    ]
    assert done(fix_all(quiet))[2].startswith("Divided the 7 days from “Call” to “Proposal”: ")


def test_joins_waits_kinds_and_deletions_are_said() -> None:
    lost = process("start -> call ? -> won 1d\nlonely -> won 1d\ncall -> demo 1d")
    assert plan(fix_all(lost)) == [
        "Set the wait from “Start” to “Call” to 1 day.",
        "Join “Call” to “Lonely”, at most 1 day later.",
        "Join “Demo” to “Lonely”, at most 1 day later.",
    ]
    assert done(fix_all(lost))[1] == "Joined “Call” to “Lonely”, at most 1 day later."
    deleted = apply_fix(lost, "unreachable:lonely", "delete-steps")
    assert (plan(deleted), done(deleted)) == (["Delete “Lonely”."], ["Deleted “Lonely”."])
    ended = apply_fix(lost, "dead-end:demo", "mark-as-end")
    assert plan(ended) == ["Make “Demo” an end (lost)."]
    assert done(ended) == ["Made “Demo” an end (lost)."]


def test_how_a_deal_ends_is_for_a_person_to_say() -> None:
    """A last step whose name says nothing is not taken as lost without being asked."""
    begun = process("start -> call 1d")
    assert fix_all(begun) == (begun, ())
    assert plan(apply_fix(begun, "dead-end:call", "mark-as-end")) == ["Make “Call” an end (lost)."]
    sent = process("start -> send-the-contract 1d")
    assert fix_all(sent) == (sent, ())


def test_an_end_that_says_how_it_ends_is_made_one() -> None:
    begun = process("start -> call 1d -> contract-signed 1d")
    assert plan(fix_all(begun)) == ["Make “Contract signed” an end (won)."]
    lost = process("start -> call 1d -> deal-lost 1d")
    assert plan(fix_all(lost)) == ["Make “Deal lost” an end (lost)."]
