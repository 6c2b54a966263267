"""No room in the browser, on the server, or in neither: the words say so, and work goes on."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.browser.badge import GONE, OFFLINE_UNKEPT, Badge
from tests.browser.chart import Chart
from tests.browser.processes import SOUND, placed
from tests.browser.server import Server
from tests.browser.silence import Console

# A browser whose storage takes nothing more, until `window.__room` says that it does.
NO_ROOM = """
    for (const method of ["add", "put"]) {
        const write = IDBObjectStore.prototype[method];
        IDBObjectStore.prototype[method] = function (...args) {
            if (!window.__room) throw new DOMException("Full", "QuotaExceededError");
            return write.apply(this, args);
        };
    }
"""
# A browser that lets pages store nothing, as in private windows and where site data is off.
NO_STORE = """
    IDBFactory.prototype.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
    };
"""


def make(server: Server) -> str:
    return str(server.post("/api/processes", {"process": placed(SOUND)})["id"])


def open_at(page: Page, server: Server, process_id: str) -> Badge:
    words = Badge(page)
    page.goto(f"{server.url}/process/{process_id}")
    words.expect("Saved")
    return words


def owner(page: Page) -> Any:
    return page.get_by_role("complementary", name="Details").get_by_label("Owner")


def owners_in(server: Server, process_id: str) -> str:
    return str([s.get("owner") for s in server.get(f"/api/processes/{process_id}")["steps"]])


def close_asking(page: Page) -> list[str]:
    """Closes the window as a person does, who stays when the browser asks; what it asked."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    return asked


@pytest.mark.parametrize(
    ("browser_is", "why"),
    [(NO_ROOM, "its storage is full"), (NO_STORE, "it does not let Touchline store anything")],
    ids=["full", "private"],
)
def test_a_browser_that_keeps_no_copy_says_so_and_nothing_is_lost(
    own_server: Server, page: Page, console: Console, browser_is: str, why: str
) -> None:
    console.expect(GONE)
    process_id = make(own_server)
    page.add_init_script(browser_is)
    words = open_at(page, own_server, process_id)
    banner = page.get_by_role("banner")
    Chart(page).select("First call")
    owner(page).fill("Anna")
    words.expect("Saved")
    expect(banner).to_contain_text(
        f"This browser cannot keep a copy: {why}. Edits are saved on the server only."
    )
    assert "Anna" in owners_in(own_server, process_id)
    own_server.kill()
    words.expect(OFFLINE_UNKEPT)
    expect(words.claims()).to_contain_text("What you change now is lost with this window.")
    owner(page).fill("Ben")
    expect(words.claims()).to_contain_text("Keep this window open, or what you changed is lost.")
    words.since_last()
    assert close_asking(page) == ["beforeunload"]
    with page.expect_download() as download:
        words.claims().get_by_role("button", name="Download as YAML").click()
    assert "owner: Ben" in Path(download.value.path()).read_text()
    assert words.since_last() == [OFFLINE_UNKEPT]
    own_server.start()
    words.expect("Saved")
    expect(words.claims()).to_have_count(0)
    assert "Ben" in owners_in(own_server, process_id)


def test_what_is_nowhere_but_in_the_window_outlives_a_look_at_the_other_processes(
    own_server: Server, page: Page, console: Console
) -> None:
    console.expect(GONE)
    process_id = make(own_server)
    page.add_init_script(NO_STORE)
    with page.expect_response("**/assets/HomeScreen-*.js"):
        words = open_at(page, own_server, process_id)
    Chart(page).select("First call")
    own_server.kill()
    words.expect(OFFLINE_UNKEPT)
    owner(page).fill("Anna")
    page.get_by_role("link", name="All processes").click()
    expect(page.get_by_role("complementary", name="Details")).to_have_count(0)
    assert close_asking(page) == ["beforeunload"]
    page.go_back()
    Chart(page).select("First call")
    expect(owner(page)).to_have_value("Anna")
    page.get_by_role("link", name="All processes").click()
    own_server.start()
    page.wait_for_function(
        """async ([id]) => (await (await fetch(`/api/processes/${id}`)).text()).includes("Anna")""",
        arg=[process_id],
    )


def test_a_copy_is_kept_again_once_there_is_room(
    own_server: Server, page: Page, context: BrowserContext, console: Console
) -> None:
    console.expect(GONE)
    process_id = make(own_server)
    page.clock.install()
    page.add_init_script(NO_ROOM)
    words = open_at(page, own_server, process_id)
    Chart(page).select("First call")
    owner(page).fill("Anna")
    expect(page.get_by_role("banner")).to_contain_text("its storage is full")
    own_server.kill()
    words.expect(OFFLINE_UNKEPT)
    owner(page).fill("Ben")
    expect(words.claims()).to_be_visible()
    page.evaluate("window.__room = true")
    page.clock.run_for(6_000)
    expect(words.claims()).to_have_count(0)
    page.close()
    own_server.start()
    again = context.new_page()
    open_at(again, own_server, process_id)
    Chart(again).select("First call")
    expect(owner(again)).to_have_value("Ben")


def test_a_quota_of_nothing_is_met_in_words(
    own_server: Server, page: Page, context: BrowserContext
) -> None:
    process_id = make(own_server)
    devtools = context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": own_server.url, "quotaSize": 1})
    words = open_at(page, own_server, process_id)
    Chart(page).select("First call")
    owner(page).fill("Anna")
    expect(page.get_by_role("banner")).to_contain_text("This browser cannot keep a copy")
    words.expect("Saved")
    assert "Anna" in owners_in(own_server, process_id)


def test_a_full_disk_on_the_server_is_said_and_mended_by_itself(
    own_server: Server, page: Page
) -> None:
    process_id = make(own_server)
    words = open_at(page, own_server, process_id)
    Chart(page).select("First call")
    words.since_last()
    own_server.fill_disk()
    owner(page).fill("Anna")
    words.expect("Not saved")
    expect(words.claims()).to_contain_text("so nothing was saved")
    expect(words.claims()).to_contain_text("kept in this browser and saved as soon as that works")
    owner(page).fill("Ben")
    # Tried again and again meanwhile, which changes nothing of what is true.
    with page.expect_websocket():
        pass
    assert words.since_last() == ["Saved", "Saving", "Not saved"]
    assert "Ben" not in owners_in(own_server, process_id)
    own_server.make_room()
    words.expect("Saved")
    expect(words.claims()).to_have_count(0)
    assert words.since_last() == ["Not saved", "Saved"]
    assert "Ben" in owners_in(own_server, process_id)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_room_anywhere_is_the_clearest_warning(own_server: Server, page: Page) -> None:
    process_id = make(own_server)
    page.add_init_script(NO_ROOM)
    words = open_at(page, own_server, process_id)
    Chart(page).select("First call")
    own_server.fill_disk()
    owner(page).fill("Anna")
    words.expect("Not saved")
    expect(words.claims()).to_contain_text("so nothing was saved")
    expect(words.claims()).to_contain_text("Keep this window open, or what you changed is lost.")
    assert close_asking(page) == ["beforeunload"]
    own_server.make_room()
    words.expect("Saved")
    assert "Anna" in owners_in(own_server, process_id)
