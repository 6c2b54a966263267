"""A ten-step process with waits, conditions and details, built from blank in two ways."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chart import Chart
from tests.browser.outline import Outline
from tests.browser.server import Server
from tests.browser.visiting import visit

# What is meant, steps by name: who both tests build, and what the server is to have at the end.
STEPS: dict[str, dict[str, Any]] = {
    "Enquiry": {"kind": "start"},
    "First call": {
        "kind": "contact",
        "channel": "call",
        "owner": "Account executive",
        "stage": "Discovery",
        "purpose": "Learn what would make them change",
        "prospect_gain": "A picture of what doing nothing costs",
        "duration": "45 minutes",
        "checklist": ["Ask who else decides", "Agree the next step"],
        "exit_criteria": ["Problem told in their own words"],
        "assets": [{"name": "Call guide", "url": "https://example.com/guide"}],
    },
    "Recap": {"kind": "contact", "channel": "recap", "stage": "Discovery"},
    "A fit?": {"kind": "decision", "stage": "Discovery"},
    "Work out the price": {
        "kind": "task",
        "owner": "Solution consultant",
        "stage": "Proposal",
        "duration": "1 day",
    },
    "Proposal meeting": {
        "kind": "contact",
        "channel": "meeting",
        "owner": "Account executive",
        "stage": "Proposal",
        "notes": "Never on a Friday",
    },
    "Case study": {"kind": "contact", "channel": "case study", "stage": "Proposal"},
    "Do they sign?": {"kind": "decision", "stage": "Proposal"},
    "Signed": {"kind": "end", "outcome": "won"},
    "Declined": {"kind": "end", "outcome": "lost"},
}
EDGES: dict[tuple[str, str], dict[str, str]] = {
    ("Enquiry", "First call"): {"max_wait": "4 hours"},
    ("First call", "Recap"): {"max_wait": "1 day"},
    ("Recap", "A fit?"): {"max_wait": "2 days"},
    ("A fit?", "Work out the price"): {"max_wait": "12 hours", "when": "Yes"},
    ("A fit?", "Declined"): {"max_wait": "1 day", "when": "No"},
    ("Work out the price", "Proposal meeting"): {"max_wait": "1 day"},
    ("Proposal meeting", "Case study"): {"max_wait": "2 days"},
    ("Case study", "Do they sign?"): {"max_wait": "3 days"},
    ("Do they sign?", "Signed"): {"max_wait": "1 day", "when": "Yes"},
    ("Do they sign?", "Declined"): {"max_wait": "1 day", "when": "No"},
}


@pytest.fixture
def made(server: Server, page: Page) -> Callable[[], dict[str, Any]]:
    """The steps and edges as the server has them, by name, once everything is saved."""

    def read() -> dict[str, Any]:
        expect(page.get_by_role("banner").get_by_text("Saved", exact=True)).to_be_visible()
        process = server.get(f"/api/processes/{page.url.rsplit('/', 1)[1]}")
        names = {step["id"]: step["name"] for step in process["steps"]}
        steps = {
            step["name"]: {
                key: value for key, value in step.items() if key not in ("id", "name", "position")
            }
            for step in process["steps"]
        }
        edges = {
            (names[edge["from"]], names[edge["to"]]): {
                key: value for key, value in edge.items() if key not in ("from", "to")
            }
            for edge in process["edges"]
        }
        return {"steps": steps, "edges": edges}

    return read


def expect_sound(page: Page) -> None:
    expect(page.get_by_role("banner").get_by_text("Sound", exact=True)).to_be_visible()
    expect(page.get_by_role("region", name="Problems")).to_contain_text("This process is sound.")


# --- with the keyboard alone ---


class Keyboard:
    """A person without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press = page.keyboard.press
        self.type = page.keyboard.type

    def tab_to(self, words: str) -> None:
        """Presses Tab until what has the focus is called so."""
        for _ in range(40):
            self.press("Tab")
            if self.focused().startswith(words):
                return
        raise AssertionError(f"Tab does not come to “{words}”, but to “{self.focused()}”.")

    def focused(self) -> str:
        return str(
            self.page.evaluate(
                """() => {
                    const { activeElement: it } = document;
                    const label = it.labels?.[0]?.textContent ?? it.getAttribute("aria-label");
                    return (label ?? it.textContent ?? "").trim();
                }"""
            )
        )

    def run(self, command: str) -> None:
        """Runs a command by its name."""
        self.press("Control+k")
        expect(self.page.get_by_role("combobox", name="Find a command or a step")).to_be_focused()
        self.type(command)
        self.press("Enter")


