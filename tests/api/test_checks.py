"""Checks, fixes, layouts and drawings of a process that is sent."""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.test_processes import SALE
from touchline import templates
from touchline.checking.rules import all_rules
from touchline.formats import formats_by_id
from touchline.formats.format import Written
from touchline.model.errors import DrawingError
from touchline.workers.job import Job
from touchline.workers.tasks import drawings, drawn

HOSTILE = '<b>"\\N\n</title><script>alert(1)</script> javascript:x \u202e\U0001f600'


def test_a_report_says_all_that_the_editor_shows(client: TestClient) -> None:
    report = client.post("/api/check", json=SALE).json()
    assert report["sound"] is False
    assert report["longest_gap_days"] == 7
    assert report["counts"]["error"] == 1
    assert report["counts"].keys() == {"error", "warning", "info"}
    [gap] = [finding for finding in report["findings"] if finding["rule"] == "gap"]
    assert (
        gap.items()
        >= {
            "severity": "error",
            "steps": ["call", "won"],
            "edges": [["call", "won"]],
            "days": 7,
            "waived": None,
            "waived_up_to_days": None,
        }.items()
    )
    assert gap["id"]
    assert [fix.keys() for fix in gap["fixes"]] == [{"id", "label", "by_all"}]
    assert report["edge_silences"] == [
        {"from": "lead", "to": "call", "days": 1, "level": "calm"},
        {"from": "call", "to": "won", "days": 7, "level": "over"},
    ]
    assert [score["step"] for score in report["step_scores"]] == ["lead", "call", "won"]
    assert [score["stage"] for score in report["stage_scores"]] == ["Talk"]


def test_one_fix_is_applied(client: TestClient) -> None:
    report = client.post("/api/check", json=SALE).json()
    [gap] = [finding for finding in report["findings"] if finding["rule"] == "gap"]
    body = {"process": SALE, "finding": gap["id"], "fix": gap["fixes"][0]["id"]}
    answer = client.post("/api/fix", json=body).json()
    assert answer["report"]["sound"] is True
    assert answer["plan"][0].startswith("Add “")
    assert answer["changes"][0] == answer["plan"][0].replace("Add “", "Added “")
    assert len(answer["changes"]) == len(answer["plan"])
    assert len(answer["process"]["steps"]) > len(SALE["steps"])
    assert answer["report"] == client.post("/api/check", json=answer["process"]).json()


@pytest.mark.parametrize("which", [True, "gap"])
def test_all_gaps_are_fixed_at_once(client: TestClient, which: Any) -> None:
    answer = client.post("/api/fix", json={"process": SALE, "all": which}).json()
    assert "gap" not in {finding["rule"] for finding in answer["report"]["findings"]}


@pytest.mark.parametrize(
    ("choice", "status"),
    [
        ({}, 422),
        ({"finding": "gap:call"}, 422),
        ({"fix": "insert-touches"}, 422),
        ({"all": False}, 422),
        ({"all": True, "finding": "x", "fix": "y"}, 422),
        ({"all": "no-such-rule"}, 422),
        ({"colour": "red"}, 422),
        ({"finding": "gap:nothing", "fix": "insert-touches"}, 409),
    ],
)
def test_a_fix_that_cannot_be_made_is_refused(
    client: TestClient, choice: dict[str, Any], status: int
) -> None:
    answer = client.post("/api/fix", json={"process": SALE, **choice})
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_a_layout_places_every_step_and_edge(client: TestClient) -> None:
    sizes = {"call": {"width": 300, "height": 90}}
    body = {"process": SALE, "direction": "LR", "sizes": sizes}
    placed = client.post("/api/layout", json=body).json()
    assert placed["positions"].keys() == {"lead", "call", "won"}
    assert [(edge["from"], edge["to"]) for edge in placed["edges"]] == [
        ("lead", "call"),
        ("call", "won"),
    ]
    assert all(len(edge["points"]) % 3 == 1 for edge in placed["edges"])
    assert placed["positions"]["lead"]["x"] < placed["positions"]["call"]["x"]
    assert placed["positions"]["won"]["x"] >= placed["positions"]["call"]["x"] + 300
    assert placed["simplified"] is False


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        ({"direction": "up"}, "direction"),
        ({"sizes": {"call": {"width": 0, "height": 5}}}, "sizes.call.width"),
        ({"sizes": {"call": {"width": "wide", "height": 5}}}, "sizes.call.width"),
        ({"sizes": []}, "sizes"),
        ({"shape": "round"}, "shape"),
    ],
)
def test_a_layout_that_is_not_understood_is_refused(
    client: TestClient, choice: dict[str, Any], path: str
) -> None:
    answer = client.post("/api/layout", json={"process": SALE, **choice})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == path


@pytest.mark.parametrize("view", ["flowchart", "mindmap"])
@pytest.mark.parametrize(
    ("file", "media_type", "start"),
    [
        ("svg", "image/svg+xml", b"<svg"),
        ("png", "image/png", b"\x89PNG"),
        ("pdf", "application/pdf", b"%PDF"),
        ("dot", "text/vnd.graphviz; charset=utf-8", b""),
    ],
)
def test_a_process_is_drawn(
    client: TestClient, view: str, file: str, media_type: str, start: bytes
) -> None:
    body = {"process": SALE, "view": view, "format": file, "theme": "dark", "legend": True}
    answer = client.post("/api/render", json=body)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.content.startswith(start)
    assert answer.headers["content-disposition"].startswith("inline")
    assert "x-touchline-simplified" not in answer.headers


