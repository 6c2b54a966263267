"""Whatever a test does to the page that all share, the next one gets a page like new."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY, placed
from tests.browser.server import Server
from tests.browser.visiting import visit
from tests.browser.warm import NOWHERE, SIZE, WarmPage


@pytest.fixture
def warm(browser: Browser, server: Server) -> Iterator[WarmPage]:
    """A page of its own, to be lent and taken back."""
    warm = WarmPage(browser, server.url)
    yield warm
    warm.close()


@pytest.fixture
def address(server: Server, new_process: Callable[..., str]) -> str:
    return f"{server.url}/process/{new_process(process=placed(FAULTY))}"


def next_test(warm: WarmPage, do: Callable[[Page], None], *, failed: bool = False) -> Page:
    """The page of the test that comes after one that does something to its own."""
    page, console = warm.lend("light")
    do(page)
    warm.take_back(console, failed=failed)
    page, _ = warm.lend("light")
    return page


def stored(page: Page) -> list[str]:
    """What the browser has in store for the page."""
    names: list[str] = page.evaluate(
        """async () => [
            ...Object.keys(localStorage), ...Object.keys(sessionStorage),
            ...(await indexedDB.databases()).map(({ name }) => name),
        ]"""
    )
    return names


def test_what_an_edit_stores_shows_and_says_is_gone_and_nothing_is_loaded_for_it(
    warm: WarmPage, address: str
) -> None:
    def edit(page: Page) -> None:
        visit(page, address)
        chart = Chart(page)
        chart.select("Send the proposal")
        chart.press("Delete")
        expect(page.get_by_text("no longer connected")).to_be_visible()
        chart.press("ControlOrMeta+K")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.evaluate("navigator.clipboard.writeText('copied')")
        page.emulate_media(color_scheme="dark", forced_colors="active", media="print")
        page.set_viewport_size({"width": 640, "height": 400})
        page.mouse.move(300, 300)
        page.mouse.down()
        page.keyboard.down("Shift")
        assert stored(page) != []

    page = next_test(warm, edit)
    assert warm.loads == 1
    assert page.evaluate("location.pathname") == NOWHERE
    assert stored(page) == []
    assert "".join(page.get_by_role("status").all_inner_texts()) == ""
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("navigator.clipboard.readText()") == ""
    assert page.viewport_size == SIZE
    for asks in ("(prefers-color-scheme: dark)", "(forced-colors: active)", "print"):
        assert not page.evaluate("(asks) => matchMedia(asks).matches", asks)
    heard = "() => { addEventListener('keydown', (event) => { window.shift = event.shiftKey; }); }"
    page.evaluate(heard)
    page.keyboard.press("a")
    assert page.evaluate("window.shift") is False


def remember_a_height(page: Page) -> None:
    page.get_by_role("button", name="Fold the problems away").click()
    expect(page.get_by_role("button", name="Show the problems")).to_be_visible()


def leave_a_name(page: Page) -> None:
    page.evaluate("window.left = true")


def change_a_function(page: Page) -> None:
    page.evaluate("EventTarget.prototype.addEventListener = () => null")


def leave_the_page_for_the_bar_of_the_browser(page: Page) -> None:
    for _ in range(150):
        page.keyboard.press("Tab")
        if not page.evaluate("document.hasFocus()"):
            return
    pytest.fail("Tab never leaves the page")


@pytest.mark.parametrize("do", [remember_a_height, leave_a_name, change_a_function])
def test_what_cannot_be_put_back_costs_a_load(
    warm: WarmPage, address: str, do: Callable[[Page], None]
) -> None:
    def act(page: Page) -> None:
        visit(page, address)
        Chart(page)
        do(page)

    page = next_test(warm, act)
    assert warm.loads == 2
    assert stored(page) == []
    assert page.evaluate("window.left") is None
    assert "native code" in page.evaluate("String(EventTarget.prototype.addEventListener)")
    visit(page, address)
    expect(page.get_by_role("button", name="Fold the problems away")).to_be_visible()


def stop_the_clock(page: Page) -> None:
    page.clock.install()


def prepare_every_load(page: Page) -> None:
    page.add_init_script("window.left = true")
    page.reload()


def close(page: Page) -> None:
    page.close()


@pytest.mark.parametrize("do", [stop_the_clock, prepare_every_load, close])
def test_what_lasts_as_long_as_a_profile_costs_a_profile(
    warm: WarmPage, do: Callable[[Page], None]
) -> None:
    first, console = warm.lend("light")
    profile = first.context
    do(first)
    warm.take_back(console, failed=False)
    page, _ = warm.lend("dark")
    assert page.context is not profile
    assert page.evaluate("'__pwClock' in window || 'left' in window") is False
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_a_test_that_fails_takes_its_profile_with_it(warm: WarmPage) -> None:
    page, console = warm.lend("light")
    profile = page.context
    warm.take_back(console, failed=True)
    assert warm.lend("light")[0].context is not profile


def test_nobody_listens_for_a_test_that_is_over(warm: WarmPage) -> None:
    heard: list[str] = []

    def listen(page: Page) -> None:
        def dismiss(dialog: Dialog) -> None:
            heard.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.on("console", lambda message: heard.append(message.text))
        page.route("**/api/health", lambda route: route.fulfill(body="not the server"))

    page = next_test(warm, listen)
    page.evaluate("console.log('said')")
    assert page.evaluate("confirm('Sure?')") is False
    assert page.evaluate("async () => (await fetch('/api/health')).json()")["status"] == "ok"
    assert heard == []


def test_each_test_hears_what_its_own_page_says(warm: WarmPage) -> None:
    page, first = warm.lend("light")
    page.evaluate("console.error('of the first')")
    warm.take_back(first, failed=False)
    page, second = warm.lend("light")
    page.evaluate("console.error('of the second')")
    warm.take_back(second, failed=False)
    assert [len(console.said()) for console in (first, second)] == [1, 1]
    assert "of the first" in first.unexpected()[0]
    assert "of the second" in second.unexpected()[0]


def test_a_window_that_was_opened_is_closed(warm: WarmPage, server: Server) -> None:
    def open_another(page: Page) -> None:
        with page.expect_popup():
            page.evaluate("url => { open(url); }", server.url)

    page = next_test(warm, open_another)
    assert page.context.pages == [page]


def test_the_focus_comes_back_into_the_page(warm: WarmPage) -> None:
    page = next_test(warm, leave_the_page_for_the_bar_of_the_browser)
    assert page.evaluate("document.hasFocus()")


def test_a_focus_shows_though_the_test_before_has_used_the_mouse(warm: WarmPage) -> None:
    def click(page: Page) -> None:
        page.get_by_role("link", name="See all processes").click()
        page.get_by_role("button", name="Import", exact=True).hover()
        page.mouse.down()

    page = next_test(warm, click)
    link = page.get_by_role("link", name="See all processes")
    link.focus()
    assert link.evaluate("(link) => link.matches(':focus-visible')")


def test_a_spare_server_is_lent_empty_and_whole(own_server: Server) -> None:
    kept = own_server.post("/api/processes", {"process": FAULTY})
    binned = own_server.post("/api/processes", {"process": FAULTY})
    own_server.delete(f"/api/processes/{binned['id']}")
    own_server.be_new()
    assert own_server.get("/api/processes") == own_server.get("/api/processes?bin=true") == []
    own_server.kill()
    own_server.be_new()
    own_server.fill_disk()
    own_server.be_new()
    again = own_server.post("/api/processes", {"process": FAULTY})
    assert again["id"] != kept["id"]
    own_server.folder.joinpath("data").rename(own_server.folder / "elsewhere")
    own_server.be_new()
    assert own_server.get("/api/processes") == []
