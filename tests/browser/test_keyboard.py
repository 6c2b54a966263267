"""Every control is reached with the keyboard, and one sees where one is; news are read out."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chart import Chart
from tests.browser.outline import Outline
from tests.browser.processes import FAULTY, placed
from tests.browser.server import Server
from tests.browser.visiting import visit

# Whether the focus shows: what the focused element, or the box around it, looks like with the focus
# and without it, in all that can make a ring.
_FOCUS = """async () => {
    // A step that has the focus is drawn as the selected one, a frame later.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const looks = (one) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor }
            = getComputedStyle(one);
        const outline = outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineColor;
        return [outline, boxShadow, borderColor, backgroundColor].join("|");
    };
    const label = element.labels?.[0];
    const shown = [element, ...(label ? [label] : []), element.parentElement,
        ...element.querySelectorAll("*")].slice(0, 40);
    const now = shown.map(looks);
    const before = document.activeElement;
    before.blur();
    const then = shown.map(looks);
    before.focus({ preventScroll: true, focusVisible: true });
    const name = element.getAttribute("aria-label") || label?.textContent ||
        element.textContent.trim().slice(0, 60) || element.getAttribute("placeholder") || "";
    const box = element.getBoundingClientRect();
    return {
        what: `${element.tagName.toLowerCase()} ${element.getAttribute("role") ?? ""} “${name}”`,
        name,
        onStep: element.matches(".react-flow__node"),
        seen: now.join() !== then.join() || element.matches(".react-flow__node.selected"),
        inView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };
}"""
# More than any screen here has.
MOST_STOPS = 150


def walk(first: Locator) -> list[dict[str, Any]]:
    """Tabs through the page from its first control to its end; what was stopped at."""
    page = first.page
    stops: list[dict[str, Any]] = []
    first.focus()
    for _ in range(MOST_STOPS):
        stop = page.evaluate(_FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
        if stop["onStep"]:
            # Tab would add the next step, as the list of keys says.
            page.keyboard.press("Escape")
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never leaves the page: {[s['what'] for s in stops[-6:]]}")


def check_stops(stops: list[dict[str, Any]]) -> None:
    assert [stop["what"] for stop in stops if not stop["seen"]] == [], "no visible focus"
    assert [stop["what"] for stop in stops if not stop["inView"]] == [], "focused out of view"


def names(stops: list[dict[str, Any]]) -> str:
    return " · ".join(stop["name"] for stop in stops)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_home_is_walked_through_with_tab(own_server: Server, page: Page) -> None:
    own_server.post("/api/processes", {"process": FAULTY})
    page.emulate_media(reduced_motion="reduce")
    visit(page, own_server.url)
    expect(page.get_by_role("article")).to_have_count(1)
    stops = walk(page.get_by_role("searchbox", name="Search by name"))
    check_stops(stops)
    for name in ("Search by name", "Import", "New", "Processes", "Faulty sale"):
        assert name in names(stops), names(stops)
    page.get_by_role("button", name="New", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("button", name="Blank")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="New", exact=True)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_is_walked_through_with_tab(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    Chart(open_process(new_process(process=placed(FAULTY))))
    expect(page.get_by_role("banner")).to_contain_text("1 error")
    stops = walk(page.get_by_role("link", name="All processes"))
    check_stops(stops)
    found = names(stops)
    for name in ("All processes", "Name of the process", "Export", "Meeting", "Zoom out"):
        assert name in found, found
    for name in ("Description", "Longest silence allowed", "Fix all gaps", "Why?"):
        assert name in found, found


def test_the_details_of_a_step_are_walked_through_with_tab(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.select("First call")
    details = page.get_by_role("complementary", name="Details")
    details.get_by_label("Name", exact=True).focus()
    stops = []
    for _ in range(40):
        stops.append(page.evaluate(_FOCUS))
        page.keyboard.press("Tab")
    inside = [stop for stop in stops if stop is not None]
    check_stops(inside)
    for name in ("Name", "Kind", "Channel", "Owner", "Stage", "Duration", "Checklist", "Notes"):
        assert name in names(inside), names(inside)


def test_findings_are_read_out_once_they_have_settled(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    said = page.get_by_role("region", name="Problems").locator("[aria-live=polite]")
    expect(said).to_contain_text("1 error")
    expect(said).to_contain_text("7 days of silence")
    page.evaluate(
        """() => {
            window.__said = [];
            const live = document.querySelector("[aria-label=Problems] [aria-live=polite]");
            new MutationObserver(() => window.__said.push(live.textContent)).observe(live, {
                subtree: true, childList: true, characterData: true,
            });
        }"""
    )
    chart.select("First call")
    page.get_by_role("complementary").get_by_label("Name", exact=True).press("End")
    page.keyboard.type(" with the champion")
    chart.wait("First call with the champion", "Legal review").click()
    page.keyboard.type("1h")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("The process is sound.")
    # What was found while letters came in was never the last word.
    assert len(page.evaluate("window.__said")) <= 2


def test_nothing_moves_where_motion_is_not_wanted(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=FAULTY)), motion=False)
    page.evaluate(
        """() => {
            window.__moved = [];
            const note = ({ type, target }) => {
                const lasts = target.getAnimations().some((animation) =>
                    animation.effect.getComputedTiming().activeDuration > 0);
                if (lasts) window.__moved.push(`${type} ${target.className}`);
            };
            for (const kind of ["transitionrun", "animationstart"]) {
                addEventListener(kind, note, true);
            }
        }"""
    )
    chart.select("First call")
    chart.press("ArrowDown")
    chart.press("ControlOrMeta+K")
    expect(page.get_by_role("dialog")).to_be_visible()
    chart.press("Escape")
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("dialog", name="Export")).to_be_visible()
    chart.press("Escape")
    page.get_by_role("button", name="Fold the problems away").click()
    page.get_by_role("button", name="Show the problems").click()
    page.get_by_role("button", name="Fix all gaps").click()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("banner")).to_contain_text("Sound")
    assert page.evaluate("window.__moved") == []


def test_laying_out_is_one_jump_where_motion_is_not_wanted(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    process = placed(FAULTY)
    for at, step in enumerate(process["steps"]):
        step["position"] = {"x": (at % 2) * 600, "y": at * 40}
    chart = Chart(open_process(new_process(process=process)), motion=False)
    page.evaluate(
        """() => {
            const step = document.querySelector(".react-flow__node[data-id=legal]");
            window.__places = new Set([step.style.transform]);
            new MutationObserver(() => window.__places.add(step.style.transform))
                .observe(step, { attributes: true });
        }"""
    )
    chart.canvas.focus()
    chart.press("l")
    page.wait_for_function("() => window.__places.size > 1")
    page.wait_for_function("() => document.getAnimations().length === 0")
    assert page.evaluate("window.__places.size") == 2


# The lines around and in an element: what is left of its looks where the system sets the colours.
_LINES = """(element) => JSON.stringify(
    [element, ...element.querySelectorAll("path")].map((part) => {
        const looks = getComputedStyle(part);
        const outline = looks.outlineStyle === "none" ? "" : looks.outline;
        return [outline, looks.outlineOffset, looks.stroke, looks.strokeWidth];
    }),
)"""


def lines(locator: Locator) -> str:
    return str(locator.evaluate(_LINES))


def test_what_is_chosen_is_told_by_lines_where_the_system_sets_the_colours(
    page: Page, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    page.emulate_media(forced_colors="active")
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    start = chart.step("Lead arrives")
    plain = lines(start)
    chart.press("Tab")
    chart.expect_selected("Lead arrives")
    selected = lines(start)
    chart.press("Escape")
    chart.expect_selected()
    expect(start).to_be_focused()
    assert len({plain, selected, lines(start)}) == 3

    chart.show_all()
    calm, over = (
        edge(chart, *pair)
        for pair in (("Lead arrives", "First call"), ("First call", "Legal review"))
    )
    expect(chart.wait("Lead arrives", "First call").locator("svg")).to_have_count(0)
    expect(chart.wait("First call", "Legal review").locator("svg")).to_have_count(1)
    assert lines(calm) != lines(over)
    before = lines(calm)
    chart.wait("Lead arrives", "First call").click()
    chart.press("Escape")
    page.mouse.move(*chart.empty_place())
    expect(calm).to_have_attribute("data-selected", "true")
    assert lines(calm) != before

    finding = page.get_by_role("listitem").filter(has_text="7 days of silence").first
    before = lines(finding)
    finding.get_by_role("button").first.click()
    expect(finding.get_by_role("button").first).to_have_attribute("aria-pressed", "true")
    assert lines(finding) != before
    chart.press("ControlOrMeta+K")
    options = page.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert lines(options.first) != lines(options.nth(1))
    expect(page.get_by_role("dialog")).to_have_css("outline-style", "solid")
    chart.press("Escape")
    views = page.get_by_role("radiogroup", name="View").locator("label")
    assert lines(views.filter(has_text="Flow chart")) != lines(views.filter(has_text="Outline"))
    views.filter(has_text="Mind map").click()
    step = page.get_by_role("main").get_by_role("button", name="First call").first
    plain = lines(step)
    step.click()
    expect(step).to_have_attribute("aria-pressed", "true")
    assert lines(step) != plain
    outline = Outline(page)
    outline.go("First call", "Owner")
    outline.press("Shift+ArrowDown")
    cells = [outline.cell(name, "Owner") for name in ("Legal review", "Signed")]
    expect(cells[0]).to_have_attribute("aria-selected", "true")
    assert lines(cells[0]) != lines(cells[1])
    cell = outline.cell("First call", "Owner")
    focused = lines(cell)
    page.get_by_role("button", name="Fix all gaps").focus()
    expect(cell).not_to_be_focused()
    assert lines(cell) != focused


def edge(chart: Chart, before: str, after: str) -> Locator:
    """The lines of an edge: those of its label."""
    label = chart.wait(before, after).locator("xpath=ancestor::*[@data-edge]")
    return chart.canvas.locator(f"g[data-edge='{label.get_attribute('data-edge')}']")
