"""Takes a picture of every screen and state, in light and dark, for somebody to look at.

They go to docs/screens, with a page that shows both schemes side by side.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.badge import OFFLINE, OFFLINE_UNKEPT  # noqa: E402 - after the path is set
from tests.browser.browser import launch  # noqa: E402
from tests.browser.chart import Chart, middle_of  # noqa: E402
from tests.browser.outline import Outline  # noqa: E402
from tests.browser.processes import FAULTY, SOUND  # noqa: E402
from tests.browser.server import Server  # noqa: E402
from tests.browser.test_home import BAD_YAML, DROP  # noqa: E402
from tests.browser.test_storage_full import NO_ROOM  # noqa: E402
from tests.browser.visiting import visit  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
SCHEMES = ("light", "dark")
SIZE = {"width": 1280, "height": 800}

AT_REST = "() => document.getAnimations().every(({ playState }) => playState === 'finished')"

NOTHING: dict[str, Any] = {"touchline": 1, "name": "Nothing yet", "steps": [], "edges": []}

expect.set_options(timeout=20_000)


@dataclass
class Studio:
    """What a state is brought about with: a page, and the server behind it."""

    page: Page
    server: Server

    def home(self) -> None:
        """The home page of somebody who has made a few processes."""
        if not self.server.get("/api/processes"):
            for template in ("consultative-sale", "inbound-demo", "real-estate"):
                self.server.post("/api/processes", {"template": template})
            for process in (SOUND, FAULTY):
                self.server.post("/api/processes", {"process": process})
        visit(self.page, self.server.url)
        pictures = self.page.get_by_role("article").locator("img")
        expect(pictures).to_have_count(5)
        expect_all_drawn(pictures)

    def open(self, body: dict[str, Any]) -> Chart:
        """A process in the editor, laid out and checked."""
        self.open_as_it_is(body)
        return Chart(self.page)

    def open_as_it_is(self, body: dict[str, Any]) -> None:
        """A process in the editor, which may have no step."""
        made = self.server.post("/api/processes", body)
        visit(self.page, f"{self.server.url}/process/{made['id']}")
        banner = self.page.get_by_role("banner")
        expect(banner.get_by_text("Saved", exact=True)).to_be_visible()

    def open_faulty(self) -> Chart:
        chart = self.open({"process": FAULTY})
        expect(chart.canvas.get_by_role("button", name="7 days of silence")).to_be_visible()
        return chart

    def open_template(self) -> Chart:
        return self.open({"template": "consultative-sale"})

    def view(self, name: str) -> None:
        self.page.get_by_role("radiogroup", name="View").get_by_text(name).click()

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def problems(self) -> Locator:
        return self.page.get_by_role("region", name="Problems")


State = Callable[[Studio], None]
STATES: list[State] = []


def state(bring_about: State) -> State:
    """Registers a state; its name and its docstring are the picture's name and caption."""
    STATES.append(bring_about)
    return bring_about


@state
def home_empty(studio: Studio) -> None:
    """Home before the first process"""
    visit(studio.page, studio.server.url)
    expect(studio.page.get_by_role("heading", name="No process yet")).to_be_visible()
    expect_all_drawn(studio.page.get_by_role("button").locator("img"))


@state
def home(studio: Studio) -> None:
    """Home"""
    studio.home()


@state
def home_menu(studio: Studio) -> None:
    """What can be done with a process"""
    studio.home()
    studio.page.get_by_role("button", name="More for Sound sale").click()
    expect(studio.page.get_by_role("menuitem", name="Duplicate")).to_be_visible()


@state
def home_search(studio: Studio) -> None:
    """A search that finds nothing"""
    studio.home()
    studio.page.get_by_role("searchbox", name="Search by name").fill("moon")
    expect(studio.page.get_by_text("No process is called “moon”")).to_be_visible()


@state
def home_bin(studio: Studio) -> None:
    """The bin"""
    studio.home()
    made = studio.server.post("/api/processes", {"template": "inbound-demo"})
    studio.server.delete(f"/api/processes/{made['id']}")
    studio.page.get_by_text("Bin", exact=True).click()
    expect_all_drawn(studio.page.get_by_role("article").filter(has_text="Restore").locator("img"))


