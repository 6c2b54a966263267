"""The chart when it is too small to be read: painted, and yet pointed at and edited as ever."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.test_accessible import faults

COLUMNS = 13
# From one step to the next, in the process's pixels.
ACROSS, DOWN = 300, 160
WIDTH, HEIGHT = 200, 56


def large(steps: int = 169, columns: int = COLUMNS) -> dict[str, Any]:
    """Calls one after the other, in rows."""
    return {
        "touchline": 1,
        "name": "Large sale",
        "steps": [
            {
                "id": f"call-{number}",
                "name": f"Call {number}",
                "kind": "contact",
                "channel": "call",
                "position": {"x": number % columns * ACROSS, "y": number // columns * DOWN},
            }
            for number in range(steps)
        ],
        "edges": [
            {"from": f"call-{number}", "to": f"call-{number + 1}", "max_wait": "1 day"}
            for number in range(steps - 1)
        ],
    }


class Overview(Chart):
    """The whole of the large process in view."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.show_all()
        expect(self.list()).to_be_attached()

    def list(self) -> Any:
        """The steps for those who do not see them."""
        return self.canvas.get_by_role("list", name="Steps of the process")

    def point(self, number: float, row: float, x: float = 0.5, y: float = 0.5) -> Any:
        """A point on the screen: in a step by its column and row, so far across and down it."""
        left, top, zoom = self.page.evaluate(
            """() => {
                const chart = document.querySelector(".react-flow").getBoundingClientRect();
                const view = document.querySelector(".react-flow__viewport");
                const { a, e, f } = new DOMMatrix(getComputedStyle(view).transform);
                return [chart.x + e, chart.y + f, a];
            }"""
        )
        return (
            left + (number * ACROSS + x * WIDTH) * zoom,
            top + (row * DOWN + y * HEIGHT) * zoom,
        )

    def details(self) -> Any:
        return self.page.get_by_role("complementary", name="Details")


