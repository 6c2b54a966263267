"""What the tests of drawings have in common: small processes, and a reader of SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

from touchline.checking.wellformed import read_process
from touchline.model.process import Process

SVG = "{http://www.w3.org/2000/svg}"


def wholly_named(text: str, url: str = "https://example.com/a") -> Process:
    """A process of every kind of step with one text in every field that a person types into."""
    details = {
        "owner": text,
        "purpose": text,
        "prospect_gain": text,
        "checklist": [text],
        "exit_criteria": [text],
        "assets": [{"name": text, "url": url}],
        "notes": text,
        "allow": [{"rule": "gap", "reason": text}],
    }
    kinds: list[dict[str, Any]] = [
        {"id": "a", "kind": "start", "stage": text},
        {"id": "b", "kind": "decision", "stage": text},
        {"id": "c", "kind": "contact", "channel": "article", "stage": text},
        {"id": "d", "kind": "task"},
        {"id": "e", "kind": "end", "outcome": "won"},
    ]
    waits: list[tuple[str, str, str | None]] = [
        ("a", "b", "9 days"),
        ("b", "c", "1 day"),
        ("c", "d", "4 days"),
        ("d", "e", "0 days"),
        ("b", "b", "1 hour"),
    ]
    return read_process(
        {
            "name": text,
            "description": text,
            "stages": [text],
            "steps": [{**step, "name": text, **details} for step in kinds],
            "edges": [
                {
                    "from": source,
                    "to": target,
                    "max_wait": wait,
                    "when": text,
                    "allow": [{"rule": "wait-missing", "reason": text}],
                }
                for source, target, wait in waits
            ],
        }
    )


def groups(svg: bytes, role: str) -> Iterator[ET.Element]:
    """The groups of one role, such as `step`, in an SVG."""
    for group in ET.fromstring(svg).iter(f"{SVG}g"):
        if role in group.get("class", "").split():
            yield group


def words(element: ET.Element) -> str:
    """All text of an element, its lines joined and every space taken out."""
    return squeezed("".join(text.text or "" for text in element.iter(f"{SVG}text")))


def squeezed(text: str) -> str:
    """A text without its spaces, since a chart breaks lines where it likes."""
    return "".join(text.split())
