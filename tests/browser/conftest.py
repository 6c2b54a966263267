"""A real server and a real Chromium for the browser tests.

`page` is like a fresh page in light colours, and
`@pytest.mark.parametrize("scheme", ["light", "dark"])` runs a test in both. It is one page that
each test puts back for the next; a test that asks for `context` has a profile of its own instead.
A page that says anything on its console fails its test. `server` is shared by all tests;
`own_server` is lent to one test at a time, empty.
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
from tests.browser.visiting import visit
from tests.browser.warm import PATIENCE, WarmPage, new_context

expect.set_options(timeout=PATIENCE)

FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[pytest.TestReport]:
    """Notes whether a test has failed, for whoever cleans up behind it."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests, with a data folder of its own."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def spare_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server that is lent as `own_server`."""
    server = Server(tmp_path_factory.mktemp("spare"))
    yield server
    server.stop()


@pytest.fixture
def own_server(spare_server: Server) -> Server:
    """A server for one test alone: empty at first, and free to be killed."""
    spare_server.be_new()
    return spare_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def warm_page(browser: Browser) -> Iterator[Callable[[Server], WarmPage]]:
    """Gives the page that is lent as `page` for a server, which stays there."""
    pages: dict[str, WarmPage] = {}

    def at(server: Server) -> WarmPage:
        return pages.setdefault(server.url, WarmPage(browser, server.url))

    yield at
    for page in pages.values():
        page.close()


@pytest.fixture
def scheme() -> str:
    """The colours that the system asks for."""
    return "light"


@pytest.fixture
def context(browser: Browser, scheme: str) -> Iterator[BrowserContext]:
    """A browser profile of its own, for a test whose subject it is."""
    context = new_context(browser, scheme)
    yield context
    context.close()


@pytest.fixture
def has_own_profile(request: pytest.FixtureRequest) -> bool:
    """Whether the test has a profile of its own: it asks for `context`."""
    return "context" in request.fixturenames


@pytest.fixture
def page_and_console(
    request: pytest.FixtureRequest, has_own_profile: bool, scheme: str
) -> Iterator[tuple[Page, Console]]:
    if has_own_profile:
        context: BrowserContext = request.getfixturevalue("context")
        console = Console(context)
        console.listen()
        yield context.new_page(), console
    else:
        own = "own_server" in request.fixturenames
        server: Server = request.getfixturevalue("own_server" if own else "server")
        warm: WarmPage = request.getfixturevalue("warm_page")(server)
        page, console = warm.lend(scheme)
        yield page, console
        warm.take_back(console, failed=request.node.stash.get(FAILED, False))
    assert console.unexpected() == [], "the browser's console was not silent"


@pytest.fixture
def console(page_and_console: tuple[Page, Console]) -> Console:
    """What the pages say on the console; anything unexpected fails the test at its end."""
    return page_and_console[1]


@pytest.fixture
def page(page_and_console: tuple[Page, Console]) -> Page:
    return page_and_console[0]


@pytest.fixture
def new_process(server: Server) -> Callable[..., str]:
    """Makes a process (`template="inbound-demo"`, `process={…}` or `name="…"`), gives its id."""

    def make(**source: Any) -> str:
        return str(server.post("/api/processes", source)["id"])

    return make


@pytest.fixture
def open_process(server: Server, page: Page, has_own_profile: bool) -> Callable[[str], Page]:
    """Opens a process in the editor and waits until it says that everything is saved."""

    def open_it(process_id: str) -> Page:
        url = f"{server.url}/process/{process_id}"
        if has_own_profile:
            page.goto(url)
        else:
            visit(page, url)
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
