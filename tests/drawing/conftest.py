"""A drawing worker for tests that are not about time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from touchline.drawing.pool import Limits, Pool


@pytest.fixture(scope="session")
def patient_pool() -> Iterator[Pool]:
    """A worker that is given a minute, so that a busy machine fails no test."""
    pool = Pool(1, Limits(seconds=60))
    yield pool
    pool.close()
