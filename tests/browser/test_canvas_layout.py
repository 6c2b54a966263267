"""Laying out, opening, and what the canvas does with steps too small or too large to read."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY


def test_a_process_without_places_is_laid_out_and_that_is_no_undo_step(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=FAULTY)))
    expect(chart.step("First call")).to_be_in_viewport()
    assert chart.middle("First call")[1] > chart.middle("Lead arrives")[1] + 50
    undo = chart.page.get_by_role("banner").get_by_role("button", name="Undo")
    expect(undo).to_be_disabled()


@pytest.mark.parametrize("motion", [True, False])
def test_lay_out_moves_the_steps_back_as_one_undo_step(
    new_process: Callable[..., str], open_process: Callable[[str], Page], motion: bool
) -> None:
    chart = Chart(open_process(new_process(process=FAULTY)), motion=motion)
    tidy = chart.middle("First call")
    chart.drag(tidy, (tidy[0] + 220, tidy[1]))
    chart.expect_moved("First call", tidy)
    chart.press("l")
    chart.expect_in_column("First call", "Lead arrives")
    chart.press("Control+z")
    chart.expect_apart("First call", "Lead arrives")
    chart.undo()
    chart.expect_in_column("First call", "Lead arrives")


def test_places_are_kept_when_the_process_is_opened_again(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=FAULTY)))
    place = chart.middle("First call")
    chart.drag(place, (place[0] + 220, place[1]))
    chart.expect_moved("First call", place)
    expect(chart.page.get_by_role("banner").get_by_text("Saved", exact=True)).to_be_visible()
    chart.page.reload()
    expect(chart.step("First call")).to_be_visible()
    chart.expect_apart("First call", "Lead arrives")


def test_every_letter_of_a_name_is_inside_its_step(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    names = {
        "task": "word " * 400,
        "decision": "Is it " + "x" * 2_000,
        "contact": "y" * 10_000,
        "end": "He said “no” <b>twice</b> \u202e and then 👩‍👩‍👧‍👦",
    }
    process: dict[str, Any] = {
        "touchline": 1,
        "name": "Long names",
        "steps": [{"id": kind, "name": name, "kind": kind} for kind, name in names.items()],
    }
    chart = Chart(open_process(new_process(process=process)))
    # So large a screen that all of them can be read at once.
    chart.page.set_viewport_size({"width": 1600, "height": 2400})
    chart.show_all()
    for kind, name in names.items():
        step = chart.canvas.locator(f".react-flow__node[data-id={kind}]")
        expect(step).to_be_visible()
        shown = step.inner_text()
        # A mark that turns the direction of what follows is drawn nowhere, as in the chart.
        drawn = name.replace("\u202e", "")
        assert "".join(shown.split()).startswith("".join(drawn.split())[:9_000])
        cut_off = step.evaluate(
            """(step) => {
                const box = step.getBoundingClientRect();
                return [...step.querySelectorAll("span")].filter((line) => {
                    const range = document.createRange();
                    range.selectNodeContents(line);
                    const text = range.getBoundingClientRect();
                    return text.width > 0 && (text.left < box.left - 2 || text.right > box.right + 2
                        || text.bottom > box.bottom + 2);
                }).map((line) => line.textContent);
            }"""
        )
        assert [line for line in cut_off if len(line) > 3] == []


KINDS: list[dict[str, Any]] = [
    {"id": "start", "kind": "start"},
    {"id": "won", "kind": "end", "outcome": "won"},
    {"id": "lost", "kind": "end", "outcome": "lost"},
    {"id": "nurture", "kind": "end", "outcome": "nurture"},
    {"id": "call", "kind": "contact", "channel": "call", "owner": "Anna"},
    {"id": "email", "kind": "contact", "channel": "email", "owner": "Anna"},
    {"id": "touch", "kind": "contact", "channel": "case study", "owner": "Anna"},
    {"id": "task", "kind": "task", "owner": "Anna"},
    {"id": "decision", "kind": "decision"},
]
# The outline of a step by what its corners are like, its fill, its icon, and its words.
SHAPE = """(step) => {
    const [, outline, fold] = step.querySelector("svg").querySelectorAll("path");
    const path = outline.getAttribute("d");
    const corner = Number(/A([\\d.]+),/.exec(path)?.[1] ?? 0);
    const high = outline.getBBox().height;
    const shape = fold !== undefined ? "folded" : (path.match(/L/g) ?? []).length === 3 ? "diamond"
        : corner >= high / 2 - 1 ? "stadium" : corner > 4 ? "rounded" : "square";
    const icon = step.querySelectorAll("svg")[1]?.innerHTML ?? "";
    return [shape, getComputedStyle(outline).fill, icon, step.innerText];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_kind_is_told_by_shape_colour_icon_and_word(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    steps = [
        {**step, "name": "Same", "position": {"x": at % 3 * 300, "y": at // 3 * 120}}
        for at, step in enumerate(KINDS)
    ]
    process = {"touchline": 1, "name": "All kinds", "steps": steps}
    chart = Chart(open_process(new_process(process=process)))
    chart.show_all()
    looks = {
        step["id"]: chart.canvas.locator(f".react-flow__node[data-id={step['id']}]").evaluate(SHAPE)
        for step in KINDS
    }
    assert {id: shape for id, (shape, *_) in looks.items()} == {
        "start": "stadium",
        "won": "stadium",
        "lost": "stadium",
        "nurture": "stadium",
        "call": "rounded",
        "email": "rounded",
        "touch": "folded",
        "task": "square",
        "decision": "diamond",
    }
    # All contacts of one colour; every kind and outcome another than the others.
    fills = {id: fill for id, (_, fill, *_) in looks.items()}
    assert fills["call"] == fills["email"]
    assert len(set(fills.values())) == len(KINDS) - 1
    # The decision needs no icon: none other has its shape.
    icons = [icon for id, (_, _, icon, _) in looks.items() if id != "decision"]
    assert "" not in icons
    assert len(set(icons)) == len(icons)
    words = {"won": "Won", "lost": "Lost", "nurture": "Nurture", "call": "Anna", "task": "Anna"}
    for id, word in words.items():
        assert word in looks[id][3]


def test_an_empty_canvas_says_what_to_do(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(name="From blank")))
    expect(chart.page.get_by_text("What comes next?")).to_be_visible()
    chart.select("Start")
    chart.press("Delete")
    expect(chart.page.get_by_text("No steps yet.")).to_be_visible()


def test_zoom_by_its_buttons(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(name="From blank")))
    bar = chart.page.get_by_role("toolbar", name="Zoom and layout")
    expect(bar.get_by_role("button", name="Zoom 100 %")).to_be_visible()
    bar.get_by_role("button", name="Zoom in").click()
    expect(bar.get_by_role("button", name="Zoom 120 %")).to_be_visible()
    bar.get_by_role("button", name="Zoom 120 %").click()
    expect(bar.get_by_role("button", name="Zoom 100 %")).to_be_visible()


def test_a_stage_is_a_panel_behind_its_steps_while_they_stand_together(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=FAULTY)))
    chart.show_all()
    discovery = chart.canvas.get_by_role("img", name="Stage Discovery")
    proposal = chart.canvas.get_by_role("img", name="Stage Proposal")
    expect(discovery).to_be_visible()
    expect(proposal).to_be_visible()
    # Each of the two steps in the other's stage: a panel would claim both.
    x, y = chart.middle("Legal review")
    chart.drag(chart.middle("First call"), (x + 40, y + 30))
    expect(proposal).to_have_count(0)
    expect(discovery).to_have_count(0)
    chart.undo()
    expect(discovery).to_be_visible()
    expect(proposal).to_be_visible()


