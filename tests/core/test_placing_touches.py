"""Where touches go on a silent stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from touchline.checking.fixes.placing import place_touches

DAY = 24 * 60
TIMES = st.integers(0, 12 * DAY)


@pytest.mark.parametrize(
    ("waits", "durations", "placed"),
    [
        ([7], [], [[2, 3, 2]]),
        ([6], [], [[3, 3]]),
        ([3, 5], [0], [[2, 1], [2, 3]]),
        ([2, 5], [0], [[2], [1, 2, 2]]),
        ([3, 3, 3], [0, 0], [[3], [0, 3], [0, 3]]),
        ([1, 7], [1], [[1], [1, 3, 3]]),
        ([2, 1], [4], [[2, 0], [1]]),
        ([0, 0], [5], [[0], [0]]),
        ([1, 0], [5], [[1, 0], [0]]),
    ],
)
def test_touches_stand_on_whole_days_and_evenly(
    waits: list[int], durations: list[int], placed: list[list[int]]
) -> None:
    cuts = place_touches(
        [wait * DAY for wait in waits],
        [time * DAY for time in durations],
        warn=3 * DAY,
        limit=5 * DAY,
    )
    assert cuts is not None
    assert [[part / DAY for part in parts] for parts in cuts] == placed


def test_a_task_that_alone_is_too_long_cannot_be_helped() -> None:
    assert place_touches([DAY, DAY], [6 * DAY], warn=3 * DAY, limit=5 * DAY) is None


def test_a_silence_that_would_take_hundreds_of_touches_wants_another_plan() -> None:
    assert place_touches([1000 * DAY], [], warn=1, limit=2) is None


@examples(150)
@given(st.data())
def test_every_part_is_short_enough_and_no_time_is_lost(data: st.DataObject) -> None:
    waits = data.draw(st.lists(TIMES, min_size=1, max_size=6))
    durations = data.draw(st.lists(TIMES, min_size=len(waits) - 1, max_size=len(waits) - 1))
    limit = data.draw(st.integers(DAY // 4, 6 * DAY))
    warn = data.draw(st.integers(DAY // 8, limit))
    cuts = place_touches(waits, durations, warn=warn, limit=limit)
    if cuts is None:
        assert max(durations, default=0) > limit
        return
    assert [sum(parts) for parts in cuts] == waits
    assert all(part >= 0 for parts in cuts for part in parts)
    for silence, longest_task in _parts(cuts, durations):
        assert silence <= (limit if longest_task > warn else warn)


def _parts(cuts: list[list[int]], durations: list[int]) -> list[tuple[int, int]]:
    """Each silence between two touches, with the longest task in it."""
    parts, silence, longest = [], 0, 0
    for place, waits in enumerate(cuts):
        for number, wait in enumerate(waits):
            silence += wait
            if number < len(waits) - 1:
                parts.append((silence, longest))
                silence, longest = 0, 0
        if place < len(durations):
            silence += durations[place]
            longest = max(longest, durations[place])
    return [*parts, (silence, longest)]
