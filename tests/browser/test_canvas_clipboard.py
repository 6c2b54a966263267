"""Copy, cut, paste and duplicate: steps travel as YAML."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.dropping import drop_on
from tests.browser.processes import FAULTY
from tests.browser.silence import Console

FROM_A_TEXT_EDITOR = """
touchline: 1
name: Written by hand
stages: [Closing]
steps:
  - {id: demo, name: Live demo, kind: contact, channel: demo, stage: Closing}
  - {id: recap, name: Recap of the demo, kind: contact, channel: recap}
edges:
  - {from: demo, to: recap, max_wait: 1 day}
"""


@pytest.fixture
def faulty(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    chart = Chart(open_process(new_process(process=FAULTY)))
    chart.show_all()
    expect(chart.step("Signed")).to_be_in_viewport()
    return chart


def clipboard(chart: Chart) -> str:
    return str(chart.page.evaluate("navigator.clipboard.readText()"))


def put_on_clipboard(chart: Chart, text: str) -> None:
    chart.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)


def test_copy_puts_yaml_on_the_clipboard(faulty: Chart) -> None:
    faulty.step("First call").click()
    faulty.step("Legal review").click(modifiers=["Shift"])
    faulty.press("Control+c")
    text = clipboard(faulty)
    assert "name: First call" in text
    assert "{from: call, to: legal, max_wait: 3 days}" in text
    assert "Send the proposal" not in text


def test_what_was_copied_is_pasted_into_another_process(
    faulty: Chart,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    faulty.step("First call").click()
    faulty.step("Legal review").click(modifiers=["Shift"])
    faulty.press("Control+c")
    other = Chart(open_process(new_process(name="Another")))
    other.select("Start")
    other.press("Control+v")
    expect(other.wait("First call", "Legal review")).to_contain_text("3 days")
    other.expect_selected("First call", "Legal review")
    other.press("Control+z")
    expect(other.step("First call")).to_have_count(0)


def test_yaml_from_a_text_editor_is_pasted(faulty: Chart) -> None:
    put_on_clipboard(faulty, FROM_A_TEXT_EDITOR)
    faulty.select("Lead arrives")
    faulty.press("Control+v")
    faulty.expect_selected("Live demo", "Recap of the demo")
    expect(faulty.wait("Live demo", "Recap of the demo")).to_contain_text("1 day")


LINES = FROM_A_TEXT_EDITOR.strip().splitlines()
STEPS = "\n".join(LINES[3:6])

ELSEWHERE = {
    "windows line ends": "\r\n".join(LINES),
    "indented": "\n".join(f"        {line}" for line in LINES),
    "from a chat": "\n".join(["Sure! Here it is:", "", "```yaml", *LINES, "```", "", "Good luck!"]),
    "part of a file": "\n".join(LINES[3:]),
    "steps alone": STEPS,
    "a list of steps": "\n".join(LINES[4:6]),
}


@pytest.mark.parametrize("where_from", ELSEWHERE)
def test_yaml_is_pasted_as_it_comes(faulty: Chart, where_from: str) -> None:
    put_on_clipboard(faulty, ELSEWHERE[where_from])
    faulty.select("Lead arrives")
    faulty.press("Control+v")
    faulty.expect_selected("Live demo", "Recap of the demo")
    faulty.press("Control+z")
    faulty.show_all()
    expect(faulty.step("Live demo")).to_have_count(0)


def test_a_mistake_is_named_by_its_line_in_what_was_copied(faulty: Chart, console: Console) -> None:
    console.expect("422")
    put_on_clipboard(faulty, STEPS.replace("kind: contact", "kind: contct", 1))
    faulty.select("Lead arrives")
    faulty.press("Control+v")
    expect(faulty.page.get_by_text("That is not a process to paste: line 2:")).to_be_visible()


def test_a_file_that_is_dropped_adds_its_steps_in_any_view(
    faulty: Chart, page: Page, tmp_path: Path
) -> None:
    file, picture, nothing = (tmp_path / name for name in ("demo.yaml", "shot.yaml", "no.yaml"))
    file.write_text(FROM_A_TEXT_EDITOR)
    picture.write_bytes(b"\x89PNG\xff")
    nothing.touch()
    drop_on(faulty.canvas, file)
    faulty.expect_selected("Live demo", "Recap of the demo")
    expect(faulty.wait("Live demo", "Recap of the demo")).to_have_count(1)
    for other, why in {picture: "It is not a text in UTF-8.", nothing: "It is empty."}.items():
        drop_on(faulty.canvas, other)
        expect(page.get_by_text(f"“{other.name}” was not added. {why}")).to_be_visible()
    faulty.expect_steps(exactly=8)
    page.get_by_text("Mind map", exact=True).click()
    expect(page.get_by_role("main").locator("[data-step]").first).to_be_visible()
    drop_on(page.get_by_role("main"), file)
    expect(page.get_by_role("complementary", name="Details")).to_contain_text("2 steps")
    page.get_by_text("Flow chart", exact=True).click()
    faulty.expect_steps(exactly=10)


def test_cut_in_one_process_is_pasted_in_another(
    faulty: Chart,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    faulty.step("First call").click()
    faulty.step("Legal review").click(modifiers=["Shift"])
    faulty.press("Control+x")
    expect(faulty.step("First call")).to_have_count(0)
    other = Chart(open_process(new_process(name="Another")))
    other.select("Start")
    other.press("Control+v")
    other.expect_selected("First call", "Legal review")
    expect(other.wait("First call", "Legal review")).to_contain_text("3 days")
    other.press("Escape")
    other.select("First call")
    details = other.page.get_by_role("complementary", name="Details")
    # Everything travels, down to the lines of the checklist and the stage.
    expect(details.get_by_label("Owner")).to_have_value("Account executive")
    expect(details.get_by_label("Checklist, line 1")).to_have_value("Ask who else decides")
    expect(details.get_by_role("combobox", name="Stage")).to_have_value("Discovery")


def test_what_is_no_process_is_not_pasted_and_says_why(faulty: Chart, console: Console) -> None:
    console.expect("422")
    faulty.select("Lead arrives")
    for text, why in {
        "Dear Sir or Madam": "That is not a process to paste, but plain text.",
        "Subject: our offer": "That is not a process to paste: line 1",
    }.items():
        put_on_clipboard(faulty, text)
        faulty.press("Control+v")
        expect(faulty.page.get_by_text(why)).to_be_visible()
    faulty.press("Control+a")
    faulty.expect_selected(*(step["name"] for step in FAULTY["steps"]))


def test_cut_takes_steps_away_and_paste_brings_them_back(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("Control+x")
    expect(faulty.step("Legal review")).to_have_count(0)
    expect(faulty.wait("First call", "Send the proposal")).to_be_visible()
    faulty.press("Control+v")
    faulty.expect_selected("Legal review")


def test_duplicate_adds_a_copy_beside(faulty: Chart) -> None:
    faulty.select("Legal review")
    faulty.press("Control+d")
    expect(faulty.step("Legal review")).to_have_count(2)
    first, second = (faulty.step("Legal review").nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert abs(first["x"] - second["x"]) >= first["width"]


def test_markup_travels_as_the_text_that_it_is(
    new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    name = '<img src=x onerror="document.title=1"> & {a: b}'
    process: dict[str, Any] = {
        "touchline": 1,
        "name": "Hostile",
        "steps": [{"id": "a", "name": name, "kind": "task"}],
    }
    chart = Chart(open_process(new_process(process=process)))
    chart.select(name)
    chart.press("Control+c")
    chart.press("Control+v")
    expect(chart.step(name)).to_have_count(2)
    expect(chart.page).to_have_title("Hostile – Touchline")
