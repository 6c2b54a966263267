"""axe-core finds nothing in what `test_every_state.py` does not bring about, in light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.processes import FAULTY
from tests.browser.server import Server
from tests.browser.visiting import visit

pytestmark = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(autouse=True)
def calm(page: Page) -> None:
    """Colours are measured once nothing moves any more."""
    page.emulate_media(reduced_motion="reduce")


@pytest.fixture
def editor(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Page:
    page = open_process(new_process(process=FAULTY))
    expect(page.get_by_role("banner")).to_contain_text("1 error")
    expect(page.get_by_role("main").get_by_text("First call", exact=True)).to_be_visible()
    return page


def test_home_with_and_without_processes(own_server: Server, page: Page) -> None:
    visit(page, own_server.url)
    expect(page.get_by_role("heading", name="No process yet")).to_be_visible()
    assert faults(page) == []
    own_server.post("/api/processes", {"process": FAULTY})
    page.reload()
    page.get_by_role("button", name="More for Faulty sale").click()
    expect(page.get_by_role("menuitem", name="Duplicate")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("menuitem", name="Move to bin").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    page.get_by_text("Bin", exact=True).click()
    page.get_by_role("button", name="Delete for ever").click()
    expect(page.get_by_role("button", name="Keep it")).to_be_visible()
    assert faults(page) == []


def test_the_editor_with_nothing_a_step_and_an_open_list_selected(editor: Page) -> None:
    assert faults(editor) == []
    editor.get_by_role("main").get_by_text("First call", exact=True).click()
    details = editor.get_by_role("complementary", name="Details")
    details.get_by_label("Duration").fill("soon")
    details.get_by_label("Duration").press("Enter")
    expect(details.get_by_text("Type a time such as")).to_be_visible()
    assert faults(editor) == []
    details.get_by_role("combobox", name="Channel").click()
    expect(editor.get_by_role("option", name="Podcast")).to_be_visible()
    assert faults(editor) == []


def test_a_fix_that_is_looked_at_and_the_reason_for_a_rule(editor: Page) -> None:
    problems = editor.get_by_role("region", name="Problems")
    problems.get_by_role("button", name="Fix all gaps").click()
    expect(problems.get_by_role("button", name="Apply")).to_be_focused()
    assert faults(editor) == []
    editor.keyboard.press("Escape")
    problems.get_by_role("button", name="Why?").first.click()
    expect(editor.get_by_role("dialog", name="Gap").get_by_role("img").first).to_be_visible()
    assert faults(editor) == []


def test_a_stretch_that_is_shown_with_the_rest_faded(editor: Page) -> None:
    editor.get_by_role("main").get_by_role("button", name="7 days of silence").click()
    editor.get_by_role("button", name="Show the whole process").click()
    expect(
        editor.get_by_role("button", name="Wait between Send the proposal and Signed")
    ).to_be_visible()
    assert editor.locator("[data-place=faded]").count() > 4
    assert faults(editor) == []
