"""The export menu: every format, as chosen, of the process as it is on the screen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.badge import GONE
from tests.browser.chart import Chart
from tests.browser.processes import SOUND, placed
from tests.browser.server import Server
from tests.browser.silence import Console
from tests.browser.visiting import visit
from touchline.drawing.theme.typeface import text_width

OPENINGS = {
    "SVG": (b"<svg", ".svg"),
    "PNG": (b"\x89PNG", ".png"),
    "PDF": (b"%PDF", ".pdf"),
    "Playbook": (b"<!doctype html", ".html"),
    "YAML": (b"", ".yaml"),
    "DOT": (b"digraph", ".dot"),
    "JSON": (b"{", ".json"),
}

WIDTHS = """() => [...document.querySelectorAll("text")].map((text) => [
    text.textContent,
    Number(text.getAttribute("font-size")),
    text.getAttribute("font-weight") === "700",
    text.getComputedTextLength(),
])"""
"""Each text of the charts on a page, its size, whether it is bold, and how wide it came out."""


@pytest.fixture
def editor(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Page:
    return open_process(new_process(process=placed(SOUND)))


def export(page: Page, name: str) -> Path:
    """Exports in a format and gives the file."""
    if page.get_by_role("dialog", name="Export").count() == 0:
        page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("dialog", name="Export").get_by_role("button", name=name).click()
    expect(page.get_by_role("dialog", name="Export")).to_have_count(0)
    return Path(download.value.path()).rename(
        Path(download.value.path()).with_name(download.value.suggested_filename)
    )


@pytest.mark.parametrize("name", OPENINGS)
def test_every_format_is_a_file_of_that_format(editor: Page, name: str) -> None:
    file = export(editor, name)
    opening, ending = OPENINGS[name]
    content = file.read_bytes()
    assert file.name == f"sound-sale{ending}"
    assert content.lstrip().lower().startswith(opening.lower())
    if name not in ("PNG", "PDF"):
        assert "First call" in content.decode()


def test_an_edit_of_this_moment_is_in_every_file(editor: Page) -> None:
    editor.get_by_role("main").get_by_text("First call", exact=True).first.click()
    name = editor.get_by_role("complementary").get_by_label("Name", exact=True)
    for number, format_name in enumerate(("SVG", "YAML", "JSON", "Playbook")):
        name.fill(f"Call {number}")
        assert f"Call {number}" in export(editor, format_name).read_text()


def test_what_is_chosen_is_drawn(editor: Page) -> None:
    plain = export(editor, "SVG").read_text()
    editor.get_by_role("button", name="Export").click()
    menu = editor.get_by_role("dialog", name="Export")
    menu.get_by_text("Dark").click()
    menu.get_by_text("To the right").click()
    menu.get_by_label("With a legend").check()
    menu.get_by_label("With the name as title").uncheck()
    wide = export(editor, "SVG").read_text()
    assert size_of(plain)[0] < size_of(plain)[1]
    assert size_of(wide)[0] > size_of(wide)[1]
    assert "#15171b" in wide
    assert "#15171b" not in plain
    editor.get_by_role("button", name="Export").click()
    menu.get_by_text("Mind map").click()
    mind_map = export(editor, "SVG")
    assert mind_map.name == "sound-sale-mind-map.svg"
    assert "What it is for" in mind_map.read_text() or "Checklist" in mind_map.read_text()


def test_the_mind_map_is_what_is_exported_while_it_is_looked_at(editor: Page) -> None:
    editor.get_by_role("radiogroup", name="View").get_by_text("Mind map").click()
    assert export(editor, "SVG").name == "sound-sale-mind-map.svg"


def test_without_a_server_the_menu_says_what_can_be_had(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    made = own_server.post("/api/processes", {"process": placed(SOUND)})
    visit(page, f"{own_server.url}/process/{made['id']}")
    page.get_by_role("button", name="Export").click()
    menu = page.get_by_role("dialog", name="Export")
    expect(menu.get_by_role("button", name="PNG For slides and chats")).to_be_enabled()
    own_server.kill()
    expect(menu.get_by_role("button", name="PNG Once the server is back")).to_be_disabled()
    assert "First call" in export(page, "YAML").read_text()


WRITTEN = """\
# Our way of selling
name:   'Written sale'      # keep it short
x-team: north
steps:
  - {id: lead, name: Lead arrives, kind: start, x-crm: 17}

  # the first minutes count
  - name: First call     # never an email
    id: call
    kind: contact
    channel: call
  - {id: won, name: Won, kind: end, outcome: won}  # hooray
edges:
  - {from: lead, to: call,   max_wait: 1d}  # sooner is better
  - {from: call, to: won, max_wait: 9 days}   # procurement
"""


def test_a_file_comes_out_as_it_was_written_with_the_change_in_its_line(
    server: Server, page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "sale.yaml"
    file.write_text(WRITTEN)
    visit(page, server.url)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import", exact=True).click()
    chooser.value.set_files(file)
    expect(page.get_by_label("Name of the process")).to_have_value("Written sale")
    chart = Chart(page)
    chart.wait("First call", "Won").click()
    field = chart.canvas.get_by_label("Longest wait")
    field.fill("2,5 days")
    field.press("Enter")
    expect(chart.wait("First call", "Won")).to_contain_text("2.5 days")
    after = export(page, "YAML").read_text()
    assert after == WRITTEN.replace("max_wait: 9 days}", "max_wait: 2.5 days}")


def test_the_json_is_the_process(editor: Page) -> None:
    process = json.loads(export(editor, "JSON").read_text())
    assert process["name"] == "Sound sale"
    assert [step["id"] for step in process["steps"]] == [s["id"] for s in SOUND["steps"]]


@pytest.mark.parametrize("name", ["SVG", "Playbook"])
def test_words_fit_their_boxes_on_a_machine_without_arial(
    page: Page,
    server: Server,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
    name: str,
) -> None:
    first, *others = placed(SOUND)["steps"]
    steps = [{**first, "name": "Größe, Ελλάδα, Москва ✓ 😀"}, *others]
    process_id = new_process(process={**placed(SOUND), "steps": steps})
    file = export(open_process(process_id), name)
    address = f"{server.url}/api/processes/{process_id}/export?inline=true&format="
    for opened in (file.as_uri(), address + file.suffix.removeprefix(".")):
        page.goto(opened)
        faces = page.evaluate(
            "document.fonts.ready.then((faces) => [...faces].map((face) => face.status))"
        )
        assert set(faces) == {"loaded"}, "not all the letters that it brings are used"
        texts = page.evaluate(WIDTHS)
        assert len(texts) > 20
        for text, size, bold, width in texts:
            measured = text_width(text, size, bold)
            # Kerning, which is not measured, draws pairs such as “Ta” together.
            assert 0.96 * measured < width < 1.02 * measured, f"{text}: {width}, not {measured}"


def size_of(svg: str) -> tuple[float, float]:
    width, height = (svg.split(f'{side}="')[1].split('"')[0] for side in ("width", "height"))
    return float(width), float(height)
