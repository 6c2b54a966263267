"""A real server and a real Chromium for the browser tests.

`page` is a fresh page in light colours; `@pytest.mark.parametrize("scheme", ["light", "dark"])`
runs a test in both. A page that says anything on its console fails its test.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.badge import badge
from tests.browser.browser import launch
from tests.browser.server import Server
from tests.browser.silence import Console

# Two cores that others use too: generous, since nothing waits for it but a failing test.
PATIENCE = 20_000

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests, with a data folder of its own."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server for one test alone: empty at first, and free to be killed."""
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def scheme() -> str:
    """The colours that the system asks for."""
    return "light"


@pytest.fixture
def context(browser: Browser, scheme: str) -> Iterator[BrowserContext]:
    """A browser profile of its own, with the clipboard open to it."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
        timezone_id="UTC",
        accept_downloads=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def console(context: BrowserContext) -> Iterator[Console]:
    """What the pages say on the console; anything unexpected fails the test at its end."""
    console = Console(context)
    yield console
    assert console.unexpected() == [], "the browser's console was not silent"


@pytest.fixture
def page(context: BrowserContext, console: Console) -> Page:
    console.listen()
    return context.new_page()


@pytest.fixture
def new_process(server: Server) -> Callable[..., str]:
    """Makes a process (`template="inbound-demo"`, `process={…}` or `name="…"`), gives its id."""

    def make(**source: Any) -> str:
        return str(server.post("/api/processes", source)["id"])

    return make


@pytest.fixture
def open_process(server: Server, page: Page) -> Callable[[str], Page]:
    """Opens a process in the editor and waits until it says that everything is saved."""

    def open_it(process_id: str) -> Page:
        page.goto(f"{server.url}/process/{process_id}")
        expect(page.get_by_role("banner").get_by_text("Saved", exact=True)).to_be_visible()
        return page

    return open_it


@pytest.fixture
def editor(process_id: str, open_process: Callable[[str], Page]) -> Page:
    """The process that the test's file names `process_id`, open."""
    return open_process(process_id)


@pytest.fixture
def stored(server: Server, process_id: str, page: Page) -> Callable[[], Any]:
    """Gives the process as the server has it, once the editor says that everything is saved."""

    def read() -> Any:
        expect(badge(page, "Saved")).to_be_visible()
        return server.get(f"/api/processes/{process_id}")

    return read