@state
def new_process(studio: Studio) -> None:
    """A new process: blank or a template"""
    studio.home()
    studio.page.get_by_role("button", name="New", exact=True).click()
    expect_all_drawn(studio.page.get_by_role("dialog").locator("img"))


@state
def import_errors(studio: Studio) -> None:
    """A file that is not a process"""
    studio.home()
    studio.page.evaluate(DROP, ["broken.yaml", BAD_YAML])
    expect(studio.page.get_by_role("dialog")).to_contain_text("3 things are wrong")


@state
def blank(studio: Studio) -> None:
    """A blank process"""
    studio.open({"name": "Our sales process"})


@state
def no_step(studio: Studio) -> None:
    """A process without a single step"""
    studio.open_as_it_is({"process": NOTHING})
    expect(studio.page.get_by_text("No steps yet.")).to_be_visible()


@state
def template(studio: Studio) -> None:
    """A template as it opens"""
    studio.open_template()


@state
def step_selected(studio: Studio) -> None:
    """A step and its details"""
    chart = studio.open_faulty()
    chart.select("First call")


@state
def edge_selected(studio: Studio) -> None:
    """An edge and its details"""
    chart = studio.open_faulty()
    chart.condition("Send the proposal", "Declined").click()
    studio.page.keyboard.press("Escape")


@state
def several_selected(studio: Studio) -> None:
    """Several steps"""
    chart = studio.open_faulty()
    chart.show_all()
    chart.select("First call")
    studio.page.keyboard.press("ControlOrMeta+A")
    chart.expect_selected(*[step["name"] for step in FAULTY["steps"]])


@state
def wait_refused(studio: Studio) -> None:
    """A wait that is not a time"""
    chart = studio.open_faulty()
    chart.wait("Lead arrives", "First call").click()
    field = chart.canvas.get_by_label("Longest wait")
    field.fill("soon")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")


@state
def new_step(studio: Studio) -> None:
    """The next step, its name ready to type"""
    chart = studio.open_faulty()
    chart.select("First call")
    chart.press("Tab")
    expect(chart.canvas.get_by_label("Name of the step")).to_be_focused()


@state
def wait_ready_to_type(studio: Studio) -> None:
    """A new edge, its wait ready to be replaced"""
    chart = studio.open_faulty()
    chart.select("First call")
    chart.press("Tab")
    chart.type_name("Send a recap")
    expect(chart.canvas.get_by_label("Longest wait")).to_be_focused()


@state
def edge_hovered(studio: Studio) -> None:
    """An edge under the pointer, with its +"""
    chart = studio.open_faulty()
    chart.wait("First call", "Legal review").hover()
    plus = chart.canvas.get_by_role("button", name="Add a step between First call and Legal")
    expect(plus).to_be_visible()


@state
def joining(studio: Studio) -> None:
    """A step being joined to another"""
    chart = studio.open_faulty()
    chart.show_all()
    chart.step("Lead arrives").hover()
    handle = chart.canvas.get_by_role("button", name="Join Lead arrives to another step")
    x, y = middle_of(handle)
    studio.page.mouse.move(x, y)
    studio.page.mouse.down()
    studio.page.mouse.move(x + 60, y + 30, steps=3)
    studio.page.mouse.move(*chart.middle("Legal review"), steps=4)


@state
def dragging(studio: Studio) -> None:
    """A step being dragged into line with its neighbours"""
    chart = studio.open_faulty()
    chart.show_all()
    x, y = chart.middle("First call")
    studio.page.mouse.move(x, y)
    studio.page.mouse.down()
    studio.page.mouse.move(x + 40, y + 4, steps=3)
    studio.page.mouse.move(x + 2, y + 10, steps=3)


@state
def framing(studio: Studio) -> None:
    """Several steps being framed"""
    chart = studio.open_faulty()
    chart.show_all()
    x, y = chart.middle("First call")
    studio.page.keyboard.down("Shift")
    studio.page.mouse.move(x - 140, y - 50)
    studio.page.mouse.down()
    right, below = chart.middle("Send the proposal")
    studio.page.mouse.move(right + 120, below + 40, steps=5)