@pytest.fixture
def overview(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Overview:
    return Overview(open_process(new_process(process=large())))


def test_a_step_under_the_pointer_is_told_and_a_click_selects_it(overview: Overview) -> None:
    overview.page.mouse.move(*overview.point(3, 2))
    expect(overview.page.get_by_role("tooltip", name="Call 29")).to_be_visible()
    overview.page.mouse.click(*overview.point(3, 2))
    expect(overview.details().get_by_label("Name")).to_have_value("Call 29")
    overview.expect_selected("Call 29")


def test_a_step_is_dragged_and_undo_brings_it_back(overview: Overview) -> None:
    start = overview.point(4, 3)
    target = overview.point(4, 3.5)
    overview.drag(start, target)
    overview.page.mouse.move(*overview.point(1, 1))
    overview.page.mouse.move(*target)
    expect(overview.page.get_by_role("tooltip", name="Call 43")).to_be_visible()
    overview.undo()
    overview.page.mouse.move(*overview.point(1, 1))
    overview.page.mouse.move(*start)
    expect(overview.page.get_by_role("tooltip", name="Call 43")).to_be_visible()


def test_a_frame_around_steps_selects_them(overview: Overview) -> None:
    overview.page.keyboard.down("Shift")
    overview.drag(overview.point(2, 1, x=-0.2, y=-0.5), overview.point(4, 2, x=1.1, y=1.4))
    overview.page.keyboard.up("Shift")
    expect(overview.details()).to_contain_text("6 steps")


def test_several_steps_are_dragged_together(overview: Overview) -> None:
    overview.page.mouse.click(*overview.point(2, 1))
    overview.page.keyboard.down("Shift")
    overview.page.mouse.click(*overview.point(3, 1))
    overview.page.keyboard.up("Shift")
    expect(overview.details()).to_contain_text("2 steps")
    overview.drag(overview.point(3, 1), overview.point(3, 1.5))
    for column, name in ((2, "Call 15"), (3, "Call 16")):
        overview.page.mouse.move(*overview.point(column, 1.5))
        expect(overview.page.get_by_role("tooltip", name=name)).to_be_visible()


def test_an_edge_is_clicked_and_takes_what_is_dropped_on_it(overview: Overview) -> None:
    x, y = overview.point(5, 4, x=1.25)
    overview.page.mouse.click(x, y)
    expect(overview.details().get_by_role("heading", name="Edge")).to_be_visible()
    expect(overview.details()).to_contain_text("Call 57")
    expect(overview.details()).to_contain_text("Call 58")
    box = overview.canvas.bounding_box()
    assert box is not None
    place = {"x": x - box["x"], "y": y - box["y"]}
    overview.palette("Task").drag_to(overview.canvas, target_position=place)
    overview.type_name("Prepare")
    overview.press("Escape")
    expect(overview.wait("Call 57", "Prepare")).to_contain_text("12 hours")
    expect(overview.wait("Prepare", "Call 58")).to_contain_text("12 hours")


def test_a_double_click_on_an_edge_goes_near_and_asks_for_its_wait(overview: Overview) -> None:
    overview.page.mouse.dblclick(*overview.point(5, 4, x=1.25))
    overview.type_wait("3d")
    expect(overview.wait("Call 57", "Call 58")).to_contain_text("3 days")


def test_a_double_click_on_a_step_goes_near_and_asks_for_its_name(overview: Overview) -> None:
    overview.page.mouse.dblclick(*overview.point(3, 2))
    overview.type_name("Second call")
    expect(overview.step("Second call")).to_be_in_viewport()


def test_the_arrow_keys_walk_and_the_focus_can_be_seen(overview: Overview) -> None:
    overview.page.mouse.click(*overview.point(3, 2))
    overview.expect_selected("Call 29")
    overview.press("ArrowRight")
    overview.expect_selected("Call 30")
    expect(overview.step("Call 30")).to_be_focused()


def test_a_step_is_chosen_from_the_list_that_is_read_out(overview: Overview) -> None:
    steps = overview.list().get_by_role("button")
    expect(steps).to_have_count(169)
    steps.get_by_text("Call 100", exact=False).evaluate("(step) => step.click()")
    expect(overview.details().get_by_label("Name")).to_have_value("Call 100")
    expect(overview.step("Call 100")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(overview: Overview) -> None:
    overview.page.mouse.move(*overview.point(3, 2))
    expect(overview.page.get_by_role("tooltip", name="Call 29")).to_be_visible()
    assert faults(overview.page) == []


def test_the_map_brings_another_part_into_view(overview: Overview) -> None:
    overview.page.get_by_role("button", name="back to 100 %").click()
    the_map = overview.canvas.get_by_role("img", name="Map of the whole process")
    the_map.click()
    # The step in the middle of all.
    expect(overview.step("Call 84,")).to_be_in_viewport()
    the_map.click(position={"x": 20, "y": 15})
    expect(overview.step("Call 1,")).to_be_in_viewport()
    expect(overview.step("Call 84,")).not_to_be_in_viewport()
    # A drag takes the view along.
    box = the_map.bounding_box()
    assert box is not None
    far = box["x"] + box["width"] - 20, box["y"] + box["height"] - 15
    overview.hold((box["x"] + 20, box["y"] + 15), far)
    expect(overview.step("Call 168,")).to_be_in_viewport()
    overview.page.mouse.up()


def test_the_whole_of_the_longest_process_is_shown(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    overview = Overview(open_process(new_process(process=large(steps=400, columns=1))))
    expect(overview.page.get_by_role("button", name="Zoom 0.7 %, back to 100 %")).to_be_visible()
    canvas = overview.canvas.bounding_box()
    assert canvas is not None
    (_, top), (_, foot) = overview.point(0, 0, y=0), overview.point(0, 399, y=1)
    assert canvas["y"] < top < foot < canvas["y"] + canvas["height"]
