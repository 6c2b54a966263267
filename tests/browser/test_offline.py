"""Killed servers, dead networks, closed windows: nothing typed is lost, and the words are true."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.badge import GONE, OFFLINE, Badge, badge
from tests.browser.chart import Chart
from tests.browser.network import Network
from tests.browser.processes import SOUND, placed
from tests.browser.server import Server
from tests.browser.silence import Console


@pytest.fixture(autouse=True)
def no_question(context: BrowserContext, console: Console) -> Iterator[None]:
    """The browser says so when a server is gone; nobody is asked anything for all that."""
    console.expect(GONE)
    asked: list[str] = []
    context.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    yield
    assert asked == []


@pytest.fixture
def another_browser(browser: Browser) -> Iterator[Page]:
    """Somebody else's: it shares nothing with `page` but the server."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    console = Console(context)
    console.expect(GONE)
    console.listen()
    yield context.new_page()
    context.close()
    assert console.unexpected() == []


@pytest.fixture
def network(own_server: Server) -> Iterator[Network]:
    network = Network(own_server.port)
    yield network
    network.close()


def make(server: Server) -> str:
    return str(server.post("/api/processes", {"process": placed(SOUND)})["id"])


def open_at(page: Page, url: str, process_id: str) -> Badge:
    words = Badge(page)
    page.goto(f"{url}/process/{process_id}")
    words.expect("Saved")
    return words


def names_in(server: Server, process_id: str) -> set[str]:
    return {step["name"] for step in server.get(f"/api/processes/{process_id}")["steps"]}


def details(page: Page) -> Any:
    return page.get_by_role("complementary", name="Details")


def test_a_server_killed_in_mid_edit_loses_nothing_in_any_window(
    own_server: Server, page: Page, context: BrowserContext, another_browser: Page
) -> None:
    process_id = make(own_server)
    words = open_at(page, own_server.url, process_id)
    second = context.new_page()
    second_words = open_at(second, own_server.url, process_id)
    open_at(another_browser, own_server.url, process_id)
    chart = Chart(page)
    chart.select("First call")
    name = details(page).get_by_label("Name", exact=True)
    name.press("End")
    page.keyboard.type(" with")
    own_server.kill()
    page.keyboard.type(" the champion")
    words.expect(OFFLINE)
    words.since_last()
    chart.select("First call with the champion")
    chart.press("Tab")
    chart.type_name("Recap in writing")
    chart.type_wait("2h")
    second_words.expect(OFFLINE)
    second_words.since_last()
    # The windows of one browser tell each other, server or not.
    expect(Chart(second).step("Recap in writing")).to_be_visible()
    second.get_by_label("Description").fill("Typed in the second window")
    assert words.since_last() == [OFFLINE]
    own_server.start()
    for window in (words, second_words):
        window.expect("Saved")
        assert "Saved" not in window.since_last()[:-1]
    stored = own_server.get(f"/api/processes/{process_id}")
    assert stored["description"] == "Typed in the second window"
    assert {"First call with the champion", "Recap in writing"} <= names_in(own_server, process_id)
    assert "2 hours" in [edge["max_wait"] for edge in stored["edges"]]
    expect(Chart(another_browser).step("Recap in writing")).to_be_visible()
    expect(another_browser.get_by_label("Description")).to_have_value("Typed in the second window")


def inspector_field(page: Page) -> None:
    chart = Chart(page)
    chart.select("First call")
    details(page).get_by_label("What it is for").click()


def canvas_name(page: Page) -> None:
    chart = Chart(page)
    chart.select("First call")
    chart.press("Enter")
    page.keyboard.press("ControlOrMeta+A")


def canvas_condition(page: Page) -> None:
    chart = Chart(page)
    chart.show_all()
    chart.condition("Send the proposal", "Signed").click()
    page.keyboard.press("ControlOrMeta+A")


def process_name(page: Page) -> None:
    page.get_by_label("Name of the process").click()


def checklist_line(page: Page) -> None:
    chart = Chart(page)
    chart.select("Legal review")
    details(page).get_by_role("group", name="Checklist").get_by_role("button", name="Add").click()


FIELDS = [inspector_field, canvas_name, canvas_condition, process_name, checklist_line]


@pytest.mark.parametrize("server_is", ["up", "down"])
@pytest.mark.parametrize("go_to_field", FIELDS)
def test_a_window_closed_in_the_middle_of_a_word_keeps_the_word(
    own_server: Server,
    page: Page,
    context: BrowserContext,
    go_to_field: Callable[[Page], None],
    server_is: str,
) -> None:
    process_id = make(own_server)
    words = open_at(page, own_server.url, process_id)
    go_to_field(page)
    if server_is == "down":
        own_server.kill()
        words.expect(OFFLINE)
    # The keys of one moment, without waiting for anything to come of them.
    page.keyboard.type("Half a wo")
    page.close(run_before_unload=False)
    if server_is == "down":
        own_server.start()
    again = context.new_page()
    open_at(again, own_server.url, process_id)
    stored = str(own_server.get(f"/api/processes/{process_id}"))
    assert "Half a wo" in stored


def test_a_wait_half_typed_is_kept_as_far_as_it_is_one(
    own_server: Server, page: Page, context: BrowserContext
) -> None:
    process_id = make(own_server)
    open_at(page, own_server.url, process_id)
    chart = Chart(page)
    chart.wait("Lead arrives", "First call").click()
    page.keyboard.type("16 h")
    page.close()
    again = context.new_page()
    open_at(again, own_server.url, process_id)
    expect(Chart(again).wait("Lead arrives", "First call")).to_contain_text("16 hours")