@state
def deleted(studio: Studio) -> None:
    """What a deletion has disconnected"""
    chart = studio.open_faulty()
    chart.select("Send the proposal")
    chart.press("Delete")
    expect(studio.page.get_by_text("no longer connected")).to_be_visible()
    expect(studio.problems).to_contain_text("Nothing follows “Legal review”")


@state
def exception(studio: Studio) -> None:
    """A finding being allowed, with its reason and its end"""
    studio.open_faulty()
    studio.problems.get_by_role("button", name="Allow …").first.click()
    expect(studio.problems.get_by_label("Up to")).to_have_value("7 days")


@state
def add_menu(studio: Studio) -> None:
    """The menu of steps, opened on empty canvas"""
    chart = studio.open_faulty()
    studio.page.mouse.dblclick(*chart.empty_place())
    expect(chart.menu("Meeting")).to_be_visible()


@state
def context_menu(studio: Studio) -> None:
    """What can be done with a step"""
    chart = studio.open_faulty()
    chart.step("First call").click(button="right")
    chart.press("ArrowDown")
    expect(chart.menu("Rename")).to_be_focused()


@state
def silence(studio: Studio) -> None:
    """A silence shown from contact to contact"""
    chart = studio.open_faulty()
    chart.canvas.get_by_role("button", name="7 days of silence").click()
    expect(studio.page.locator("[data-place=faded]").first).to_be_visible()


@state
def fix_preview(studio: Studio) -> None:
    """What a fix will do, before it does it"""
    studio.open_faulty()
    studio.problems.get_by_role("button", name="Insert 2 touches").first.click()
    expect(studio.problems.get_by_role("button", name="Apply")).to_be_focused()


@state
def fix_applied(studio: Studio) -> None:
    """A fix that has been applied"""
    studio.open_faulty()
    studio.problems.get_by_role("button", name="Fix all gaps").click()
    studio.problems.get_by_role("button", name="Apply").click()
    expect(studio.page.get_by_role("button", name="7 days of silence")).to_have_count(0)
    expect(studio.problems.get_by_role("heading", name="Problems")).to_be_focused()


@state
def why(studio: Studio) -> None:
    """Why a rule is there"""
    studio.open_faulty()
    studio.problems.get_by_role("button", name="Why?").first.click()
    expect_all_drawn(studio.page.get_by_role("dialog", name="Gap").locator("img"))


@state
def export(studio: Studio) -> None:
    """Export"""
    studio.open_template()
    studio.page.get_by_role("button", name="Export").click()
    expect(studio.page.get_by_role("dialog", name="Export")).to_be_visible()


@state
def find(studio: Studio) -> None:
    """Finding a step"""
    chart = studio.open_template()
    chart.canvas.focus()
    chart.press("ControlOrMeta+F")
    studio.page.keyboard.type("call")
    expect(studio.page.get_by_role("option").first).to_be_visible()


@state
def commands(studio: Studio) -> None:
    """Every command by its name"""
    chart = studio.open_template()
    chart.canvas.focus()
    chart.press("ControlOrMeta+K")
    expect(studio.page.get_by_role("option").first).to_be_visible()


@state
def keys(studio: Studio) -> None:
    """The keys"""
    chart = studio.open_template()
    chart.canvas.focus()
    chart.press("?")
    expect(studio.page.get_by_role("dialog")).to_be_visible()


@state
def mind_map(studio: Studio) -> None:
    """Mind map"""
    studio.open_template()
    studio.view("Mind map")
    expect(studio.main.locator("[data-step]").first).to_be_visible()


@state
def outline(studio: Studio) -> None:
    """Outline"""
    studio.open_template()
    studio.view("Outline")
    expect(studio.main.get_by_role("columnheader").first).to_be_visible()


@state
def outline_choice(studio: Studio) -> None:
    """A cell of the outline, with what can be chosen"""
    studio.open_faulty()
    table = Outline(studio.page)
    table.go("First call", "Channel")
    table.press("Enter")
    expect(table.option("Call")).to_be_visible()


