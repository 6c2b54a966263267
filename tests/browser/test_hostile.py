"""Hostile content never runs, never breaks a view, and asks no foreign machine for anything."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.badge import badge
from tests.browser.chart import Chart
from tests.browser.hostile import ADDRESSES, TEXTS, Trap, as_yaml, break_document, hostile_process
from tests.browser.processes import FAULTY, placed
from tests.browser.server import Server
from tests.browser.silence import Console
from tests.browser.test_home import DROP
from tests.browser.visiting import visit


@pytest.fixture
def trap(page: Page, server: Server) -> Trap:
    return Trap(page.context, server.url)


def visit_everything(page: Page, server: Server, process_id: str, trap: Trap) -> None:
    """Every view of a process, looked at for what springs the trap."""
    visit(page, f"{server.url}/process/{process_id}")
    expect(badge(page, "Saved")).to_be_visible()
    chart = Chart(page)
    chart.show_all()
    expect(page.get_by_role("region", name="Problems")).not_to_contain_text("Not up to date")
    expect(page.get_by_role("banner").get_by_text("Checking …")).to_have_count(0)
    trap.check(page)
    chart.canvas.focus()
    chart.press("ControlOrMeta+F")
    expect(page.get_by_role("option").first).to_be_visible()
    trap.check(page)
    count = page.get_by_role("option").count()
    chart.press("Escape")
    for at in range(min(count, 14)):
        chart.press("ControlOrMeta+F")
        page.get_by_role("option").nth(at).click()
        expect(page.get_by_role("complementary").get_by_label("Name", exact=True)).to_be_visible()
        trap.check(page)
    page.get_by_role("region", name="Problems").get_by_role("button", name="Why?").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    trap.check(page)
    page.keyboard.press("Escape")
    views = page.get_by_role("radiogroup", name="View")
    views.get_by_text("Mind map").click()
    expect(page.get_by_role("main").locator("[data-step]").first).to_be_visible()
    trap.check(page)
    views.get_by_text("Outline").click()
    expect(page.get_by_role("main").get_by_role("columnheader").first).to_be_visible()
    trap.check(page)
    visit(page, server.url)
    expect(page.get_by_role("article").first).to_be_visible()
    trap.check(page)
    for what in ("format=html", "format=svg", "format=svg&view=mindmap"):
        page.goto(f"{server.url}/api/processes/{process_id}/export?{what}&inline=true")
        trap.check(page)


def test_a_process_that_came_through_the_api(
    server: Server, page: Page, trap: Trap, new_process: Callable[..., str]
) -> None:
    process_id = new_process(name="To be replaced")
    answer = httpx.get(f"{server.url}/api/processes/{process_id}")
    put = httpx.put(
        f"{server.url}/api/processes/{process_id}",
        json=hostile_process(),
        headers={"If-Match": answer.headers["ETag"]},
    )
    assert put.is_success, put.text
    visit_everything(page, server, process_id, trap)


def test_a_file_that_was_dropped(server: Server, page: Page, trap: Trap) -> None:
    visit(page, server.url)
    expect(page.get_by_role("button", name="Import")).to_be_visible()
    with page.expect_response("**/import") as imported:
        page.evaluate(DROP, ["hostile.yaml", as_yaml(hostile_process())])
    assert imported.value.status == 201, imported.value.text()
    visit_everything(page, server, imported.value.json()["id"], trap)


def test_yaml_that_was_pasted(
    page: Page, trap: Trap, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    page.evaluate("(text) => navigator.clipboard.writeText(text)", as_yaml(hostile_process()))
    chart.select("Lead arrives")
    chart.press("Control+v")
    selected = page.get_by_role("complementary", name="Details").get_by_role("heading").first
    expect(selected).to_have_text(f"{len(TEXTS)} steps")
    trap.check(page)


def test_a_document_of_a_client_that_keeps_to_nothing(
    server: Server, page: Page, trap: Trap, new_process: Callable[..., str]
) -> None:
    process_id = new_process(process=placed(FAULTY))
    break_document(server.url, process_id)
    visit_everything(page, server, process_id, trap)
    assert page.evaluate("({}).polluted") is None


def test_a_client_that_breaks_a_document_while_it_is_open(
    server: Server,
    page: Page,
    trap: Trap,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    process_id = new_process(process=placed(FAULTY))
    open_process(process_id)
    chart = Chart(page)
    chart.select("First call")
    break_document(server.url, process_id)
    chart.show_all()
    expect(chart.step("Links")).to_be_visible()
    expect(page.get_by_role("region", name="Problems")).not_to_contain_text("Not up to date")
    trap.check(page)
    # It is still a process that one can work with.
    page.get_by_role("complementary").get_by_label("Owner").fill("Anna")
    expect(badge(page, "Saved")).to_be_visible()
    assert "Anna" in str(server.get(f"/api/processes/{process_id}"))


def test_what_is_typed_stays_the_text_that_it_is(
    page: Page, trap: Trap, new_process: Callable[..., str], open_process: Callable[[str], Page]
) -> None:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.select("First call")
    details = page.get_by_role("complementary", name="Details")
    for label in ("Name", "What it is for", "What the prospect gains", "Notes"):
        field = details.get_by_role("textbox", name=label, exact=True)
        for text in TEXTS.values():
            field.fill(text)
        field.fill(TEXTS["image"])
        expect(field).to_have_value(TEXTS["image"])
    expect(chart.step(TEXTS["image"])).to_be_visible()
    page.get_by_label("Name of the process").fill(TEXTS["end of script"])
    expect(page).to_have_title(f"{TEXTS['end of script']} – Touchline")
    trap.check(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_becomes_no_link(
    page: Page,
    trap: Trap,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
    address: str,
) -> None:
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.select("First call")
    page.get_by_role("button", name="Add an asset").click()
    page.get_by_label("Asset 1, name").fill("A guide")
    page.get_by_label("Asset 1, web address").fill(address)
    page.get_by_label("Asset 1, web address").blur()
    expect(page.get_by_role("complementary").get_by_text("Type a web address")).to_be_visible()
    expect(page.get_by_role("link", name="Open “A guide”")).to_have_count(0)
    trap.check(page)


NOT_A_PROCESS = {
    "prose": "Dear Sir or Madam,\n\nthank you: we are in touch.\n",
    "json of something else": '{"users": [{"id": 1}], "touchline": 1}',
    "huge": "a: " + "x" * 5_000_000,
    "bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(
        f"{chr(98 + at)}: &{chr(98 + at)} [{','.join([f'*{chr(97 + at)}'] * 9)}]\n"
        for at in range(9)
    ),
    "binary": "PK\x03\x04\x14\x00\x06\x00\x08 \ufffd\ufffd\x01",
    "markup": '<img src=x onerror="window.__pwned=9">',
    "deep": "[" * 3_000,
}


@pytest.mark.parametrize("what", NOT_A_PROCESS)
def test_what_is_no_process_says_so_and_changes_nothing(
    server: Server,
    page: Page,
    trap: Trap,
    console: Console,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
    what: str,
) -> None:
    console.expect(r"status of (413|422)")
    process_id = new_process(process=placed(FAULTY))
    chart = Chart(open_process(process_id))
    before = server.get(f"/api/processes/{process_id}")
    chart.select("Lead arrives")
    paste(page, NOT_A_PROCESS[what])
    expect(page.get_by_text("That is not a process to paste")).to_be_visible()
    trap.check(page)
    expect(badge(page, "Saved")).to_be_visible()
    assert server.get(f"/api/processes/{process_id}") == before
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def paste(page: Page, text: str) -> None:
    """As the browser does it; the system's clipboard would take no NUL."""
    page.evaluate(
        """(text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData, bubbles: true });
            document.activeElement.dispatchEvent(event);
        }""",
        text,
    )