def test_the_playbook_is_a_page_without_script(client: TestClient) -> None:
    body = {"process": {**SALE, "name": HOSTILE}, "format": "html"}
    answer = client.post("/api/render", json=body)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script" not in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_drawing_can_do_nothing_in_a_page(client: TestClient) -> None:
    steps = [{**step, "name": HOSTILE} for step in SALE["steps"]]
    body = {"process": {**SALE, "name": HOSTILE, "steps": steps}, "title": True}
    answer = client.post("/api/render", json=body)
    names = {
        element.tag.rpartition("}")[2] for element in ElementTree.fromstring(answer.text).iter()
    }
    assert not names & {"script", "foreignObject", "image", "use", "style"} - {"style"}
    assert answer.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("file", ["svg", "html"])
def test_a_drawing_brings_its_letters_unless_the_page_has_them(
    client: TestClient, file: str
) -> None:
    body = {"process": SALE, "format": file}
    assert "@font-face" in client.post("/api/render", json=body).text
    assert "@font-face" not in client.post("/api/render", json={**body, "fonts": False}).text


class InThisProcess:
    """Does the work here, where a test can put something else in its place."""

    async def run(self, job: Job[Any]) -> Any:
        return job.function(*job.args)


@pytest.fixture
def client_here(client: TestClient) -> TestClient:
    app: Any = client.app
    app.state.services = dataclasses.replace(app.state.services, pool=InThisProcess())
    return client


def test_a_drawing_with_less_care_says_so(
    client_here: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    simplified = dataclasses.replace(
        formats_by_id()["svg"], writes=lambda *_: Written(b"<svg/>", simplified=True)
    )
    monkeypatch.setattr(drawn, "formats_by_id", lambda: {"svg": simplified})
    answer = client_here.post("/api/render", json={"process": SALE})
    assert answer.headers["x-touchline-simplified"] == "true"


def test_a_drawing_that_strikes_a_limit_is_a_problem(
    client_here: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(*_: object) -> None:
        raise DrawingError("The chart takes more than 10 seconds; draw a part of it.")

    monkeypatch.setattr(drawings, "drawn", too_large)
    answer = client_here.post("/api/render", json={"process": SALE})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("The chart takes more than 10 seconds")


def test_templates_are_listed_with_what_a_card_shows(client: TestClient) -> None:
    cards = client.get("/api/templates").json()
    assert [card["name"] for card in cards] == list(templates.names())
    for card in cards:
        assert card.keys() == {"name", "title", "description", "steps", "stages", "max_gap"}
        assert card["description"]
        assert card["steps"] >= 12


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_template_has_a_thumbnail_that_the_browser_keeps(client: TestClient, theme: str) -> None:
    address = f"/api/templates/inbound-demo/thumbnail.svg?theme={theme}"
    answer = client.get(address)
    assert answer.headers["content-type"] == "image/svg+xml"
    again = client.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["inbound", "..%2f..%2fREADME", "no/thumbnail.svg"])
def test_a_template_that_is_not_there_is_404(client: TestClient, path: str) -> None:
    assert client.get(f"/api/templates/{path}").status_code == 404


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules()])
def test_every_rule_is_explained_with_its_cases(client: TestClient, rule: str) -> None:
    page = client.get(f"/api/rules/{rule}").json()
    assert page["why"]
    assert page["sound"]
    assert page["faulty"]
    for case in page["sound"]:
        assert case["findings"] == []
    for case in page["faulty"]:
        assert {finding["rule"] for finding in case["findings"]} == {rule}


def test_the_cases_of_a_rule_are_drawn(client: TestClient) -> None:
    page = client.get("/api/rules/dead-end").json()
    for group in ("sound", "faulty", "mended"):
        for case in page[group]:
            answer = client.get(case["drawing"])
            assert answer.status_code == 200, case["drawing"]
            assert answer.text.startswith("<svg")
    for missing in ("faulty-99.svg", "faulty-0.svg", "bad-1.svg", "faulty-x.svg"):
        assert client.get(f"/api/rules/dead-end/{missing}").status_code in (404, 422)


def test_all_rules_are_listed(client: TestClient) -> None:
    rules = client.get("/api/rules").json()
    assert [rule["id"] for rule in rules] == [rule.id for rule in all_rules()]


def test_an_unknown_rule_names_the_nearest(client: TestClient) -> None:
    answer = client.get("/api/rules/dead-ends")
    assert answer.status_code == 404
    assert "Did you mean “dead-end”?" in answer.json()["detail"]


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules()])
def test_a_right_picture_is_described_by_what_was_done_to_the_wrong_one(
    client: TestClient, rule: str
) -> None:
    page = client.get(f"/api/rules/{rule}").json()
    wrong = {case["name"] for case in page["faulty"]}
    for case in page["mended"]:
        assert case["name"]
        assert not any(says in case["name"] for says in wrong), case["name"]


def test_the_right_picture_of_a_silence_names_the_touch_in_it(client: TestClient) -> None:
    page = client.get("/api/rules/gap-near-limit").json()
    assert page["mended"][0]["name"].startswith("Added “Recap after call”, a recap.")
