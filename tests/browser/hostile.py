"""Text and documents that somebody made to break a page, and the trap that tells when one does."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import BrowserContext, Dialog, Page, Request
from pycrdt import Map
from websockets.sync.client import connect

from tests.api.editor import Editor

TEXTS = {
    "image": '<img src=x onerror="window.__pwned=1">',
    "script": "<script>window.__pwned=2</script>",
    "end of script": "</script></style></title></textarea><svg/onload=window.__pwned=3>",
    "svg": '<svg><animate onbegin="window.__pwned=4"/><a xlink:href="javascript:alert(4)">a</a>',
    "entities": "R&amp;D &lt;b&gt; &#60;img&#62; &",
    "template": "${window.__pwned=5} {{constructor.constructor('window.__pwned=5')()}}",
    "turned round": "invoice\u202egnp.exe\u202c and on",
    "zero width": "ze\u200bro\u200dwi\ufeffdth",
    "endless word": "W" * 2_000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 20,
    "controls": "bell\x07 escape\x1b[31m unit\x1f next\x85line",
    "quotes": '"\'`\\" onfocus=window.__pwned=6 autofocus x="',
    "prototype": "__proto__",
}
ADDRESSES = [
    "javascript:window.__pwned=7",
    "JaVaScRiPt:window.__pwned=7",
    " javascript:window.__pwned=7",
    "java\tscript:window.__pwned=7",
    "java\nscript:window.__pwned=7",
    "\x01javascript:window.__pwned=7",
    "data:text/html,<script>window.__pwned=7</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "https:javascript:window.__pwned=7",
]


class Trap:
    """Notices when something on a page runs, asks, or speaks with a foreign machine."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.sprung: list[str] = []
        self._home = home
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.on("page", self._page)

    def check(self, page: Page) -> None:
        assert page.evaluate("window.__pwned") is None
        assert self.sprung == []
        for link in page.locator("a[href]").all():
            address = str(link.evaluate("(link) => link.href"))
            assert address.startswith(("http://", "https://", "mailto:")), address

    def _dialog(self, dialog: Dialog) -> None:
        self.sprung.append(f"asked: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._home, "data:", "blob:", "about:")):
            self.sprung.append(f"asked for {request.url}")

    def _page(self, page: Page) -> None:
        if page.url not in ("about:blank", "") and not page.url.startswith(self._home):
            self.sprung.append(f"opened {page.url}")


def hostile_process() -> dict[str, Any]:
    """Well-formed as far as the API is concerned, and hostile in every field that takes text."""
    texts = list(TEXTS.values())
    steps = [
        {
            "id": f"step-{at}",
            "name": text,
            "kind": "contact" if at % 2 else "decision",
            "owner": texts[at - 1],
            "purpose": texts[at - 2],
            "prospect_gain": texts[at - 3],
            "notes": texts[at - 4],
            "stage": texts[at % 3],
            "checklist": [texts[at - 5], text],
            "exit_criteria": [texts[at - 6]],
            "assets": [{"name": text, "url": "https://example.com/?q=<img/onerror=1>"}],
            "allow": [{"rule": text, "reason": texts[at - 1]}],
        }
        for at, text in enumerate(texts)
    ]
    edges = [
        {"from": f"step-{at}", "to": f"step-{at + 1}", "max_wait": "2 days", "when": text}
        for at, text in enumerate(texts[:-1])
    ]
    return {
        "touchline": 1,
        "name": TEXTS["image"],
        "description": TEXTS["end of script"],
        "stages": texts[:3],
        "steps": steps,
        "edges": edges,
    }


def as_yaml(process: dict[str, Any]) -> str:
    """JSON is YAML, but for the characters that YAML does not let stand bare."""
    text = json.dumps(process, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\ufeff]", lambda bare: f"\\u{ord(bare[0]):04x}", text)


def break_document(url: str, process_id: str) -> None:
    """What a client that keeps to the protocol, and to nothing else, can write into a document.

    Shared types where a process has no place for them are refused, which tests of the API show.
    """
    address = url.replace("http:", "ws:") + f"/api/processes/{process_id}/live"
    # Without its own pings, which on a machine that is busy enough find the server late.
    with connect(address, origin=url, ping_interval=None) as socket:  # type: ignore[arg-type]

        class Wire:
            def send(self, message: bytes) -> None:
                socket.send(message)

            def receive(self) -> bytes:
                message = socket.recv(20)
                assert isinstance(message, bytes)
                return message

        editor = Editor(Wire()).open()
        editor.edit(lambda doc: write_odd_things(doc.get("steps", type=Map), doc))
        editor.until_saved()


def write_odd_things(steps: Map[Any], doc: Any) -> None:
    process, stages, edges = (doc.get(root, type=Map) for root in ("process", "stages", "edges"))
    process.update({"name": 17.0, "days": ["calendar"], "max_gap": "0 days", "warn_gap": True})
    process.update({"<b>": {"deep": [1.0, {"er": None}]}, "__proto__": {"polluted": True}})
    stages.update({"s1": Map({"name": TEXTS["script"], "order": 5.0}), "s2": "no map", "s3": 1.0})
    odd: dict[str, Any] = {
        "numbers": Map({"name": 1.0, "kind": 2.0, "owner": 3.0, "x": "12", "y": [1.0]}),
        "far": Map({"name": "Far away", "kind": "task", "x": 1e308, "y": -1e308}),
        "nowhere": Map({"name": "Nowhere", "kind": "task", "x": float("nan"), "y": float("inf")}),
        "lists": Map({"name": "Lists", "checklist": ["a"], "assets": "x", "allow": 1.0}),
        "array": [1.0, 2.0],
        "plain": {"name": "A plain object", "kind": "task"},
        "text": "only text",
        "kinds": Map({"name": TEXTS["image"], "kind": "<img>", "channel": "javascript:"}),
        "nul": Map({"name": "nul\x00nul", "kind": "contact", "notes": "a\x00b"}),
        "long": Map({"name": "L" * 20_000, "kind": "contact", "channel": "call"}),
        "links": Map(
            {
                "name": "Links",
                "kind": "contact",
                "assets": Map(
                    {
                        f"a{at}": Map({"name": f"Link {at}", "url": address, "order": "a0"})
                        for at, address in enumerate(ADDRESSES)
                    }
                ),
            }
        ),
        "__proto__": Map({"name": "Prototype", "kind": "task"}),
        "constructor": Map({"name": "Constructor", "kind": "task"}),
        "": Map({"name": "No id", "kind": "task"}),
        "<img src=x onerror=window.__pwned=8>": Map({"name": "Id of markup", "kind": "task"}),
        "k" * 5_000: Map({"name": "Endless id", "kind": "task"}),
    }
    for key, value in odd.items():
        steps[key] = value
    edges.update(
        {
            "e1": Map({"from": "numbers", "to": "far", "max_wait": "soon", "share": 1e308}),
            "e2": Map({"from": "numbers", "to": "__proto__"}),
            "e3": Map({"from": 1.0, "to": ["x"]}),
            "e4": Map({"from": "far", "to": "far", "when": TEXTS["svg"], "order": "￿"}),
            "e5": [],
            "__proto__": Map({"from": "far", "to": "links", "max_wait": "2 days"}),
        }
    )
