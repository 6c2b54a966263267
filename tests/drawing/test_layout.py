"""Positions for the canvas."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.drawing.large import chain
from touchline.checking.notation import process
from touchline.drawing.layout.positions import layout
from touchline.drawing.pool import Pool

BRANCHES = """
    start -> call 1d -> <decide> 1d
    <decide> -Yes-> [contract] 1d -> won 1d
    <decide> -No-> lost 1d
    [contract] -> call 2d
"""


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_steps_do_not_overlap_and_lie_within_the_picture(direction: str) -> None:
    sizes = {step.id: (180.0, 90.0) for step in process(BRANCHES).steps}
    found = layout(process(BRANCHES), direction, sizes)
    assert found.positions.keys() == sizes.keys()
    for one, other in combinations(found.positions.values(), 2):
        assert abs(one.x - other.x) >= 180 or abs(one.y - other.y) >= 90
    for place in found.positions.values():
        assert 0 <= place.x <= found.width - 180 + 0.01
        assert 0 <= place.y <= found.height - 90 + 0.01


def test_edges_begin_and_end_at_their_steps() -> None:
    sizes = {step.id: (180.0, 90.0) for step in process(BRANCHES).steps}
    found = layout(process(BRANCHES), "TB", sizes)
    assert len(found.edges) == 6
    for edge in found.edges:
        assert len(edge.points) % 3 == 1
        assert edge.label is not None
        for step, point in ((edge.source, edge.points[0]), (edge.target, edge.points[-1])):
            corner = found.positions[step]
            assert corner.x - 2 <= point.x <= corner.x + 182
            assert corner.y - 2 <= point.y <= corner.y + 92


def test_sizes_that_are_not_given_are_the_usual_ones() -> None:
    assert layout(process(BRANCHES)).positions.keys() == {
        "start", "call", "decide", "contract", "won", "lost",
    }  # fmt: skip


def test_a_thousand_steps_are_laid_out(patient_pool: Pool) -> None:
    found = layout(chain(1000), pool=patient_pool)
    assert len(found.positions) == 1000
    assert not found.simplified
