"""The canvas by keyboard alone."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY
from tests.browser.server import Server
from tests.browser.visiting import visit


@pytest.fixture
def blank(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    return Chart(open_process(new_process(name="From blank")))


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    return Chart(open_process(new_process(process=FAULTY)))


def test_tab_adds_the_next_step_with_its_name_and_then_its_wait_ready_to_type(blank: Chart) -> None:
    blank.select("Start")
    blank.press("Tab")
    blank.type_name("First call")
    field = blank.canvas.get_by_label("Longest wait")
    expect(field).to_have_value("1 day")
    blank.type_wait("3d")
    expect(blank.wait("Start", "First call")).to_contain_text("3 days")
    blank.expect_selected("First call")


def test_not_one_key_is_lost_between_adding_a_step_and_typing(blank: Chart) -> None:
    blank.select("Start")
    for name in ("First call", "Recap", "Demo"):
        blank.press("Tab")
        blank.page.keyboard.type(name)
        blank.press("Enter")
        blank.page.keyboard.type("2d")
        blank.press("Enter")
    for before, after in (("Start", "First call"), ("First call", "Recap"), ("Recap", "Demo")):
        expect(blank.wait(before, after)).to_contain_text("2 days")


def test_tab_goes_from_name_to_wait_to_the_next_step(blank: Chart) -> None:
    blank.select("Start")
    blank.press("Tab")
    for name in ("First call", "Demo", "Signature"):
        blank.page.keyboard.type(name)
        blank.press("Tab")
        blank.page.keyboard.type("2d")
        blank.press("Tab")
    blank.type_name("Handover")
    blank.press("Escape")
    expect(blank.wait("Start", "First call")).to_contain_text("2 days")
    expect(blank.wait("Demo", "Signature")).to_contain_text("2 days")
    expect(blank.wait("Signature", "Handover")).to_be_visible()


def test_a_name_typed_for_a_wait_is_refused_and_does_not_stop_the_rhythm(blank: Chart) -> None:
    blank.select("Start")
    blank.press("Tab")
    blank.page.keyboard.type("First call")
    blank.press("Tab")
    wait = blank.canvas.get_by_label("Longest wait")
    expect(wait).to_have_accessible_description("The longest wait – Tab for the next step")
    blank.page.keyboard.type("Demo")
    blank.press("Tab")
    # What is typed next takes its place.
    alert = blank.canvas.get_by_role("alert")
    expect(alert).to_have_text("Type a time such as 3 days, 4h or 30m. Tab again keeps 1 day.")
    blank.page.keyboard.type("2d")
    expect(wait).to_have_value("2d")
    blank.press("Tab")
    blank.page.keyboard.type("Demo")
    blank.press("Tab")
    blank.page.keyboard.type("Proposal")
    blank.press("Tab")
    expect(alert).to_be_visible()
    blank.press("Tab")
    expect(blank.page.get_by_text("“Proposal” was not kept.")).to_be_visible()
    blank.type_name("Proposal")
    blank.press("Escape")
    for before, after, waits in (
        ("Start", "First call", "2 days"),
        ("First call", "Demo", "1 day"),
        ("Demo", "Proposal", "1 day"),
    ):
        expect(blank.wait(before, after)).to_contain_text(waits)


def test_a_branching_process_is_made_without_the_mouse(blank: Chart) -> None:
    blank.select("Start")
    blank.press("Tab")
    blank.type_name("Is there a fit?")
    blank.type_wait("4h")
    blank.press("k")
    expect(blank.menu("Decision")).to_be_visible()
    blank.press("d")
    expect(blank.menu("Decision")).to_be_focused()
    blank.press("Enter")
    for name, condition in (("Proposal", "Yes"), ("Goodbye", "No")):
        blank.expect_selected("Is there a fit?")
        blank.press("Tab")
        blank.type_name(name)
        blank.type_wait("2d")
        field = blank.canvas.get_by_role("textbox", name="Condition")
        expect(field).to_be_focused()
        field.press_sequentially(condition)
        field.press("Enter")
        expect(blank.condition("Is there a fit?", name)).to_have_text(condition)
        blank.expect_selected(name)
        blank.press("ArrowUp")


def test_the_arrows_walk_along_the_edges(faulty: Chart) -> None:
    faulty.select("Lead arrives")
    for name in ("First call", "Legal review", "Send the proposal"):
        faulty.press("ArrowDown")
        faulty.expect_selected(name)
        expect(faulty.step(name)).to_be_focused()
    faulty.press("ArrowUp")
    faulty.expect_selected("Legal review")
    # Along the edges that lead down to both sides, and back up them.
    faulty.press("1")
    left, right = sorted(("Signed", "Declined"), key=lambda name: faulty.middle(name)[0])
    faulty.press("ArrowDown")
    for key, name in (
        ("ArrowLeft", left),
        ("ArrowRight", "Send the proposal"),
        ("ArrowRight", right),
        ("ArrowLeft", "Send the proposal"),
    ):
        faulty.press(key)
        faulty.expect_selected(name)


def test_enter_renames_and_escape_leaves_the_name(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("Enter")
    faulty.type_name("Discovery call")
    expect(faulty.step("Discovery call")).to_be_focused()
    faulty.press("Enter")
    faulty.page.keyboard.type("Something else")
    faulty.press("Escape")
    expect(faulty.step("Discovery call")).to_be_visible()
    expect(faulty.step("Something else")).to_have_count(0)


def test_w_sets_the_wait_before_the_selected_step(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("w")
    faulty.type_wait("30m")
    expect(faulty.wait("Lead arrives", "First call")).to_contain_text("30 minutes")
    faulty.expect_selected("First call")


def test_shift_and_arrows_nudge_and_one_undo_takes_the_row_back(faulty: Chart) -> None:
    faulty.select("Lead arrives")
    x, y = faulty.middle("Lead arrives")
    for _ in range(3):
        faulty.press("Shift+ArrowRight")
    faulty.expect_moved("Lead arrives", (x, y))
    faulty.press("Control+z")
    faulty.expect_at("Lead arrives", (x, y))


def test_delete_joins_the_neighbours_and_adds_the_waits_up(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("Delete")
    expect(faulty.step("Legal review")).to_have_count(0)
    expect(faulty.wait("First call", "Send the proposal")).to_contain_text("5 days")
    faulty.press("Control+z")
    expect(faulty.step("Legal review")).to_be_visible()
    faulty.press("Control+Shift+z")
    expect(faulty.step("Legal review")).to_have_count(0)


def test_deleting_a_branch_says_what_is_no_longer_connected(faulty: Chart) -> None:
    faulty.select("Send the proposal")
    faulty.press("Delete")
    notice = faulty.page.get_by_text("no longer connected")
    expect(notice).to_contain_text("Signed")
    faulty.page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(faulty.step("Send the proposal")).to_be_visible()
    faulty.select("Send the proposal")
    faulty.press("Delete")
    expect(faulty.step("Send the proposal")).to_have_count(0)
    faulty.press("Control+z")
    expect(faulty.wait("Send the proposal", "Signed")).to_be_visible()


def test_a_step_is_found_by_its_name(faulty: Chart) -> None:
    faulty.select("Lead arrives")
    faulty.press("Control+f")
    field = faulty.page.get_by_role("combobox", name="Find a step")
    field.press_sequentially("propos")
    expect(faulty.page.get_by_role("option")).to_have_count(1)
    field.press("Enter")
    faulty.expect_selected("Send the proposal")


def test_steps_are_joined_by_name(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("j")
    field = faulty.page.get_by_role("combobox", name="Join “First call” to")
    # Not itself, not what follows it already, and no start.
    options = faulty.page.get_by_role("option")
    expect(options).to_have_count(len(FAULTY["steps"]) - 3)
    expect(options.filter(has_text="Legal review")).to_have_count(0)
    expect(options.filter(has_text="Lead arrives")).to_have_count(0)
    field.press_sequentially("Declined")
    field.press("Enter")
    faulty.type_wait("1d")
    expect(faulty.wait("First call", "Declined")).to_contain_text("1 day")


def test_every_command_is_found_by_name(faulty: Chart) -> None:
    # Something to undo and to redo, and a step that is selected.
    faulty.select("First call")
    faulty.press("Shift+ArrowRight")
    faulty.press("Delete")
    faulty.press("Control+z")
    faulty.select("First call")
    faulty.press("?")
    dialog = faulty.page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    names = {
        name
        for part in ("In every view", "On the flow chart")
        for name in dialog.get_by_role("region", name=part).get_by_role("term").all_inner_texts()
    }
    faulty.press("Escape")
    faulty.press("Control+k")
    field = faulty.page.get_by_role("combobox", name="Find a command or a step")
    expect(field).to_be_focused()
    found = faulty.page.get_by_role("option").locator("span:first-of-type").all_inner_texts()
    of_no_use_here = {"Type the wait of the selected edge", "Find a command or a step"}
    assert len(names) > 20
    assert names - of_no_use_here <= set(found)
    field.press_sequentially("rename")
    field.press("Enter")
    faulty.type_name("Renamed by name")
    expect(faulty.step("Renamed by name")).to_be_visible()

    faulty.press("Control+k")
    field.press_sequentially("legal")
    field.press("Enter")
    faulty.expect_selected("Legal review")


def test_the_step_whose_details_are_opened_stays_in_view_in_a_small_window(faulty: Chart) -> None:
    faulty.page.set_viewport_size({"width": 640, "height": 400})
    faulty.select("First call")
    faulty.press("d")
    details = faulty.page.get_by_role("complementary", name="Details")
    expect(details.get_by_label("Name", exact=True)).to_have_value("First call")
    expect(faulty.step("First call")).to_be_in_viewport(ratio=0.99)
    # Escape leaves the field, then the details, then the step.
    faulty.press("Escape")
    expect(details).to_be_visible()
    faulty.press("Escape")
    expect(details).to_be_hidden()
    faulty.expect_selected("First call")
    expect(faulty.step("First call")).to_be_focused()
    faulty.press("d")
    details.get_by_role("button", name="Close the details").click()
    expect(details).to_be_hidden()
    faulty.expect_selected("First call")
    faulty.press("Escape")
    faulty.expect_selected()


def test_the_keys_are_shown(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("?")
    dialog = faulty.page.get_by_role("dialog", name="Keyboard")
    expect(dialog.get_by_role("term").filter(has_text="Add the next step").first).to_be_visible()
    faulty.press("Escape")
    expect(dialog).to_have_count(0)


def test_select_everything_and_nothing(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("1")
    faulty.press("Control+a")
    expect(faulty.canvas.locator(".react-flow__node.selected")).to_have_count(len(FAULTY["steps"]))
    faulty.page.mouse.move(*faulty.empty_place())
    # What can be done with one thing is offered where one thing is selected.
    expect(faulty.canvas.get_by_role("button", name="Add a condition")).to_have_count(0)
    expect(faulty.canvas.get_by_role("button", name="Join ")).to_have_count(0)
    faulty.press("Escape")
    faulty.expect_selected()


def test_tab_leaves_the_canvas_when_nothing_is_selected(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("Escape")
    faulty.press("Tab")
    expect(faulty.canvas.get_by_label("Name of the step")).to_have_count(0)
    expect(faulty.step("First call")).not_to_be_focused()


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until a button or link of this name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        words = page.evaluate("document.activeElement?.textContent?.trim() ?? ''")
        if words.startswith(name):
            return
    raise AssertionError(f"Tab does not come to “{name}”.")


def test_a_chain_from_home_with_the_keyboard_alone(own_server: Server, page: Page) -> None:
    visit(page, own_server.url)
    expect(page.get_by_role("button", name="New", exact=True)).to_be_visible()
    tab_to(page, "New")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Blank")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("note")).to_contain_text("Press Tab")
    chart = Chart(page)
    expect(chart.step("Start")).to_be_focused()
    chart.expect_selected("Start")
    names = ["Start", *(f"Step {number}" for number in range(1, 4))]
    for name in names[1:]:
        page.keyboard.press("Tab")
        chart.type_name(name)
        chart.type_wait("2d")
        expect(chart.step(name)).to_be_focused()
    page.keyboard.press("1")
    for before, after in pairwise(names):
        expect(chart.wait(before, after)).to_contain_text("2 days")


def test_a_process_opens_with_the_keyboard_on_its_chart(faulty: Chart) -> None:
    expect(faulty.canvas).to_be_focused()
    faulty.press("Tab")
    expect(faulty.step("Lead arrives")).to_be_focused()
    faulty.expect_selected("Lead arrives")
    faulty.press("F2")
    faulty.type_name("A lead")
    expect(faulty.step("A lead")).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "F2", " "])
def test_a_key_on_a_step_that_has_the_focus_means_that_step(faulty: Chart, key: str) -> None:
    faulty.select("First call")
    faulty.press("Escape")
    faulty.expect_selected()
    expect(faulty.step("First call")).to_be_focused()
    faulty.press(key)
    faulty.expect_selected("First call")
    if key != " ":
        faulty.type_name("Opening call")
        expect(faulty.step("Opening call")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "words"), [("won", "Won"), ("nur", "Nurture"), ("end l", "Lost"), ("dec", "Decision")]
)
def test_the_menu_of_kinds_finds_what_is_typed(faulty: Chart, typed: str, words: str) -> None:
    faulty.select("Legal review")
    faulty.press("k")
    expect(faulty.menu("Task")).to_be_focused()
    faulty.page.keyboard.type(typed)
    expect(faulty.page.get_by_role("menuitem")).to_have_count(1)
    faulty.press("Enter")
    expect(faulty.page.get_by_role("menu")).to_have_count(0)
    expect(faulty.canvas.get_by_role("group", name=f"Legal review, {words}")).to_be_visible()


def test_enter_alone_leaves_a_step_what_it_is(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("k")
    expect(faulty.menu("Call")).to_be_focused()
    faulty.press("Enter")
    expect(faulty.page.get_by_role("menu")).to_have_count(0)
    expect(faulty.canvas.get_by_role("group", name="First call, Call")).to_be_focused()
    # None of these is what it is.
    faulty.select("Send the proposal")
    faulty.press("k")
    expect(faulty.page.get_by_role("menu")).to_be_focused()
    faulty.press("Enter")
    faulty.press("Escape")
    expect(faulty.canvas.get_by_role("group", name="Send the proposal, Proposal")).to_be_focused()


def test_enter_does_nothing_where_no_kind_is_called_so(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("k")
    faulty.page.keyboard.type("wox")
    expect(faulty.page.get_by_text("No kind begins with “wox”.")).to_be_visible()
    faulty.press("Enter")
    faulty.press("Backspace")
    expect(faulty.menu("End: won")).to_be_focused()
    faulty.press("Escape")
    expect(faulty.canvas.get_by_role("group", name="Legal review, Task")).to_be_focused()
