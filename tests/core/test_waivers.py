"""A waiver allows what its rule reports at its place, up to the silence at which it ends."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.processes import WAITS, processes
from tests.examples import examples
from touchline.checking.mending import fix_all
from touchline.checking.report import check
from touchline.checking.rules import Finding
from touchline.checking.wellformed import read_process
from touchline.model.duration import Duration
from touchline.model.process import MEASURED_RULES, Process, Waiver

CEILINGS = [wait for wait in WAITS if wait is not None]


def sale(
    silence: str, *waivers: dict[str, str], on: str = "edge", **process_settings: Any
) -> Process:
    """A call, then a proposal after some silence, with waivers on the edge or on the call."""
    allow = {"allow": [{"rule": "gap", "reason": "procurement"} | waiver for waiver in waivers]}
    return read_process(
        {
            "name": "Sale",
            **process_settings,
            "steps": [
                {"id": "start", "name": "Start", "kind": "start"},
                {"id": "call", "name": "Call", "kind": "contact"} | (allow if on == "step" else {}),
                {"id": "offer", "name": "Offer", "kind": "contact"},
                {"id": "won", "name": "Won", "kind": "end", "outcome": "won"},
            ],
            "edges": [
                {"from": "start", "to": "call", "max_wait": "1 day"},
                {"from": "call", "to": "offer", "max_wait": silence}
                | (allow if on == "edge" else {}),
                {"from": "offer", "to": "won", "max_wait": "1 day"},
            ],
        }
    )


def silence_in(process: Process) -> Finding:
    (found,) = (finding for finding in check(process).findings if finding.days is not None)
    return found


@pytest.mark.parametrize("on", ["step", "edge"])
def test_a_silence_that_has_outgrown_its_exception_is_an_error_again(on: str) -> None:
    within = sale("6 days", {"up_to": "6 days"}, on=on)
    assert check(within).sound
    assert silence_in(within).why_waived == "procurement (up to 6 days)"
    outgrown = sale("8 days 45 minutes", {"up_to": "6 days"}, on=on)
    assert not check(outgrown).sound
    assert silence_in(outgrown).message == (
        "8 days 45 minutes of silence from “Call” to “Offer”; at most 5 days are allowed, and the "
        "exception ends at 6 days."
    )
    assert (silence_in(outgrown).waived, silence_in(outgrown).waived_up_to_days) == (None, 6)
    assert fix_all(outgrown).process != outgrown


def test_an_exception_without_an_end_holds_however_long_the_silence_gets() -> None:
    found = silence_in(sale("300 days", {}))
    assert (found.waived, found.waived_up_to, found.why_waived) == (
        "procurement",
        None,
        "procurement",
    )


def test_a_minute_over_is_over_and_a_week_is_as_long_as_the_process_says() -> None:
    assert silence_in(sale("6 days 1 minute", {"up_to": "6 days"})).waived is None
    assert silence_in(sale("7 days", {"up_to": "1 week"})).waived_up_to_days == 7
    outgrown = silence_in(sale("6 days", {"up_to": "1 week"}, days="business"))
    assert outgrown.message.endswith("and the exception ends at 5 days.")


def test_of_several_exceptions_the_one_that_goes_far_enough_counts() -> None:
    short, long = {"up_to": "6 days", "reason": "short"}, {"up_to": "9 days", "reason": "long"}
    assert silence_in(sale("8 days", short, long)).waived == "long"
    assert silence_in(sale("10 days", long, short)).message.endswith("ends at 9 days.")


def test_a_warning_says_what_is_allowed_and_where_its_exception_ends() -> None:
    limits = {"max_gap": "12 days", "warn_gap": "3 days"}
    said = silence_in(sale("6 days", **limits)).message
    assert said == (
        "6 days of silence from “Call” to “Offer”; more than 3 days is worth a look, "
        "12 days are allowed."
    )
    near = {"rule": "gap-near-limit", "up_to": "5 days"}
    assert silence_in(sale("6 days", near, **limits)).message == (
        f"{said.removesuffix('.')}, and the exception ends at 5 days."
    )
    assert silence_in(sale("4 days", near, **limits)).waived == "procurement"


def test_one_day_is_allowed_and_two_are_allowed() -> None:
    for limit, words in (("1 day", "1 day is allowed."), ("2 days", "2 days are allowed.")):
        process = sale("3 days", max_gap=limit, warn_gap="1 day")
        assert silence_in(process).message.endswith(f"at most {words}")


@examples(80)
@given(processes(most_steps=9, most_edges=18), st.data())
def test_a_silence_is_allowed_exactly_up_to_the_farthest_exception_on_it(
    bare: Process, data: st.DataObject
) -> None:
    waivers = st.builds(
        Waiver,
        rule=st.sampled_from(MEASURED_RULES),
        reason=st.just("why"),
        up_to=st.none() | st.sampled_from(CEILINGS).map(Duration.parse),
    )
    allow = st.lists(waivers, max_size=2).map(tuple)
    process = bare.model_copy(
        update={
            "steps": tuple(s.model_copy(update={"allow": data.draw(allow)}) for s in bare.steps),
            "edges": tuple(e.model_copy(update={"allow": data.draw(allow)}) for e in bare.edges),
        }
    )
    before, after = check(bare).findings, check(process).findings
    assert [finding.id for finding in after] == [finding.id for finding in before]
    for plain, found in zip(before, after, strict=True):
        here = [
            waiver
            for place in (*process.steps, *process.edges)
            if (getattr(place, "id", None) or getattr(place, "pair", None))
            in {*plain.steps, *plain.edges}
            for waiver in place.allow
            if waiver.rule == plain.rule
        ]
        minutes = plain.minutes or 0
        holds = any(w.up_to is None or minutes <= process.minutes(w.up_to) for w in here)
        assert (found.waived is not None) == holds
        assert (found.message == plain.message) == (holds or not here)


def test_the_rules_whose_exceptions_can_end_are_those_that_report_days() -> None:
    reporting = {
        finding.rule
        for silence in ("4 days", "9 days")
        for finding in check(sale(silence)).findings
        if finding.days is not None
    }
    assert reporting == set(MEASURED_RULES)
