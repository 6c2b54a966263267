"""Saved, saving and offline: true at every moment, and nothing lost when the server dies."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.badge import GONE, OFFLINE, badge
from tests.browser.processes import SOUND, placed
from tests.browser.server import Server
from tests.browser.silence import Console
from tests.browser.visiting import visit


def opened(server: Server, page: Page) -> str:
    process_id = str(server.post("/api/processes", {"process": placed(SOUND)})["id"])
    visit(page, f"{server.url}/process/{process_id}")
    expect(badge(page, "Saved")).to_be_visible()
    return process_id


def name_of_call(page: Page) -> Locator:
    page.get_by_role("main").get_by_text("First call", exact=True).first.click()
    return page.get_by_role("complementary").get_by_label("Name", exact=True)


def call_in(process: Any) -> str:
    return str(next(step["name"] for step in process["steps"] if step["id"] == "call"))


def test_an_edit_is_on_the_server_when_the_badge_says_saved(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    process_id = opened(own_server, page)
    name = name_of_call(page)
    name.press("End")
    page.keyboard.type(" with the champion", delay=15)
    expect(badge(page, "Saved")).to_be_visible()
    own_server.kill()
    own_server.start()
    stored = own_server.get(f"/api/processes/{process_id}")
    assert call_in(stored) == "First call with the champion"


def test_a_killed_server_is_offline_in_words_and_nothing_is_lost(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    process_id = opened(own_server, page)
    name = name_of_call(page)
    name.press("End")
    page.keyboard.type(" one")
    own_server.kill()
    expect(badge(page, OFFLINE)).to_be_visible()
    page.keyboard.type(" two")
    expect(badge(page, "Not checked")).to_be_visible()
    expect(badge(page, "Sound")).to_have_count(0)
    panel = page.get_by_role("region", name="Problems")
    expect(panel).to_contain_text("from before the connection was lost and may no longer be true")
    expect(panel.get_by_text("This process is sound.")).to_have_count(0)
    expect(badge(page, "Saved")).to_have_count(0)
    own_server.start()
    expect(badge(page, "Saved")).to_be_visible()
    expect(badge(page, "Sound")).to_be_visible()
    expect(panel).not_to_contain_text("connection was lost")
    expect(name).to_have_value("First call one two")
    assert call_in(own_server.get(f"/api/processes/{process_id}")) == "First call one two"


def test_edits_made_offline_outlive_the_window(
    own_server: Server, page: Page, context: BrowserContext, console: Console
) -> None:
    console.expect(GONE)
    process_id = opened(own_server, page)
    name = name_of_call(page)
    own_server.kill()
    expect(badge(page, OFFLINE)).to_be_visible()
    name.fill("Call typed offline")
    expect(page.get_by_role("main").get_by_text("Call typed offline")).to_be_visible()
    page.close()
    own_server.start()
    again = context.new_page()
    again.goto(f"{own_server.url}/process/{process_id}")
    expect(again.get_by_role("main").get_by_text("Call typed offline")).to_be_visible()
    expect(badge(again, "Saved")).to_be_visible()
    assert call_in(own_server.get(f"/api/processes/{process_id}")) == "Call typed offline"


def test_two_windows_show_each_others_edits_and_undo_only_their_own(
    server: Server,
    page: Page,
    context: BrowserContext,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    process_id = new_process(process=placed(SOUND))
    open_process(process_id)
    other = context.new_page()
    other.goto(f"{server.url}/process/{process_id}")
    expect(badge(other, "Saved")).to_be_visible()
    # The figures too are those of what both have done.
    page.get_by_label("Longest silence allowed").fill("2 days")
    expect(badge(other, "3 of 2 days")).to_be_visible()
    page.get_by_label("Longest silence allowed").fill("5 days")
    expect(badge(other, "Sound")).to_be_visible()
    name_of_call(page).fill("Mine")
    expect(other.get_by_role("main").get_by_text("Mine", exact=True)).to_be_visible()
    other.get_by_label("Description").fill("Theirs")
    page.keyboard.press("Escape")
    page.get_by_role("main").press("Escape")
    expect(page.get_by_label("Description")).to_have_value("Theirs")
    page.get_by_role("button", name="Undo").click()
    expect(other.get_by_role("main").get_by_text("First call", exact=True)).to_be_visible()
    expect(other.get_by_label("Description")).to_have_value("Theirs")


def test_a_process_that_goes_to_the_bin_says_so_and_is_restored_in_place(
    server: Server,
    page: Page,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    process_id = new_process(process=placed(SOUND))
    open_process(process_id)
    server.delete(f"/api/processes/{process_id}")
    expect(badge(page, "In the bin")).to_be_visible()
    name_of_call(page).fill("Typed while in the bin")
    page.get_by_role("banner").get_by_role("button", name="Restore").click()
    expect(badge(page, "Saved")).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("button", name="Restore")).to_have_count(0)
    assert call_in(server.get(f"/api/processes/{process_id}")) == "Typed while in the bin"


def test_a_process_restored_elsewhere_comes_back_by_itself(
    server: Server,
    page: Page,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    process_id = new_process(process=placed(SOUND))
    open_process(process_id)
    server.delete(f"/api/processes/{process_id}")
    expect(badge(page, "In the bin")).to_be_visible()
    server.post(f"/api/processes/{process_id}/restore", {})
    expect(badge(page, "Saved")).to_be_visible()
    name_of_call(page).fill("Typed after the restore")
    expect(badge(page, "Saved")).to_be_visible()
    assert call_in(server.get(f"/api/processes/{process_id}")) == "Typed after the restore"


def test_a_process_deleted_for_ever_is_not_called_in_the_bin(
    server: Server,
    page: Page,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    process_id = new_process(process=placed(SOUND))
    open_process(process_id)
    server.delete(f"/api/processes/{process_id}")
    server.delete(f"/api/processes/{process_id}?forever=true")
    expect(badge(page, "Deleted")).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("button", name="Restore")).to_have_count(0)
