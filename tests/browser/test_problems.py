"""The problems panel: findings in words, shown on the canvas, mended after a look, or allowed."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import faults
from tests.browser.badge import GONE
from tests.browser.chart import Chart
from tests.browser.layout import lost_controls
from tests.browser.processes import FAULTY, SOUND, placed
from tests.browser.server import Server
from tests.browser.silence import Console
from tests.browser.visiting import visit

GAP = "7 days of silence from “First call” to “Send the proposal”"


def problems(page: Page) -> Locator:
    return page.get_by_role("region", name="Problems")


def row(page: Page, message: str) -> Locator:
    return problems(page).get_by_role("listitem").filter(has_text=message)


def health(page: Page) -> Locator:
    return page.get_by_role("banner")


@pytest.fixture
def undecided(new_process: Callable[..., str]) -> str:
    """A process with a gap and a wait that nobody has decided."""
    edges = [dict(edge) for edge in FAULTY["edges"]]
    del edges[4]["max_wait"]
    return new_process(process={**FAULTY, "edges": edges})


@pytest.fixture
def dead_end(new_process: Callable[..., str]) -> str:
    """A process with a step from which nothing leads on."""
    demo = {"id": "demo", "name": "Demo", "kind": "contact", "channel": "demo"}
    to_demo = {"from": "call", "to": "demo", "max_wait": "1 day"}
    steps, edges = [*SOUND["steps"], demo], [*SOUND["edges"], to_demo]
    return new_process(process=placed({**SOUND, "steps": steps, "edges": edges}))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_findings_stand_by_severity_with_a_count_each_and_are_filtered(
    new_process: Callable[..., str], open_process: Callable[[str], Page], server: Server
) -> None:
    # Two silences near the limit beside an error and what is not thought through yet.
    waits = {"won": "4 days", "lost": "4 days"}
    edges = [{**e, "max_wait": waits.get(e["to"], e["max_wait"])} for e in FAULTY["edges"]]
    process = {**FAULTY, "edges": edges}
    counts = server.post("/api/check", process)["counts"]
    assert (counts["error"], counts["warning"]) == (1, 2)
    assert counts["info"] > 2
    page = open_process(new_process(process=process))
    expect(health(page)).to_contain_text("1 error")
    panel = problems(page)
    headings = panel.get_by_role("heading", level=3)
    said = {
        "1 error": "Errors1",
        "2 warnings": "Warnings2",
        f"{counts['info']} missing details": f"Missing details{counts['info']}",
    }
    expect(headings).to_have_text(list(said.values()))
    for button, heading in said.items():
        rows = panel.locator("section").filter(has_text=heading).get_by_role("listitem")
        expect(rows).to_have_count(int(button.split()[0]))
        panel.get_by_role("button", name=button).click()
        expect(headings).to_have_text([other for other in said.values() if other != heading])
        panel.get_by_role("button", name=button).click()
        expect(headings).to_have_text(list(said.values()))


def test_a_click_shows_what_a_finding_is_about(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    page.get_by_text("Outline", exact=True).click()
    message = row(page, "Nobody has decided").get_by_role("button").first
    message.click()
    expect(message).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("main").get_by_text("Declined", exact=True)).to_be_in_viewport()
    details = page.get_by_role("complementary", name="Details")
    expect(details.get_by_role("heading", name="Edge")).to_be_visible()
    expect(details.get_by_role("button", name="To Declined")).to_be_visible()


def test_a_fix_says_what_it_will_do_and_is_one_step_of_undo(
    undecided: str, open_process: Callable[[str], Page], server: Server
) -> None:
    page = open_process(undecided)
    before = server.get(f"/api/processes/{undecided}")
    row(page, GAP).get_by_role("button", name="Insert 2 touches").click()
    preview = row(page, GAP).get_by_role("region", name="What the fix will do")
    expect(preview).to_contain_text("4 changes, made when you apply it:")
    changes = preview.get_by_role("listitem")
    expect(changes).to_have_count(4)
    # Nothing is done yet, so nothing is said to be.
    expect(changes.first).to_contain_text("Add “")
    expect(changes.nth(2)).to_contain_text("Divide the 3 days from “First call” to “Legal")
    # In full: as wide as the panel allows, and in view together with the button that does it.
    expect(changes.last).to_be_in_viewport(ratio=0.99)
    width = problems(page).evaluate("panel => panel.clientWidth")
    assert changes.last.evaluate("item => item.clientWidth") > width - 120
    assert without_places(server.get(f"/api/processes/{undecided}")) == without_places(before)

    page.keyboard.press("Enter")
    expect(row(page, GAP)).to_have_count(0)
    expect(health(page)).to_contain_text("1 error")
    expect(problems(page).get_by_role("heading", name="Problems")).to_be_focused()
    saved(page)
    assert len(server.get(f"/api/processes/{undecided}")["steps"]) == len(before["steps"]) + 2

    page.keyboard.press("ControlOrMeta+Z")
    expect(row(page, GAP)).to_be_visible()
    saved(page)
    after = server.get(f"/api/processes/{undecided}")
    assert without_places(after) == without_places(before)


def test_a_fix_is_told_as_a_plan_before_it_is_applied_and_as_done_after(
    dead_end: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(dead_end)
    row(page, "Demo").get_by_role("button", name="Mark as an end (lost)").click()
    preview = problems(page).get_by_role("region", name="What the fix will do")
    expect(preview.get_by_role("listitem")).to_have_text("Make “Demo” an end (lost).")
    expect(preview).to_contain_text("One change, made when you apply it:")
    preview.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Made “Demo” an end (lost).", exact=True)).to_be_visible()


def test_a_fix_that_is_looked_at_shows_on_the_canvas_what_it_changes(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    """Where it puts nothing in: a wait, a kind and a step that goes, beside what is there."""
    lone = {"id": "lone", "name": "Lonely call", "kind": "contact", "channel": "call"}
    edges = [
        {**edge, "max_wait": None} if edge["to"] == "lost" else edge for edge in SOUND["edges"]
    ]
    edges = [{key: it for key, it in edge.items() if it is not None} for edge in edges]
    source = placed({**SOUND, "steps": [*SOUND["steps"], lone], "edges": edges})
    page = open_process(new_process(process=source))
    canvas = Chart(page).canvas
    for button, shown in {
        "Set the wait": re.compile("^Wait between .*, to be ≤ .* instead of no wait set$"),
        "Mark as an end (lost)": re.compile("^Lonely call, to be changed$"),
        "Delete “Lonely call”": re.compile("^Lonely call, to be deleted$"),
    }.items():
        problems(page).get_by_role("button", name=button).first.click()
        expect(canvas.get_by_role("img", name=shown)).to_be_in_viewport(ratio=0.99)
        problems(page).get_by_role("button", name="Cancel").click()
        expect(canvas.get_by_role("img", name=shown)).to_have_count(0)


def test_looking_at_a_fix_and_leaving_it_changes_nothing(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    row(page, GAP).get_by_role("button", name="Insert 2 touches").click()
    preview = row(page, GAP).get_by_role("region", name="What the fix will do")
    expect(preview.get_by_role("button", name="Apply")).to_be_focused()
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_what_a_fix_puts_in_is_brought_into_view_to_be_looked_at(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    """Wherever one has looked before, and all of it."""
    page = open_process(undecided)
    chart = Chart(page)
    page.get_by_role("button", name="back to 100 %").click()
    box = chart.canvas.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, 2000)
    expect(chart.step("First call")).not_to_be_in_viewport()
    row(page, GAP).get_by_role("button", name="Insert 2 touches").click()
    ghosts = chart.canvas.get_by_role("img", name="to be added")
    expect(ghosts).to_have_count(2)
    for ghost in ghosts.all():
        expect(ghost).to_be_in_viewport(ratio=0.99)
    expect(chart.step("First call")).to_be_in_viewport(ratio=0.99)
    # And one is where one was once one has seen enough.
    row(page, GAP).get_by_role("button", name="Cancel").click()
    expect(chart.step("First call")).not_to_be_in_viewport()


def test_a_preview_follows_the_process_that_changes_under_it(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    row(page, GAP).get_by_role("button", name="Insert 2 touches").click()
    preview = row(page, GAP).get_by_role("region", name="What the fix will do")
    expect(preview.get_by_role("listitem").first).to_contain_text("First call")
    page.get_by_role("main").get_by_text("First call", exact=True).first.click()
    page.get_by_label("Name", exact=True).fill("Opening call")
    changed = problems(page).get_by_role("region", name="What the fix will do")
    expect(changed.get_by_role("listitem").first).to_contain_text("Opening call")
    changed.get_by_role("button", name="Apply").click()
    expect(health(page)).to_contain_text("1 error")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Opening call")


def test_fix_all_gaps_is_one_button_and_fix_all_another(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    problems(page).get_by_role("button", name="Fix all gaps").click()
    preview = problems(page).get_by_role("region", name="What the fix will do")
    expect(preview).to_contain_text("4 changes, made when you apply it:")
    preview.get_by_role("button", name="Apply").click()
    expect(health(page)).to_contain_text("1 error")
    expect(problems(page).get_by_role("button", name="Fix all gaps")).to_have_count(0)
    problems(page).get_by_role("button", name="Fix all", exact=True).click()
    preview.get_by_role("button", name="Apply").click()
    expect(health(page)).to_contain_text("Sound")
    health(page).get_by_role("button", name="Undo").click()
    expect(health(page)).to_contain_text("1 error")
    health(page).get_by_role("button", name="Undo").click()
    expect(health(page)).to_contain_text("2 errors")


@pytest.mark.parametrize("scheme", ["dark"])
def test_findings_without_a_server_say_from_when_they_are_and_offer_no_fix_that_fails(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    made = own_server.post("/api/processes", {"process": placed(FAULTY)})
    visit(page, f"{own_server.url}/process/{made['id']}")
    fix = row(page, GAP).get_by_role("button", name="Insert 2 touches")
    all_gaps = problems(page).get_by_role("button", name="Fix all gaps")
    expect(fix).to_be_enabled()
    own_server.kill()
    expect(problems(page).get_by_role("paragraph").first).to_have_text(
        "These findings are from before the connection was lost. "
        "Nothing has changed since, but a fix needs the server."
    )
    for button in (fix, all_gaps):
        expect(button).to_be_disabled()
        expect(button).to_have_accessible_description(re.compile("a fix needs the server"))
        button.click(force=True)
    expect(problems(page).get_by_role("region", name="What the fix will do")).to_have_count(0)
    fix.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("tooltip")).to_contain_text("A fix needs the server")
    assert faults(page) == []
    # A reason to leave a finding as it is needs no server, and is an edit like any other.
    row(page, GAP).get_by_role("button", name="Allow …").click()
    expect(problems(page)).to_contain_text("Allowed up to 7 days; more is an error again.")
    page.get_by_label("Why may it stay so?").fill("Procurement never answers sooner")
    page.keyboard.press("Enter")
    expect(problems(page)).to_contain_text("and may no longer be true")
    assert faults(page) == []
    # That is said in a low window too, and the chart keeps its half.
    page.set_viewport_size({"width": 640, "height": 400})
    unfold(page)
    expect_half_kept(page)
    own_server.start()
    expect(health(page)).to_contain_text("Sound")
    expect(problems(page)).not_to_contain_text("connection was lost")


def test_what_was_said_of_a_fix_goes_when_it_is_taken_back(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    notice = page.get_by_text("Done: 4 changes.")
    problems(page).get_by_role("button", name="Fix all gaps").click()
    problems(page).get_by_role("button", name="Apply").click()
    expect(notice).to_be_visible()
    notice.hover()
    problems(page).get_by_role("button", name="Why?").first.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    # A dialog stands above it.
    assert not notice.evaluate(
        """notice => {
            const { x, y, width, height } = notice.getBoundingClientRect();
            return notice.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        }"""
    )
    page.keyboard.press("Escape")
    health(page).get_by_role("button", name="Undo").click()
    # Sooner than it would go by itself.
    expect(notice).to_have_count(0, timeout=2_000)


def test_fix_all_is_on_offer_only_where_it_has_something_to_do(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    left = {"from": "won", "to": "call", "max_wait": "1 day"}
    page = open_process(new_process(process={**SOUND, "edges": [*SOUND["edges"], left]}))
    expect(health(page)).to_contain_text("1 error")
    expect(problems(page)).to_contain_text("1 error needs your decision")
    expect(problems(page).get_by_role("button", name="Fix all")).to_have_count(0)
    problems(page).get_by_text("1 error needs your decision").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("mend it in the chart")


def test_a_process_that_is_hardly_begun_is_given_no_figures(
    new_process: Callable[..., str], open_process: Callable[[str], Page], server: Server
) -> None:
    page = open_process(new_process(name="Hardly begun"))
    expect(health(page)).to_contain_text("No silence to measure yet")
    expect(health(page)).not_to_contain_text("detail")
    visit(page, server.url)
    card = page.get_by_role("article", name="Hardly begun")
    expect(card).to_contain_text("No silence to measure yet")


def test_what_a_process_lacks_that_is_just_begun_is_told_and_is_no_fault(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page = open_process(new_process(name="Just begun"))
    expect(health(page)).to_contain_text("2 errors")
    expect(problems(page).get_by_role("listitem")).to_have_count(2)
    said = problems(page).get_by_text("Add the step that follows “Start”")
    expect(said).to_be_visible()
    chart = Chart(page)
    badges = chart.canvas.get_by_role("img", name="1 error")
    expect(badges).to_have_count(0)
    chart.select("Start")
    chart.press("Tab")
    expect(badges).to_have_count(1)
    expect(said).to_have_count(0)


def test_why_shows_the_reason_and_a_wrong_and_a_right_example(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    row(page, GAP).get_by_role("button", name="Why?").click()
    dialog = page.get_by_role("dialog", name="Gap")
    expect(dialog).to_contain_text("Time kills deals")
    for verdict in ("Wrong", "Right"):
        chart = dialog.get_by_role("region", name=verdict).get_by_role("img").first
        expect(chart).to_have_js_property("complete", True)
        assert chart.evaluate("image => image.naturalWidth") > 0
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_finding_is_allowed_with_a_reason_and_taken_back(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page = open_process(new_process(process=FAULTY))
    row(page, GAP).get_by_role("button", name="Allow …").click()
    page.get_by_label("Why may it stay so?").fill("Procurement never answers sooner")
    page.keyboard.press("Enter")
    expect(health(page)).to_contain_text("Sound")
    expect(health(page)).to_contain_text("7 of 5 days, allowed")
    expect(problems(page)).to_contain_text("This process is sound, with 1 exception allowed.")
    where = "Allowed at “First call” → “Legal review”, up to 7 days:"
    expect(row(page, GAP)).to_contain_text(f"{where} Procurement never answers sooner")
    # It stands on the edge, and is shown there at once and whenever somebody asks for it.
    details = page.get_by_role("complementary", name="Details")
    reason = details.get_by_label("Reason for the exception from “Gap”")
    expect(details.get_by_role("button", name="To Legal review")).to_be_visible()
    expect(reason).to_have_value("Procurement never answers sooner")
    expect(details).to_contain_text("nothing for 7 days; an exception allows up to 7 days.")
    page.get_by_role("main").get_by_text("First call", exact=True).first.click()
    expect(reason).to_have_count(0)
    row(page, GAP).get_by_role("button").first.click()
    expect(reason).to_be_in_viewport()
    row(page, GAP).get_by_role("button", name="Take back").click()
    expect(health(page)).to_contain_text("1 error")


def test_a_silence_that_outgrows_its_exception_is_an_error_until_it_is_allowed_anew(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    allow = [{"rule": "gap", "reason": "Procurement is slow", "up_to": "7 days"}]
    edges = [{**e, "allow": allow} if e["to"] == "legal" else e for e in FAULTY["edges"]]
    page = open_process(new_process(process={**FAULTY, "edges": edges}))
    expect(health(page)).to_contain_text("Sound")
    row(page, GAP).get_by_role("button").first.click()
    wait = page.get_by_label("Longest wait")
    wait.fill(f"{wait.input_value()} 3 hours")
    wait.blur()
    expect(health(page)).to_contain_text("1 error")
    outgrown = row(page, "7 days 3 hours of silence")
    expect(outgrown).to_contain_text(
        "at most 5 days are allowed, and the exception ends at 7 days."
    )
    details = page.get_by_role("complementary", name="Details")
    expect(details).to_contain_text("nothing for 7 days 3 hours; an exception allows up to 7 days.")
    outgrown.get_by_role("button", name="Allow …").click()
    form = problems(page).locator("form")
    expect(form.get_by_label("Why may it stay so?")).to_have_value("Procurement is slow")
    form.get_by_label("Up to").fill("a while")
    form.get_by_label("Up to").press("Enter")
    expect(form).to_contain_text("Type a time such as 3 days")
    form.get_by_label("Up to").fill("7 days")
    expect(form).to_contain_text("It is 7 days 3 hours already: type that or more.")
    expect(form.get_by_role("button", name="Allow it")).to_be_disabled()
    form.get_by_label("Up to").fill("1w 1d")
    form.get_by_label("Up to").press("Enter")
    expect(health(page)).to_contain_text("Sound")
    expect(outgrown).to_contain_text("up to 8 days: Procurement is slow")
    page.keyboard.press("Control+z")
    expect(outgrown).to_contain_text("the exception ends at 7 days.")


def test_a_sound_process_is_told_so_and_findings_are_read_out(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page = open_process(new_process(process=SOUND))
    expect(problems(page)).to_contain_text("This process is sound.")
    expect(problems(page)).to_contain_text("No deal goes longer than 3 days")
    live = problems(page).locator("[aria-live=polite]").last
    expect(live).to_contain_text("The process is sound.")
    page.get_by_label("Longest silence allowed").fill("1 day")
    expect(live).to_contain_text("error")


def test_the_panel_folds_away(undecided: str, open_process: Callable[[str], Page]) -> None:
    page = open_process(undecided)
    problems(page).get_by_role("button", name="Fold the problems away").click()
    expect(row(page, GAP)).to_have_count(0)
    expect(problems(page).get_by_role("button", name="2 errors")).to_be_visible()
    problems(page).get_by_role("button", name="Show the problems").click()
    expect(row(page, GAP)).to_be_visible()


def test_the_panel_opens_as_high_as_what_it_has_to_say_and_stays_so(
    new_process: Callable[..., str], open_process: Callable[[str], Page], server: Server
) -> None:
    sound = server.get("/api/templates/inbound-demo")["process"]
    page = open_process(new_process(process={**sound, "name": "Nothing to mend"}))
    expect(problems(page)).to_contain_text("This process is sound.")
    expect_height(page, "<", 140)
    low = height_of(page)
    # The chart does not move for what is found while somebody works on it.
    page.get_by_label("Longest silence allowed").fill("1 hour")
    page.get_by_label("Longest silence allowed").blur()
    expect(problems(page).get_by_role("heading", name="Errors")).to_be_visible()
    # What is read out once everything has come to rest is the last that changes.
    expect(problems(page).locator("[aria-live=polite]").last).to_contain_text("errors")
    assert height_of(page) == low
    # Whoever unfolds it wants to see more: up to a quarter of the window, and the list scrolls.
    fold(page)
    problems(page).get_by_role("button", name="Show the problems").click()
    expect_height(page, ">", 190)
    expect_height(page, "<", 215)


def test_the_height_of_the_panel_is_set_with_the_keyboard(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    expect(row(page, GAP)).to_be_visible()
    expect_height(page, "<", 215)
    handle = problems(page).get_by_role("separator", name="Height of the problems")
    for _ in range(4):
        handle.press("ArrowUp")
    expect_height(page, ">", 290)
    # It is so the next time too, until it is given back.
    page.reload()
    expect(row(page, GAP)).to_be_visible()
    expect_height(page, ">", 290)
    handle.press("Enter")
    expect_height(page, "<", 215)


def test_a_panel_that_was_folded_away_is_so_the_next_time(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    expect(row(page, GAP)).to_be_visible()
    fold(page)
    page.reload()
    expect(problems(page).get_by_role("button", name="2 errors")).to_be_visible()
    expect(row(page, GAP)).to_have_count(0)


LOW_WINDOWS = [(640, 400), (1280, 500), (1024, 600)]


@pytest.mark.parametrize(("width", "height"), LOW_WINDOWS)
@pytest.mark.parametrize("view", ["Flow chart", "Outline"])
def test_what_is_edited_keeps_half_of_a_low_window(
    undecided: str, open_process: Callable[[str], Page], width: int, height: int, view: str
) -> None:
    page = open_process(undecided)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("radiogroup", name="View").get_by_text(view).click()
    expect(row(page, GAP)).to_be_visible()
    page.set_viewport_size({"width": width, "height": height})
    unfold(page)
    expect_half_kept(page)
    # However much more is wanted for the list.
    handle = problems(page).get_by_role("separator", name="Height of the problems")
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + 3)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 3, 10, steps=3)
    page.mouse.up()
    most = handle.get_attribute("aria-valuemax")
    expect(handle).to_have_attribute("aria-valuenow", str(most))
    handle.press("ArrowUp")
    expect(handle).to_have_attribute("aria-valuenow", str(most))
    expect_half_kept(page)
    details = page.get_by_role("button", name="Details", exact=True)
    if details.is_visible():
        details.click()
    problems(page).get_by_role("button", name="Fix all gaps").click()
    apply = problems(page).get_by_role("button", name="Apply")
    expect(apply).to_be_focused()
    expect(apply).to_be_in_viewport(ratio=1)
    expect_half_kept(page)
    assert faults(page) == []
    assert lost_controls(page) == []


def test_a_height_that_somebody_chose_comes_back_with_the_room_for_it(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    handle = problems(page).get_by_role("separator", name="Height of the problems")
    for _ in range(4):
        handle.press("ArrowUp")
    expect_height(page, ">", 290)
    chosen = str(handle.get_attribute("aria-valuenow"))
    page.set_viewport_size({"width": 640, "height": 400})
    unfold(page)
    expect_height(page, "<", 130)
    expect_half_kept(page)
    # There is no room for more, and what was chosen is not forgotten for that.
    handle.press("ArrowUp")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect_height(page, ">", 290)
    expect(handle).to_have_attribute("aria-valuenow", chosen)


def test_the_panel_is_folded_while_the_window_is_low(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    show = problems(page).get_by_role("button", name="Show the problems")
    fold = problems(page).get_by_role("button", name="Fold the problems away")
    low, high = {"width": 640, "height": 400}, {"width": 1280, "height": 800}
    expect(row(page, GAP)).to_be_visible()
    page.set_viewport_size(low)
    expect(show).to_be_visible()
    expect(row(page, GAP)).to_have_count(0)
    page.set_viewport_size(high)
    expect(row(page, GAP)).to_be_visible()
    # Who has folded or unfolded it finds it so in every window.
    fold.click()
    page.set_viewport_size(low)
    expect(show).to_be_visible()
    page.set_viewport_size(high)
    expect(page.get_by_role("complementary", name="Details")).to_be_visible()
    expect(show).to_be_visible()
    show.click()
    page.set_viewport_size(low)
    expect(page.get_by_role("button", name="Details", exact=True)).to_be_visible()
    expect(fold).to_be_visible()
    expect_half_kept(page)


def test_a_window_that_becomes_low_takes_away_nothing_that_is_looked_at_or_typed(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    row(page, GAP).get_by_role("button", name="Allow …").click()
    reason = page.get_by_label("Why may it stay so?")
    reason.fill("Procurement never answers")
    page.set_viewport_size({"width": 640, "height": 400})
    expect_half_kept(page)
    reason.press_sequentially(" sooner")
    expect(reason).to_have_value("Procurement never answers sooner")
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 800})
    row(page, GAP).get_by_role("button", name="Insert 2 touches").click()
    expect(page.get_by_role("button", name="Apply")).to_be_focused()
    page.set_viewport_size({"width": 640, "height": 400})
    expect_half_kept(page)
    expect(page.get_by_role("button", name="Apply")).to_be_focused()


def test_a_fix_asked_for_while_the_panel_is_folded_says_what_it_will_do(
    undecided: str, open_process: Callable[[str], Page]
) -> None:
    page = open_process(undecided)
    problems(page).get_by_role("button", name="Fold the problems away").click()
    problems(page).get_by_role("button", name="Fix all gaps").click()
    preview = problems(page).get_by_role("region", name="What the fix will do")
    expect(preview).to_contain_text("4 changes, made when you apply it:")


@pytest.mark.parametrize(("width", "height"), [(640, 400), (1280, 800)])
def test_the_last_problem_can_be_read_while_a_notice_stands_at_the_foot(
    undecided: str, open_process: Callable[[str], Page], width: int, height: int
) -> None:
    page = open_process(undecided)
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    unfold(page)
    problems(page).get_by_role("button", name="Fix all gaps").click()
    problems(page).get_by_role("button", name="Apply").click()
    notice = page.get_by_text("Done: 4 changes.")
    # It stays while the pointer is on it.
    notice.hover()
    expect(row(page, GAP)).to_have_count(0)
    last = problems(page).get_by_role("listitem").last.get_by_role("button").last
    last.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(last).to_be_focused()
    expect_above(page, last, notice)
    # When the notice goes, nothing slides away under the pointer.
    before = last.bounding_box()
    page.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)
    assert last.bounding_box() == before


def fold(page: Page) -> None:
    problems(page).get_by_role("button", name="Fold the problems away").click()
    expect(problems(page).get_by_role("listitem")).to_have_count(0)


def unfold(page: Page) -> None:
    """Shows the list where a low window has folded it."""
    if page.evaluate("innerHeight <= 512"):
        problems(page).get_by_role("button", name="Show the problems").click()
    expect(problems(page).get_by_role("listitem").first).to_be_visible()


def expect_half_kept(page: Page) -> None:
    """The chart or the outline has half of the window's height."""
    page.wait_for_function("() => document.querySelector('main').offsetHeight * 2 >= innerHeight")


def expect_above(page: Page, upper: Locator, lower: Locator) -> None:
    page.wait_for_function(
        "([upper, lower]) =>"
        " upper.getBoundingClientRect().bottom <= lower.getBoundingClientRect().top",
        arg=[upper.element_handle(), lower.element_handle()],
    )


def height_of(page: Page) -> int:
    return int(problems(page).evaluate("panel => panel.offsetHeight"))


def expect_height(page: Page, relation: str, pixels: int) -> None:
    page.wait_for_function(
        f"() => document.querySelector('section[aria-label=Problems]').offsetHeight"
        f" {relation} {pixels}"
    )


def saved(page: Page) -> None:
    expect(health(page).get_by_text("Saved", exact=True)).to_be_visible()


def without_places(process: Any) -> Any:
    steps = [{k: v for k, v in step.items() if k != "position"} for step in process["steps"]]
    return {**process, "steps": steps}
