"""Durations are read as people write them and written one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchline.model.duration import Duration, days, say_days
from touchline.model.errors import DurationError


@pytest.mark.parametrize(
    ("written", "canonical", "minutes"),
    [
        ("30 minutes", "30 minutes", 30),
        ("30m", "30 minutes", 30),
        ("4 hours", "4 hours", 240),
        ("4h", "4 hours", 240),
        ("1 hour", "1 hour", 60),
        ("3 days", "3 days", 4320),
        ("3d", "3 days", 4320),
        (" 3  DAYS ", "3 days", 4320),
        ("1 Day", "1 day", 1440),
        ("2 weeks", "2 weeks", 20160),
        ("2w", "2 weeks", 20160),
        ("1 week 2 days", "1 week 2 days", 12960),
        ("1 day 4 hours", "28 hours", 1680),
        ("1 day, 4 hours", "28 hours", 1680),
        ("1 hour and 30 minutes", "90 minutes", 90),
        ("24 hours", "1 day", 1440),
        ("0.5 days", "12 hours", 720),
        ("1,5 h", "90 minutes", 90),
        ("3", "3 days", 4320),
        (3, "3 days", 4320),
        (0.1, "144 minutes", 144),
        (0, "0 days", 0),
        ("0m", "0 days", 0),
    ],
)
def test_a_duration_has_one_spelling(written: object, canonical: str, minutes: int) -> None:
    duration = Duration.parse(written)
    assert (str(duration), duration.minutes()) == (canonical, minutes)


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


def test_a_week_of_business_days_is_five_days() -> None:
    assert Duration.parse("2 weeks").minutes(days_per_week=5) == 10 * 24 * 60


@given(st.integers(0, 3650 * 1440), st.integers(0, 20))
def test_the_canonical_spelling_is_read_back(minutes: int, weeks: int) -> None:
    duration = Duration(min(minutes, 3000 * 1440), weeks)
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 days"),
        (90, "90 minutes"),
        (1440, "1 day"),
        (3600, "2.5 days"),
        (10080, "7 days"),
        (3120, "2 days 4 hours"),
        (1450, "1 day 10 minutes"),
    ],
)
def test_a_silence_is_said_in_days(minutes: int, said: str) -> None:
    assert say_days(minutes) == said


def test_days_are_exact_enough_to_tell_minutes_apart() -> None:
    assert days(7 * 1440) == 7.0
    assert days(1) != days(2)