@state
def outline_block(studio: Studio) -> None:
    """A block of cells of the outline"""
    studio.open_faulty()
    table = Outline(studio.page)
    table.go("First call", "Kind")
    table.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight")
    details = studio.page.get_by_role("complementary", name="Details")
    expect(details.get_by_role("heading", name="3 steps")).to_be_visible()


@state
def outline_refused(studio: Studio) -> None:
    """A pasted block, some of which does not fit"""
    studio.open_faulty()
    table = Outline(studio.page)
    table.go("First call", "Kind")
    table.paste("Contact\tfax\nTask\t\nphone\tEmail")
    expect(studio.page.get_by_role("alert", name="Not pasted")).to_be_visible()


@state
def outline_empty(studio: Studio) -> None:
    """An outline without steps"""
    studio.open_as_it_is({"process": NOTHING})
    studio.view("Outline")
    expect(studio.page.get_by_text("No step yet")).to_be_visible()


@state
def no_room(studio: Studio) -> None:
    """A browser that can keep no copy, and a server that is gone"""
    studio.page.add_init_script(NO_ROOM)
    chart = studio.open_faulty()
    studio.server.kill()
    banner = studio.page.get_by_role("banner")
    expect(banner.get_by_text(OFFLINE_UNKEPT, exact=True)).to_be_visible()
    chart.select("First call")
    owner = studio.page.get_by_role("complementary", name="Details").get_by_label("Owner")
    owner.fill("Anna")
    expect(studio.page.get_by_text("Keep this window open")).to_be_visible()


@state
def offline(studio: Studio) -> None:
    """The server is gone; work goes on"""
    chart = studio.open_faulty()
    studio.server.kill()
    badge = studio.page.get_by_role("banner").get_by_text(OFFLINE, exact=True)
    expect(badge).to_be_visible()
    chart.select("First call")


@state
def in_the_bin(studio: Studio) -> None:
    """A process that lies in the bin"""
    made = studio.server.post("/api/processes", {"process": FAULTY})
    studio.server.delete(f"/api/processes/{made['id']}")
    visit(studio.page, f"{studio.server.url}/process/{made['id']}")
    expect(studio.page.get_by_role("button", name="Restore")).to_be_visible()


@state
def thrown_away_elsewhere(studio: Studio) -> None:
    """A process that somebody else throws away while it is open"""
    studio.open_faulty()
    [made] = studio.server.get("/api/processes")
    studio.server.delete(f"/api/processes/{made['id']}")
    badge = studio.page.get_by_role("banner").get_by_text("In the bin", exact=True)
    expect(badge).to_be_visible()


@state
def not_found(studio: Studio) -> None:
    """An address that leads nowhere"""
    visit(studio.page, f"{studio.server.url}/process/nothing-here")
    expect(studio.page.get_by_role("heading").first).to_be_visible()


@state
def thousand_steps(studio: Studio) -> None:
    """A thousand steps, all in view"""
    studio.open({"process": markets(1000, 28)}).show_all()


