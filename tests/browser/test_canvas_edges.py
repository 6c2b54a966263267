"""Waits and conditions typed where they stand, and the silence shown on the edges."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=FAULTY)))
    chart.show_all()
    expect(chart.step("Signed")).to_be_in_viewport()
    return chart


def test_a_click_on_the_wait_types_it_where_it_stands(faulty: Chart) -> None:
    faulty.wait("Lead arrives", "First call").click()
    faulty.type_wait("4h")
    expect(faulty.wait("Lead arrives", "First call")).to_contain_text("4 hours")


def test_a_selected_edge_takes_what_is_typed(faulty: Chart) -> None:
    faulty.page.mouse.click(*faulty.on_line("Lead arrives", "First call"))
    faulty.page.keyboard.type("3d")
    faulty.press("Enter")
    expect(faulty.wait("Lead arrives", "First call")).to_contain_text("3 days")


def test_what_is_no_duration_is_refused_with_an_example(faulty: Chart) -> None:
    faulty.wait("Lead arrives", "First call").click()
    faulty.type_wait("soon")
    alert = faulty.canvas.get_by_role("alert")
    expect(alert).to_contain_text("such as 3 days")
    faulty.press("Escape")
    expect(faulty.wait("Lead arrives", "First call")).to_contain_text("1 day")


def test_a_wait_that_nobody_has_decided_is_called_so(faulty: Chart) -> None:
    faulty.page.mouse.dblclick(*faulty.on_line("Lead arrives", "First call"))
    field = faulty.canvas.get_by_label("Longest wait")
    field.fill("")
    field.press("Enter")
    expect(faulty.wait("Lead arrives", "First call")).to_contain_text("no wait set")


def test_a_condition_is_typed_and_taken_away(faulty: Chart) -> None:
    faulty.condition("Send the proposal", "Signed").click()
    field = faulty.canvas.get_by_role("textbox", name="Condition")
    field.fill("Budget agreed")
    field.press("Enter")
    expect(faulty.condition("Send the proposal", "Signed")).to_have_text("Budget agreed")
    faulty.condition("Send the proposal", "Signed").click()
    field.fill("")
    field.press("Enter")
    expect(faulty.condition("Send the proposal", "Signed")).to_have_count(0)


def test_the_edge_across_a_deleted_step_goes_straight(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("Delete")
    expect(faulty.wait("First call", "Send the proposal")).to_be_visible()
    (start, _), (end, _) = (
        faulty.on_line("First call", "Send the proposal", part) for part in (0.05, 0.95)
    )
    middle, _ = faulty.on_line("First call", "Send the proposal", 0.5)
    assert (start, end) == pytest.approx((middle, middle), abs=1)


def test_an_over_long_silence_carries_its_badge_until_it_is_mended(faulty: Chart) -> None:
    expect(faulty.canvas.get_by_role("button", name="7 days of silence")).to_have_count(1)
    expect(faulty.canvas.get_by_role("button", name="over the limit")).to_have_count(2)
    faulty.wait("First call", "Legal review").click()
    faulty.type_wait("12h")
    expect(faulty.canvas.get_by_text("days of silence")).to_have_count(0)
    expect(faulty.canvas.get_by_role("button", name="over the limit")).to_have_count(0)


def test_the_badge_shows_the_whole_stretch(faulty: Chart) -> None:
    faulty.canvas.get_by_role("button", name="7 days of silence").click()
    shown = faulty.canvas.locator("[data-place=shown]")
    for name in ("First call", "Legal review", "Send the proposal"):
        expect(faulty.step(name).locator("[data-place=shown]")).to_have_count(1)
    # What is shown fills the view; the rest is faded beside it.
    faulty.press("1")
    expect(faulty.canvas.locator("[data-place=faded]").first).to_be_visible()
    faulty.press("Escape")
    expect(shown).to_have_count(0)


def test_a_finding_is_shown_on_the_canvas(faulty: Chart) -> None:
    faulty.pan_away()
    problems = faulty.page.get_by_role("region", name="Problems")
    problems.get_by_role("button", name="7 days of silence").click()
    for name in ("First call", "Legal review", "Send the proposal"):
        expect(faulty.step(name)).to_be_in_viewport(ratio=0.99)
        expect(faulty.step(name).locator("[data-place=shown]")).to_have_count(1)
    expect(faulty.canvas.locator("g[data-edge][data-place=shown]")).to_have_count(2)


def test_a_step_says_how_many_findings_it_has(faulty: Chart) -> None:
    expect(faulty.step("Legal review").get_by_role("img", name="1 error")).to_be_visible()


def test_a_deleted_edge_comes_back_with_undo(faulty: Chart) -> None:
    label = faulty.wait("Send the proposal", "Declined")
    label.click()
    faulty.press("Escape")
    faulty.press("Delete")
    expect(label).to_have_count(0)
    faulty.undo()
    expect(label).to_be_visible()


def test_badges_stand_on_their_own_stretches_and_cover_no_wait(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    """Two silences that share their beginning, close together."""
    places = {"call": (0, 0), "a": (0, 130), "b": (-130, 260), "c": (130, 260), "d": (130, 390)}
    kinds = {"call": "contact", "b": "contact", "d": "contact"}
    chart = Chart(
        open_process(
            new_process(
                process={
                    "touchline": 1,
                    "name": "Two silences",
                    "steps": [
                        {
                            "id": id,
                            "name": f"Step {id}",
                            "kind": kinds.get(id, "task"),
                            "position": {"x": x, "y": y},
                        }
                        for id, (x, y) in places.items()
                    ],
                    "edges": [
                        {"from": "call", "to": "a", "max_wait": "6 days"},
                        {"from": "a", "to": "b", "max_wait": "1 day"},
                        {"from": "a", "to": "c", "max_wait": "1 day"},
                        {"from": "c", "to": "d", "max_wait": "1 day"},
                    ],
                }
            )
        )
    )
    chart.show_all()
    badges = chart.canvas.get_by_role("button", name="days of silence")
    expect(badges).to_have_count(2)
    expect(chart.canvas.locator("g[data-edge][data-silence=over]")).to_have_count(4)
    waits = (("call", "a"), ("a", "b"), ("a", "c"), ("c", "d"))
    for before, after in waits:
        wait = chart.wait(f"Step {before}", f"Step {after}")
        wait.click()
        expect(chart.canvas.get_by_label("Longest wait")).to_be_focused()
        chart.press("Escape")
    for badge in badges.all():
        badge.click(trial=True)
