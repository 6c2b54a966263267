"""The home page: what there is, new, copied, thrown away and brought back, imported and refused."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.badge import GONE, badge
from tests.browser.dropping import drop_on
from tests.browser.processes import FAULTY, SOUND
from tests.browser.server import Server
from tests.browser.silence import Console
from tests.browser.visiting import visit

GOOD_YAML = """\
touchline: 1
name: Imported sale
steps:
  - {id: start, name: Start, kind: start}
  - {id: won, name: Won, kind: end, outcome: won}
edges:
  - {from: start, to: won, max_wait: 1 day}
"""

BAD_YAML = """\
touchline: 1
name: Broken sale
steps:
  - {id: start, name: Start, kind: strat}
edges:
  - {from: start, to: nowhere, max_wait: soon}
"""

# Drops a file as a person does who drags it out of a folder.
DROP = """
([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name, { type: "text/yaml" }));
  for (const type of ["dragenter", "dragover", "drop"]) {
    document.body.dispatchEvent(
      new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }),
    );
  }
}
"""


def expect_drawn(picture: Locator) -> None:
    picture.scroll_into_view_if_needed()
    picture.page.wait_for_function("image => image.naturalWidth > 0", arg=picture.element_handle())


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=name, exact=True)


def names(page: Page) -> list[str]:
    return page.get_by_role("article").get_by_role("heading").all_inner_texts()


def test_an_empty_home_says_what_to_do(own_server: Server, page: Page) -> None:
    visit(page, own_server.url)
    expect(page.get_by_role("heading", name="No process yet")).to_be_visible()
    expect(page.get_by_role("button", name="Inbound demo")).to_be_visible()
    page.get_by_role("button", name="Blank").click()
    expect(page.get_by_label("Name of the process")).to_have_value("Untitled process")


def test_escape_leads_from_the_choice_of_templates_back_to_its_button(
    own_server: Server, page: Page
) -> None:
    visit(page, own_server.url)
    new = page.get_by_role("button", name="New", exact=True)
    new.click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Blank")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(new).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_template_becomes_a_process_on_a_card(own_server: Server, page: Page) -> None:
    visit(page, own_server.url)
    page.get_by_role("button", name="New", exact=True).click()
    dialog = page.get_by_role("dialog")
    templates = own_server.get("/api/templates")
    assert len(templates) >= 5
    for template in templates:
        choice = dialog.get_by_role("button", name=template["title"])
        expect(choice).to_contain_text(template["description"])
        expect_drawn(choice.locator("img"))
    choice = dialog.get_by_role("button", name="Inbound demo")
    expect(choice).to_contain_text("For people who ask for a demo")
    choice.click()
    expect(page.get_by_label("Name of the process")).to_have_value("Inbound demo")
    expect(page.get_by_role("banner")).to_contain_text("Sound")
    page.get_by_role("link", name="All processes").click()
    shown = card(page, "Inbound demo")
    expect(shown).to_contain_text("Sound")
    expect(shown).to_contain_text("2 of 3 days")
    expect(shown).to_contain_text("Edited just now")
    expect_drawn(shown.locator("img"))


def test_a_blank_process_has_one_start(own_server: Server, page: Page) -> None:
    visit(page, own_server.url)
    page.get_by_role("button", name="New", exact=True).click()
    page.get_by_role("button", name="Blank").click()
    expect(page.get_by_label("Name of the process")).to_have_value("Untitled process")
    [process] = own_server.get("/api/processes")
    assert process["steps"] == 1


def test_cards_stand_newest_first_and_say_how_each_process_does(
    own_server: Server, page: Page
) -> None:
    for process in (SOUND, FAULTY):
        own_server.post("/api/processes", {"process": process})
    page.clock.install()
    visit(page, own_server.url)
    expect(page.get_by_role("article")).to_have_count(2)
    assert names(page) == ["Faulty sale", "Sound sale"]
    expect(card(page, "Faulty sale")).to_contain_text("1 error")
    expect(card(page, "Faulty sale")).to_contain_text("7 of 5 days of silence")
    expect(card(page, "Sound sale")).to_contain_text("Sound")
    expect(card(page, "Sound sale")).to_contain_text("3 of 5 days of silence")
    # What was edited last is the newest.
    page.get_by_role("link", name="Sound sale").click()
    page.get_by_label("Name of the process").fill("Sound as ever")
    page.get_by_label("Name of the process").press("Enter")
    expect(badge(page, "Saved")).to_be_visible()
    page.get_by_role("link", name="All processes").click()
    expect(page.get_by_role("article").get_by_role("heading")).to_have_text(
        ["Sound as ever", "Faulty sale"]
    )
    # What others do while one looks on shows by itself.
    own_server.post("/api/processes", {"process": {**SOUND, "name": "Somebody's sale"}})
    page.clock.run_for(10_000)
    expect(page.get_by_role("article").get_by_role("heading")).to_have_text(
        ["Somebody's sale", "Sound as ever", "Faulty sale"]
    )


def test_a_silence_with_an_undecided_wait_is_not_called_known(
    own_server: Server, page: Page
) -> None:
    edges = [dict(edge) for edge in SOUND["edges"]]
    del edges[0]["max_wait"]
    own_server.post("/api/processes", {"process": {**SOUND, "edges": edges}})
    visit(page, own_server.url)
    expect(card(page, "Sound sale")).to_contain_text("Longest silence unknown")


def test_search_finds_by_name_and_says_when_nothing_is_found(
    own_server: Server, page: Page
) -> None:
    for process in (SOUND, FAULTY):
        own_server.post("/api/processes", {"process": process})
    visit(page, own_server.url)
    expect(page.get_by_role("article")).to_have_count(2)
    page.get_by_role("searchbox", name="Search by name").fill("sale fau")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(card(page, "Faulty sale")).to_be_visible()
    page.get_by_role("searchbox").fill("moon")
    expect(page.get_by_text("No process is called “moon”")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("article")).to_have_count(2)


def test_duplicate_bin_restore_and_delete_for_ever(own_server: Server, page: Page) -> None:
    own_server.post("/api/processes", {"process": SOUND})
    visit(page, own_server.url)
    page.get_by_role("button", name="More for Sound sale").click()
    page.get_by_role("menuitem", name="Duplicate").click()
    expect(card(page, "Sound sale (copy)")).to_be_visible()

    page.get_by_role("button", name="More for Sound sale", exact=True).click()
    page.get_by_role("menuitem", name="Move to bin").click()
    expect(card(page, "Sound sale")).to_have_count(0)
    expect(page.get_by_role("heading", name="Processes")).to_be_focused()
    page.get_by_text("Bin", exact=True).click()
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("The bin is empty")).to_be_visible()
    expect(page.get_by_role("heading", name="Bin", exact=True)).to_be_focused()
    page.get_by_text("Processes", exact=True).last.click()
    expect(card(page, "Sound sale")).to_be_visible()

    page.get_by_role("button", name="More for Sound sale (copy)").click()
    page.get_by_role("menuitem", name="Move to bin").click()
    page.get_by_text("Bin", exact=True).click()
    page.get_by_role("button", name="Delete for ever").click()
    dialog = page.get_by_role("dialog", name="Delete “Sound sale (copy)” for ever?")
    dialog.get_by_role("button", name="Delete for ever").click()
    expect(page.get_by_text("The bin is empty")).to_be_visible()
    assert own_server.get("/api/processes?bin=true") == []


def test_a_process_is_renamed_and_exported_from_its_card(own_server: Server, page: Page) -> None:
    own_server.post("/api/processes", {"process": SOUND})
    visit(page, own_server.url)
    page.get_by_role("button", name="More for Sound sale").click()
    page.get_by_role("menuitem", name="Rename …").click()
    field = page.get_by_role("dialog").get_by_label("Name of the process")
    expect(field).to_be_focused()
    page.keyboard.type("Winter sale")
    page.keyboard.press("Enter")
    expect(card(page, "Winter sale")).to_be_visible()
    expect(page.get_by_role("button", name="More for Winter sale")).to_be_focused()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(card(page, "Sound sale")).to_be_visible()

    page.get_by_role("button", name="More for Sound sale").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Export as YAML").click()
    assert download.value.suggested_filename == "sound-sale.yaml"
    assert "name: Sound sale" in download.value.path().read_text()


def test_many_processes_follow_the_system_at_once(own_server: Server, page: Page) -> None:
    """Each card that listened to the system would draw the page anew: too often for React."""
    for number in range(180):
        own_server.post("/api/processes", {"name": f"Sale {number}"})
    visit(page, own_server.url)
    expect(page.get_by_role("article")).to_have_count(180)
    for wish in ("reduce", "no-preference", "reduce"):
        page.emulate_media(reduced_motion=wish)
    page.get_by_role("searchbox", name="Search by name").fill("sale 177")
    expect(page.get_by_role("article")).to_have_count(1)


def test_moving_to_the_bin_can_be_taken_back_at_once(own_server: Server, page: Page) -> None:
    own_server.post("/api/processes", {"process": SOUND})
    visit(page, own_server.url)
    page.get_by_role("button", name="More for Sound sale").click()
    page.get_by_role("menuitem", name="Move to bin").click()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(card(page, "Sound sale")).to_be_visible()


def test_a_file_that_is_chosen_is_imported_and_opened(
    own_server: Server, page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "sale.yaml"
    file.write_text(GOOD_YAML)
    visit(page, own_server.url)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import", exact=True).click()
    chooser.value.set_files(file)
    expect(page.get_by_label("Name of the process")).to_have_value("Imported sale")


def test_a_file_is_imported_and_opened_wherever_it_is_dropped(
    own_server: Server, page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "sale.yaml"
    file.write_text(GOOD_YAML)
    visit(page, own_server.url)
    dialog = page.get_by_role("dialog", name="New process")
    places = (
        page.get_by_role("heading", name="No process yet"),
        card(page, "Imported sale").first.locator("img"),
        page.get_by_role("searchbox", name="Search by name"),
        page.get_by_role("main"),
        dialog.get_by_role("button", name="Blank"),
    )
    for count, place in enumerate(places, start=1):
        if count == len(places):
            page.get_by_role("button", name="New", exact=True).click()
        expect(place).to_be_visible()
        drop_on(place, file)
        expect(page.get_by_label("Name of the process")).to_have_value("Imported sale")
        page.get_by_role("link", name="All processes").click()
        expect(card(page, "Imported sale")).to_have_count(count)
    expect(dialog).to_have_count(0)


def test_a_bad_file_shows_every_error_with_its_line_and_changes_nothing(
    own_server: Server, page: Page, console: Console, tmp_path: Path
) -> None:
    console.expect("422")
    own_server.post("/api/processes", {"process": SOUND})
    before = own_server.get("/api/processes")
    file = tmp_path / "broken.yaml"
    file.write_text(BAD_YAML)
    visit(page, own_server.url)
    expect(card(page, "Sound sale")).to_be_visible()
    dialog = page.get_by_role("dialog", name="“broken.yaml” was not imported")
    new = page.get_by_role("dialog", name="New process")
    for place in (card(page, "Sound sale"), new.get_by_role("button", name="Blank")):
        drop_on(place, file)
        expect(dialog).to_contain_text("3 things are wrong with it. Nothing was changed.")
        errors = dialog.get_by_role("listitem")
        quoted = BAD_YAML.splitlines()
        expect(errors).to_contain_text(["Line 4", "Line 6", "Line 6"])
        expect(errors).to_contain_text([quoted[3], quoted[5], quoted[5]])
        expect(errors).to_contain_text(["Did you mean “start”?", "“nowhere”", "“soon”"])
        dialog.get_by_role("button", name="Close").last.click()
        expect(dialog).to_be_hidden()
        if new.count() == 0:
            page.get_by_role("button", name="New", exact=True).click()
        expect(new).to_be_visible()
    assert own_server.get("/api/processes") == before


def test_a_server_that_is_gone_is_said_and_asked_again(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    own_server.post("/api/processes", {"process": SOUND})
    visit(page, own_server.url)
    expect(card(page, "Sound sale")).to_be_visible()
    own_server.kill()
    page.get_by_text("Bin", exact=True).click()
    expect(page.get_by_text("The processes cannot be shown")).to_be_visible()
    own_server.start()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("The bin is empty")).to_be_visible()


def test_a_name_full_of_markup_is_shown_as_it_is(
    server: Server, page: Page, new_process: Callable[..., str]
) -> None:
    name = '<img src=x onerror=alert(1)> "&" \' \u202eright'
    new_process(process={**SOUND, "name": name})
    visit(page, server.url)
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def test_the_address_of_a_process_in_the_bin_offers_to_restore_it(
    server: Server, page: Page, new_process: Callable[..., str]
) -> None:
    process_id = new_process(process={**SOUND, "name": "Thrown away"})
    server.delete(f"/api/processes/{process_id}")
    visit(page, f"{server.url}/process/{process_id}")
    expect(page.get_by_role("heading", name="“Thrown away” is in the bin")).to_be_visible()
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_label("Name of the process")).to_have_value("Thrown away")


def test_a_damaged_process_says_what_is_wrong_and_how_to_come_back(
    own_server: Server, page: Page
) -> None:
    own_server.post("/api/processes", {"process": SOUND})
    bad = own_server.post("/api/processes", {"name": "Damaged sale"})["id"]
    own_server.stop()
    with sqlite3.connect(own_server.folder / "data" / "touchline.sqlite3") as database:
        read = "SELECT blob FROM updates WHERE process_id = ?"
        blob = database.execute(read, (bad,)).fetchone()[0].replace(b"Start", b"StarT")
        database.execute("UPDATE updates SET blob = ? WHERE process_id = ?", (blob, bad))
    own_server.start()
    page.goto(own_server.url)
    expect(page.get_by_role("article")).to_have_count(2)
    damaged = card(page, "Damaged sale")
    expect(damaged).to_contain_text("One of its edits is not as it was stored.")
    expect(damaged).to_contain_text(f"touchline restore FILE --only {bad}")
    expect(damaged.get_by_role("link")).to_have_count(0)
    with page.expect_download() as download:
        damaged.get_by_role("button", name="Export what can be read").click()
    assert download.value.suggested_filename == "damaged-sale-damaged.yaml"
    text = download.value.path().read_text()
    assert text.startswith("# Read from a damaged process")
    assert "name: StarT" in text
    damaged.get_by_role("button", name="Move to bin").click()
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_text("Bin", exact=True).click()
    card(page, "Damaged sale").get_by_role("button", name="Delete for ever").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete for ever").click()
    expect(page.get_by_role("heading", name="The bin is empty")).to_be_visible()