def test_a_tab_closed_and_opened_again_while_offline_merges_with_what_others_did(
    own_server: Server, network: Network, page: Page, context: BrowserContext, another_browser: Page
) -> None:
    process_id = make(own_server)
    open_at(page, network.url, process_id)
    network.swallow()
    context.set_offline(True)
    Chart(page).select("First call")
    details(page).get_by_label("Owner").fill("Anna")
    page.close()
    open_at(another_browser, own_server.url, process_id)
    Chart(another_browser).select("First call")
    details(another_browser).get_by_label("Name", exact=True).fill("Call by Ben")
    expect(badge(another_browser, "Saved")).to_be_visible()
    context.set_offline(False)
    network.recover()
    again = context.new_page()
    open_at(again, network.url, process_id)
    Chart(again).select("Call by Ben")
    expect(details(again).get_by_label("Owner")).to_have_value("Anna")
    expect(details(another_browser).get_by_label("Owner")).to_have_value("Anna")


def test_a_network_that_dies_without_a_word_is_found_out(
    own_server: Server, network: Network, page: Page
) -> None:
    process_id = make(own_server)
    page.clock.install()
    words = open_at(page, network.url, process_id)
    words.since_last()
    network.swallow()
    # Nothing is being edited, so nothing but the heartbeat can tell.
    page.clock.run_for(21_000)
    words.expect(OFFLINE)
    Chart(page).select("First call")
    details(page).get_by_label("Owner").fill("Anna")
    # A minute of tries that are accepted and never answered.
    page.clock.run_for(60_000)
    assert words.since_last() == ["Saved", OFFLINE]
    network.recover()
    page.clock.run_for(12_000)
    words.expect("Saved")
    said = words.since_last()
    assert (said[0], said[-1]) == (OFFLINE, "Saved")
    assert "Saved" not in said[:-1]
    assert "Anna" in str(own_server.get(f"/api/processes/{process_id}"))


def test_an_edit_into_a_dead_network_is_never_called_saved(
    own_server: Server, network: Network, page: Page
) -> None:
    process_id = make(own_server)
    page.clock.install()
    words = open_at(page, network.url, process_id)
    Chart(page).select("First call")
    network.swallow()
    words.since_last()
    details(page).get_by_label("Owner").fill("Anna")
    words.expect("Saving")
    page.clock.run_for(11_000)
    words.expect(OFFLINE)
    assert words.since_last() == ["Saved", "Saving", OFFLINE]
    network.recover()
    page.clock.run_for(12_000)
    words.expect("Saved")
    assert "Anna" in str(own_server.get(f"/api/processes/{process_id}"))


def test_a_browser_that_is_told_it_is_offline_asks_the_server_itself(
    own_server: Server, page: Page
) -> None:
    process_id = make(own_server)
    words = open_at(page, own_server.url, process_id)
    words.since_last()
    # Somebody on a train: no network, and the server is on the same machine.
    page.evaluate("dispatchEvent(new Event('offline'))")
    Chart(page).select("First call")
    details(page).get_by_label("Owner").fill("Anna")
    words.expect("Saved")
    assert OFFLINE not in words.since_last()


def test_two_people_at_once_merge_and_undo_only_their_own(
    own_server: Server, page: Page, another_browser: Page
) -> None:
    process_id = make(own_server)
    mine = open_at(page, own_server.url, process_id)
    theirs = open_at(another_browser, own_server.url, process_id)
    for window in (page, another_browser):
        Chart(window).select("First call")
    own_server.kill()
    for words in (mine, theirs):
        words.expect(OFFLINE)
    # Both at the same step and neither sees the other: as much at once as it can be.
    details(page).get_by_label("Name", exact=True).fill("My name for it")
    details(another_browser).get_by_label("Owner").fill("Their owner")
    own_server.start()
    for words in (mine, theirs):
        words.expect("Saved")
    expect(details(page).get_by_label("Owner")).to_have_value("Their owner")
    expect(details(another_browser).get_by_label("Name", exact=True)).to_have_value(
        "My name for it"
    )
    page.get_by_role("button", name="Undo").click()
    expect(details(another_browser).get_by_label("Name", exact=True)).to_have_value("First call")
    expect(details(page).get_by_label("Owner")).to_have_value("Their owner")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    another_browser.get_by_role("button", name="Undo").click()
    expect(details(page).get_by_label("Owner")).to_have_value("Account executive")


def test_a_process_that_is_nowhere_but_on_a_silent_server_opens_once_it_answers(
    own_server: Server, page: Page
) -> None:
    open_at(page, own_server.url, make(own_server))
    page.get_by_role("link", name="All processes").click()
    expect(page.get_by_role("link", name="Sound sale")).to_be_visible()
    process_id = make(own_server)
    own_server.kill()
    # The address of one that this browser has never seen, reached without loading the page.
    page.evaluate(f"history.pushState(null, '', '/process/{process_id}')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_role("heading", name="The server cannot be reached")).to_be_visible()
    own_server.start()
    expect(badge(page, "Saved")).to_be_visible()
    expect(page).to_have_url(f"{own_server.url}/process/{process_id}")


def test_a_process_restored_elsewhere_opens_by_itself(own_server: Server, page: Page) -> None:
    process_id = make(own_server)
    own_server.delete(f"/api/processes/{process_id}")
    page.clock.install()
    page.goto(f"{own_server.url}/process/{process_id}")
    expect(page.get_by_role("heading", name="is in the bin")).to_be_visible()
    own_server.post(f"/api/processes/{process_id}/restore", {})
    page.clock.run_for(10_000)
    expect(badge(page, "Saved")).to_be_visible()
    expect(Chart(page).step("First call")).to_be_visible()
