"""A page that the tests of a worker share, one after the other, each as if it were new.

Opening a page costs several times what most tests do with it. This one is opened once, and put back
after each test: what it stores, shows and says, its size and colours, its mouse and keys. A test
after which that is not enough, as when it has changed the browser's own functions, costs a new load
or a new profile; it never costs the test that comes next.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

from tests.browser.silence import Console
from tests.browser.visiting import ask_to_load, go

# How long anything may take, in milliseconds. Two cores that others use too: generous, since
# nothing waits for it but a failing test.
PATIENCE = 20_000
SIZE = {"width": 1280, "height": 800}

# An address of the app that shows nothing and asks the server for nothing.
NOWHERE = "/nowhere/between/two/tests"
# Where the app is loaded for it: the server says of an address that leads nowhere that it does.
_DOOR = "/#nowhere"
_LEAD_NOWHERE = f"""
    if (location.pathname + location.hash === "{_DOOR}") {{
        history.replaceState(null, "", "{NOWHERE}");
    }}
"""

# What lasts as long as a profile, or cannot be taken back at all.
_FOR_GOOD = ("add_init_script", "expose_function", "expose_binding", "route_web_socket")
_FOR_GOOD_IN_CONTEXT = (
    *_FOR_GOOD,
    *("route", "set_offline", "set_extra_http_headers", "add_cookies"),
    *("grant_permissions", "clear_permissions", "set_geolocation"),
)
# What makes the page's own modules remember what is not so in the next test.
_FOR_THIS_LOAD = ("route", "route_from_har")

# Takes away what a person would: words at the foot of the screen, what is stored and copied.
_PUT_BACK = """
async () => {
    for (const dismiss of document.querySelectorAll("[role=status] [aria-label=Dismiss]")) {
        dismiss.click();
    }
    // Effects that end with a screen, and what they do last.
    await new Promise((ended) => setTimeout(ended));
    sessionStorage.clear();
    const gone = ({ name }) => new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = resolve;
        // A document that is not saved yet keeps its copy open: then the page is loaded again.
        request.onblocked = () => setTimeout(resolve, 500);
    });
    await Promise.all((await indexedDB.databases()).map(gone));
    if (document.hasFocus()) await navigator.clipboard.writeText("");
}
"""

# What can differ from a page that has just been loaded, as lines that say so.
_STATE = """
async () => {
    const { pathname } = location;
    const found = [`at ${pathname}`];
    // As when somebody has tabbed on into the browser's own bar.
    if (!document.hasFocus()) found.push("no focus");
    for (const store of [localStorage, sessionStorage]) found.push(...Object.keys(store));
    for (const { name } of await indexedDB.databases()) found.push(`database ${name}`);
    for (const name of Object.getOwnPropertyNames(window)) {
        // Frames are numbered.
        if (!/^[0-9]+$/.test(name)) found.push(`window.${name}`);
    }
    for (const name of Object.getOwnPropertyNames(navigator)) found.push(`navigator.${name}`);
    for (const owner of [
        window, document, navigator.clipboard, history, Element.prototype, EventTarget.prototype,
        IDBFactory.prototype, IDBObjectStore.prototype, Storage.prototype, WebSocket.prototype,
    ]) {
        const named = Object.getOwnPropertyDescriptors(owner);
        for (const [name, { value }] of Object.entries(named)) {
            if (typeof value !== "function") continue;
            const native = Function.prototype.toString.call(value).includes("[native code]");
            if (!native) found.push(`${owner.constructor.name}: a function of ours, ${name}`);
        }
    }
    for (const element of [document.documentElement, document.body]) {
        for (const { name, value } of element.attributes) {
            // They follow the system.
            if (/^data-(mantine-color-scheme|respect-reduced-motion)$/.test(name)) continue;
            if (value !== "") found.push(`<${element.tagName} ${name}="${value}">`);
        }
    }
    const shown = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tooltip]";
    for (const one of document.querySelectorAll(shown)) {
        if (one.checkVisibility()) found.push(`open: ${one.textContent.slice(0, 60)}`);
    }
    for (const status of document.querySelectorAll("[role=status]")) {
        if (status.textContent !== "") found.push(`said: ${status.textContent}`);
    }
    return found;
}
"""


# Where Yjs says that it is there, once a process was open; and axe, which costs time to load.
_HARMLESS = frozenset({"window.__ $YJS$ __", "window.axe"})


class WarmPage:
    """One page and its profile, for a server that stays where it is."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._context: BrowserContext | None = None
        self._page: Page | None = None
        self._new: frozenset[str] = frozenset()
        self._heard_on: list[tuple[Page | BrowserContext, str, Callable[..., Any]]] = []
        self._spoiled = False
        self._to_load = False
        self.loads = 0

    def lend(self, scheme: str) -> tuple[Page, Console]:
        """The page, like one that has just been opened at an address of the app that shows nothing,
        and what it says from now on."""
        if self._page is None:
            self._open()
        elif self._to_load:
            self._load()
        assert self._page is not None
        assert self._context is not None
        _calm(self._page, scheme)
        self._spoiled = self._to_load = False
        console = Console(self._context)
        console.listen()
        self._heard_on.clear()
        return self._page, console

    def take_back(self, console: Console, *, failed: bool) -> None:
        """Makes the page like new, or sees to it that a new one is made."""
        page, context = self._page, self._context
        assert page is not None
        assert context is not None
        try:
            for emitter, event, listener in self._heard_on:
                # One that heard what it waited for has gone by itself.
                with suppress(KeyError):
                    emitter.remove_listener(event, listener)
            if failed or self._spoiled or page.is_closed():
                self._close()
                return
            self._put_back(page)
            # Last, when those are known that were only just being opened.
            for other in context.pages:
                if other is not page:
                    other.close()
            if console.said() or self._what_is_left(page):
                # It may have failed to load a part of itself, and remember that.
                self._to_load = True
        except PlaywrightError:
            self._close()
            raise
        finally:
            console.hear_no_more()

    def close(self) -> None:
        self._close()

    def _open(self) -> None:
        self._context = new_context(self._browser)
        self._context.add_init_script(_LEAD_NOWHERE)
        self._page = page = self._context.new_page()
        self._load_anew(page)
        self._new = frozenset(page.evaluate(_STATE))
        _note(page, _FOR_GOOD, self._spoil)
        _note(self._context, _FOR_GOOD_IN_CONTEXT, self._spoil)
        _note(page.clock, ("install", "set_fixed_time", "set_system_time"), self._spoil)
        _note(page, _FOR_THIS_LOAD, self._load_next_time)
        for emitter in (page, self._context):
            self._note_listeners(emitter)

    def _load(self) -> None:
        """Loads the page again, and opens another where even that leaves something behind."""
        page = self._page
        assert page is not None
        page.evaluate("localStorage.clear()")
        self._load_anew(page)
        page.evaluate(_PUT_BACK)
        if self._what_is_left(page):
            self._close()
            self._open()
            assert self._what_is_left(self._page) == []

    def _load_anew(self, page: Page) -> None:
        self.loads += 1
        page.goto(self._url + _DOOR)
        page.get_by_role("link", name="See all processes").wait_for()

    def _put_back(self, page: Page) -> None:
        page.unroute_all()
        page.mouse.up()
        for key in ("Shift", "Control", "Alt", "Meta"):
            page.keyboard.up(key)
        page.mouse.move(-1, -1)
        if page.viewport_size != SIZE:
            page.set_viewport_size(SIZE)
        if not go(page, self._url + NOWHERE):
            self._load_anew(page)
        page.get_by_role("link", name="See all processes").wait_for()
        # After the mouse, a focus that a script sets would not show, as it does on a new page.
        page.keyboard.press("Escape")
        page.evaluate(_PUT_BACK)

    def _what_is_left(self, page: Page) -> list[str]:
        """What a page that has just been loaded does not have."""
        return sorted(set(page.evaluate(_STATE)) - self._new - _HARMLESS)

    def _close(self) -> None:
        if self._context is not None:
            self._context.close()
        self._context = self._page = None

    def _spoil(self) -> None:
        self._spoiled = True
        self._prepared()

    def _load_next_time(self) -> None:
        self._to_load = True
        self._prepared()

    def _prepared(self) -> None:
        """What a test prepares the page for begins with a load."""
        assert self._page is not None
        if not self._page.is_closed():
            ask_to_load(self._page)

    def _note_listeners(self, emitter: Page | BrowserContext) -> None:
        for name in ("on", "once"):
            listen = getattr(emitter, name)

            @wraps(listen)
            def noted(event: str, listener: Callable[..., Any], listen: Any = listen) -> None:
                self._heard_on.append((emitter, event, listener))
                listen(event, listener)

            setattr(emitter, name, noted)


def new_context(browser: Browser, scheme: str = "light") -> BrowserContext:
    """A browser profile of its own, with the clipboard open to it."""
    context = browser.new_context(
        viewport=SIZE,
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
        timezone_id="UTC",
        accept_downloads=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE)
    return context


def _calm(page: Page, scheme: str) -> None:
    """What the system asks for, as a new context would say it."""
    page.emulate_media(
        media="null",
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="null",
        forced_colors="null",
        contrast="null",
    )


def _note(owner: Any, names: tuple[str, ...], note: Callable[[], None]) -> None:
    """Calls `note` whenever one of these methods is called."""
    for name in names:
        method = getattr(owner, name)

        @wraps(method)
        def noted(*args: Any, method: Any = method, **options: Any) -> Any:
            note()
            return method(*args, **options)

        setattr(owner, name, noted)
