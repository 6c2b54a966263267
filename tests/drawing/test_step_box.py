"""A step is as large, and says the same in the same lines, as on the editor's canvas."""

from __future__ import annotations

from typing import Any

import pytest

from tests.twins import cases
from touchline.drawing.shapes.step_box import step_box
from touchline.model.process import Step


@pytest.mark.parametrize("case", cases("step_box"), ids=lambda case: case["step"]["name"][:40])
def test_a_step_is_drawn_as_on_the_canvas(case: dict[str, Any]) -> None:
    box = step_box(Step.model_validate({"id": "a", **case["step"]}))
    assert {
        "name": list(box.name),
        "details": list(box.details),
        "width": box.width,
        "height": box.height,
    } == {key: case[key] for key in ("name", "details", "width", "height")}
