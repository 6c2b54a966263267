"""The bar at the top: the name typed in place, and figures that are true at every moment."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY, SOUND, placed
from tests.browser.server import Server


@pytest.fixture
def process_id(new_process: Callable[..., str]) -> str:
    return new_process(process=placed(SOUND))


def bar(page: Page) -> Locator:
    return page.get_by_role("banner")


# --- the name ---


def test_the_name_is_typed_where_it_stands(editor: Page, stored: Callable[[], Any]) -> None:
    name = editor.get_by_label("Name of the process")
    name.click()
    editor.keyboard.type("Our way to a signature")
    expect(editor).to_have_title("Our way to a signature – Touchline")
    editor.keyboard.press("Enter")
    expect(name).not_to_be_focused()
    expect(name).to_have_value("Our way to a signature")
    assert stored()["name"] == "Our way to a signature"
    # All that was typed is one step of undo.
    bar(editor).get_by_role("button", name="Undo").click()
    expect(name).to_have_value("Sound sale")
    expect(bar(editor).get_by_role("button", name="Undo")).to_be_disabled()
    bar(editor).get_by_role("button", name="Redo").click()
    expect(name).to_have_value("Our way to a signature")


def test_the_keys_are_a_click_away_and_work_after_a_click_on_a_view(editor: Page) -> None:
    keys = editor.get_by_role("dialog", name="Keyboard")
    for view in ("Mind map", "Flow chart"):
        bar(editor).get_by_text(view, exact=True).click()
        editor.keyboard.press("?")
        expect(keys).to_be_visible()
        editor.keyboard.press("Escape")
        expect(keys).to_have_count(0)
    editor.get_by_role("button", name="Show the keyboard shortcuts").click()
    expect(keys).to_be_visible()


def test_escape_puts_the_name_back(editor: Page, stored: Callable[[], Any]) -> None:
    name = editor.get_by_label("Name of the process")
    name.click()
    editor.keyboard.type("Something el")
    editor.keyboard.press("Escape")
    expect(name).to_have_value("Sound sale")
    expect(editor).to_have_title("Sound sale – Touchline")
    expect(bar(editor).get_by_role("button", name="Undo")).to_be_disabled()
    assert stored()["name"] == "Sound sale"


def test_a_name_that_is_emptied_stays_what_it_was(editor: Page, stored: Callable[[], Any]) -> None:
    name = editor.get_by_label("Name of the process")
    name.click()
    editor.keyboard.press("Delete")
    expect(name).to_have_value("")
    editor.keyboard.press("Enter")
    expect(name).to_have_value("Sound sale")
    assert stored()["name"] == "Sound sale"


# --- the figures ---


def test_the_bar_says_sound_the_longest_silence_and_the_detail(
    editor: Page, server: Server
) -> None:
    score = int(server.post("/api/check", placed(SOUND))["detail_score"])
    assert 0 < score < 100
    expect(bar(editor).get_by_text("Sound", exact=True)).to_be_visible()
    expect(bar(editor).get_by_text("3 of 5 days", exact=True)).to_be_visible()
    expect(bar(editor).get_by_text(f"{score} % detail", exact=True)).to_be_visible()


def test_the_detail_score_follows_what_is_thought_through(
    editor: Page, stored: Callable[[], Any], server: Server
) -> None:
    detail = bar(editor).get_by_text("% detail")
    before = detail.inner_text()
    Chart(editor).select("First call")
    details = editor.get_by_role("complementary", name="Details")
    details.get_by_label("What it is for").fill("Learn what would make them change")
    details.get_by_label("What the prospect gains").fill("A picture of what doing nothing costs")
    expect(detail).not_to_have_text(before)
    score = int(server.post("/api/check", stored())["detail_score"])
    assert score > int(before.split()[0])
    expect(detail).to_have_text(f"{score} % detail")


def test_the_errors_are_counted_as_they_come_and_go(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page = open_process(new_process(process=placed(FAULTY)))
    chart = Chart(page)
    expect(bar(page).get_by_text("1 error", exact=True)).to_be_visible()
    expect(bar(page).get_by_text("7 of 5 days", exact=True)).to_be_visible()
    for name in ("Signed", "Declined"):
        chart.show_all()
        chart.select(name)
        chart.press("Delete")
        expect(chart.step(name)).to_have_count(0)
    # No way on from the proposal, and no end at all.
    expect(bar(page).get_by_text("3 errors", exact=True)).to_be_visible()
    for _ in range(2):
        chart.press("Control+z")
    expect(bar(page).get_by_text("1 error", exact=True)).to_be_visible()
    chart.show_all()
    chart.wait("First call", "Legal review").click()
    chart.type_wait("1h")
    expect(bar(page).get_by_text("Sound", exact=True)).to_be_visible()
    expect(bar(page).get_by_text("error", exact=False)).to_have_count(0)


def test_figures_of_before_give_way_while_the_server_takes_long(editor: Page) -> None:
    expect(bar(editor).get_by_text("Sound", exact=True)).to_be_visible()
    held: list[Route] = []
    editor.route("**/api/check", lambda route: held.append(route))
    editor.get_by_label("Longest silence allowed").fill("2 days")
    expect(bar(editor).get_by_text("Checking …", exact=True)).to_be_visible()
    expect(bar(editor).get_by_text("Sound", exact=True)).to_have_count(0)
    expect(bar(editor).get_by_text("5 days")).to_have_count(0)
    for route in held:
        route.continue_()
    editor.unroute_all()
    expect(bar(editor).get_by_text("3 of 2 days", exact=True)).to_be_visible()


# --- undo and redo, the views, and the colours ---


def test_undo_and_redo_are_there_when_there_is_something_to_undo(editor: Page) -> None:
    undo = bar(editor).get_by_role("button", name="Undo")
    redo = bar(editor).get_by_role("button", name="Redo")
    expect(undo).to_be_disabled()
    expect(redo).to_be_disabled()
    chart = Chart(editor)
    chart.select("Legal review")
    chart.press("Delete")
    expect(chart.step("Legal review")).to_have_count(0)
    expect(redo).to_be_disabled()
    undo.click()
    expect(chart.step("Legal review")).to_be_visible()
    expect(undo).to_be_disabled()
    redo.click()
    expect(chart.step("Legal review")).to_have_count(0)
    expect(redo).to_be_disabled()


def test_the_views_are_one_screen_that_keeps_what_is_selected(editor: Page) -> None:
    chart = Chart(editor)
    chart.select("First call")
    views = editor.get_by_role("radiogroup", name="View")
    expect(views.get_by_role("radio")).to_have_count(3)
    expect(views.get_by_role("radio", name="Flow chart")).to_be_checked()
    details = editor.get_by_role("complementary", name="Details")
    for view in ("Mind map", "Outline", "Flow chart"):
        views.get_by_text(view, exact=True).click()
        expect(views.get_by_role("radio", name=view)).to_be_checked()
        expect(details.get_by_label("Name", exact=True)).to_have_value("First call")
        expect(editor.get_by_role("navigation", name="Add a step")).to_be_visible()
        expect(editor.get_by_role("region", name="Problems")).to_be_visible()
    chart.expect_selected("First call")


def test_the_colours_follow_the_system_at_once(editor: Page) -> None:
    outline = Chart(editor).step("First call").locator("path").nth(1)
    coloured = ((editor.locator("body"), "background-color"), (outline, "fill"))
    light = [
        part.evaluate("(part, what) => getComputedStyle(part).getPropertyValue(what)", what)
        for part, what in coloured
    ]
    editor.emulate_media(color_scheme="dark")
    for (part, what), before in zip(coloured, light, strict=True):
        expect(part).not_to_have_css(what, before)
    editor.emulate_media(color_scheme="light")
    for (part, what), before in zip(coloured, light, strict=True):
        expect(part).to_have_css(what, before)