def directives(policy: str) -> dict[str, list[str]]:
    return {name: rest for name, *rest in (part.split() for part in policy.split(";"))}


def test_the_policy_of_the_pages_lets_nothing_inline_run(
    server: Server, new_process: Callable[..., str]
) -> None:
    process_id = new_process(process=FAULTY)
    for path in ("/", f"/process/{process_id}", "/nowhere/at/all"):
        policy = directives(httpx.get(server.url + path).headers["Content-Security-Policy"])
        assert policy["default-src"] == ["'none'"]
        assert policy["script-src"] == ["'self'"]
        assert policy["object-src"] == ["'none'"]
        assert policy["base-uri"] == ["'none'"]
        assert policy["frame-ancestors"] == ["'none'"]
        assert policy["connect-src"] == ["'self'"]
        assert policy["form-action"] == ["'self'"]
    for what in ("html", "svg"):
        address = f"{server.url}/api/processes/{process_id}/export?format={what}&inline=true"
        answer = httpx.get(address)
        policy = directives(answer.headers["Content-Security-Policy"])
        assert policy["default-src"] == ["'none'"]
        assert "script-src" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_policy_stops_what_is_injected_all_the_same(
    page: Page,
    console: Console,
    new_process: Callable[..., str],
    open_process: Callable[[str], Page],
) -> None:
    """Were there a hole in the editor after all, this is what would stand in it."""
    console.expect("Content Security Policy|ERR_BLOCKED_BY_CSP|Failed to load resource")
    open_process(new_process(process=FAULTY))
    injected: dict[str, Any] = page.evaluate(
        """() => new Promise((resolve) => {
            const blocked = new Set();
            addEventListener("securitypolicyviolation", (event) => {
                blocked.add(event.effectiveDirective);
                if (blocked.size === 3) resolve({ pwned: window.__pwned ?? null });
            });
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.__pwned=1'>");
            const script = document.createElement("script");
            script.textContent = "window.__pwned = 2";
            document.body.append(script);
            fetch("https://example.com/").catch(() => null);
        })"""
    )
    # All three were stopped: the attribute, the element and the request.
    assert injected["pwned"] is None
