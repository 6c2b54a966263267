"""The menu of a right click on the chart: of a step, of several, of an edge, of empty canvas."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chart import Chart
from tests.browser.layout import lost_controls
from tests.browser.processes import FAULTY, placed
from tests.browser.test_canvas_overview import Overview, large

# Whether the page kept the browser's own menu away, the last time that one was asked for.
LISTEN = (
    "() => addEventListener('contextmenu', (asked) => { window.kept = asked.defaultPrevented })"
)


@pytest.fixture
def chart(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.show_all()
    expect(chart.step("Signed")).to_be_in_viewport(ratio=1)
    return chart


def entries(chart: Chart) -> Locator:
    return chart.page.get_by_role("menu").get_by_role("menuitem")


def ask_at(chart: Chart, place: tuple[float, float]) -> None:
    chart.page.mouse.click(*place, button="right")


def test_a_step_is_selected_and_its_menu_renames_it(chart: Chart) -> None:
    chart.select("Signed")
    chart.step("First call").click(button="right")
    chart.expect_selected("First call")
    names = ["Rename", "Add the next step", "Change the kind …", "Join to …", "Copy", "Cut"]
    expect(entries(chart)).to_contain_text([*names, "Duplicate", "Details …", "Delete"])
    chart.menu("Rename").click()
    chart.type_name("Discovery call")
    expect(chart.step("Discovery call")).to_be_focused()


def test_several_stay_selected_and_are_deleted_together(chart: Chart) -> None:
    chart.select("Signed")
    chart.step("Declined").click(modifiers=["Shift"])
    chart.step("Signed").click(button="right")
    chart.expect_selected("Signed", "Declined")
    expect(entries(chart)).to_contain_text(
        ["Copy", "Cut", "Duplicate", "Show the selection", "Delete"]
    )
    chart.menu("Delete").click()
    expect(chart.step("Signed")).to_have_count(0)
    expect(chart.step("Declined")).to_have_count(0)


def test_an_edge_gets_a_step_in_between(chart: Chart) -> None:
    ask_at(chart, chart.on_line("First call", "Legal review"))
    expect(entries(chart)).to_contain_text(
        ["Set the wait", "Set the condition", "Put a step in between …", "Details …", "Delete"]
    )
    chart.menu("Put a step in between …").click()
    chart.menu("Touch").click()
    chart.type_name("Case study")
    chart.press("Escape")
    expect(chart.wait("First call", "Case study")).to_be_visible()
    chart.wait("Case study", "Legal review").click(button="right")
    chart.menu("Set the wait").click()
    chart.type_wait("4d")
    expect(chart.wait("Case study", "Legal review")).to_contain_text("4 days")


def test_on_empty_canvas_steps_are_added_and_pasted_where_it_was_clicked(chart: Chart) -> None:
    x, y = chart.empty_place()
    chart.step("Signed").click(button="right")
    chart.menu("Copy").click()
    ask_at(chart, (x, y))
    chart.expect_selected()
    expect(entries(chart)).to_contain_text(["Add a step here …", "Paste", "Select everything"])
    chart.menu("Paste").click()
    copies = chart.canvas.get_by_role("group", name="Signed")
    expect(copies).to_have_count(2)
    places = [box for copy in copies.all() if (box := copy.bounding_box()) is not None]
    assert min(abs(place["x"] - x) + abs(place["y"] - y) for place in places) < 20
    below = y + 150
    ask_at(chart, (x, below))
    chart.menu("Add a step here …").click()
    chart.menu("Meeting").click()
    chart.type_name("Kick-off")
    assert abs(chart.middle("Kick-off")[0] - x) < 30
    assert abs(chart.middle("Kick-off")[1] - below) < 60


def test_the_menu_is_opened_walked_and_left_by_keyboard(chart: Chart) -> None:
    chart.select("First call")
    for key in ("Shift+F10", "ContextMenu"):
        chart.press(key)
        expect(chart.menu("Rename")).to_be_focused()
        for pressed, name in (
            ("ArrowUp", "Delete"),
            ("Home", "Rename"),
            ("End", "Delete"),
            ("c", "Change the kind …"),
            ("c", "Copy"),
            ("ArrowDown", "Cut"),
        ):
            chart.press(pressed)
            expect(chart.menu(name)).to_be_focused()
        chart.press("Escape")
        expect(entries(chart)).to_have_count(0)
        expect(chart.step("First call")).to_be_focused()
    # From the label of an edge back to it.
    wait = chart.wait("First call", "Legal review")
    wait.focus()
    chart.press("Shift+F10")
    expect(chart.menu("Set the wait")).to_be_focused()
    chart.press("Escape")
    expect(wait).to_be_focused()


def test_it_stays_within_a_small_window(chart: Chart) -> None:
    chart.page.set_viewport_size({"width": 640, "height": 400})
    x, y = chart.empty_place()
    ask_at(chart, (x, y + 30))
    expect(entries(chart).first).to_be_visible()
    assert lost_controls(chart.page) == []
    chart.press("Escape")
    # To the first step, whose menu is the longest.
    chart.press("ArrowDown")
    chart.press("Shift+F10")
    expect(chart.menu("Rename")).to_be_focused()
    assert lost_controls(chart.page) == []


def test_it_closes_when_the_view_moves_and_never_gives_way_to_the_browsers_own(
    chart: Chart,
) -> None:
    page = chart.page
    page.evaluate(LISTEN)
    kept = "() => window.kept"
    before = chart.boxes()
    # Dragging with the right button moves nothing.
    page.mouse.move(*chart.middle("Signed"))
    page.mouse.down(button="right")
    page.mouse.move(*chart.empty_place(), steps=3)
    page.mouse.up(button="right")
    chart.expect_standing(before)
    assert page.evaluate(kept) is True
    expect(entries(chart).first).to_be_visible()
    page.mouse.wheel(0, 40)
    expect(entries(chart)).to_have_count(0)
    chart.step("Signed").dblclick()
    chart.canvas.get_by_label("Name of the step").click(button="right")
    assert page.evaluate(kept) is False
    expect(entries(chart)).to_have_count(0)


def test_a_painted_step_of_the_overview_has_its_menu(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    overview = Overview(open_process(new_process(process=large())))
    ask_at(overview, overview.point(3, 2))
    overview.expect_selected("Call 29")
    overview.menu("Details …").click()
    expect(overview.details().get_by_label("Name")).to_be_focused()
    ask_at(overview, overview.point(5, 4, x=1.25))
    expect(overview.menu("Set the wait")).to_be_visible()
