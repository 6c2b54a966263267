"""Which item of a list has become which, when nobody has said so."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence


def pair_up(present: Sequence[Hashable], target: Sequence[Hashable]) -> list[int | None]:
    """For every item of `target` the index in `present` of the one that it comes from, or None.

    Equal items are the same item, wherever they stand; of the rest the first that is left becomes
    the first that is wanted, as if its text had been changed. Linear in both.
    """
    places: dict[Hashable, deque[int]] = {}
    for index, item in enumerate(present):
        places.setdefault(item, deque()).append(index)
    chosen = [places[item].popleft() if places.get(item) else None for item in target]
    taken = set(chosen)
    left = deque(index for index in range(len(present)) if index not in taken)
    return [(left.popleft() if left else None) if place is None else place for place in chosen]
