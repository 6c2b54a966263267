"""Where a dragged step comes to stand: on the light grid, or in line with a neighbour's centre."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart

# One step of the light grid, in the process's pixels.
GRID = 8
# What a hand moves before a drag is one, and half a step of the grid.
NEAR = 2 + GRID / 2

# A decision is wider and higher than a call, so that centres in line are no edges in line; and
# neither of them stands on the grid.
PROCESS: dict[str, Any] = {
    "touchline": 1,
    "name": "Two steps",
    "steps": [
        {"id": "call", "name": "Call", "kind": "contact", "position": {"x": 3, "y": 5}},
        {"id": "fit", "name": "A fit?", "kind": "decision", "position": {"x": 301, "y": 203}},
    ],
    "edges": [{"from": "call", "to": "fit", "max_wait": "1 day"}],
}


@pytest.fixture
def two(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    """Seen at 100 %, where a pixel of the mouse is one of the process."""
    chart = Chart(open_process(new_process(process=PROCESS)))
    expect(chart.page.get_by_role("button", name="Zoom 100 %")).to_be_visible()
    return chart


def centre(box: list[float]) -> tuple[float, float]:
    left, top, width, height = box
    return left + width / 2, top + height / 2


def guides(chart: Chart) -> list[str]:
    """The lines along which centres are in line, by the side that is long."""
    lines: list[str] = chart.page.evaluate(
        """() => [...document.querySelectorAll("[class*=_level_], [class*=_upright_]")]
            .map((line) => line.getBoundingClientRect())
            .map(({ width, height }) => (width > height ? "level" : "upright"))"""
    )
    return lines


@pytest.mark.parametrize(("x", "y"), [(37, 45), (-50, 21), (90, -61)])
def test_a_dragged_step_stands_on_the_light_grid(two: Chart, x: int, y: int) -> None:
    left, top, *_ = two.boxes()["fit"]
    start = two.middle("A fit?")
    two.drag(start, (start[0] + x, start[1] + y))
    two.expect_moved("A fit?", start)
    now_left, now_top, *_ = two.boxes()["fit"]
    assert (now_left % GRID, now_top % GRID) == (0, 0)
    # On the nearest line of it.
    assert abs(now_left - left - x) <= NEAR
    assert abs(now_top - top - y) <= NEAR
    assert two.boxes()["call"][:2] == [3, 5]


@pytest.mark.parametrize("off", [-4, 4])
def test_a_dragged_step_comes_level_with_a_neighbours_centre(two: Chart, off: int) -> None:
    _, level = two.middle("Call")
    start = two.middle("A fit?")
    hold(two, start, (start[0] + 50, level + off))
    assert guides(two) == ["level"]
    two.page.mouse.up()
    two.expect_moved("A fit?", start)
    boxes = two.boxes()
    assert centre(boxes["fit"])[1] == centre(boxes["call"])[1]
    assert boxes["fit"][0] % GRID == 0
    assert guides(two) == []


@pytest.mark.parametrize("off", [-4, 4])
def test_a_dragged_step_comes_under_a_neighbours_centre(two: Chart, off: int) -> None:
    upright, _ = two.middle("Call")
    start = two.middle("A fit?")
    hold(two, start, (upright + off, start[1] + 50))
    assert guides(two) == ["upright"]
    two.page.mouse.up()
    two.expect_moved("A fit?", start)
    boxes = two.boxes()
    assert centre(boxes["fit"])[0] == centre(boxes["call"])[0]
    assert boxes["fit"][1] % GRID == 0


def test_a_step_that_is_not_near_a_neighbours_centre_is_not_drawn_to_it(two: Chart) -> None:
    _, level = two.middle("Call")
    start = two.middle("A fit?")
    hold(two, start, (start[0] + 50, level + 12))
    assert guides(two) == []
    two.page.mouse.up()
    two.expect_moved("A fit?", start)
    boxes = two.boxes()
    assert centre(boxes["fit"])[1] - centre(boxes["call"])[1] == pytest.approx(12, abs=NEAR)


def hold(chart: Chart, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drags to a place, does not let go, and waits for the frame that shows it there."""
    chart.hold(start, end)
    chart.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(drawn))")
