"""Waits and badges on the chart: each to be read, none on top of another or of a step."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart

# Boxes of everything that must be read, by what it says, in pixels on the screen.
BOXES = """() => {
    const texts = [
        ...document.querySelectorAll(".react-flow__node"),
        ...document.querySelectorAll("[class*=plate]"),
        ...document.querySelectorAll("button[class*=gap]"),
    ];
    return texts.map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        return [text.innerText.replace(/\\n/g, " "), x, y, width, height];
    });
}"""


def contact(id: str, x: int, y: int) -> dict[str, Any]:
    place = {"x": x, "y": y}
    return {"id": id, "name": id.title(), "kind": "contact", "channel": "call", "position": place}


# A ladder: from each step to the next and back again, and past it, all over the same ground.
LADDER: dict[str, Any] = {
    "touchline": 1,
    "name": "Ladder",
    "steps": [contact(id, 0, 112 * row) for row, id in enumerate(["one", "two", "three", "four"])],
    "edges": [
        {"from": "one", "to": "two", "max_wait": "3 days"},
        {"from": "two", "to": "one", "max_wait": "2 days", "when": "Not yet"},
        {"from": "two", "to": "three", "max_wait": "1 day"},
        {"from": "three", "to": "two", "max_wait": "1 day", "when": "Asks again"},
        {"from": "one", "to": "three", "max_wait": "2 days", "when": "In a hurry"},
        {"from": "one", "to": "four", "max_wait": "3 days", "when": "Knows us"},
        {"from": "three", "to": "four", "max_wait": "1 day"},
    ],
}

# Both of the silences out of the first call go over the same two tasks.
SHARED: dict[str, Any] = {
    "touchline": 1,
    "name": "Shared silence",
    "steps": [
        contact("first", 0, 0),
        {"id": "legal", "name": "Legal", "kind": "task", "position": {"x": 0, "y": 140}},
        contact("offer", -160, 280),
        contact("refusal", 160, 280),
    ],
    "edges": [
        {"from": "first", "to": "legal", "max_wait": "6 days"},
        {"from": "legal", "to": "offer", "max_wait": "1 day", "when": "Yes"},
        {"from": "legal", "to": "refusal", "max_wait": "2 days", "when": "No"},
    ],
}
# The same with all of the wait on the edge that both share.
SHARED_BY_ALL: dict[str, Any] = {
    **SHARED,
    "edges": [
        {**edge, "max_wait": wait}
        for edge, wait in zip(SHARED["edges"], ("6 days", "0 days", "0 days"), strict=True)
    ],
}


@pytest.fixture
def shown(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> Callable[[dict[str, Any]], Chart]:
    def show(process: dict[str, Any]) -> Chart:
        chart = Chart(open_process(new_process(process=process)))
        chart.show_all()
        return chart

    return show


def overlaps(page: Page) -> list[tuple[str, str]]:
    boxes = page.evaluate(BOXES)
    return [
        (a, b)
        for at, (a, left, top, width, height) in enumerate(boxes)
        for b, x, y, wide, high in boxes[at + 1 :]
        if left < x + wide and x < left + width and top < y + high and y < top + height
    ]


def test_waits_stand_on_no_other_wait_and_on_no_step(
    shown: Callable[[dict[str, Any]], Chart],
) -> None:
    chart = shown(LADDER)
    expect(chart.wait("One", "Four")).to_be_visible()
    assert overlaps(chart.page) == []


def test_a_wait_gives_way_to_a_step_that_is_dropped_on_it(
    shown: Callable[[dict[str, Any]], Chart],
) -> None:
    chart = shown(LADDER)
    x, y = chart.middle("Four")
    chart.drag((x, y), (x + 260, y - 220))
    chart.expect_moved("Four", (x, y))
    chart.page.mouse.move(*chart.empty_place())
    assert overlaps(chart.page) == []


@pytest.mark.parametrize("process", [SHARED, SHARED_BY_ALL])
def test_every_silence_that_is_too_long_has_its_badge(
    shown: Callable[[dict[str, Any]], Chart], process: dict[str, Any]
) -> None:
    chart = shown(process)
    expect(chart.canvas.get_by_role("button", name="days of silence")).to_have_count(2)
    assert overlaps(chart.page) == []