def test_ten_steps_with_the_keyboard_alone(
    server: Server, page: Page, made: Callable[[], dict[str, Any]]
) -> None:
    visit(page, server.url)
    expect(page.get_by_role("button", name="New", exact=True)).to_be_visible()
    keys = Keyboard(page)
    keys.tab_to("New")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Blank")).to_be_focused()
    keys.press("Enter")
    chart = Chart(page)
    expect(chart.step("Start")).to_be_focused()

    def following(name: str, wait: str, condition: str = "") -> None:
        """Adds the next step on the chart: Tab, its name, the wait, the condition."""
        keys.press("Tab")
        chart.type_name(name)
        chart.type_wait(wait)
        if condition:
            field = chart.canvas.get_by_role("textbox", name="Condition")
            expect(field).to_be_focused()
            keys.type(condition)
            keys.press("Enter")
        expect(chart.step(name)).to_be_focused()

    def kind(words: str) -> None:
        keys.press("k")
        expect(chart.menu("Call")).to_be_focused()
        keys.type(words)
        keys.press("Enter")
        expect(page.get_by_role("menu")).to_have_count(0)

    keys.press("Enter")
    chart.type_name("Enquiry")
    following("First call", "4h")
    following("Recap", "1d")
    kind("touch")
    following("A fit?", "2d")
    kind("decision")
    following("Work out the price", "12h", "Yes")
    kind("task")
    following("Proposal meeting", "1 day")
    kind("meeting")
    following("Case study", "2d")
    kind("touch")
    following("Do they sign?", "3d")
    kind("decision")
    following("Signed", "1d", "Yes")
    kind("won")
    keys.press("ArrowUp")
    chart.expect_selected("Do they sign?")
    following("Declined", "1d", "No")
    kind("lost")
    # The other way to the same end, joined by its name.
    keys.press("Control+f")
    expect(page.get_by_role("combobox", name="Find a step")).to_be_focused()
    keys.type("a fit")
    keys.press("Enter")
    chart.expect_selected("A fit?")
    expect(chart.step("A fit?")).to_be_focused()
    keys.press("j")
    expect(page.get_by_role("combobox", name="Join “A fit?” to")).to_be_focused()
    keys.type("declined")
    keys.press("Enter")
    chart.type_wait("1d")
    expect(chart.canvas.get_by_role("textbox", name="Condition")).to_be_focused()
    keys.type("No")
    keys.press("Enter")

    # One step in the fields beside the chart …
    keys.press("Control+f")
    expect(page.get_by_role("combobox", name="Find a step")).to_be_focused()
    keys.type("first call")
    keys.press("Enter")
    expect(chart.step("First call")).to_be_focused()
    keys.press("d")
    details = page.get_by_role("complementary", name="Details")
    expect(details.get_by_label("Name", exact=True)).to_be_focused()
    keys.tab_to("Owner")
    keys.type("Account executive")
    keys.press("Escape")
    keys.press("d")
    expect(details.get_by_label("Name", exact=True)).to_be_focused()
    keys.tab_to("What it is for")
    keys.type("Learn what would make them change")
    keys.press("Tab")
    keys.type("A picture of what doing nothing costs")
    keys.press("Tab")
    keys.type("45m")
    keys.tab_to("Add a line")
    keys.press("Enter")
    expect(details.get_by_label("Checklist, line 1")).to_be_focused()
    keys.type("Ask who else decides")
    keys.press("Enter")
    expect(details.get_by_label("Checklist, line 2")).to_be_focused()
    keys.type("Agree the next step")
    keys.tab_to("Add a criterion")
    keys.press("Enter")
    expect(details.get_by_label("Exit criteria, criterion 1")).to_be_focused()
    keys.type("Problem told in their own words")
    keys.tab_to("Add an asset")
    keys.press("Enter")
    expect(details.get_by_label("Asset 1, name")).to_be_focused()
    keys.type("Call guide")
    keys.tab_to("Asset 1, web address")
    keys.type("https://example.com/guide")

    # … and the others in the outline, column by column as in a spreadsheet.
    keys.run("show the outline")
    outline = Outline(page, opened=True)
    outline.expect_keys_on("First call", "Step")
    keys.press("Control+Home")
    for _ in range(6):
        keys.press("ArrowRight")
    outline.expect_keys_on("Enquiry", "Stage")
    for stage in ("", "Discovery", "Disc", "Disc", "Proposal", "Prop", "Prop", "Prop"):
        keys.type(stage)
        keys.press("Enter" if stage else "ArrowDown")
    outline.expect_keys_on("Signed", "Stage")
    for _ in range(4):
        keys.press("ArrowUp")
    keys.press("ArrowLeft")
    outline.expect_keys_on("Work out the price", "Owner")
    keys.type("Solution consultant")
    keys.press("Enter")
    keys.type("acc")
    keys.press("ArrowDown")
    keys.press("Enter")
    outline.expect_keys_on("Case study", "Owner")
    keys.press("ArrowLeft")
    keys.press("ArrowLeft")
    keys.type("case")
    keys.press("Enter")
    for _ in range(5):
        keys.press("ArrowUp")
    outline.expect_keys_on("Recap", "Channel")
    keys.type("recap")
    keys.press("Enter")
    outline.expect_keys_on("A fit?", "Channel")
    keys.press("ArrowDown")
    keys.press("End")
    for _ in range(4):
        keys.press("ArrowLeft")
    outline.expect_keys_on("Work out the price", "Duration")
    keys.type("1d")
    keys.press("Enter")
    keys.press("End")
    keys.type("Never on a Friday")
    keys.press("Enter")

    expect_sound(page)
    assert made() == {"steps": STEPS, "edges": EDGES}


