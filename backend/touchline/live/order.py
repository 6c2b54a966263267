"""Fractional indexes: where an item stands among its neighbours, without touching theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from fractional_indexing import FIError, generate_n_keys_between, validate_order_key

_KEY = re.compile(r"[A-Za-z][0-9A-Za-z]{0,199}")
"""What an order key may look like; the library recurses over longer ones."""


def first_keys(count: int) -> list[str]:
    """The keys of a list made in one go: a0, a1, …"""
    keys: list[str] = generate_n_keys_between(None, None, count)
    return keys


def keys_for(present: Sequence[str | None]) -> list[str]:
    """An order key for every item of a list, given the key that each has now (None: new).

    As many as can be keep theirs, a longest rising run; the others get keys between.
    """
    usable = [key if key is not None and _valid(key) else None for key in present]
    kept = _longest_rising(usable)
    fixed = [key if index in kept else None for index, key in enumerate(usable)]
    try:
        return _filled(fixed)
    except FIError:
        # Only keys that nobody makes by moving items leave no room beside them.
        return first_keys(len(present))


def _filled(fixed: Sequence[str | None]) -> list[str]:
    """The keys, with new ones in the places of None."""
    keys: list[str] = []
    before: str | None = None
    missing = 0
    for key in fixed:
        if key is None:
            missing += 1
            continue
        keys += generate_n_keys_between(before, key, missing)
        keys.append(key)
        before, missing = key, 0
    keys += generate_n_keys_between(before, None, missing)
    return keys


def _valid(key: str) -> bool:
    if not _KEY.fullmatch(key):
        return False
    try:
        validate_order_key(key)
    except FIError:
        return False
    return True


def _longest_rising(keys: Sequence[str | None]) -> set[int]:
    """The indexes of a longest strictly rising subsequence; n log n (patience sorting)."""
    tails: list[str] = []
    ends: list[int] = []
    earlier: dict[int, int | None] = {}
    for index, key in enumerate(keys):
        if key is None:
            continue
        pile = bisect_left(tails, key)
        earlier[index] = ends[pile - 1] if pile else None
        if pile == len(tails):
            tails.append(key)
            ends.append(index)
        else:
            tails[pile] = key
            ends[pile] = index
    run: set[int] = set()
    here = ends[-1] if ends else None
    while here is not None:
        run.add(here)
        here = earlier[here]
    return run
