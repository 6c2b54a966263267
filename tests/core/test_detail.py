"""The detail score counts what has been thought through."""

from __future__ import annotations

from touchline.checking.analysis.detail import Detail
from touchline.checking.notation import process
from touchline.checking.report import check
from touchline.model.process import Channel, Kind, Process, Step


def full(number: int) -> Step:
    return Step(
        id=f"s{number}",
        name=f"Step {number}",
        kind=Kind.CONTACT,
        channel=Channel.CALL,
        owner="Seller",
        purpose="Learn",
        prospect_gain="Knows",
        exit_criteria=("Done",),
    )


def test_each_expected_detail_counts_alike() -> None:
    # A call has its channel of five details, a task none of three.
    report = check(process("start -> call 1d -> [pricing] 1d -> won 1d"))
    assert report.step_scores == {"start": 100.0, "call": 20.0, "pricing": 0.0, "won": 100.0}
    assert report.detail_score == 12.5


def test_one_missing_detail_in_a_thousand_is_not_complete() -> None:
    steps = [full(number) for number in range(400)]
    assert Detail(Process(name="P", steps=tuple(steps))).score(steps) == 100.0
    steps[7] = steps[7].model_copy(update={"owner": None})
    assert Detail(Process(name="P", steps=tuple(steps))).score(steps) == 99.9