# --- with the mouse alone ---


class Mouse:
    """A person whose keys only type text, into fields that the mouse has opened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.chart = Chart(page)
        self.details = page.get_by_role("complementary", name="Details")

    def type_into(self, field: Locator, text: str) -> None:
        """Types over what a field holds, which the mouse has opened and marked."""
        expect(field).to_be_focused()
        self.page.keyboard.type(text)

    def leave(self) -> None:
        """Clicks where nothing is."""
        self.page.mouse.click(*self.chart.empty_place())

    def place(self, item: str, name: str, after: str) -> None:
        """Adds a step from the palette after another, and names it."""
        self.select(after)
        self.chart.palette(item).click()
        self.type_into(self.chart.canvas.get_by_label("Name of the step"), name)
        self.leave()
        expect(self.chart.step(name)).to_be_visible()

    def select(self, name: str) -> None:
        self.chart.show_all()
        self.chart.step(name).click()
        expect(self.details.get_by_label("Name", exact=True)).to_have_value(name)

    def wait(self, before: str, after: str, wait: str) -> None:
        """Types the wait between two steps where it stands."""
        self.chart.show_all()
        self.chart.wait(before, after).click()
        self.type_into(self.chart.canvas.get_by_label("Longest wait"), wait)
        self.leave()

    def condition(self, before: str, after: str, condition: str) -> None:
        self.chart.show_all()
        self.chart.wait(before, after).click()
        self.fill("Condition", condition)
        self.leave()

    def choose(self, label: str, option: str) -> None:
        """Chooses from a list of the selected step."""
        self.details.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def fill(self, label: str, text: str) -> None:
        """Types into an empty field of the selected step."""
        field = self.details.get_by_label(label, exact=True)
        field.click()
        self.type_into(field, text)

    def add(self, button: str, field: str, text: str) -> None:
        """Adds an entry to a list of the selected step."""
        self.details.get_by_role("button", name=button, exact=True).click()
        self.type_into(self.details.get_by_label(field, exact=True), text)


def test_ten_steps_with_the_mouse_alone(
    server: Server, page: Page, made: Callable[[], dict[str, Any]]
) -> None:
    """Every placing, joining, selecting and choosing is done with the mouse.

    Keys only type text, into fields that the mouse has opened: no Enter, no Tab, no Escape.
    """
    visit(page, server.url)
    page.get_by_role("button", name="New", exact=True).click()
    page.get_by_role("button", name="Blank").click()
    mouse = Mouse(page)
    chart = mouse.chart

    chart.step("Start").dblclick()
    mouse.type_into(chart.canvas.get_by_label("Name of the step"), "Enquiry")
    mouse.leave()
    mouse.place("Call", "First call", after="Enquiry")
    mouse.place("Touch", "Recap", after="First call")
    mouse.place("Decision", "A fit?", after="Recap")
    mouse.place("Task", "Work out the price", after="A fit?")
    mouse.place("Meeting", "Proposal meeting", after="Work out the price")
    mouse.place("Touch", "Case study", after="Proposal meeting")
    mouse.place("Decision", "Do they sign?", after="Case study")
    mouse.place("End", "Signed", after="Do they sign?")
    # A way drawn to an empty place asks what stands there; a way drawn to a step joins it.
    chart.show_all()
    x, y = chart.middle("Signed")
    chart.drag_handle("Do they sign?", (x + 160, y))
    chart.menu("End: lost").click()
    mouse.type_into(chart.canvas.get_by_label("Name of the step"), "Declined")
    mouse.leave()
    chart.show_all()
    chart.drag_handle("A fit?", chart.middle("Declined"))
    mouse.type_into(chart.canvas.get_by_label("Longest wait"), "1d")
    mouse.leave()

    for (before, after), edge in EDGES.items():
        mouse.wait(before, after, edge["max_wait"])
        if "when" in edge:
            mouse.condition(before, after, edge["when"])

    mouse.select("First call")
    mouse.fill("Owner", "Account executive")
    mouse.choose("Stage", "New stage …")
    mouse.type_into(mouse.details.get_by_label("Name of the new stage"), "Discovery")
    mouse.fill("What it is for", "Learn what would make them change")
    mouse.fill("What the prospect gains", "A picture of what doing nothing costs")
    mouse.fill("Duration", "45m")
    mouse.add("Add a line", "Checklist, line 1", "Ask who else decides")
    mouse.add("Add a line", "Checklist, line 2", "Agree the next step")
    mouse.add("Add a criterion", "Exit criteria, criterion 1", "Problem told in their own words")
    mouse.add("Add an asset", "Asset 1, name", "Call guide")
    mouse.fill("Asset 1, web address", "https://example.com/guide")
    mouse.select("Recap")
    mouse.choose("Channel", "Recap")
    mouse.choose("Stage", "Discovery")
    mouse.select("A fit?")
    mouse.choose("Stage", "Discovery")
    mouse.select("Work out the price")
    mouse.fill("Owner", "Solution consultant")
    mouse.choose("Stage", "New stage …")
    mouse.type_into(mouse.details.get_by_label("Name of the new stage"), "Proposal")
    mouse.fill("Duration", "1 day")
    mouse.select("Proposal meeting")
    mouse.details.get_by_role("combobox", name="Owner").click()
    page.get_by_role("option", name="Account executive").click()
    mouse.choose("Stage", "Proposal")
    mouse.fill("Notes", "Never on a Friday")
    mouse.select("Case study")
    mouse.choose("Channel", "Case study")
    mouse.choose("Stage", "Proposal")
    mouse.select("Do they sign?")
    mouse.choose("Stage", "Proposal")

    expect_sound(page)
    assert made() == {"steps": STEPS, "edges": EDGES}
    assert chart.overlaps() == []
