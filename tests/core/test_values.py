"""An id and an address are taken or refused as in the editor."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.twins import cases
from touchline.model.values import StepId, Url

TYPES = {"ids": StepId, "addresses": Url}
CASES = cases("values")


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind in CASES for value in CASES[kind]["accepted"]]
)
def test_it_is_taken_as_in_the_editor(kind: str, value: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(TYPES[kind])
    assert adapter.validate_python(value) == value


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind in CASES for value in CASES[kind]["refused"]]
)
def test_it_is_refused_as_in_the_editor(kind: str, value: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(TYPES[kind])
    with pytest.raises(ValidationError):
        adapter.validate_python(value)
