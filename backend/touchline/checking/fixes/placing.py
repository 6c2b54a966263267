"""Where on a silent stretch its touches go. Pure numbers: whole minutes in, whole minutes out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import ceil, floor

from touchline.model.duration import MINUTES_PER_DAY, MINUTES_PER_HOUR
from touchline.model.limits import MAX_TOUCHES_PER_FIX


def place_touches(
    waits: Sequence[int], durations: Sequence[int], *, warn: int, limit: int
) -> list[list[int]] | None:
    """Cut a stretch so that no silence in it is over `warn` where that can be, else over `limit`.

    `waits` are those of its edges, `durations` those of the tasks and decisions between them (one
    fewer), all in minutes. Gives, for each edge, the waits that take its place: one more than the
    touches put there. A task longer than `warn` cannot be cut, so the silence around it may last up
    to `limit`; None where a task alone is longer than `limit`, or where more touches than
    MAX_TOUCHES_PER_FIX would be needed.
    """
    if any(duration > limit for duration in durations):
        return None
    for usual in (min(warn, limit), limit):
        if usual <= 0:
            continue
        cuts = _evenly(waits, durations, usual) or _greedily(waits, durations, usual, limit)
        if cuts is not None:
            return cuts
    return None


def _evenly(waits: Sequence[int], durations: Sequence[int], usual: int) -> list[list[int]] | None:
    """As few cuts as can be, evenly spread; None where tasks or short waits are in the way."""
    total = sum(waits) + sum(durations)
    count = -(-total // usual) - 1
    if count > MAX_TOUCHES_PER_FIX:
        return None
    for unit in (MINUTES_PER_DAY, MINUTES_PER_HOUR, 1):
        for rounded in (round, floor, ceil):
            marks = [rounded(total * k / (count + 1) / unit) * unit for k in range(1, count + 1)]
            parts = [b - a for a, b in zip([0, *marks], [*marks, total], strict=True)]
            if all(0 < part <= usual for part in parts):
                cuts = _at(marks, waits, durations)
                if cuts is not None:
                    return cuts
    return None


def _at(
    marks: Sequence[int], waits: Sequence[int], durations: Sequence[int]
) -> list[list[int]] | None:
    """The waits cut at points in time since the beginning; None where one is not inside a wait."""
    cuts: list[list[int]] = []
    begin, used = 0, 0
    for place, wait in enumerate(waits):
        end = begin + wait
        stops = [begin]
        while used < len(marks) and marks[used] < end:
            if marks[used] <= begin:
                return None
            stops.append(marks[used])
            used += 1
        stops.append(end)
        cuts.append([b - a for a, b in itertools.pairwise(stops)])
        begin = end + (durations[place] if place < len(durations) else 0)
    return cuts if used == len(marks) else None


def _greedily(
    waits: Sequence[int], durations: Sequence[int], usual: int, limit: int
) -> list[list[int]] | None:
    cuts: list[list[int]] = []
    silence, allowed, touches = 0, usual, 0
    for place, wait in enumerate(waits):
        coming = durations[place] if place < len(durations) else 0
        allowed_after = limit if coming > usual else usual
        if silence + wait + coming <= max(allowed, allowed_after):
            cuts.append([wait])
            silence += wait + coming
            allowed = max(allowed, allowed_after)
            continue
        # The first part may use what is left before the cut, the last must leave room for the task.
        room_before, room_after = allowed - silence, allowed_after - coming
        over = wait - room_before - room_after
        count = 1 if over <= 0 else 1 + -(-over // usual)
        touches += count
        if touches > MAX_TOUCHES_PER_FIX:
            return None
        parts = _spread(wait, count, silence, coming, room_before, room_after, usual)
        cuts.append(parts)
        silence, allowed = parts[-1] + coming, allowed_after
    return cuts


def _spread(
    wait: int,
    count: int,
    silence: int,
    coming: int,
    room_before: int,
    room_after: int,
    usual: int,
) -> list[int]:
    """Cut one wait into `count` + 1 parts: even, in whole days or hours where limits allow."""
    for unit in (MINUTES_PER_DAY, MINUTES_PER_HOUR, 1):
        even = (silence + wait + coming) / (count + 1)
        marks = [
            min(wait, max(0, round((even * (i + 1) - silence) / unit) * unit)) for i in range(count)
        ]
        parts = [b - a for a, b in zip([0, *marks], [*marks, wait], strict=True)]
        if (
            parts[0] <= room_before
            and parts[-1] <= room_after
            and all(part <= usual for part in parts[1:-1])
        ):
            return parts
    # Even parts do not fit beside what is already silent: as late as may be, one after the other.
    parts, left = [], wait
    for number in range(count):
        room = room_before if number == 0 else usual
        parts.append(min(left, room))
        left -= parts[-1]
    return [*parts, left]
