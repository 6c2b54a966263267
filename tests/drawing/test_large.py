"""Large and tangled processes are drawn more simply, and say so, or fail with a clear error."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.drawing.charts import SVG, groups
from tests.drawing.large import chain
from touchline.drawing.draw import draw
from touchline.drawing.pool import Limits, Pool
from touchline.errors import DrawingError


def test_a_thousand_steps_are_drawn_with_full_care() -> None:
    drawing = draw(chain(1000), "flowchart", "svg")
    assert not drawing.simplified
    assert len(list(groups(drawing.content, "step"))) == 1000


def test_a_large_tangle_is_simplified_and_says_so() -> None:
    drawing = draw(chain(1000, far_edges=300), "flowchart", "svg")
    assert drawing.simplified
    assert len(list(groups(drawing.content, "edge"))) == 1299
    assert "simpler" in (ET.fromstring(drawing.content).findtext(f"{SVG}desc") or "")


def test_what_strikes_the_time_limit_is_drawn_once_more_and_more_simply() -> None:
    pool = Pool(1, Limits(seconds=0.5))
    drawing = draw(chain(300, far_edges=100), "flowchart", "svg", pool=pool)
    assert drawing.simplified
    assert len(list(groups(drawing.content, "step"))) == 300
    pool.close()


def test_what_cannot_be_drawn_at_all_is_a_clear_error() -> None:
    pool = Pool(1, Limits(seconds=0.05))
    with pytest.raises(DrawingError, match="2000 steps and 1999 edges is too tangled"):
        draw(chain(2000), "flowchart", "svg", pool=pool)
    pool.close()


def test_a_chart_too_large_for_a_readable_png_says_what_to_do() -> None:
    with pytest.raises(DrawingError, match="draw it as SVG or PDF"):
        draw(chain(1000), "flowchart", "png")
