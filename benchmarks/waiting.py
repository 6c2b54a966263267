"""What a person waits for: a process to open, the findings of an edit, the first load."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.server import Server
from tests.packaging.first_load import first_load

from benchmarks.charts_on_screen import SIZE
from benchmarks.gestures import MainThread
from benchmarks.large_charts import on_a_grid
from benchmarks.table import Row, milliseconds

RUNS = 5
OPENED = {30: "", 100: "under 1000 ms", 1000: ""}
EDITED = {100: "under 150 ms", 1000: "under 500 ms"}
FIRST_LOAD = 350

# From the click on a card until a step can be clicked and is selected, in milliseconds.
CLICK_TO_USABLE = """(card) => new Promise((done) => {
    const clicked = performance.now();
    const look = () => {
        const step = document.querySelector('.react-flow__node');
        if (document.querySelector('.react-flow__node.selected')) {
            return done(performance.now() - clicked);
        }
        step?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        requestAnimationFrame(look);
    };
    card.click();
    requestAnimationFrame(look);
})"""
# From the letter that changes a wait until the badge counts the errors anew.
WATCH_BADGE = """() => {
    const badge = document.querySelector('header');
    const count = () => badge.textContent.match(/(\\d+) errors?/)?.[1];
    const before = count();
    window.findingsCame = new Promise((done) => {
        let typed = 0;
        addEventListener('input', () => { typed = performance.now(); }, true);
        const look = () => {
            const now = count();
            if (now === undefined || now === before) return;
            watcher.disconnect();
            done(performance.now() - typed);
        };
        const watcher = new MutationObserver(look);
        watcher.observe(badge, { childList: true, subtree: true, characterData: true });
    });
}"""


def rows(server: Server, browser: Browser) -> Iterator[Row]:
    """The time to usable, the time to the findings, and the size of the first load."""
    ids = {
        steps: server.post("/api/processes", {"process": on_a_grid(steps)})["id"]
        for steps in OPENED
    }
    for steps, target in OPENED.items():
        waits = [_until_usable(server, browser, steps) for _ in range(RUNS)]
        yield _row(f"click on the card to a usable chart, {steps:,} steps", waits, target)
    for steps, target in EDITED.items():
        waits = _until_findings(server, browser, ids[steps])
        yield _row(f"edit to its findings, {steps:,} steps", waits, target)
    size = sum(first_load().values())
    yield Row(
        "first load of a process, JavaScript, compressed",
        f"{size / 1000:.0f} kB",
        f"at most {FIRST_LOAD} kB",
    )


@dataclass(frozen=True)
class Wait:
    """How long something took, and the part of it that the page's main thread was at work."""

    time: float
    busy: float


def _row(what: str, waits: list[Wait], target: str) -> Row:
    time, busy = (statistics.median(part) for part in zip(*map(astuple, waits), strict=True))
    beside = f"{target}; of it the main thread {busy:.0f} ms".removeprefix("; ")
    return Row(what, milliseconds(time / 1000), beside)


def _until_usable(server: Server, browser: Browser, steps: int) -> Wait:
    """In a browser that has loaded the home page, but neither the editor nor this process."""
    page = _page(browser)
    page.goto(server.url)
    name = f"Open Sale of {steps} steps"
    card = page.get_by_role("link", name=name, exact=True)
    expect(card).to_be_visible()
    page.wait_for_load_state("networkidle")
    thread = MainThread(page)
    before = thread.busy()
    time = float(card.evaluate(CLICK_TO_USABLE))
    busy = thread.busy() - before
    page.context.close()
    return Wait(time, busy)


def _until_findings(server: Server, browser: Browser, id: str) -> list[Wait]:
    """For waits typed on the chart that are too long and short again by turns."""
    page = _page(browser)
    page.goto(f"{server.url}/process/{id}")
    expect(page.get_by_role("banner")).to_contain_text("error")
    thread = MainThread(page)
    waits = []
    for run in range(RUNS + 1):
        _first_wait(page).click()
        field = page.get_by_role("main").get_by_label("Longest wait")
        page.evaluate(WATCH_BADGE)
        before = thread.busy()
        field.fill("40 days" if run % 2 == 0 else "1 hour")
        time = float(page.evaluate("() => window.findingsCame"))
        waits.append(Wait(time, thread.busy() - before))
        field.press("Enter")
    page.context.close()
    # The first check of a process warms nothing that a person would notice, and is left out.
    return waits[1:]


def _first_wait(page: Page) -> Locator:
    return page.get_by_role("button", name="Wait between Step 0 and Step 1:")


def _page(browser: Browser) -> Page:
    context = browser.new_context(viewport=SIZE, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    return context.new_page()
