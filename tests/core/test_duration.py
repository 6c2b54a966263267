"""Durations are read as people write them and written one way."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.any_process import written_durations
from tests.twins import cases
from touchline.model.duration import PATTERN, Duration, days, say_days, says_working_days
from touchline.model.errors import DurationError

TWINS = cases("duration")


@pytest.mark.parametrize("case", TWINS["read"] + TWINS["working"], ids=itemgetter("text"))
def test_a_duration_has_one_spelling(case: dict[str, Any]) -> None:
    duration = Duration.parse(case["text"])
    assert (str(duration), duration.minutes()) == (case["canonical"], case["minutes"])
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    ("number", "canonical", "minutes"),
    [(3, "3 days", 4320), (0.1, "144 minutes", 144), (0, "0 days", 0), (1.125, "27 hours", 1620)],
)
def test_a_bare_number_is_days(number: float, canonical: str, minutes: int) -> None:
    duration = Duration.parse(number)
    assert (str(duration), duration.minutes()) == (canonical, minutes)


@pytest.mark.parametrize("text", TWINS["refused"])
def test_what_is_refused_in_the_editor_is_refused_here(text: str) -> None:
    with pytest.raises(DurationError, match=r"^expected "):
        Duration.parse(text)


@pytest.mark.parametrize("case", TWINS["ambiguous"], ids=itemgetter("text"))
def test_a_number_that_can_be_read_two_ways_is_refused_with_both(case: dict[str, str]) -> None:
    with pytest.raises(DurationError) as refused:
        Duration.parse(case["text"])
    assert str(refused.value).startswith(f"expected {case['one']} or {case['other']}: ")
    assert case["number"] in str(refused.value)
    for meant in (case["one"], case["other"]):
        Duration.parse(case["text"].replace(case["number"], meant))


def test_only_working_days_say_so() -> None:
    assert all(says_working_days(case["text"]) for case in TWINS["working"])
    assert not any(says_working_days(case["text"]) for case in TWINS["read"])


@settings(max_examples=300, deadline=None)
@given(written_durations())
def test_the_schema_knows_every_text_that_is_a_duration(text: str) -> None:
    try:
        Duration.parse(text)
    except DurationError as error:
        # A pattern cannot add up.
        assume("at most 3650 days" not in str(error))
        assume("a whole number of minutes" not in str(error))
        expected = False
    else:
        expected = True
    assert bool(re.search(PATTERN, text)) is expected


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("soon", "expected a length of time such as"),
        ("", "expected a length of time such as"),
        ("-1 day", "expected a length of time such as"),
        (-1, "not negative"),
        ("3 fortnights", "expected a length of time such as"),
        ("3 days 2 days", "expected a length of time such as"),
        ("1e9", "expected a length of time such as"),
        (1e9, "at most 3650 days"),
        ("1.5 weeks", "write a part of a week in days"),
        ("3651 days", "at most 3650 days"),
        ("999999999999999999999 weeks", "at most 3650 days"),
        (float("nan"), "expected a length of time such as"),
        (float("inf"), "expected a length of time such as"),
        (True, "expected a length of time such as"),
        (None, "expected a length of time such as"),
        ("0.5 minutes", "whole number of minutes"),
        ("1 day" * 1000, "expected a length of time such as"),
        (" " * 55 + "3 days", "expected a length of time such as"),
        ("٣ days", "expected a length of time such as"),
    ],
)
def test_what_is_not_a_duration_is_refused_with_an_example(written: object, complaint: str) -> None:
    with pytest.raises(DurationError, match=complaint):
        Duration.parse(written)


@pytest.mark.parametrize("case", TWINS["weeks"], ids=lambda case: case["text"])
def test_a_week_of_business_days_is_five_days(case: dict[str, Any]) -> None:
    duration = Duration.parse(case["text"])
    assert (duration.minutes(7), duration.minutes(5)) == (case["calendar"], case["business"])


@given(st.integers(0, 3650 * 1440), st.integers(0, 20))
def test_the_canonical_spelling_is_read_back(minutes: int, weeks: int) -> None:
    duration = Duration(min(minutes, 3000 * 1440), weeks)
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize("case", TWINS["said"], ids=lambda case: case["words"])
def test_a_silence_is_said_in_days(case: dict[str, Any]) -> None:
    assert say_days(case["minutes"]) == case["words"]


def test_days_are_exact_enough_to_tell_minutes_apart() -> None:
    assert days(7 * 1440) == 7.0
    assert days(1) != days(2)
