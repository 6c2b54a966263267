"""Goes from one screen of the app to another as its own links do, which loads nothing anew."""

from playwright.sync_api import Page

_GO = """
(url) => {
    const to = new URL(url);
    const app = document.querySelector("#root > *");
    if (to.origin !== location.origin || app === null || window.__loadAnew) return false;
    history.pushState(null, "", to.pathname);
    dispatchEvent(new PopStateEvent("popstate"));
    return true;
}
"""


def visit(page: Page, url: str) -> None:
    """Brings the page to an address of the app, loading it only where it is not open yet, or where
    the test has prepared the page for what it loads next, as with `add_init_script`.

    A test whose subject is the loading calls `page.goto`.
    """
    if not go(page, url):
        page.goto(url)


def go(page: Page, url: str) -> bool:
    """Goes to an address without a load; False where that takes one."""
    return bool(page.evaluate(_GO, url))


def ask_to_load(page: Page) -> None:
    """Makes the next visit a load."""
    page.evaluate("window.__loadAnew = true")
