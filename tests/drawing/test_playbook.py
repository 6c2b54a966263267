"""The playbook is a page that a team prints and works from."""

from __future__ import annotations

import re

import pytest

from tests.drawing.test_mindmap import detailed
from touchline.checking.notation import process
from touchline.checking.wellformed import read_process
from touchline.drawing.options import Options
from touchline.drawing.playbook.book import playbook
from touchline.drawing.pool import DrawingLimitError, Pool
from touchline.model.process import Process


def touching() -> Process:
    data = {
        "name": "With touches",
        "stages": ["Talk", "Win"],
        "steps": [
            {"id": "in", "name": "Enquiry", "kind": "start", "stage": "Talk"},
            {
                "id": "recap",
                "name": "Recap of the call",
                "kind": "contact",
                "channel": "recap",
                "stage": "Talk",
                "owner": "Ann",
                "duration": "30 minutes",
                "prospect_gain": "Has it in writing",
                "checklist": ["Within the day"],
                "assets": [{"name": "Recap form", "url": "https://example.com/recap"}],
                "allow": [{"rule": "gap", "reason": "Everybody is on holiday", "up_to": "9 days"}],
            },
            {"id": "won", "name": "Order", "kind": "end", "outcome": "won", "stage": "Win"},
        ],
        "edges": [
            {"from": "in", "to": "recap", "max_wait": "1 day", "when": "They ring", "share": 0.5},
            {"from": "recap", "to": "won", "max_wait": "8 days"},
        ],
    }
    return read_process(data)


def plain(page: str) -> str:
    without_charts = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    without_tags = re.sub(r"<[^>]*>", " ", without_charts.split("</style>")[1])
    return " ".join(without_tags.split())


def test_it_stands_alone_and_has_no_script() -> None:
    page = playbook(touching())
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert re.findall(r'(?:src|xlink:href)="', page) == []
    assert set(re.findall(r'href="(?!#)([^"]*)"', page)) == {"https://example.com/recap"}


def test_it_has_charts_of_the_whole_and_of_each_stage() -> None:
    page = playbook(touching())
    assert page.count('role="img"') == 4
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "every id is there once"


def test_every_link_within_leads_somewhere() -> None:
    page = playbook(detailed(9))
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_a_step_has_its_details_and_what_comes_next() -> None:
    text = plain(playbook(touching(), Options(date="1 May 2027")))
    assert "1 May 2027" in text
    assert "1.2 Recap of the call Recap · Ann · 30 minutes" in text
    assert "Checklist Within the day" in text
    assert "At once" not in text
    assert "≤ 8 days: 2.1 Order 8 days of silence, allowed" in text.replace("\xa0", " ")


def test_what_to_send_when_lists_the_touches() -> None:
    text = plain(playbook(touching())).replace("\xa0", " ")
    row = text.split("What it gives the prospect")[1]
    assert row.startswith(
        " ≤ 1 day after 1.1 Enquiry , if They ring (50 % of deals) 1.2 Recap of the call "
        "Recap form Recap Ann Has it in writing"
    )
    assert "sends no content" in plain(playbook(process("start -> call 1d -> won 1d")))


def test_it_tells_the_truth_about_what_remains() -> None:
    text = plain(playbook(touching()))
    assert "Allowed: Everybody is on holiday (up to 9 days)" in text
    assert "8 days the longest silence there is, allowed as an exception" in text
    excused = "The longest silence is 8 days, allowed as an exception; 5 days are allowed."
    assert excused in text
    unsound = plain(playbook(process("start -> call 9d")))
    assert "Not sound yet: 3 errors to be mended." in unsound
    assert "Nothing follows yet." in unsound


def test_a_chart_that_cannot_be_drawn_does_not_cost_the_handbook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def strike(*_: object) -> bytes:
        raise DrawingLimitError("the drawing was stopped, as it was told")

    monkeypatch.setattr(Pool, "ask", strike)
    page = playbook(touching())
    assert page.count("There is no chart here") == 4
    assert "as it was told." in page
    assert "Recap of the call" in page
