"""The mind map: drawn by the server, clicked, walked by keyboard, moved, and never out of date."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.processes import FAULTY, SOUND


@pytest.fixture
def page_with_map(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Page:
    page = open_process(new_process(process=FAULTY))
    page.get_by_role("radiogroup", name="View").get_by_text("Mind map").click()
    expect(step(page, "First call")).to_be_visible()
    return page


def step(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name).first


def name_field(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Details").get_by_label("Name", exact=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_click_opens_the_step(page_with_map: Page) -> None:
    page = page_with_map
    # From the stages by way of the steps to the details.
    for words in ("Discovery", "Proposal", "Ask who else decides", "Lawyer", "2 days"):
        expect(page.get_by_role("main")).to_contain_text(words)
    step(page, "First call").click()
    expect(name_field(page)).to_have_value("First call")
    expect(step(page, "First call")).to_have_attribute("aria-pressed", "true")


def test_the_steps_are_walked_and_opened_by_keyboard(page_with_map: Page) -> None:
    page = page_with_map
    step(page, "First call").focus()
    page.keyboard.press("Space")
    expect(name_field(page)).to_have_value("First call")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    chosen = page.get_by_role("main").locator("[data-step][aria-pressed=true]").first
    expect(chosen).to_be_visible()
    expect(name_field(page)).not_to_have_value("First call")
    # One sees where the keys are beside what is selected.
    page.keyboard.press("ArrowDown")
    expect(chosen).not_to_be_focused()
    expect(page.locator(":focus")).to_have_css("outline-style", "solid")
    expect(chosen).to_have_css("outline-style", "none")


def test_enter_and_a_double_click_go_to_the_name_ready_to_type(page_with_map: Page) -> None:
    page = page_with_map
    step(page, "First call").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Opening conversation")
    expect(step(page, "Opening conversation")).to_be_visible()
    step(page, "Legal review").dblclick()
    page.keyboard.type("Contract review")
    expect(step(page, "Contract review")).to_be_visible()


def test_an_edit_is_drawn_and_the_focus_stays(page_with_map: Page) -> None:
    page = page_with_map
    step(page, "First call").click()
    name_field(page).fill("Opening conversation")
    expect(step(page, "Opening conversation")).to_be_visible()
    expect(name_field(page)).to_be_focused()


def test_the_map_is_zoomed_and_moved(page_with_map: Page) -> None:
    page = page_with_map
    before = step(page, "First call").bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    grown = step(page, "First call").bounding_box()
    assert before is not None
    assert grown is not None
    assert grown["width"] > before["width"] * 1.4
    page.get_by_role("button", name="Show all of it").click()
    for name in ("First call", "Legal review", "Send the proposal"):
        expect(step(page, name)).to_be_in_viewport(ratio=1)
    whole = step(page, "First call").bounding_box()
    page.mouse.move(600, 200)
    page.mouse.wheel(0, 60)
    moved = step(page, "First call").bounding_box()
    assert moved is not None
    assert whole is not None
    assert moved["width"] == pytest.approx(whole["width"], rel=0.01)
    assert moved["y"] < whole["y"] - 30


def test_what_a_person_writes_is_text_in_the_map(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    name = "<script>alert(1)</script><a href='javascript:alert(2)'>x</a>"
    steps = [{**s, "name": name} if s["id"] == "call" else s for s in SOUND["steps"]]
    page = open_process(new_process(process={**SOUND, "steps": steps}))
    page.get_by_role("radiogroup", name="View").get_by_text("Mind map").click()
    drawing = page.get_by_role("main").locator("svg[role=group]")
    expect(drawing).to_contain_text("<script>alert(1)</script>")
    expect(drawing.locator("script, a, image, foreignObject, style")).to_have_count(0)
