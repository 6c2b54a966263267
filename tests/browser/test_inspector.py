"""The inspector: every field of a step, an edge and the process, and what several steps share."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY, placed


@pytest.fixture
def process_id(new_process: Callable[..., str]) -> str:
    return new_process(process=placed(FAULTY))


def details(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Details")


def select_step(page: Page, name: str) -> Locator:
    """Selects a step on the canvas and gives the inspector."""
    page.get_by_role("main").get_by_text(name, exact=True).first.click()
    panel = details(page)
    expect(panel.get_by_label("Name", exact=True)).to_have_value(name)
    return panel


def choose(panel: Locator, field: str, option: str) -> None:
    panel.get_by_role("combobox", name=field, exact=True).click()
    panel.page.get_by_role("option", name=option, exact=True).click()


def step_of(process: Any, step_id: str) -> Any:
    return next(step for step in process["steps"] if step["id"] == step_id)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_field_of_a_step_reaches_the_server(editor: Page, stored: Callable[[], Any]) -> None:
    panel = select_step(editor, "First call")
    panel.get_by_label("Name", exact=True).fill("Discovery call")
    choose(panel, "Channel", "Video call")
    panel.get_by_label("Owner").fill("Sales lead")
    choose(panel, "Stage", "Proposal")
    panel.get_by_label("What it is for").fill("Learn what would make them change")
    panel.get_by_label("What the prospect gains").fill("A picture of the cost of doing nothing")
    panel.get_by_label("Duration").fill("45m")
    panel.get_by_role("button", name="Add a criterion").click()
    editor.keyboard.type("Problem stated in their words")
    panel.get_by_role("button", name="Add an asset").click()
    editor.keyboard.type("Call guide")
    panel.get_by_label("Asset 1, web address").fill("https://example.com/guide")
    panel.get_by_label("Notes").fill("Never on a Friday")
    panel.get_by_label("Notes").blur()
    assert step_of(stored(), "call") | {"position": None} == {
        "id": "call",
        "name": "Discovery call",
        "kind": "contact",
        "channel": "video call",
        "owner": "Sales lead",
        "stage": "Proposal",
        "purpose": "Learn what would make them change",
        "prospect_gain": "A picture of the cost of doing nothing",
        "duration": "45 minutes",
        "checklist": ["Ask who else decides", "Agree the next step"],
        "exit_criteria": ["Problem stated in their words"],
        "assets": [{"name": "Call guide", "url": "https://example.com/guide"}],
        "notes": "Never on a Friday",
        "position": None,
    }


def test_the_fields_stand_in_the_order_in_which_a_person_thinks(editor: Page) -> None:
    panel = select_step(editor, "First call")
    wanted = [
        "Name",
        "Kind",
        "Channel",
        "Owner",
        "Stage",
        "What it is for",
        "What the prospect gains",
        "Duration",
        "Checklist",
        "Exit criteria",
        "Assets",
        "Notes",
    ]
    text = panel.inner_text()
    places = [text.index(f"\n{label}\n") for label in wanted]
    assert places == sorted(places)


def test_typing_in_a_field_is_one_step_of_undo(editor: Page) -> None:
    panel = select_step(editor, "First call")
    notes = panel.get_by_label("Notes")
    notes.click()
    editor.keyboard.type("First thought.")
    editor.keyboard.press("Home")
    editor.keyboard.press("End")
    editor.keyboard.type(" Second thought.")
    notes.blur()
    editor.get_by_role("button", name="Undo").click()
    expect(notes).to_have_value("")
    editor.get_by_role("button", name="Redo").click()
    expect(notes).to_have_value("First thought. Second thought.")


def test_a_checklist_is_typed_sorted_and_shortened_with_the_keyboard(
    editor: Page, stored: Callable[[], Any]
) -> None:
    panel = select_step(editor, "First call")
    panel.get_by_label("Checklist, line 1").click()
    editor.keyboard.press("End")
    editor.keyboard.press("Enter")
    editor.keyboard.type("Ask for the budget")
    editor.keyboard.press("Enter")
    editor.keyboard.type("Say thank you")
    expect(panel.get_by_label("Checklist, line 3")).to_have_value("Say thank you")
    editor.keyboard.press("Alt+ArrowUp")
    expect(panel.get_by_label("Checklist, line 2")).to_have_value("Say thank you")
    panel.get_by_role("button", name="Move “Agree the next step”", exact=True).focus()
    editor.keyboard.press("Space")
    editor.keyboard.press("ArrowUp")
    expect(editor.get_by_text("“Agree the next step” is at 3 of 4.")).to_be_attached()
    editor.keyboard.press("Space")
    panel.get_by_role("button", name="Remove “Ask who else decides”").click()
    expect(panel.get_by_label("Checklist, line 2")).to_have_value("Agree the next step")
    assert step_of(stored(), "call")["checklist"] == [
        "Say thank you",
        "Agree the next step",
        "Ask for the budget",
    ]


@pytest.mark.parametrize(
    ("add", "row", "key"),
    [
        ("Add a line", "Checklist, line {}", "checklist"),
        ("Add a criterion", "Exit criteria, criterion {}", "exit_criteria"),
        ("Add an asset", "Asset {}, name", "assets"),
        ("Add a stage", "Stages, stage {}", "stages"),
    ],
)
def test_enter_adds_to_a_list_and_a_drag_sorts_it(
    editor: Page, stored: Callable[[], Any], add: str, row: str, key: str
) -> None:
    panel = details(editor) if key == "stages" else select_step(editor, "Legal review")
    panel.get_by_role("button", name=add).click()
    count = 2 if key == "stages" else 0
    for at, text in enumerate(("One", "Two", "Three"), start=count + 1):
        expect(panel.get_by_label(row.format(at))).to_be_focused()
        editor.keyboard.type(text)
        if text != "Three":
            editor.keyboard.press("Enter")
    handle = panel.get_by_role("button", name="Move “Three”", exact=True)
    handle.scroll_into_view_if_needed()
    start = handle.bounding_box()
    target = panel.get_by_label(row.format(count + 1)).bounding_box()
    assert start is not None
    assert target is not None
    editor.mouse.move(start["x"] + 5, start["y"] + 10)
    editor.mouse.down()
    editor.mouse.move(start["x"] + 5, start["y"] - 5, steps=4)
    editor.mouse.move(start["x"] + 5, target["y"] + 5, steps=8)
    editor.mouse.up()
    expect(panel.get_by_label(row.format(count + 1))).to_have_value("Three")
    process = stored()
    entries = process["stages"] if key == "stages" else step_of(process, "legal")[key]
    names = [entry["name"] if key == "assets" else entry for entry in entries]
    assert names[count:] == ["Three", "One", "Two"]


def test_pasted_lines_become_lines(editor: Page) -> None:
    panel = select_step(editor, "First call")
    editor.evaluate("navigator.clipboard.writeText('- Prepare\\n- Call\\n- Write up')")
    panel.get_by_role("button", name="Add a line").click()
    editor.keyboard.press("ControlOrMeta+V")
    for number, text in enumerate(["Prepare", "Call", "Write up"], start=3):
        expect(panel.get_by_label(f"Checklist, line {number}")).to_have_value(text)


def test_what_is_no_duration_is_refused_with_an_example_and_not_stored(
    editor: Page, stored: Callable[[], Any]
) -> None:
    panel = select_step(editor, "Legal review")
    duration = panel.get_by_label("Duration")
    duration.fill("soon")
    duration.press("Enter")
    expect(panel.get_by_text("Type a time such as 3 days, 4h or 30m.")).to_be_visible()
    assert step_of(stored(), "legal")["duration"] == "2 days"
    duration.fill("1 day 4 hours")
    duration.blur()
    expect(duration).to_have_value("28 hours")
    assert step_of(stored(), "legal")["duration"] == "28 hours"


def test_a_web_address_that_could_run_is_refused(editor: Page, stored: Callable[[], Any]) -> None:
    panel = select_step(editor, "First call")
    panel.get_by_role("button", name="Add an asset").click()
    editor.keyboard.type("Trap")
    panel.get_by_label("Asset 1, web address").fill("javascript:alert(1)")
    panel.get_by_label("Notes").click()
    expect(panel.get_by_role("alert")).to_contain_text("https://example.com/guide")
    expect(panel.get_by_role("link")).to_have_count(0)
    assert step_of(stored(), "call")["assets"] == [{"name": "Trap"}]


def test_owners_in_use_are_suggested(editor: Page) -> None:
    panel = select_step(editor, "Legal review")
    panel.get_by_label("Owner").fill("acc")
    editor.get_by_role("option", name="Account executive").click()
    expect(panel.get_by_label("Owner")).to_have_value("Account executive")


def test_a_channel_is_typed_over_the_one_that_is_there(
    editor: Page, stored: Callable[[], Any]
) -> None:
    panel = select_step(editor, "First call")
    field = panel.get_by_role("combobox", name="Channel")
    field.click()
    # A click marks what is there, so that it is typed over.
    editor.keyboard.type("meet")
    expect(editor.get_by_role("option")).to_have_text(["Meeting"])
    editor.keyboard.press("Enter")
    expect(field).to_have_value("Meeting")
    assert step_of(stored(), "call")["channel"] == "meeting"
    # By the keys just so; what is no channel is said to be none, and leaves the one that is there.
    panel.get_by_role("combobox", name="Kind").focus()
    editor.keyboard.press("Tab")
    expect(field).to_be_focused()
    editor.keyboard.type("fax")
    expect(editor.get_by_text("No channel of that name")).to_be_visible()
    editor.keyboard.press("Enter")
    editor.keyboard.press("Tab")
    expect(field).to_have_value("Meeting")
    assert step_of(stored(), "call")["channel"] == "meeting"


def test_a_stage_is_typed_where_it_is_chosen(editor: Page, stored: Callable[[], Any]) -> None:
    field = select_step(editor, "Send the proposal").get_by_role("combobox", name="Stage")
    field.click()
    field.press_sequentially("disc")
    expect(editor.get_by_role("option")).to_have_text(["Discovery", "New stage “disc”"])
    field.press("Enter")
    expect(field).to_have_value("Discovery")
    field.click()
    field.press_sequentially("Closing")
    field.press("Enter")
    expect(field).to_have_value("Closing")
    process = stored()
    assert process["stages"] == ["Discovery", "Proposal", "Closing"]
    assert step_of(process, "proposal")["stage"] == "Closing"


def test_a_new_stage_is_named_where_it_is_chosen(editor: Page, stored: Callable[[], Any]) -> None:
    panel = select_step(editor, "Send the proposal")
    choose(panel, "Stage", "New stage …")
    editor.keyboard.type("Closing")
    editor.keyboard.press("Enter")
    expect(panel.get_by_role("combobox", name="Stage")).to_have_value("Closing")
    process = stored()
    assert process["stages"] == ["Discovery", "Proposal", "Closing"]
    assert step_of(process, "proposal")["stage"] == "Closing"


def test_an_end_has_an_outcome(editor: Page, stored: Callable[[], Any]) -> None:
    editor.get_by_text("Outline", exact=True).click()
    editor.get_by_role("rowheader", name="Declined").click()
    panel = details(editor)
    panel.get_by_text("Nurture", exact=True).click()
    expect(panel.get_by_role("heading")).to_have_text("End · Nurture")
    assert step_of(stored(), "lost")["outcome"] == "nurture"


def test_an_edge_has_wait_condition_and_share(editor: Page, stored: Callable[[], Any]) -> None:
    # Without motion: a label is not clicked where it was on its way.
    chart = Chart(editor)
    select_step(editor, "First call")
    problems = editor.get_by_role("region", name="Problems")
    problems.get_by_role("button", name="7 days of silence").click()
    expect(details(editor).get_by_role("heading", name="Process")).to_be_visible()
    chart.wait("Lead arrives", "First call").click()
    panel = details(editor)
    expect(panel.get_by_role("heading", name="Edge")).to_be_visible()
    expect(panel.get_by_role("button", name="From Lead arrives")).to_be_visible()
    panel.get_by_label("Longest wait").fill("4h")
    panel.get_by_label("Condition").fill("A real lead")
    panel.get_by_label("Share of deals").fill("lots")
    panel.get_by_label("Share of deals").press("Enter")
    expect(panel.get_by_text("Type a percentage from 0 to 100, such as 20 %.")).to_be_visible()
    panel.get_by_label("Share of deals").fill("80")
    panel.get_by_label("Share of deals").blur()
    expect(panel.get_by_label("Share of deals")).to_have_value("80 %")
    # What is refused leaves nothing behind of what was typed on the way there.
    panel.get_by_label("Share of deals").select_text()
    editor.keyboard.type("150 %")
    editor.keyboard.press("Tab")
    expect(panel.get_by_text("Type a percentage from 0 to 100, such as 20 %.")).to_be_visible()
    edge = stored()["edges"][0]
    assert edge == {
        "from": "start",
        "to": "call",
        "max_wait": "4 hours",
        "when": "A real lead",
        "share": 0.8,
    }


def test_an_exception_is_allowed_with_a_reason_and_taken_back(
    editor: Page, stored: Callable[[], Any]
) -> None:
    panel = select_step(editor, "Legal review")
    panel.get_by_role("button", name="Add an exception").click()
    choose(panel, "Rule", "Gap")
    expect(panel.get_by_label("Up to")).to_have_value("7 days")
    panel.get_by_label("Reason", exact=True).fill("Procurement never answers sooner")
    panel.get_by_role("button", name="Allow it").click()
    expect(editor.get_by_role("banner")).to_contain_text("Sound")
    exception = {"rule": "gap", "reason": "Procurement never answers sooner", "up_to": "7 days"}
    assert step_of(stored(), "legal")["allow"] == [exception]
    # Its end is typed where it stands, and what is no length of time is refused there.
    end = panel.get_by_role("group", name="Exception from “Gap”").get_by_label("Up to")
    end.fill("6 days")
    expect(editor.get_by_role("banner")).to_contain_text("1 error")
    end.fill("a while")
    end.blur()
    expect(panel.get_by_text("Type a time such as")).to_be_visible()
    end.fill("8 days 1 hour")
    end.blur()
    expect(end).to_have_value("8 days 1 hour")
    expect(editor.get_by_role("banner")).to_contain_text("Sound")
    assert step_of(stored(), "legal")["allow"] == [exception | {"up_to": "193 hours"}]
    editor.keyboard.press("Control+z")
    expect(end).to_have_value("7 days")
    panel.get_by_role("button", name="Take back the exception from “Gap”").click()
    expect(editor.get_by_role("banner")).to_contain_text("1 error")


def test_with_nothing_selected_the_process_is_set(editor: Page, stored: Callable[[], Any]) -> None:
    panel = details(editor)
    panel.get_by_label("Name", exact=True).fill("Better sale")
    expect(editor.get_by_label("Name of the process")).to_have_value("Better sale")
    panel.get_by_label("Description").fill("For everyone")
    panel.get_by_label("Longest silence allowed").fill("8 days")
    expect(editor.get_by_role("banner")).to_contain_text("7 of 8 days")
    panel.get_by_label("Warn above").fill("")
    panel.get_by_label("Warn above").press("Enter")
    expect(panel.get_by_text("Type a time such as")).to_be_visible()
    panel.get_by_label("Warn above").fill("4")
    panel.get_by_text("Working day").click()
    panel.get_by_role("button", name="Add a stage").click()
    editor.keyboard.type("Closing")
    editor.keyboard.press("Alt+ArrowUp")
    panel.get_by_label("Stages, stage 1").fill("Discover")
    panel.get_by_label("Stages, stage 1").blur()
    process = stored()
    assert process["name"] == "Better sale"
    assert process["description"] == "For everyone"
    assert process["max_gap"] == "8 days"
    assert process["warn_gap"] == "4 days"
    assert process["days"] == "business"
    assert process["stages"] == ["Discover", "Closing", "Proposal"]
    assert step_of(process, "call")["stage"] == "Discover"


def test_the_process_is_shown_when_what_was_selected_is_gone(editor: Page) -> None:
    panel = details(editor)
    process = panel.get_by_role("heading", name="Process")
    editor.get_by_role("main").get_by_text("≤ 3 days").click()
    expect(panel.get_by_role("heading", name="Edge")).to_be_visible()
    problems = editor.get_by_role("region", name="Problems")
    problems.get_by_role("button", name="Insert 2 touches").click()
    problems.get_by_role("button", name="Apply").click()
    expect(process).to_be_visible()
    palette = editor.get_by_role("navigation", name="Add a step")
    palette.get_by_role("button", name="Task", exact=True).click()
    editor.keyboard.press("Enter")
    expect(panel.get_by_role("heading", name="Task")).to_be_visible()
    editor.get_by_role("banner").get_by_role("button", name="Undo").click()
    expect(process).to_be_visible()


def test_what_several_steps_share_is_changed_for_all_in_one_step(
    editor: Page, stored: Callable[[], Any]
) -> None:
    select_step(editor, "First call")
    editor.get_by_role("main").get_by_text("Legal review", exact=True).first.click(
        modifiers=["Shift"]
    )
    panel = details(editor)
    expect(panel.get_by_role("heading", name="2 steps")).to_be_visible()
    expect(panel.get_by_label("Owner")).to_have_attribute("placeholder", "Several owners")
    panel.get_by_label("Owner").fill("Team")
    panel.get_by_label("Owner").press("Escape")
    choose(panel, "Stage", "Proposal")
    process = stored()
    for step_id in ("call", "legal"):
        assert step_of(process, step_id)["owner"] == "Team"
        assert step_of(process, step_id)["stage"] == "Proposal"
    editor.get_by_role("button", name="Undo").click()
    editor.get_by_role("button", name="Undo").click()
    expect(panel.get_by_label("Owner")).to_have_value("")
    assert step_of(stored(), "legal")["owner"] == "Lawyer"
