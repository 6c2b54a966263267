"""Durations are read as people write them and written one way."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.twins import cases
from touchline.model.duration import Duration, days, say_days
from touchline.model.errors import DurationError

TWINS = cases("duration")


@pytest.mark.parametrize("case", TWINS["read"], ids=lambda case: case["text"])
def test_a_duration_has_one_spelling(case: dict[str, Any]) -> None:
    duration = Duration.parse(case["text"])
    assert (str(duration), duration.minutes()) == (case["canonical"], case["minutes"])
    assert Duration.parse(case["canonical"]) == duration


@pytest.mark.parametrize(
    ("written", "canonical", "minutes"),
    [(3, "3 days", 4320), (0.1, "144 minutes", 144), (0, "0 days", 0)],
)
def test_a_number_is_days(written: float, canonical: str, minutes: int) -> None:
    duration = Duration.parse(written)
    assert (str(duration), duration.minutes()) == (canonical, minutes)


@pytest.mark.parametrize("text", TWINS["refused"])
def test_what_is_not_a_duration_is_refused(text: str) -> None:
    with pytest.raises(DurationError):
        Duration.parse(text)


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
