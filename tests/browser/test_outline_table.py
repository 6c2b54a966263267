"""The outline as a table: how high its rows are, how wide its columns."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.outline import Outline
from tests.browser.processes import FAULTY

ONE_LINE = 34.0
# Of the words in it.
LINE = 18.0

# A browser that lets pages store nothing, as where site data is off.
NO_STORE = """
    Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
    });
"""


@pytest.fixture
def outline(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Outline:
    return Outline(open_process(new_process(process=FAULTY)))


def height(locator: Locator) -> float:
    return float(locator.evaluate("(element) => element.getBoundingClientRect().height"))


# --- rows ---


def test_a_row_is_as_low_as_a_line_and_grows_with_the_ways_on(outline: Outline) -> None:
    # A list of two entries and long words are shown in full where the keys are.
    assert height(outline.row("First call")) == ONE_LINE
    assert height(outline.row("Signed")) == ONE_LINE
    assert height(outline.grid.locator("thead")) == ONE_LINE
    two_ways = height(outline.row("Send the proposal"))
    assert ONE_LINE < two_ways < 1.5 * ONE_LINE
    outline.go("First call", "Step")
    outline.type("Two hours on how they buy, with everybody who decides", "Enter")
    row = outline.row("Two hours on how they buy, with everybody who decides")
    assert height(row) > ONE_LINE


def test_the_rows_stand_close_and_their_cells_below_their_heads(outline: Outline) -> None:
    edges: list[list[float]] = outline.grid.get_by_role("row").evaluate_all(
        """(rows) => rows.map((row) => row.getBoundingClientRect()).map((b) => [b.top, b.bottom])"""
    )
    for (_, bottom), (top, _) in pairwise(edges):
        assert top == pytest.approx(bottom, abs=0.1)
    columns: list[list[list[float]]] = outline.grid.get_by_role("row").evaluate_all(
        """(rows) => rows.map((row) => [...row.children].map((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return [left, right];
        }))"""
    )
    heads, *rows, _ = columns
    for cells in rows:
        assert cells == heads


def test_of_many_ways_on_the_first_are_told_and_the_rest_counted(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    names = [f"Way {at}" for at in range(7)]
    steps: list[dict[str, Any]] = [
        {"id": name.lower().replace(" ", "-"), "name": name, "kind": "end", "outcome": "lost"}
        for name in names
    ]
    fork = {"id": "fork", "name": "Fork", "kind": "decision"}
    edges = [{"from": "fork", "to": step["id"], "max_wait": "2 days"} for step in steps]
    body = {"touchline": 1, "name": "Fork", "steps": [fork, *steps], "edges": edges}
    outline = Outline(open_process(new_process(process=body)))
    ways = outline.cell("Fork", "Next steps")
    expect(ways).to_have_text("Way 0Way 1Way 24 more …")
    expect(outline.cell("Fork", "Longest wait")).to_have_text("2 days2 days2 days…")
    assert height(outline.row("Fork")) < 2.5 * ONE_LINE
    # Where the keys are, all of them are shown.
    outline.go("Fork", "Next steps")
    expect(ways).to_have_text("".join(names))


# --- columns ---


def width(locator: Locator) -> float:
    return float(locator.evaluate("(element) => element.getBoundingClientRect().width"))


def edge(outline: Outline, column: str) -> Locator:
    return outline.grid.get_by_role("separator", name=f"Width of {column}", exact=True)


def drag(outline: Outline, column: str, by: float, *, release: bool = True) -> None:
    """Drags the edge of a column to the right."""
    box = edge(outline, column).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = outline.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + by / 2, y)
    mouse.move(x + by, y + 3)
    if release:
        mouse.up()


def test_a_column_is_dragged_wider_and_stays_so_in_this_browser(outline: Outline) -> None:
    page, name, owner = outline.page, outline.head("Step"), outline.head("Owner")
    outline.go("First call", "Step")
    outline.type("Two hours on how they buy and who decides", "Enter")
    outline.grid.evaluate(
        """(grid) => {
            window.redrawn = 0;
            const count = (records) => { window.redrawn += records.length; };
            const all = { subtree: true, childList: true, attributes: true };
            new MutationObserver(count).observe(grid.querySelector("tbody"), all);
        }"""
    )
    narrow, low = width(owner), ONE_LINE
    drag(outline, "Owner", 72, release=False)
    assert width(owner) == narrow + 72
    assert width(outline.cell("Signed", "Owner")) == narrow + 72
    assert page.evaluate("window.redrawn") == 0, "dragging draws rows anew"
    page.mouse.up()
    # The column of the names: their rows are lower where they have room, and it stays in sight.
    long = outline.row("Two hours on how they buy and who decides")
    assert height(long) > low
    wide = width(name) + 120
    drag(outline, "Step", 120)
    expect(edge(outline, "Step")).to_have_attribute("aria-valuenow", str(round(wide)))
    assert height(long) == low
    outline.press("End")
    expect(outline.head("Notes")).to_be_in_viewport(ratio=0.99)
    assert width(long.get_by_role("rowheader")) == width(name) == wide
    page.reload()
    outline = Outline(page)
    assert width(outline.head("Owner")) == narrow + 72
    assert width(outline.head("Step")) == wide
    expect(outline.head("Owner")).to_have_attribute("aria-sort", "none")


def test_a_column_fits_its_content_by_double_click_or_key(outline: Outline) -> None:
    checklist = outline.head("Checklist")
    outline.go("First call", "Checklist")
    outline.type("Ask who else decides, who pays, and who would rather have things as they are")
    outline.press("Enter")
    edge(outline, "Checklist").dblclick()
    words = outline.cell("First call", "Checklist").get_by_text("Ask who else decides, who pays")
    assert height(words) < 1.5 * LINE
    assert 420 < width(checklist) < 560
    outline.go("Lead arrives", "Owner")
    outline.press("ArrowUp")
    button = outline.head("Owner").get_by_role("button")
    usual = width(outline.head("Owner"))
    outline.press("Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowLeft")
    expect(edge(outline, "Owner")).to_have_attribute("aria-valuenow", str(round(usual + 16)))
    expect(button).to_be_focused()
    outline.press("Alt+Enter")
    text = outline.cell("First call", "Owner").get_by_text("Account executive")
    assert height(text) < 1.5 * LINE
    assert width(outline.head("Owner")) < usual + 16
    # However narrow, its edge is in view and its head is no other way of sorting.
    outline.press("End", *["Alt+ArrowLeft"] * 20)
    expect(edge(outline, "Notes")).to_have_attribute("aria-valuenow", "64")
    outline.press(*["Alt+ArrowRight"] * 20)
    expect(edge(outline, "Notes")).to_be_in_viewport(ratio=1)
    expect(outline.head("Notes")).to_have_attribute("aria-sort", "none")


def test_where_nothing_can_be_stored_columns_are_made_wider_all_the_same(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page.add_init_script(NO_STORE)
    outline = Outline(open_process(new_process(process=FAULTY)))
    before = width(outline.head("Owner"))
    drag(outline, "Owner", 40)
    expect(edge(outline, "Owner")).to_have_attribute("aria-valuenow", str(round(before + 40)))
    outline.go("First call", "Owner")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_undo_goes_to_the_row_that_it_changes(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    steps = [{"id": f"s{n}", "name": f"Step {n}", "kind": "task"} for n in range(60)]
    process = {"touchline": 1, "name": "Long", "steps": steps, "edges": []}
    outline = Outline(open_process(new_process(process=process)))
    outline.go("Step 0", "Step")
    outline.type("Renamed", "Enter")
    outline.press("PageDown", "PageDown", "PageDown", "PageDown")
    expect(outline.row("Renamed")).not_to_be_in_viewport()
    outline.press("ControlOrMeta+z")
    outline.expect_keys_on("Step 0", "Step")
    expect(outline.row("Step 0")).to_be_in_viewport()
