"""Finding a step, a command or a view: at once for fast fingers, and when the server is gone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.badge import GONE
from tests.browser.chart import Chart
from tests.browser.processes import FAULTY, placed
from tests.browser.server import Server
from tests.browser.silence import Console


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    return Chart(open_process(new_process(process=placed(FAULTY))))


def test_what_is_typed_right_after_the_key_goes_into_the_field(faulty: Chart) -> None:
    page = faulty.page
    faulty.select("First call")
    page.keyboard.press("ControlOrMeta+F")
    page.keyboard.type("legal")
    expect(page.get_by_role("combobox", name="Find a step")).to_have_value("legal")
    page.keyboard.press("Enter")
    faulty.expect_selected("Legal review")
    page.keyboard.press("ControlOrMeta+K")
    page.keyboard.type("everything")
    page.keyboard.press("Enter")
    faulty.show_all()
    faulty.expect_selected(*[step["name"] for step in FAULTY["steps"]])


@pytest.mark.parametrize("keys", ["ControlOrMeta+F", "ControlOrMeta+K", "?"])
def test_escape_leads_back_to_the_step_that_had_the_focus(faulty: Chart, keys: str) -> None:
    faulty.select("First call")
    faulty.press(keys)
    expect(faulty.page.get_by_role("dialog")).to_be_visible()
    faulty.press("Escape")
    expect(faulty.page.get_by_role("dialog")).to_have_count(0)
    expect(faulty.step("First call")).to_be_focused()


def test_views_and_dialogs_that_were_never_opened_open_without_the_server(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    made = own_server.post("/api/processes", {"process": placed(FAULTY)})
    with page.expect_response("**/assets/Outline-*.js"):
        page.goto(f"{own_server.url}/process/{made['id']}")
    chart = Chart(page)
    expect(page.get_by_role("banner").get_by_text("Saved", exact=True)).to_be_visible()
    own_server.kill()
    chart.select("First call")
    chart.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    chart.press("Escape")
    page.get_by_role("radiogroup", name="View").get_by_text("Outline").click()
    expect(page.get_by_role("main").get_by_text("First call").first).to_be_visible()


def test_a_view_that_cannot_be_loaded_says_so_and_the_rest_goes_on(
    server: Server, page: Page, new_process: Callable[..., str], console: Console
) -> None:
    console.expect("Failed to (load resource|fetch)|dynamically imported module|ERR_FAILED")
    page.route("**/assets/Outline-*.js", lambda route: route.abort())
    page.goto(f"{server.url}/process/{new_process(process=placed(FAULTY))}")
    views = page.get_by_role("radiogroup", name="View")
    views.get_by_text("Outline").click()
    expect(page.get_by_role("heading", name="The outline cannot be shown")).to_be_visible()
    views.get_by_text("Flow chart").click()
    Chart(page).select("First call")


def test_the_reason_for_a_rule_leads_back_to_its_button(faulty: Chart) -> None:
    why = faulty.page.get_by_role("button", name="Why?").first
    why.click()
    expect(faulty.page.get_by_role("dialog", name="Gap")).to_be_visible()
    faulty.press("Escape")
    expect(why).to_be_focused()


def test_a_step_is_added_by_the_name_of_its_kind(faulty: Chart) -> None:
    faulty.select("First call")
    faulty.press("ControlOrMeta+K")
    faulty.page.keyboard.type("add an email")
    faulty.press("Enter")
    faulty.type_name("Recap by email")
    faulty.press("Escape")
    expect(faulty.wait("First call", "Recap by email")).to_be_visible()
