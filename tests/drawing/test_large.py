"""Large and tangled processes are drawn more simply, and say so, or fail with a clear error."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from tests.drawing.charts import SVG, groups
from tests.drawing.large import chain
from touchline.drawing.draw import draw
from touchline.drawing.pool import DrawingLimitError, Pool
from touchline.model.errors import DrawingError


class Striking(Pool):
    """A pool whose first drawings strike a limit, whatever the speed of the machine."""

    def __init__(self, strikes: int, task: str = "graph") -> None:
        super().__init__(1)
        self._strikes, self._task = strikes, task

    def ask(self, request: dict[str, Any], body: bytes) -> bytes:
        if self._strikes and request["task"] == self._task:
            self._strikes -= 1
            raise DrawingLimitError("the drawing was stopped, as it was told")
        return super().ask(request, body)


def test_a_thousand_steps_are_drawn_with_full_care(patient_pool: Pool) -> None:
    drawing = draw(chain(1000), "flowchart", "svg", pool=patient_pool)
    assert not drawing.simplified
    assert len(list(groups(drawing.content, "step"))) == 1000


def test_a_large_tangle_is_simplified_and_says_so(patient_pool: Pool) -> None:
    drawing = draw(chain(1000, far_edges=300), "flowchart", "svg", pool=patient_pool)
    assert drawing.simplified
    assert len(list(groups(drawing.content, "edge"))) == 1299
    assert "simpler" in (ET.fromstring(drawing.content).findtext(f"{SVG}desc") or "")


def test_what_strikes_a_limit_is_drawn_once_more_and_more_simply() -> None:
    pool = Striking(1)
    drawing = draw(chain(30, far_edges=5), "flowchart", "svg", pool=pool)
    assert drawing.simplified
    assert len(list(groups(drawing.content, "step"))) == 30
    assert len(list(groups(drawing.content, "edge"))) == 34
    pool.close()


def test_a_png_that_strikes_a_limit_is_painted_once_more_with_fewer_pixels() -> None:
    process = chain(10)
    usual = draw(process, "flowchart", "png").content
    pool = Striking(1, task="paint")
    drawing = draw(process, "flowchart", "png", pool=pool)
    assert drawing.simplified
    assert png_width(drawing.content) == png_width(usual) // 2
    pool.close()


def png_width(content: bytes) -> int:
    return int.from_bytes(content[16:20])


def test_what_strikes_it_twice_is_a_clear_error() -> None:
    pool = Striking(2)
    with pytest.raises(DrawingError, match="30 steps and 29 edges is too tangled"):
        draw(chain(30), "flowchart", "svg", pool=pool)
    pool.close()


def test_a_chart_too_large_for_a_readable_png_says_what_to_do() -> None:
    with pytest.raises(DrawingError, match="draw it as SVG or PDF"):
        draw(chain(1000), "flowchart", "png")