@state
def zoomed_to_200_percent(studio: Studio) -> None:
    """The editor at 200 % zoom"""
    studio.page.set_viewport_size({"width": SIZE["width"] // 2, "height": SIZE["height"] // 2})
    chart = studio.open_faulty()
    chart.select("First call")


@state
def details_at_200_percent(studio: Studio) -> None:
    """The details at 200 % zoom"""
    zoomed_to_200_percent(studio)
    studio.page.keyboard.press("d")
    details = studio.page.get_by_role("complementary", name="Details")
    expect(details.get_by_label("Name", exact=True)).to_be_focused()
    expect(Chart(studio.page).step("First call")).to_be_in_viewport(ratio=0.99)


def expect_all_drawn(pictures: Locator) -> None:
    expect(pictures.first).to_be_visible()
    for picture in pictures.all():
        # A picture that has not begun to load is “complete”, and one that is loaded need not show.
        expect(picture).not_to_have_js_property("naturalWidth", 0)
        picture.evaluate("picture => picture.decode()")


def markets(steps: int, count: int) -> dict[str, Any]:
    """A process of so many steps for so many markets, in which some silences are too long."""
    kinds = (
        {"kind": "contact", "channel": "call"},
        {"kind": "contact", "channel": "article"},
        {"kind": "task", "duration": "1 day"},
        {"kind": "contact", "channel": "meeting"},
        {"kind": "contact", "channel": "email"},
    )
    of_markets: list[list[dict[str, Any]]] = [[] for _ in range(count)]
    for at in range(steps - 2):
        of_markets[at % count].append(
            {"id": f"s{at}", "name": f"Step {at + 1}", **kinds[at // count % 5]}
        )
    edges: list[dict[str, Any]] = [{"from": "start", "to": "market", "max_wait": "1 day"}]
    for number, market in enumerate(of_markets, 1):
        outcome = ("won", "nurture", "lost")[number % 3]
        market[-1] = {**market[-1], "kind": "end", "channel": None, "outcome": outcome}
        when = {"when": f"Market {number}"}
        edges.append({"from": "market", "to": market[0]["id"], "max_wait": "1 day", **when})
        edges += [
            {"from": before["id"], "to": after["id"], "max_wait": wait(number, at)}
            for at, (before, after) in enumerate(pairwise(market))
        ]
    written = [
        {key: value for key, value in step.items() if value is not None and key != "duration"}
        if step["kind"] == "end"
        else step
        for market in of_markets
        for step in market
    ]
    return {
        "touchline": 1,
        "name": f"{steps:,} steps",
        "steps": [
            {"id": "start", "name": "Lead arrives", "kind": "start"},
            {"id": "market", "name": "Which market?", "kind": "decision"},
            *written,
        ],
        "edges": edges,
    }


def wait(market: int, at: int) -> str:
    """How long a deal of a market waits after its step of that number."""
    return "6 days" if (market * 7 + at * 3) % 41 == 0 else "1 day"


@contextmanager
def studio_in(browser: Browser, scheme: str, folder: Path) -> Iterator[Studio]:
    """A page in one scheme and a server that nothing else uses."""
    server = Server(folder)
    server.start()
    try:
        context = browser.new_context(
            viewport={"width": SIZE["width"], "height": SIZE["height"]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
            permissions=["clipboard-read", "clipboard-write"],
        )
        try:
            yield Studio(context.new_page(), server)
        finally:
            context.close()
    finally:
        server.stop()


def name_of(bring_about: State) -> str:
    return bring_about.__name__.replace("_", "-")


def shown_side_by_side() -> str:
    """The page that shows every state in both schemes."""
    lines = ["# Every screen and state", "", "Made by `make screenshots`: light and dark.", ""]
    for bring_about in STATES:
        name = name_of(bring_about)
        shots = " | ".join(f"![{scheme}]({scheme}/{name}.png)" for scheme in SCHEMES)
        lines += [f"## {bring_about.__doc__}", "", f"| {shots} |", "| --- | --- |", ""]
    return "\n".join(lines)


def main(wanted: list[str]) -> None:
    """Takes the pictures of the states that are named, or of all."""
    unknown = set(wanted) - {name_of(each) for each in STATES}
    if unknown:
        known = ", ".join(name_of(each) for each in STATES)
        raise SystemExit(f"No state is called {', '.join(sorted(unknown))}. There are: {known}.")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        for scheme in SCHEMES:
            (FOLDER / scheme).mkdir(parents=True, exist_ok=True)
            for bring_about in STATES:
                name = name_of(bring_about)
                if wanted and name not in wanted:
                    continue
                data = Path(folder) / scheme / name
                data.mkdir(parents=True)
                with studio_in(browser, scheme, data) as studio:
                    bring_about(studio)
                    studio.page.wait_for_function(AT_REST)
                    studio.page.screenshot(path=FOLDER / scheme / f"{name}.png")
                print(f"{scheme}/{name}.png")
        browser.close()
    (FOLDER / "README.md").write_text(shown_side_by_side())


if __name__ == "__main__":
    main(sys.argv[1:])