# Where a step stands in each frame, and whether all of them have come to rest.
WATCH = """(id) => {
    const step = document.querySelector(`.react-flow__node[data-id=${id}]`);
    const places = [];
    window.__places = places;
    const look = () => {
        const { m41, m42 } = new DOMMatrix(getComputedStyle(step).transform);
        const last = places.at(-1);
        if (last === undefined || last[0] !== m41 || last[1] !== m42) places.push([m41, m42]);
        requestAnimationFrame(look);
    };
    look();
}"""


def test_lay_out_is_one_smooth_motion(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=FAULTY)))
    chart.expect_steps(exactly=6)
    tidy = chart.boxes()
    for name, by in (("First call", 240), ("Signed", -180)):
        x, y = chart.middle(name)
        chart.drag((x, y), (x + by, y))
        chart.expect_moved(name, (x, y))
    untidy = chart.boxes()
    chart.page.emulate_media(reduced_motion="no-preference")
    chart.page.evaluate(WATCH, "call")
    chart.page.get_by_role("button", name="Lay out the chart").click()
    chart.expect_standing(tidy)
    start, end = untidy["call"][:2], tidy["call"][:2]
    # The last frame sets it down exactly.
    chart.page.wait_for_function("end => `${window.__places.at(-1)}` === `${end}`", arg=end)
    places = chart.page.evaluate("() => window.__places")
    assert places[0] == start
    on_the_way = [x for x, _ in places[1:-1]]
    assert len(on_the_way) >= 3, places
    # Straight there: never back, and never past the place that it goes to.
    assert sorted(on_the_way, reverse=True) == on_the_way
    assert all(end[0] < x < start[0] for x in on_the_way)
    # All of that, and both steps, is one step of undo.
    chart.press("Control+z")
    chart.expect_standing(untidy)
    chart.press("Control+Shift+z")
    chart.expect_standing(tidy)
