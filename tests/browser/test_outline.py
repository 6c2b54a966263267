"""The outline: every step and every detail in a table that is edited as a spreadsheet is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.outline import Outline
from tests.browser.processes import FAULTY
from tests.browser.test_accessible import faults

IN_DEAL_ORDER = (
    "Lead arrives",
    "First call",
    "Legal review",
    "Send the proposal",
    "Signed",
    "Declined",
)


@pytest.fixture
def process_id(new_process: Callable[..., str]) -> str:
    # In another order than a deal runs, so that the order on the screen is no accident.
    return new_process(process={**FAULTY, "steps": FAULTY["steps"][::-1]})


@pytest.fixture
def outline(process_id: str, open_process: Callable[[str], Page]) -> Outline:
    return Outline(open_process(process_id))


def step_of(process: Any, name: str) -> Any:
    return next(step for step in process["steps"] if step["name"] == name)


# --- what is there to see ---


def test_the_steps_stand_as_a_deal_runs_through_them(outline: Outline) -> None:
    outline.expect_steps(*IN_DEAL_ORDER)
    expect(outline.cell("First call", "Channel")).to_have_text("Call")
    expect(outline.cell("First call", "Owner")).to_have_text("Account executive")
    expect(outline.cell("First call", "Checklist")).to_have_text(
        "Ask who else decides" + "Agree the next step"
    )
    expect(outline.cell("Send the proposal", "Next steps")).to_have_text("SignedDeclined")
    expect(outline.cell("Send the proposal", "Condition")).to_have_text("YesNo")
    expect(outline.cell("Legal review", "Longest wait")).to_have_text("2 days")
    expect(outline.cell("Legal review", "Duration")).to_have_text("2 days")


def test_a_row_says_in_words_how_many_problems_its_step_has(outline: Outline) -> None:
    expect(outline.cell("Legal review", "Problems")).to_have_text("1 error")


def test_a_head_sorts_up_then_down_then_as_a_deal_runs_again(outline: Outline) -> None:
    head = outline.head("Step")
    expect(head).to_have_attribute("aria-sort", "none")
    by_name = sorted(IN_DEAL_ORDER)
    head.get_by_role("button").click()
    outline.expect_steps(*by_name)
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").click()
    outline.expect_steps(*by_name[::-1])
    expect(head).to_have_attribute("aria-sort", "descending")
    head.get_by_role("button").click()
    outline.expect_steps(*IN_DEAL_ORDER)
    outline.head("Problems").get_by_role("button").click()
    expect(outline.grid.get_by_role("rowheader").first).to_have_text("First call")
    outline.page.get_by_role("button", name="Sorted by Problems").click()
    outline.expect_steps(*IN_DEAL_ORDER)


def test_the_name_stays_in_sight_when_the_table_is_scrolled_sideways(outline: Outline) -> None:
    outline.go("First call", "Kind")
    outline.press("End")
    outline.expect_keys_on("First call", "Notes")
    expect(outline.cell("First call", "Notes")).to_be_in_viewport(ratio=1)
    expect(outline.row("First call").get_by_role("rowheader")).to_be_in_viewport(ratio=1)


def test_the_cell_that_has_the_keys_shows_the_whole_of_a_long_text(outline: Outline) -> None:
    outline.go("First call", "What it is for")
    words = (
        "Learn what would make the prospect change, and what it costs to leave it as it is. " * 3
    )
    outline.type(words, "Enter")
    text = outline.cell("First call", "What it is for").get_by_text("Learn what")
    is_cut = "(words) => words.scrollHeight > words.clientHeight"
    outline.expect_keys_on("Legal review", "What it is for")
    assert text.evaluate(is_cut)
    outline.press("ArrowUp")
    outline.expect_keys_on("First call", "What it is for")
    assert not text.evaluate(is_cut)


# --- where the keys lead ---


def test_the_arrows_and_their_like_go_from_cell_to_cell(outline: Outline) -> None:
    outline.go("First call", "Kind")
    moves = {
        "ArrowRight": ("First call", "Channel"),
        "ArrowDown": ("Legal review", "Channel"),
        "ArrowLeft": ("Legal review", "Kind"),
        "ArrowUp": ("First call", "Kind"),
        "Control+ArrowDown": ("Declined", "Kind"),
        "Home": ("Declined", "Step"),
        "Control+Home": ("Lead arrives", "Step"),
        "End": ("Lead arrives", "Notes"),
        "Control+End": ("Declined", "Notes"),
        "Control+ArrowLeft": ("Declined", "Step"),
        "Control+ArrowUp": ("Lead arrives", "Step"),
    }
    for keys, place in moves.items():
        outline.press(keys)
        outline.expect_keys_on(*place)
    outline.press("PageDown", "PageUp")
    outline.expect_keys_on("Lead arrives", "Step")


def test_the_heads_are_reached_and_sort_by_key(outline: Outline) -> None:
    outline.go("Lead arrives", "Owner")
    outline.press("ArrowUp")
    expect(outline.head("Owner").get_by_role("button")).to_be_focused()
    outline.press("Enter")
    expect(outline.head("Owner")).to_have_attribute("aria-sort", "ascending")
    outline.press("ArrowRight", " ")
    expect(outline.head("Stage")).to_have_attribute("aria-sort", "ascending")
    outline.press("ArrowDown")
    outline.expect_keys_on(outline.steps()[0], "Stage")


def test_the_table_is_one_stop_of_tab_for_whoever_passes_by(outline: Outline) -> None:
    keys = outline.page.get_by_role("toolbar", name="Outline").get_by_role("button", name="Keys")
    keys.focus()
    outline.press("Tab")
    outline.expect_keys_on("Lead arrives", "Step")
    outline.press("Tab")
    expect(outline.grid.locator(":focus")).to_have_count(0)
    outline.press("Shift+Tab")
    outline.expect_keys_on("Lead arrives", "Step")
    # Whoever works in it goes through the cells with Tab, and out of it by Escape and Tab.
    outline.press("ArrowDown", "Tab")
    outline.expect_keys_on("First call", "Kind")
    outline.press("Shift+Tab")
    outline.expect_keys_on("First call", "Step")
    outline.press("Escape", "Shift+Tab")
    expect(keys).to_be_focused()


def test_the_row_of_the_keys_is_the_selected_step(outline: Outline) -> None:
    details = outline.page.get_by_role("complementary", name="Details")
    expect(details.get_by_role("heading", name="Process")).to_be_visible()
    outline.go("First call", "Owner")
    expect(details.get_by_label("Name", exact=True)).to_have_value("First call")
    outline.press("ArrowDown")
    expect(details.get_by_label("Name", exact=True)).to_have_value("Legal review")
    outline.press("Control+f")
    outline.page.get_by_role("combobox", name="Find a step").press_sequentially("Declined")
    outline.press("Enter")
    outline.expect_keys_on("Declined", "Owner")


def test_where_the_keys_would_be_does_not_look_selected(
    process_id: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(process_id)
    details = page.get_by_role("complementary", name="Details")
    chart = Chart(page)
    chart.show_all()
    page.mouse.click(*chart.on_line("First call", "Legal review"))
    expect(details.get_by_label("Longest wait")).to_be_visible()
    outline = Outline(page)
    selected = outline.grid.locator("[aria-selected=true]")
    toolbar = page.get_by_role("toolbar", name="Outline")
    delete = toolbar.get_by_role("button", name="Delete the step")
    first, second = outline.cell("Lead arrives", "Step"), outline.cell("First call", "Step")
    bar = "(cell) => getComputedStyle(cell).boxShadow"

    expect(selected).to_have_count(0)
    expect(delete).to_be_disabled()
    assert first.evaluate(bar) == second.evaluate(bar) == "none"
    # Working in the table selects, and the heads leave what is selected as it is.
    outline.go("First call", "Step")
    expect(selected).to_have_count(1)
    expect(delete).to_be_enabled()
    outline.press("ArrowUp")
    expect(details.get_by_label("Name", exact=True)).to_have_value("Lead arrives")
    outline.press("ArrowUp")
    expect(outline.head("Step").get_by_role("button")).to_be_focused()
    assert first.evaluate(bar) != second.evaluate(bar)
    # What is selected by other means is no cell of the table.
    outline.press("Control+k")
    outline.type("Select nothing", "Enter")
    expect(details.get_by_role("heading", name="Process")).to_be_visible()
    expect(selected).to_have_count(0)
    assert first.evaluate(bar) == second.evaluate(bar) == "none"


# --- typing ---


def test_typing_replaces_and_enter_keeps_it_and_goes_down(
    outline: Outline, stored: Callable[[], Any]
) -> None:
    outline.go("First call", "Owner")
    outline.type("Ann", "Enter")
    expect(outline.cell("First call", "Owner")).to_have_text("Ann")
    outline.expect_keys_on("Legal review", "Owner")
    outline.type("Bob", "Shift+Enter")
    outline.expect_keys_on("First call", "Owner")
    process = stored()
    assert step_of(process, "First call")["owner"] == "Ann"
    assert step_of(process, "Legal review")["owner"] == "Bob"


@pytest.mark.parametrize("key", ["Enter", "F2"])
def test_enter_and_f2_edit_what_is_there_and_escape_leaves_it(outline: Outline, key: str) -> None:
    cell = outline.go("First call", "Owner")
    outline.press(key)
    expect(outline.field("Owner of First call")).to_be_focused()
    outline.type(", senior", "ArrowLeft", "ArrowLeft", "Escape")
    expect(cell).to_have_text("Account executive")
    outline.expect_keys_on("First call", "Owner")
    outline.press(key)
    outline.type(", senior", "Enter")
    expect(cell).to_have_text("Account executive, senior")


def test_every_field_is_typed_in_its_cell_along_a_row(
    outline: Outline, stored: Callable[[], Any]
) -> None:
    typed = {
        "Step": "Opening call",
        "Kind": "",
        "Channel": "meet",
        "Outcome": "",
        "Owner": "Ann",
        "Stage": "prop",
        "Next steps": "",
        "Longest wait": "4h",
        "Condition": "A real lead",
        "Share of deals": "80",
        "What it is for": "Learn what would make them change",
        "What the prospect gains": "A picture of what doing nothing costs",
        "Duration": "45m",
        "Checklist": "Say thank you",
        "Exit criteria": "Problem told in their own words",
        "Assets": "Call guide – https://example.com/guide",
        "Notes": "Never on a Friday",
    }
    outline.go("First call", "Step")
    for column, text in typed.items():
        row = "First call" if column == "Step" else "Opening call"
        outline.expect_keys_on(row, column)
        outline.type(text, "Tab")
    outline.go("Declined", "Outcome")
    outline.type("nur", "Enter")
    process = stored()
    assert step_of(process, "Opening call") | {"position": None} == {
        "id": "call",
        "name": "Opening call",
        "kind": "contact",
        "channel": "meeting",
        "owner": "Ann",
        "stage": "Proposal",
        "purpose": "Learn what would make them change",
        "prospect_gain": "A picture of what doing nothing costs",
        "duration": "45 minutes",
        "checklist": ["Say thank you"],
        "exit_criteria": ["Problem told in their own words"],
        "assets": [{"name": "Call guide", "url": "https://example.com/guide"}],
        "notes": "Never on a Friday",
        "position": None,
    }
    [way] = [edge for edge in process["edges"] if edge["from"] == "call"]
    changed = {"max_wait": "4 hours", "when": "A real lead", "share": 0.8}
    assert way == {"from": "call", "to": "legal", **changed}
    assert step_of(process, "Declined")["outcome"] == "nurture"


def test_an_arrow_ends_what_was_just_begun(outline: Outline) -> None:
    outline.go("First call", "Duration")
    outline.type("45m", "ArrowDown")
    expect(outline.cell("First call", "Duration")).to_have_text("45 minutes")
    outline.expect_keys_on("Legal review", "Duration")


def test_tab_keeps_it_and_goes_right_and_enter_then_goes_below_the_first(outline: Outline) -> None:
    outline.go("First call", "What it is for")
    outline.type("Learn", "Tab")
    outline.type("A clear picture", "Tab")
    outline.type("1h", "Shift+Tab")
    outline.expect_keys_on("First call", "What the prospect gains")
    outline.press("Tab", "Enter", "Enter")
    outline.expect_keys_on("Legal review", "What it is for")
    expect(outline.cell("First call", "What the prospect gains")).to_have_text("A clear picture")
    expect(outline.cell("First call", "Duration")).to_have_text("1 hour")


def test_a_double_click_edits_and_a_click_elsewhere_keeps_it(outline: Outline) -> None:
    outline.cell("First call", "Step").dblclick()
    field = outline.field("Name of First call")
    field.press("End")
    outline.type(" again")
    outline.cell("Signed", "Owner").click()
    expect(outline.row("First call again")).to_be_visible()


def test_what_is_typed_is_in_the_chart_and_one_undo_takes_it_back(outline: Outline) -> None:
    outline.go("First call", "Step")
    outline.type("Opening call", "Enter")
    outline.go("Legal review", "Longest wait")
    outline.type("12h", "Enter")
    page = outline.page
    page.get_by_role("radiogroup", name="View").get_by_text("Flow chart").click()
    chart = Chart(page)
    expect(chart.step("Opening call")).to_be_visible()
    expect(chart.wait("Legal review", "Send the proposal")).to_contain_text("12 hours")
    outline = Outline(page)
    outline.go("Legal review", "Longest wait")
    outline.press("Control+z")
    expect(outline.cell("Legal review", "Longest wait")).to_have_text("2 days")
    outline.press("Control+z")
    expect(outline.row("First call")).to_be_visible()
    outline.press("Control+Shift+z")
    expect(outline.row("Opening call")).to_be_visible()


def test_a_sorted_row_goes_to_its_new_place_once_it_is_typed(outline: Outline) -> None:
    outline.head("Step").get_by_role("button").click()
    outline.go("Declined", "Step")
    outline.type("Zoned out", "Enter")
    outline.expect_keys_on("First call", "Step")
    expect(outline.grid.get_by_role("rowheader").nth(5)).to_have_text("Zoned out")


@pytest.mark.parametrize(
    ("step", "column", "label", "text", "sentence"),
    [
        ("First call", "Duration", "Duration of First call", "soon", "“soon” is not a time. Type"),
        ("First call", "Kind", "Kind of First call", "phone", "“phone” is not a kind of step."),
        ("First call", "Channel", "Channel of First call", "fax", "“fax” is not a channel."),
        ("Legal review", "Channel", "Channel of Legal review", "Call", "Only a contact has a"),
        (
            "First call",
            "Longest wait",
            "Longest wait after First call",
            "2 dayz",
            "“2 dayz” is not a time.",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_place(
    outline: Outline, step: str, column: str, label: str, text: str, sentence: str
) -> None:
    cell = outline.go(step, column)
    before = cell.inner_text()
    outline.type(text, "Enter")
    expect(outline.grid.get_by_role("alert")).to_contain_text(sentence)
    expect(outline.field(label)).to_have_attribute("aria-invalid", "true")
    expect(outline.field(label)).to_be_focused()
    outline.press("Escape")
    outline.expect_keys_on(step, column)
    expect(cell).to_have_text(before)


def test_a_name_is_not_left_empty(outline: Outline) -> None:
    outline.go("First call", "Step")
    outline.press("F2", "Control+a", "Delete", "Enter")
    expect(outline.grid.get_by_role("alert")).to_have_text("A step needs a name.")
    outline.press("Escape")
    expect(outline.row("First call")).to_be_visible()


def test_delete_empties_cells_but_for_what_a_step_needs(outline: Outline) -> None:
    outline.go("First call", "Owner")
    outline.press("Shift+ArrowDown", "Delete")
    expect(outline.cell("First call", "Owner")).to_have_text("")
    expect(outline.cell("Legal review", "Owner")).to_have_text("")
    outline.press("Control+z")
    expect(outline.cell("First call", "Owner")).to_have_text("Account executive")
    expect(outline.cell("Legal review", "Owner")).to_have_text("Lawyer")
    outline.go("First call", "Step")
    outline.press("Backspace")
    expect(outline.page.get_by_text("A step needs a name.")).to_be_visible()
    expect(outline.row("First call")).to_be_visible()


# --- choices and lists ---


def test_a_kind_is_chosen_by_typing_its_beginning(
    outline: Outline, stored: Callable[[], Any]
) -> None:
    outline.go("First call", "Kind")
    outline.type("dec")
    expect(outline.page.get_by_role("option")).to_have_text(["Decision"])
    outline.press("Enter")
    expect(outline.cell("First call", "Kind")).to_have_text("Decision")
    assert step_of(stored(), "First call")["kind"] == "decision"


def test_a_channel_is_chosen_with_the_arrows_or_the_mouse(outline: Outline) -> None:
    outline.go("First call", "Channel")
    outline.press("Enter")
    expect(outline.option("Call")).to_have_attribute("aria-selected", "true")
    outline.press("ArrowDown", "Enter")
    expect(outline.cell("First call", "Channel")).to_have_text("Meeting")
    outline.cell("First call", "Channel").dblclick()
    outline.option("Podcast").click()
    expect(outline.cell("First call", "Channel")).to_have_text("Podcast")
    outline.expect_keys_on("First call", "Channel")


def test_a_new_stage_is_made_where_it_is_typed(outline: Outline, stored: Callable[[], Any]) -> None:
    outline.go("Signed", "Stage")
    outline.type("Closing")
    expect(outline.option("New stage “Closing”")).to_be_visible()
    outline.press("Enter")
    outline.type("dis")
    expect(outline.page.get_by_role("option").first).to_have_text("Discovery")
    outline.press("Enter")
    process = stored()
    assert process["stages"] == ["Discovery", "Proposal", "Closing"]
    assert step_of(process, "Signed")["stage"] == "Closing"
    assert step_of(process, "Declined")["stage"] == "Discovery"


def test_owners_in_use_are_offered(outline: Outline) -> None:
    outline.go("Signed", "Owner")
    outline.type("law", "ArrowDown", "Enter")
    expect(outline.cell("Signed", "Owner")).to_have_text("Lawyer")


def test_a_list_has_a_line_for_each_entry(outline: Outline, stored: Callable[[], Any]) -> None:
    outline.go("First call", "Checklist")
    outline.press("Enter")
    outline.type("", "Control+End", "Alt+Enter")
    outline.type("Send the recap", "Enter")
    outline.go("First call", "Assets")
    outline.type("Call guide – https://example.com/guide", "Alt+Enter")
    outline.type("Price list", "Enter")
    step = step_of(stored(), "First call")
    assert step["checklist"] == ["Ask who else decides", "Agree the next step", "Send the recap"]
    assert step["assets"] == [
        {"name": "Call guide", "url": "https://example.com/guide"},
        {"name": "Price list"},
    ]


def test_an_address_that_is_none_is_refused(outline: Outline) -> None:
    outline.go("First call", "Assets")
    outline.type("Guide – javascript:alert(1)", "Enter")
    expect(outline.grid.get_by_role("alert")).to_contain_text("is not a web address")


# --- the ways on ---


def test_steps_are_joined_by_name_with_wait_condition_and_share(
    outline: Outline, stored: Callable[[], Any]
) -> None:
    outline.go("First call", "Next steps")
    outline.press("Enter", "Control+End", "Alt+Enter")
    outline.type("decl")
    expect(outline.option("Declined")).to_have_attribute("aria-selected", "true")
    outline.press("Enter")
    expect(outline.cell("First call", "Next steps")).to_have_text("Legal reviewDeclined")
    outline.go("First call", "Longest wait")
    outline.type("1d", "Alt+Enter")
    outline.type("4h", "Tab")
    outline.type("Good fit", "Alt+Enter")
    outline.type("No fit", "Tab")
    outline.type("80", "Alt+Enter")
    outline.type("20 %", "Enter")
    edges = [edge for edge in stored()["edges"] if edge["from"] == "call"]
    assert edges == [
        {"from": "call", "to": "legal", "max_wait": "1 day", "when": "Good fit", "share": 0.8},
        {"from": "call", "to": "lost", "max_wait": "4 hours", "when": "No fit", "share": 0.2},
    ]


def test_a_next_step_that_is_not_there_yet_is_added(outline: Outline) -> None:
    outline.go("Send the proposal", "Next steps")
    outline.press("Enter", "Control+End", "Alt+Enter")
    outline.type("Second offer")
    expect(outline.option("New step “Second offer”")).to_be_visible()
    outline.press("Enter")
    expect(outline.row("Second offer")).to_be_visible()
    expect(outline.cell("Second offer", "Stage")).to_have_text("Proposal")
    outline.press("Control+z")
    expect(outline.row("Second offer")).to_have_count(0)
    expect(outline.cell("Send the proposal", "Next steps")).to_have_text("SignedDeclined")


# --- steps ---


def test_a_name_in_the_last_row_adds_a_step_that_the_one_above_leads_to(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    outline = Outline(open_process(new_process(name="From blank")))
    outline.go("Start", "Step")
    outline.press("ArrowDown")
    for name in ("First call", "Recap", "Demo"):
        outline.type(name, "Enter")
    outline.expect_steps("Start", "First call", "Recap", "Demo")
    expect(outline.cell("Recap", "Next steps")).to_have_text("Demo")
    expect(outline.cell("Recap", "Longest wait")).to_have_text("1 day")
    outline.type("Signed", "Tab")
    outline.expect_keys_on("Signed", "Kind")
    outline.type("end", "Enter")
    expect(outline.cell("Signed", "Outcome")).to_have_text("Won")


def test_control_enter_adds_the_next_step_between(outline: Outline) -> None:
    outline.go("First call", "Owner")
    outline.press("Control+Enter")
    expect(outline.field("Name of Contact")).to_be_focused()
    outline.type("Case study", "Enter")
    outline.expect_keys_on("Case study", "Step")
    expect(outline.cell("First call", "Next steps")).to_have_text("Case study")
    expect(outline.cell("First call", "Longest wait")).to_have_text("2 days")
    expect(outline.cell("Case study", "Longest wait")).to_have_text("1 day")


def test_the_palette_adds_a_step_here_too(outline: Outline) -> None:
    outline.go("First call", "Owner")
    palette = outline.page.get_by_role("navigation", name="Add a step")
    palette.get_by_role("button", name="Email", exact=True).click()
    outline.type("Recap by email", "Enter")
    expect(outline.cell("Recap by email", "Channel")).to_have_text("Email")


def test_whole_rows_are_deleted_with_their_steps(outline: Outline) -> None:
    outline.go("Legal review", "Owner")
    outline.press("Shift+ ", "Delete")
    expect(outline.row("Legal review")).to_have_count(0)
    expect(outline.cell("First call", "Next steps")).to_have_text("Send the proposal")
    expect(outline.cell("First call", "Longest wait")).to_have_text("5 days")
    expect(outline.grid.locator(":focus")).to_have_count(1)
    outline.press("Control+z")
    expect(outline.row("Legal review")).to_be_visible()
    outline.go("Declined", "Kind")
    outline.page.get_by_role("button", name="Delete the step", exact=True).first.click()
    expect(outline.row("Declined")).to_have_count(0)


def test_a_step_is_shown_in_the_chart(outline: Outline) -> None:
    outline.go("Signed", "Owner")
    outline.page.get_by_role("button", name="Show in the chart").click()
    chart = Chart(outline.page)
    chart.expect_selected("Signed")
    expect(chart.step("Signed")).to_be_in_viewport()
    outline = Outline(outline.page)
    outline.cell("Legal review", "Problems").get_by_role("button", name="1 error").click()
    expect(chart.step("Legal review").locator("[data-place=shown]")).to_have_count(1)
    outline = Outline(outline.page)
    outline.go("First call", "Problems")
    outline.press("Enter")
    expect(chart.step("Legal review").locator("[data-place=shown]")).to_have_count(1)


def test_every_view_is_opened_by_name(outline: Outline) -> None:
    page = outline.page

    def run(command: str) -> None:
        outline.press("Control+k")
        expect(page.get_by_role("combobox", name="Find a command or a step")).to_be_focused()
        outline.type(command, "Enter")

    outline.go("Legal review", "Owner")
    run("show the flow chart")
    expect(Chart(page).step("Legal review")).to_be_focused()
    run("show the mind map")
    expect(page.get_by_role("radio", name="Mind map")).to_be_checked()
    run("show the outline")
    outline.expect_keys_on("Legal review", "Step")


@pytest.mark.parametrize("width", [1280, 640])
def test_d_leads_from_a_step_on_the_chart_to_its_details(
    process_id: str, open_process: Callable[[str], Page], width: int
) -> None:
    page = open_process(process_id)
    page.set_viewport_size({"width": width, "height": 800})
    chart = Chart(page)
    chart.show_all()
    chart.select("First call")
    chart.press("d")
    # Without a moment in between: no letter is lost.
    page.keyboard.type("Opening call")
    name = page.get_by_role("complementary", name="Details").get_by_label("Name", exact=True)
    expect(name).to_be_focused()
    expect(chart.step("Opening call")).to_have_count(1)


def test_an_outline_without_steps_says_what_to_do(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    empty = {"touchline": 1, "name": "Empty", "steps": [], "edges": []}
    outline = Outline(open_process(new_process(process=empty)))
    expect(outline.page.get_by_text("No step yet")).to_be_visible()
    outline.last_row().dblclick()
    outline.type("Lead arrives", "Enter")
    expect(outline.row("Lead arrives")).to_be_visible()
    expect(outline.page.get_by_text("No step yet")).to_have_count(0)


# --- blocks ---


def test_a_block_is_copied_as_a_spreadsheet_takes_it(outline: Outline) -> None:
    outline.go("First call", "Kind")
    outline.press("Shift+ArrowDown", "Shift+ArrowRight", "Control+c")
    assert outline.copied() == "Contact\tCall\nTask\t"
    outline.go("First call", "Checklist")
    outline.press("Control+c")
    assert outline.copied() == '"Ask who else decides\nAgree the next step"'


def test_a_block_is_selected_with_the_mouse(outline: Outline) -> None:
    outline.cell("First call", "Kind").hover()
    outline.page.mouse.down()
    outline.cell("Send the proposal", "Channel").hover()
    outline.page.mouse.up()
    expect(outline.grid.locator("[aria-selected=true]")).to_have_count(6)
    outline.cell("Signed", "Owner").click(modifiers=["Shift"])
    expect(outline.grid.locator("[aria-selected=true]")).to_have_count(16)


def test_a_whole_row_column_or_table_is_selected_and_the_view_stays(outline: Outline) -> None:
    outline.go("First call", "Channel")
    selected = outline.grid.locator("[aria-selected=true]")
    columns = 18
    for keys, cells in (("Shift+ ", columns), ("Control+ ", 6), ("Control+a", 6 * columns)):
        outline.press("Escape", keys)
        expect(selected).to_have_count(cells)
        expect(outline.head("Problems")).to_be_in_viewport(ratio=1)
    outline.press("Escape")
    expect(selected).to_have_count(1)


def test_a_block_from_a_spreadsheet_is_pasted_as_one_undo_step(
    outline: Outline, stored: Callable[[], Any]
) -> None:
    before = stored()
    outline.go("First call", "What it is for")
    # As Excel puts it on the clipboard: a list in one cell, quotes doubled, a last line break.
    outline.paste(
        'Learn\tA picture\t45m\t"Ask ""why""\nListen"\r\nCheck the terms\t\t1d\tRead it\r\n'
    )
    expect(outline.cell("Legal review", "Checklist")).to_have_text("Read it")
    process = stored()
    call, legal = step_of(process, "First call"), step_of(process, "Legal review")
    assert (call["purpose"], call["duration"]) == ("Learn", "45 minutes")
    assert call["checklist"] == ['Ask "why"', "Listen"]
    assert (legal["purpose"], legal["duration"]) == ("Check the terms", "1 day")
    outline.press("Control+z")
    expect(outline.cell("Legal review", "Checklist")).to_have_text("")
    assert stored() == before


def test_a_pasted_block_that_is_too_long_adds_steps(outline: Outline) -> None:
    outline.go("Declined", "Step")
    outline.paste(
        "Declined\t\tEnd\nThank-you letter\t\tContact\tLetter\nCall again\t\tContact\tCall\n"
    )
    expect(outline.page.get_by_text("2 steps added")).to_be_visible()
    expect(outline.cell("Thank-you letter", "Next steps")).to_have_text("Call again")
    expect(outline.cell("Call again", "Channel")).to_have_text("Call")
    outline.page.get_by_role("status").get_by_role("button", name="Undo").click()
    outline.expect_steps(*IN_DEAL_ORDER)


def test_a_block_with_headings_goes_to_the_columns_that_they_name(
    outline: Outline, stored: Callable[[], Any]
) -> None:
    page, before = outline.page, stored()
    outline.go("First call", "Kind")
    outline.paste(
        "Owner\tRegion\tStep\tBudget\nAnn\tNorth\tOpening call\t5\nBob\tSouth\tTerms\t7\n"
    )
    expect(page.get_by_text("4 cells pasted")).to_have_text(
        "4 cells pasted. “Region” and “Budget” were left out: there are no such columns."
    )
    expect(outline.cell("Opening call", "Owner")).to_have_text("Ann")
    expect(outline.cell("Opening call", "Kind")).to_have_text("Contact")
    expect(outline.cell("Terms", "Owner")).to_have_text("Bob")
    outline.expect_keys_on("Opening call", "Step")
    outline.press("Control+z")
    expect(outline.row("Legal review")).to_be_visible()
    assert stored() == before
    outline.paste("Step\tOwner\tOwner\nOpening call\tAnn\tBob\n")
    expect(page.get_by_text("two columns are called “Owner”")).to_be_visible()
    assert stored() == before


def test_pasted_rows_come_into_view(outline: Outline) -> None:
    page = outline.page
    head = outline.head("Step")

    def names(*steps: int) -> str:
        return "".join(f"Touch {at}\t\tContact\n" for at in steps)

    def expect_seen(step: str) -> None:
        row = outline.row(step).get_by_role("rowheader")
        expect(row).to_be_in_viewport(ratio=0.95)
        assert row.evaluate(
            """(row) => {
                const { left, top, bottom } = row.getBoundingClientRect();
                const seen = (y) => row.contains(document.elementFromPoint(left + 20, y));
                return seen(top + 4) && seen(bottom - 4);
            }"""
        ), f"“{step}” is behind something else"

    page.set_viewport_size({"width": 1280, "height": 640})
    outline.go("Declined", "Step")
    outline.press("ArrowDown")
    outline.paste(names(*range(1, 7)))
    # The findings of the new steps are there, and their list takes its room.
    expect(outline.cell("Touch 6", "Problems")).to_contain_text("error")
    expect_seen("Touch 1")
    expect_seen("Touch 6")
    # Of more rows than there is room for, the first are seen.
    outline.press("Control+End", "ArrowDown")
    outline.paste(names(*range(11, 50)))
    expect(outline.cell("Touch 11", "Problems")).to_contain_text("error")
    expect_seen("Touch 11")
    # What is pasted over rows that were there comes into view as well.
    outline.press("Control+End", "Home", *["ArrowUp"] * 6)
    page.mouse.wheel(0, -4000)
    outline.paste(names(*range(60, 66)))
    expect_seen("Touch 60")
    expect_seen("Touch 65")
    expect(head).to_be_in_viewport(ratio=1)


def test_one_pasted_cell_fills_what_is_selected(outline: Outline) -> None:
    outline.go("First call", "Owner")
    outline.paste("Ann")
    outline.press("Control+c", "Shift+ArrowDown", "Shift+ArrowDown", "Control+v")
    for step in ("First call", "Legal review", "Send the proposal"):
        expect(outline.cell(step, "Owner")).to_have_text("Ann")


def test_a_cut_cell_is_empty_and_pasted_elsewhere(outline: Outline) -> None:
    outline.go("First call", "Checklist")
    outline.press("Control+x")
    expect(outline.cell("First call", "Checklist")).to_have_text("")
    outline.go("Signed", "Checklist")
    outline.press("Control+v")
    expect(outline.cell("Signed", "Checklist")).to_have_text(
        "Ask who else decides" + "Agree the next step"
    )


def test_what_does_not_fit_in_a_pasted_block_is_listed_and_mended(outline: Outline) -> None:
    outline.go("First call", "Kind")
    outline.paste("Contact\tfax\nTask\t\nphone\tEmail")
    refused = outline.page.get_by_role("alert", name="Not pasted")
    expect(refused).to_contain_text("2 cells stayed as they were")
    expect(refused).to_contain_text("Kind of “Send the proposal”: “phone” is not a kind of step.")
    expect(outline.cell("First call", "Channel")).to_have_text("Call")
    expect(outline.cell("First call", "Channel")).to_have_attribute("aria-invalid", "true")
    expect(outline.cell("Send the proposal", "Channel")).to_have_text("Email")
    refused.get_by_role("button", name="Channel of “First call”").click()
    field = outline.field("Channel of First call")
    outline.press("Escape")
    expect(refused).to_contain_text("2 cells stayed as they were")
    refused.get_by_role("button", name="Channel of “First call”").click()
    expect(field).to_have_value("fax")
    field.fill("Letter")
    field.press("Enter")
    expect(outline.cell("First call", "Channel")).to_have_text("Letter")
    expect(refused).to_contain_text("1 cell stayed as it was")
    refused.get_by_role("button", name="Close the list").click()
    expect(refused).to_have_count(0)


def test_the_list_of_what_did_not_fit_goes_when_the_paste_is_taken_back(outline: Outline) -> None:
    outline.go("First call", "Duration")
    outline.paste("1 hour\nsoon")
    refused = outline.page.get_by_role("alert", name="Not pasted")
    expect(refused).to_contain_text("Duration of “Legal review”")
    outline.press("Control+z")
    expect(refused).to_have_count(0)
    expect(outline.cell("First call", "Duration")).to_have_text("")


def test_yaml_that_is_pasted_adds_its_steps(outline: Outline) -> None:
    outline.go("First call", "Step")
    outline.paste(
        "touchline: 1\nname: Copied\nsteps:\n- {id: x, name: Pasted call, kind: contact}\n"
    )
    expect(outline.row("Pasted call")).to_be_visible()


# --- a thousand steps ---


@pytest.fixture
def thousand(new_process: Callable[..., str]) -> str:
    steps: list[dict[str, Any]] = [
        {
            "id": f"s{at}",
            "name": f"Step {at}",
            "kind": "contact",
            "position": {"x": 0, "y": at * 112},
        }
        for at in range(1000)
    ]
    edges = [{"from": f"s{at}", "to": f"s{at + 1}", "max_wait": "1 day"} for at in range(999)]
    return new_process(process={"touchline": 1, "name": "Long", "steps": steps, "edges": edges})


def test_a_thousand_steps_are_read_and_edited_to_the_last(
    thousand: str, open_process: Callable[[str], Page]
) -> None:
    outline = Outline(open_process(thousand))
    expect(outline.grid).to_have_attribute("aria-rowcount", "1002")
    rows = outline.grid.get_by_role("row")
    assert rows.count() < 60
    outline.go("Step 0", "Step")
    outline.press("Control+End")
    outline.expect_keys_on("Step 999", "Notes")
    expect(outline.row("Step 999")).to_have_attribute("aria-rowindex", "1001")
    assert rows.count() < 60
    outline.type("The last one", "Enter")
    outline.press("ArrowUp")
    expect(outline.cell("Step 999", "Notes")).to_have_text("The last one")
    outline.press("Control+Home")
    outline.expect_keys_on("Step 0", "Step")
    outline.head("Notes").get_by_role("button").click()
    expect(outline.grid.get_by_role("rowheader").first).to_have_text("Step 999")


def test_the_keys_keep_their_cell_however_far_the_wheel_goes(
    thousand: str, open_process: Callable[[str], Page]
) -> None:
    outline = Outline(open_process(thousand))
    outline.go("Step 1", "Owner")
    outline.page.mouse.wheel(0, 20_000)
    expect(outline.row("Step 595")).to_be_visible()
    outline.type("Ann", "Enter")
    outline.expect_keys_on("Step 2", "Owner")
    expect(outline.cell("Step 1", "Owner")).to_have_text("Ann")
    expect(outline.cell("Step 2", "Owner")).to_be_in_viewport(ratio=1)


# --- the look ---


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(outline: Outline) -> None:
    page = outline.page
    page.emulate_media(reduced_motion="reduce")
    outline.go("First call", "Kind")
    outline.press("Shift+ArrowDown", "Shift+ArrowRight")
    assert faults(page) == []
    outline.go("First call", "Channel")
    outline.press("Enter")
    expect(outline.option("Podcast")).to_be_visible()
    assert faults(page) == []
    outline.type("fax", "Enter")
    expect(outline.grid.get_by_role("alert")).to_be_visible()
    assert faults(page) == []
    outline.press("Escape")
    outline.go("First call", "Next steps")
    outline.press("Enter", "Alt+Enter")
    outline.type("sig")
    expect(outline.option("Signed")).to_be_visible()
    assert faults(page) == []
    outline.press("Escape")
    outline.go("First call", "Kind")
    outline.paste("phone\tfax")
    expect(page.get_by_role("alert", name="Not pasted")).to_be_visible()
    assert faults(page) == []
    outline.head("Owner").get_by_role("button").click()
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_text("Select a block of cells")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_outline_without_steps(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    empty = {"touchline": 1, "name": "Empty", "steps": [], "edges": []}
    outline = Outline(open_process(new_process(process=empty)))
    outline.page.emulate_media(reduced_motion="reduce")
    assert faults(outline.page) == []
    outline.last_row().dblclick()
    expect(outline.field("Name of a new step")).to_be_focused()
    assert faults(outline.page) == []
