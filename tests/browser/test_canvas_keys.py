"""The keys of the canvas one by one: what each frames, moves and copies, and Cmd on a Mac."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart, middle_of
from tests.browser.processes import FAULTY, placed

# One step of the light grid, in the process's pixels.
GRID = 8
NAMES = [step["name"] for step in FAULTY["steps"]]


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.show_all()
    expect(chart.step("Signed")).to_be_in_viewport(ratio=1)
    return chart


@pytest.fixture
def on_a_mac(page: Page) -> None:
    """What a browser on a Mac calls the machine."""
    page.add_init_script("Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' });")


# --- what is in view ---


def test_1_shows_the_whole_process_and_2_the_selection(faulty: Chart) -> None:
    faulty.pan_away()
    faulty.press("1")
    for name in NAMES:
        expect(faulty.step(name)).to_be_in_viewport(ratio=1)
    faulty.select("Signed")
    faulty.step("Declined").click(modifiers=["Shift"])
    faulty.pan_away()
    expect(faulty.step("Signed")).not_to_be_in_viewport()
    faulty.press("2")
    expect(faulty.step("Signed")).to_be_in_viewport(ratio=1)
    expect(faulty.step("Declined")).to_be_in_viewport(ratio=1)
    (x, above), (_, below) = faulty.middle("Signed"), faulty.middle("Declined")
    # In the middle, but for the map, which covers none of them.
    middle_x, middle_y = middle_of(faulty.canvas)
    assert abs(x - middle_x) < 100
    assert abs((above + below) / 2 - middle_y) < 100
    faulty.expect_selected("Signed", "Declined")
    # And so for edges, by what they join.
    faulty.show_all()
    faulty.page.mouse.click(*faulty.on_line("Lead arrives", "First call"))
    faulty.page.keyboard.down("Shift")
    faulty.page.mouse.click(*faulty.on_line("First call", "Legal review"))
    faulty.page.keyboard.up("Shift")
    faulty.expect_selected()
    faulty.pan_away()
    faulty.press("2")
    for name in ("Lead arrives", "First call", "Legal review"):
        expect(faulty.step(name)).to_be_in_viewport(ratio=0.99)


def test_undo_and_redo_bring_what_they_change_into_view(faulty: Chart) -> None:
    faulty.select("Signed")
    faulty.press("F2")
    faulty.type_name("Contract signed")
    for key, name in (("ControlOrMeta+z", "Signed"), ("ControlOrMeta+Shift+z", "Contract signed")):
        zoom = faulty.zoom()
        faulty.pan_away()
        faulty.press(key)
        expect(faulty.step(name)).to_be_in_viewport(ratio=1)
        assert faulty.zoom() == zoom


def test_what_is_typed_is_as_large_in_a_small_chart(faulty: Chart) -> None:
    sizes = {}
    faulty.page.get_by_role("button", name="back to 100 %").click()
    for percent in (100, 50):
        while faulty.zoom() > percent:
            faulty.page.get_by_role("button", name="Zoom out").click()
        faulty.step("First call").dblclick()
        name = faulty.canvas.get_by_label("Name of the step").bounding_box()
        faulty.press("Escape")
        faulty.wait("First call", "Legal review").click()
        wait = faulty.canvas.get_by_label("Longest wait").bounding_box()
        faulty.press("Escape")
        assert name is not None
        assert wait is not None
        sizes[percent] = name["height"], wait["height"]
    assert sizes[50] == pytest.approx(sizes[100], rel=0.1)


# --- nudging ---


@pytest.mark.parametrize(
    ("arrow", "x", "y"),
    [("Right", GRID, 0), ("Left", -GRID, 0), ("Down", 0, GRID), ("Up", 0, -GRID)],
)
def test_shift_and_an_arrow_nudge_by_one_step_of_the_grid(
    faulty: Chart, arrow: str, x: int, y: int
) -> None:
    before = faulty.boxes()
    faulty.select("First call")
    faulty.step("Legal review").click(modifiers=["Shift"])
    for _ in range(2):
        faulty.press(f"Shift+Arrow{arrow}")
    after = dict(before)
    for id in ("call", "legal"):
        left, top, *size = before[id]
        after[id] = [left + 2 * x, top + 2 * y, *size]
    faulty.expect_standing(after)
    faulty.expect_selected("First call", "Legal review")
    faulty.press("Control+z")
    faulty.expect_standing(before)


# --- deleting ---


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_delete_takes_everything_selected_away_as_one_undo_step(faulty: Chart, key: str) -> None:
    faulty.select("Signed")
    faulty.step("Declined").click(modifiers=["Shift"])
    faulty.press(key)
    faulty.expect_steps(exactly=len(NAMES) - 2)
    expect(faulty.step("Signed")).to_have_count(0)
    expect(faulty.step("Declined")).to_have_count(0)
    faulty.press("Control+z")
    expect(faulty.wait("Send the proposal", "Signed")).to_be_visible()
    expect(faulty.wait("Send the proposal", "Declined")).to_be_visible()


# --- on a Mac ---


@pytest.mark.usefixtures("on_a_mac")
def test_on_a_mac_the_keys_are_those_with_cmd(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("Delete")
    expect(faulty.step("Legal review")).to_have_count(0)
    faulty.press("Meta+z")
    expect(faulty.step("Legal review")).to_be_visible()
    faulty.press("Meta+Shift+z")
    expect(faulty.step("Legal review")).to_have_count(0)
    faulty.press("Meta+z")
    faulty.press("Meta+a")
    faulty.expect_selected(*NAMES)
    faulty.press("Escape")
    faulty.select("Signed")
    faulty.press("Meta+d")
    faulty.expect_steps(exactly=len(NAMES) + 1)
    faulty.press("Meta+f")
    page = faulty.page
    expect(page.get_by_role("combobox", name="Find a step")).to_be_focused()
    page.keyboard.type("legal")
    page.keyboard.press("Enter")
    faulty.expect_selected("Legal review")
    faulty.press("Meta+k")
    expect(page.get_by_role("combobox", name="Find a command or a step")).to_be_focused()
    expect(page.get_by_role("option", name="Undo")).to_have_text("Undo⌘Z")


@pytest.mark.usefixtures("on_a_mac")
def test_on_a_mac_ctrl_is_left_to_the_system(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("Delete")
    expect(faulty.step("Legal review")).to_have_count(0)
    faulty.press("Control+z")
    faulty.press("Control+a")
    faulty.press("Control+k")
    faulty.press("?")
    dialog = faulty.page.get_by_role("dialog")
    expect(dialog).to_have_count(1)
    expect(dialog.get_by_role("heading", name="Keyboard")).to_be_visible()
    keys = {"Undo": "⌘Z", "Copy": "⌘C", "Cut": "⌘X", "Paste": "⌘V", "Find a step": "⌘F"}
    for name, shown in keys.items():
        command = dialog.get_by_text(name, exact=True).locator("xpath=..")
        expect(command).to_have_text(f"{name}{shown}")
    faulty.press("Escape")
    expect(faulty.step("Legal review")).to_have_count(0)
    faulty.expect_selected()


@pytest.mark.usefixtures("on_a_mac")
def test_on_a_mac_a_click_with_cmd_selects_more(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.step("Signed").click(modifiers=["Meta"])
    faulty.expect_selected("First call", "Signed")
    faulty.step("First call").click(modifiers=["Meta"])
    faulty.expect_selected("Signed")
