"""The outline as a table: how high its rows are."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.outline import Outline
from tests.browser.processes import FAULTY

ONE_LINE = 34.0


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
