"""What holds for every test."""

from __future__ import annotations

import pytest

from tests.examples import load_profile

load_profile()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that random examples are made for: `make test-deep` runs these."""
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item.obj, "hypothesis"):
            item.add_marker(pytest.mark.random)
