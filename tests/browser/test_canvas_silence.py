"""How an edge shows the silence of the stretch through it, also while one types and drags."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY, placed


def contact(id: str, row: int) -> dict[str, Any]:
    place = {"x": 0, "y": 130 * row}
    return {"id": id, "name": id.title(), "kind": "contact", "channel": "call", "position": place}


# At most five days, with a warning above three: one silence of each sort, and a wait that nobody
# has decided.
SILENCES: dict[str, Any] = {
    "touchline": 1,
    "name": "Three silences",
    "max_gap": "5 days",
    "warn_gap": "3 days",
    "steps": [contact(id, row) for row, id in enumerate(["one", "two", "three", "four", "five"])],
    "edges": [
        {"from": "one", "to": "two", "max_wait": "2 days"},
        {"from": "two", "to": "three", "max_wait": "4 days"},
        {"from": "three", "to": "four", "max_wait": "6 days"},
        {"from": "four", "to": "five"},
    ],
}
PAIRS = (("One", "Two"), ("Two", "Three"), ("Three", "Four"), ("Four", "Five"))


@pytest.fixture
def silences(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=SILENCES)))
    chart.show_all()
    expect(chart.wait("Three", "Four")).to_contain_text("6 days")
    return chart


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.show_all()
    expect(chart.canvas.get_by_role("button", name="7 days of silence")).to_be_visible()
    return chart


def line(chart: Chart, before: str, after: str) -> Locator:
    """The line of an edge: that of its label."""
    id = (
        chart.wait(before, after)
        .locator("xpath=ancestor::*[@data-edge]")
        .get_attribute("data-edge")
    )
    return chart.canvas.locator(f"g[data-edge='{id}'] path").nth(1)


def looks(chart: Chart, before: str, after: str) -> tuple[str, str, str]:
    """Colour, width and dashes of an edge."""
    colour, width, dashes = line(chart, before, after).evaluate(
        """(line) => {
            const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(line);
            return [stroke, strokeWidth, strokeDasharray];
        }"""
    )
    return colour, width, dashes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_edge_is_calm_near_the_limit_or_over_it_in_colour_word_and_line(
    silences: Chart,
) -> None:
    words = ["≤ 2 days", "≤ 4 days, near the limit", "≤ 6 days, over the limit", "no wait set"]
    for (before, after), said in zip(PAIRS, words, strict=True):
        expect(silences.wait(before, after)).to_have_accessible_name(
            f"Wait between {before} and {after}: {said}"
        )
    shown = [looks(silences, *pair) for pair in PAIRS]
    assert len({colour for colour, _, _ in shown}) == 4
    # Without colours as well: by the line itself, and by a sign beside the words.
    assert len({(width, dashes) for _, width, dashes in shown}) == 4
    assert widths(shown[0]) < widths(shown[1]) < widths(shown[2])
    signs = [silences.wait(*pair).locator("svg").all() for pair in PAIRS]
    assert [len(sign) for sign in signs] == [0, 1, 1, 1]
    assert len({sign.inner_html() for [sign] in signs[1:]}) == 3
    # Only what is over the limit has a badge.
    badges = silences.canvas.get_by_role("button", name="of silence")
    expect(badges).to_have_text(["6 days of silence"])


def widths(look: tuple[str, str, str]) -> float:
    return float(look[1].removesuffix("px"))


def test_a_silence_without_end_is_told_as_one(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    """Round and round between two tasks, and no contact on the way."""
    steps = [contact("one", 0), contact("two", 1), contact("three", 2), contact("four", 3)]
    for task in steps[1:3]:
        del task["channel"]
        task["kind"] = "task"
    ways = (("one", "two"), ("two", "three"), ("three", "two"), ("three", "four"))
    edges = [{"from": a, "to": b, "max_wait": "1 day"} for a, b in ways]
    chart = Chart(open_process(new_process(process={**SILENCES, "steps": steps, "edges": edges})))
    chart.show_all()
    expect(chart.wait("Two", "Three")).to_have_accessible_name(
        "Wait between Two and Three: ≤ 1 day, in a silence without end"
    )
    badge = chart.canvas.get_by_role("button", name="Silence without end", exact=True)
    expect(badge).to_be_visible()
    expect(chart.page.get_by_role("banner")).to_contain_text("Silence without end")


def test_a_wait_says_how_long_the_silence_through_it_is(faulty: Chart) -> None:
    # Three days to the legal review, the two that it takes, and two more.
    for pair in (("First call", "Legal review"), ("Legal review", "Send the proposal")):
        wait = faulty.wait(*pair)
        expect(wait).to_have_attribute("title", "7 days of silence along this way")


def test_the_silence_follows_what_is_typed_letter_by_letter(silences: Chart) -> None:
    silences.wait("One", "Two").click()
    field = silences.canvas.get_by_label("Longest wait")
    expect(field).to_be_focused()
    page = silences.page
    badges = silences.canvas.get_by_role("button", name="of silence")
    page.keyboard.type("8")
    expect(badges.filter(has_text="8 days")).to_be_visible()
    page.keyboard.type("0")
    expect(badges.filter(has_text="80 days")).to_be_visible()
    page.keyboard.type("h")
    # Eighty hours are three days and a third: near the limit.
    expect(badges).to_have_text(["6 days of silence"])
    # Enter has not been pressed.
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(silences.wait("One", "Two")).to_have_accessible_name(
        "Wait between One and Two: ≤ 2 days"
    )
    expect(badges).to_have_text(["6 days of silence"])


def test_the_silence_follows_the_limit_that_is_typed(silences: Chart) -> None:
    limit = silences.page.get_by_label("Longest silence allowed")
    limit.click()
    limit.press("Control+a")
    silences.page.keyboard.type("7")
    badges = silences.canvas.get_by_role("button", name="of silence")
    expect(badges).to_have_count(0)
    expect(silences.wait("Three", "Four")).to_have_accessible_name(
        "Wait between Three and Four: ≤ 6 days, near the limit"
    )
    expect(limit).to_be_focused()


def test_the_whole_stretch_is_drawn_thick_from_contact_to_contact(faulty: Chart) -> None:
    over = [
        looks(faulty, *pair)
        for pair in (("First call", "Legal review"), ("Legal review", "Send the proposal"))
    ]
    calm = looks(faulty, "Lead arrives", "First call")
    assert over[0] == over[1]
    assert widths(over[0]) >= 1.5 * widths(calm)
    expect(faulty.canvas.get_by_role("button", name="of silence")).to_have_count(1)


def test_the_badge_and_the_line_go_with_a_step_that_is_dragged(faulty: Chart) -> None:
    badge = faulty.canvas.get_by_role("button", name="7 days of silence")
    box = badge.bounding_box()
    assert box is not None
    before = line(faulty, "First call", "Legal review").get_attribute("d")
    x, y = faulty.middle("Legal review")
    mouse = faulty.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 2, y + 2)
    mouse.move(x + 200, y + 20, steps=6)
    # Before the step is let go.
    faulty.page.wait_for_function(
        """([id, before]) => {
            const path = document.querySelector(`g[data-edge="${id}"] path:nth-child(2)`);
            return path.getAttribute("d") !== before;
        }""",
        arg=[edge_id(faulty, "First call", "Legal review"), before],
    )
    moved = badge.bounding_box()
    assert moved is not None
    assert moved["x"] > box["x"] + 40
    assert widths(looks(faulty, "First call", "Legal review")) > widths(
        looks(faulty, "Lead arrives", "First call")
    )
    mouse.up()
    expect(badge).to_have_count(1)


def edge_id(chart: Chart, before: str, after: str) -> str:
    label = chart.wait(before, after).locator("xpath=ancestor::*[@data-edge]")
    return str(label.get_attribute("data-edge"))


def test_joining_by_mouse_shows_the_new_silence_before_its_wait_is_confirmed(
    faulty: Chart,
) -> None:
    faulty.drag_handle("Lead arrives", faulty.middle("Send the proposal"))
    field = faulty.canvas.get_by_label("Longest wait")
    expect(field).to_have_value("1 day")
    faulty.page.keyboard.type("9d")
    expect(faulty.canvas.get_by_role("button", name="9 days of silence")).to_be_visible()
    expect(field).to_be_focused()
