"""How many random examples a test is given: some in every run, very many under `make test-deep`."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import settings

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
ORDINARY = 40
DEEP_TIMES = 40


def examples(ordinary: int = ORDINARY, **others: Any) -> settings:
    """Settings for a test that needs another number than most, or others of Hypothesis's settings.

    `ordinary` is the number of every run. The same examples come every time there; those of a deep
    run are new ones.
    """
    count = ordinary * DEEP_TIMES if DEEP else ordinary
    return settings(max_examples=count, deadline=None, derandomize=not DEEP, **others)


def load_profile() -> None:
    """What holds for tests that say nothing of it themselves."""
    settings.register_profile("all", examples())
    settings.load_profile("all")
