"""The canvas by mouse: joining, adding, dropping, dragging, selecting."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart, middle_of
from tests.browser.processes import FAULTY


@pytest.fixture
def blank(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    return Chart(open_process(new_process(name="From blank")))


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=FAULTY)))
    chart.show_all()
    expect(chart.step("Signed")).to_be_in_viewport()
    return chart


def test_double_click_on_empty_canvas_adds_a_step_there(blank: Chart) -> None:
    x, y = blank.empty_place()
    blank.page.mouse.dblclick(x, y)
    blank.menu("Meeting").click()
    blank.type_name("Kick-off")
    step = blank.step("Kick-off")
    expect(step).to_be_visible()
    assert abs(middle_of(step)[0] - x) < 30


def test_dragging_a_handle_to_empty_canvas_adds_a_joined_step_there(blank: Chart) -> None:
    x, y = blank.middle("Start")
    blank.drag_handle("Start", (x + 220, y + 120))
    blank.menu("Email").click()
    blank.type_name("Welcome email")
    blank.type_wait("2h")
    expect(blank.wait("Start", "Welcome email")).to_contain_text("2 hours")
    assert middle_of(blank.step("Welcome email"))[0] > x + 150


def test_dragging_a_handle_to_a_step_joins_them_and_asks_for_the_wait(faulty: Chart) -> None:
    faulty.drag_handle("First call", faulty.middle("Declined"))
    field = faulty.canvas.get_by_label("Longest wait")
    expect(field).to_have_value("1 day")
    faulty.type_wait("4d")
    expect(faulty.wait("First call", "Declined")).to_contain_text("4 days")


def test_the_menu_is_left_without_adding_anything(blank: Chart) -> None:
    blank.page.mouse.dblclick(*blank.empty_place())
    expect(blank.menu("Call")).to_be_visible()
    blank.press("Escape")
    expect(blank.menu("Call")).to_have_count(0)
    expect(blank.canvas.locator(".react-flow__node")).to_have_count(1)


def test_the_plus_of_an_edge_puts_a_step_in_between_and_shares_the_wait(faulty: Chart) -> None:
    plus = faulty.canvas.get_by_role("button", name="Add a step between First call and Legal")
    expect(plus).to_have_css("opacity", "0")
    faulty.page.mouse.move(*faulty.on_line("First call", "Legal review"))
    expect(plus).to_have_css("opacity", "1")
    plus.click()
    faulty.menu("Touch").click()
    faulty.type_name("Case study")
    faulty.press("Escape")
    expect(faulty.wait("First call", "Case study")).to_contain_text("2 days")
    expect(faulty.wait("Case study", "Legal review")).to_contain_text("1 day")
    faulty.press("Control+z")
    faulty.press("Control+z")
    expect(faulty.wait("First call", "Legal review")).to_contain_text("3 days")


def test_a_click_in_the_palette_adds_after_the_selected_step(faulty: Chart) -> None:
    palette = faulty.page.get_by_role("navigation", name="Add a step")
    expect(palette.get_by_role("button")).to_have_text(
        ["Start", "Call", "Meeting", "Email", "Touch", "Task", "Decision", "End"]
    )
    faulty.select("First call")
    faulty.palette("Email").click()
    faulty.type_name("Recap by email")
    faulty.press("Escape")
    expect(faulty.wait("First call", "Recap by email")).to_be_visible()
    expect(faulty.wait("Recap by email", "Legal review")).to_be_visible()


def test_a_step_dragged_from_the_palette_stands_where_it_is_dropped(blank: Chart) -> None:
    box = blank.canvas.bounding_box()
    assert box is not None
    place = {"x": 600, "y": 120}
    blank.palette("Task").drag_to(blank.canvas, target_position=place)
    blank.type_name("Prepare")
    x, y = blank.middle("Prepare")
    assert abs(x - box["x"] - place["x"]) < 30
    assert abs(y - box["y"] - place["y"]) < 40


def test_a_palette_item_dropped_on_an_edge_stands_in_between(faulty: Chart) -> None:
    faulty.palette("Meeting").drag_to(faulty.wait("First call", "Legal review"))
    faulty.type_name("Workshop")
    faulty.press("Escape")
    expect(faulty.wait("First call", "Workshop")).to_contain_text("2 days")
    expect(faulty.wait("Workshop", "Legal review")).to_contain_text("1 day")


def test_a_loose_step_dropped_on_an_edge_stands_in_between(faulty: Chart) -> None:
    faulty.page.mouse.dblclick(*faulty.empty_place())
    faulty.menu("Email").click()
    faulty.type_name("Loose")
    faulty.drag(faulty.middle("Loose"), middle_of(faulty.wait("Lead arrives", "First call")))
    expect(faulty.wait("Lead arrives", "Loose")).to_contain_text("12 hours")
    expect(faulty.wait("Loose", "First call")).to_contain_text("12 hours")


def test_a_dragged_step_stays_where_it_is_dropped_and_undo_brings_it_back(faulty: Chart) -> None:
    before = faulty.middle("First call")
    faulty.drag(before, (before[0] + 180, before[1]))
    faulty.expect_moved("First call", before)
    faulty.undo()
    faulty.expect_at("First call", before)


def test_a_dragged_step_comes_into_line_with_its_neighbours(faulty: Chart) -> None:
    start = faulty.middle("First call")
    faulty.drag(start, (start[0] + 180, start[1]))
    faulty.expect_moved("First call", start)
    # Four pixels off the column of the others is near enough to be drawn into it.
    faulty.drag(faulty.middle("First call"), (start[0] + 4, start[1]))
    faulty.expect_at("First call", start)


def test_several_steps_are_selected_and_moved_together(faulty: Chart) -> None:
    faulty.step("Signed").click()
    faulty.step("Declined").click(modifiers=["Shift"])
    faulty.expect_selected("Signed", "Declined")
    signed, declined = faulty.middle("Signed"), faulty.middle("Declined")
    faulty.drag(signed, (signed[0] + 60, signed[1] + 30))
    faulty.expect_moved("Signed", signed)
    faulty.expect_moved("Declined", declined)
    faulty.undo()
    faulty.expect_at("Signed", signed)
    faulty.expect_at("Declined", declined)


def test_a_frame_drawn_with_shift_selects_what_is_in_it(faulty: Chart) -> None:
    box = faulty.canvas.bounding_box()
    assert box is not None
    _, y = faulty.middle("First call")
    faulty.page.keyboard.down("Shift")
    # Clear of the edges of the canvas, where a frame drags the view along.
    faulty.drag((box["x"] + 120, box["y"] + 60), (box["x"] + box["width"] - 120, y))
    faulty.page.keyboard.up("Shift")
    faulty.expect_selected("Lead arrives", "First call")


def test_a_click_on_empty_canvas_selects_nothing(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.page.mouse.click(*faulty.empty_place())
    faulty.expect_selected()


def test_double_click_renames(faulty: Chart) -> None:
    faulty.step("First call").dblclick()
    faulty.type_name("Discovery call")
    expect(faulty.step("Discovery call")).to_be_visible()


def test_a_joined_step_dropped_on_a_wait_is_moved_and_stays_joined_as_it_was(faulty: Chart) -> None:
    place = middle_of(faulty.wait("Lead arrives", "First call"))
    faulty.drag(faulty.middle("Signed"), place)
    # On the grid, which is eight pixels wide.
    faulty.expect_at("Signed", place, within=8)
    expect(faulty.wait("Lead arrives", "First call")).to_have_count(1)
    expect(faulty.wait("Send the proposal", "Signed")).to_have_count(1)
    expect(faulty.wait("Signed", "First call")).to_have_count(0)


def test_a_new_step_does_not_come_to_rest_under_map_or_zoom(faulty: Chart) -> None:
    map_box = faulty.canvas.get_by_role("img", name="Map of the whole process").bounding_box()
    zoom_box = faulty.page.get_by_role("toolbar", name="Zoom and layout").bounding_box()
    assert map_box is not None
    assert zoom_box is not None
    for corner in (map_box, zoom_box):
        faulty.select("First call")
        x, y = faulty.middle("First call")
        # Where the new step will be: right under the one that it follows.
        faulty.page.mouse.move(x, y)
        faulty.page.mouse.wheel(x - corner["x"] - corner["width"] / 2, y + 100 - corner["y"])
        faulty.palette("Email").click()
        name = faulty.canvas.get_by_label("Name of the step")
        expect(name).to_be_focused()
        box = name.bounding_box()
        assert box is not None
        for taken in (map_box, zoom_box):
            assert (
                box["x"] > taken["x"] + taken["width"]
                or box["x"] + box["width"] < taken["x"]
                or box["y"] + box["height"] < taken["y"]
            )
        name.press("Escape")


def test_the_menu_offers_only_what_can_stand_there(faulty: Chart) -> None:
    faulty.wait("First call", "Legal review").hover()
    faulty.canvas.get_by_role("button", name="Add a step between First call and Legal").click()
    expect(faulty.menu("Call")).to_be_focused()
    expect(faulty.page.get_by_role("menuitem", name="Start")).to_have_count(0)
    expect(faulty.page.get_by_role("menuitem", name="End")).to_have_count(0)
    faulty.press("Escape")
    # A way that is drawn to empty canvas may lead to an end, but to no start.
    x, y = faulty.middle("First call")
    faulty.drag_handle("First call", (x + 260, y))
    expect(faulty.menu("Call")).to_be_focused()
    expect(faulty.page.get_by_role("menuitem", name="Start")).to_have_count(0)
    expect(faulty.menu("End: won")).to_be_visible()
    faulty.press("Escape")


def test_no_way_leads_to_a_start_or_on_from_an_end(faulty: Chart) -> None:
    faulty.drag_handle("Send the proposal", faulty.middle("Lead arrives"))
    expect(faulty.page.get_by_text("A start follows no other step")).to_be_visible()
    expect(faulty.wait("Send the proposal", "Lead arrives")).to_have_count(0)
    faulty.select("Signed")
    expect(faulty.canvas.get_by_role("button", name="Join Signed")).to_have_count(0)
    faulty.step("Signed").click(button="right")
    expect(faulty.menu("Rename")).to_be_visible()
    expect(faulty.page.get_by_role("menuitem", name="Join to …")).to_have_count(0)
    # One with several ways in is followed by nothing either, which is said.
    faulty.press("Escape")
    faulty.drag_handle("First call", faulty.middle("Signed"))
    faulty.type_wait("1d")
    faulty.select("Signed")
    faulty.palette("Call").click()
    expect(faulty.page.get_by_text("stands by itself and is not joined yet")).to_be_visible()


def test_an_end_dropped_on_an_edge_stands_beside_it(faulty: Chart) -> None:
    faulty.palette("End").drag_to(faulty.wait("First call", "Legal review"))
    faulty.type_name("Parked")
    expect(faulty.step("Parked")).to_be_visible()
    expect(faulty.wait("First call", "Legal review")).to_contain_text("3 days")
    expect(faulty.wait("First call", "Parked")).to_have_count(0)


def test_a_step_added_with_an_end_selected_goes_in_before_it(faulty: Chart) -> None:
    faulty.select("Signed")
    faulty.palette("Call").click()
    faulty.type_name("Last questions")
    faulty.press("Escape")
    expect(faulty.wait("Send the proposal", "Last questions")).to_be_visible()
    expect(faulty.wait("Last questions", "Signed")).to_be_visible()
    expect(faulty.page.get_by_text("put in before it")).to_be_visible()


def test_a_start_added_with_a_step_selected_stands_by_itself(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.palette("Start").click()
    faulty.type_name("Referral")
    expect(faulty.wait("First call", "Legal review")).to_be_visible()
    expect(faulty.wait("First call", "Referral")).to_have_count(0)
    expect(faulty.page.get_by_text("A start follows no other step")).to_be_visible()


def test_a_palette_item_over_a_step_shows_where_it_will_stand(faulty: Chart) -> None:
    x, y = faulty.middle("First call")
    faulty.palette("Task").hover()
    faulty.page.mouse.down()
    faulty.page.mouse.move(x - 40, y, steps=4)
    # Once more on the spot: what is dragged is a move behind the mouse.
    faulty.page.mouse.move(x, y)
    faulty.page.mouse.move(x, y)
    landing = faulty.canvas.locator("svg[data-look=task]")
    expect(landing).to_be_visible()
    shown = middle_of(landing)
    # Beside the step or under it, not at the foot of its column.
    assert abs(shown[0] - x) < 260
    assert abs(shown[1] - y) < 130
    faulty.page.mouse.up()
    faulty.type_name("Prepare")
    faulty.expect_at("Prepare", shown)
    expect(landing).to_have_count(0)
    assert faulty.overlaps() == []
