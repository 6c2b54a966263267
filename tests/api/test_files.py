"""Files in and out: import, export, and YAML read and written for the clipboard."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.test_processes import SALE, address, create, names
from tests.twins import cases
from touchline import templates
from touchline.api.drawn import disposition
from touchline.api.file_names import safe_file_name
from touchline.formats import all_formats, formats_by_id

YAML = {"Content-Type": "text/yaml"}
BROKEN = """\
name: Sale
steps:
  - {id: lead, name: Lead, kind: strat}
edges:
  - {from: lead, to: nowhere}
"""


def test_a_yaml_file_is_imported(client: TestClient) -> None:
    text = templates.load("renewal")[1] if "renewal" in templates.names() else ""
    text = text or templates.load(templates.names()[0])[1]
    answer = client.post("/api/processes/import", content=text.encode(), headers=YAML)
    assert answer.status_code == 201
    assert answer.headers["location"] == address(answer.json())


def test_a_dropped_file_is_imported(client: TestClient) -> None:
    _, text = templates.load("inbound-demo")
    answer = client.post("/api/processes/import", files={"file": ("my sale.yaml", text)})
    assert answer.status_code == 201
    assert answer.json()["process"] == client.get("/api/templates/inbound-demo").json()["process"]


@pytest.mark.parametrize("format", [one.id for one in all_formats() if one.reads and one.writes])
def test_what_is_exported_is_imported_as_the_same(client: TestClient, format: str) -> None:
    head = create(client)
    exported = client.get(f"{address(head)}/export", params={"format": format})
    assert exported.headers["content-type"] == formats_by_id()[format].content_type
    kept = client.get(address(head)).json()
    as_body = client.post(
        "/api/processes/import",
        content=exported.content,
        headers={"Content-Type": exported.headers["content-type"]},
    )
    dropped = client.post(
        "/api/processes/import", files={"file": (f"sale.{format}", exported.content)}
    )
    for again in (as_body, dropped):
        assert again.status_code == 201
        assert again.json()["process"] == kept


def test_every_format_is_described_and_can_be_had(client: TestClient) -> None:
    head = create(client)
    export = client.get("/api/openapi.json").json()["paths"]["/api/processes/{process_id}/export"]
    described = export["get"]["responses"]["200"]["content"]
    for one in all_formats():
        assert (one.media_type in described) == (one.writes is not None)
        answer = client.get(f"{address(head)}/export", params={"format": one.id})
        assert answer.status_code == 200
        assert answer.headers["content-type"] == one.content_type


@pytest.mark.parametrize("way", ["body", "form"])
def test_a_bad_file_is_refused_whole_with_every_line(client: TestClient, way: str) -> None:
    if way == "body":
        answer = client.post("/api/processes/import", content=BROKEN, headers=YAML)
    else:
        answer = client.post("/api/processes/import", files={"file": ("bad.yaml", BROKEN)})
    assert answer.status_code == 422
    kind, to = answer.json()["errors"]
    assert (kind["path"], kind["line"]) == ("steps[0].kind", 3)
    assert "Did you mean “start”?" in kind["message"]
    assert kind["quote"].strip() == "- {id: lead, name: Lead, kind: strat}"
    assert (to["path"], to["line"], to["column"]) == ("edges[0].to", 5, 22)
    assert names(client) == []


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"\xff\xfe", YAML),
        (b"a: &a [*a]", YAML),
        (b"!!python/object:os.system {}", YAML),
        (b"[" * 10_000, YAML),
        (b"", YAML),
        (b"--b--", {"Content-Type": "multipart/form-data; boundary=b"}),
        (b"garbage", {"Content-Type": "multipart/form-data"}),
        (
            b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--b--\r\n',
            {"Content-Type": "multipart/form-data; boundary=b"},
        ),
    ],
)
def test_a_hostile_file_is_a_problem(
    client: TestClient, content: bytes, headers: dict[str, str]
) -> None:
    answer = client.post("/api/processes/import", content=content, headers=headers)
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert names(client) == []


def test_an_exported_yaml_file_is_imported_as_the_same(client: TestClient) -> None:
    created = create(client)
    exported = client.get(f"{address(created)}/export")
    assert exported.headers["content-type"] == "application/yaml; charset=utf-8"
    again = client.post("/api/processes/import", content=exported.content, headers=YAML)
    assert again.json()["process"] == created["process"]


def test_an_exported_json_file_is_the_process(client: TestClient) -> None:
    created = create(client)
    exported = client.get(f"{address(created)}/export", params={"format": "json"})
    assert exported.json() == created["process"]


@pytest.mark.parametrize("file", ["svg", "png", "pdf", "dot", "html"])
def test_a_process_is_exported_as_a_file_named_after_it(client: TestClient, file: str) -> None:
    created = create(client)
    exported = client.get(f"{address(created)}/export", params={"format": file, "view": "mindmap"})
    assert exported.status_code == 200
    assert exported.headers["content-disposition"] == (
        f"attachment; filename=\"Sale.{file}\"; filename*=UTF-8''Sale.{file}"
    )


def test_a_thumbnail_is_asked_for_only_when_it_changes(client: TestClient) -> None:
    created = create(client)
    thumbnail = f"{address(created)}/thumbnail.svg?theme=dark"
    first = client.get(thumbnail)
    assert first.headers["content-disposition"].startswith("inline")
    unchanged = client.get(thumbnail, headers={"If-None-Match": first.headers["etag"]})
    assert unchanged.status_code == 304
    client.patch(address(created), json={"max_gap": "9 days"}, headers={"If-Match": "*"})
    changed = client.get(thumbnail, headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200


def test_what_is_in_the_bin_can_still_be_looked_at(client: TestClient) -> None:
    created = create(client)
    client.delete(address(created))
    assert client.get(f"{address(created)}/export?format=svg").status_code == 200
    assert client.get(f"{address(created)}/thumbnail.svg").status_code == 200


@pytest.mark.parametrize(
    ("name", "plain", "full"),
    [
        ("Sale", "Sale.svg", "Sale.svg"),
        ("Müller & Söhne", "M_ller S_hne.svg", "M%C3%BCller%20S%C3%B6hne.svg"),
        ('a"; filename="x.exe', "a filename x exe.svg", "a%20filename%20x%20exe.svg"),
        ("../../etc/passwd", "etc passwd.svg", "etc%20passwd.svg"),
        ("a\r\nSet-Cookie: x", "a Set-Cookie x.svg", "a%20Set-Cookie%20x.svg"),
        ("???", "process.svg", "process.svg"),
        ("\u202egnp", "gnp.svg", "gnp.svg"),
        ("x" * 500, "x" * 80 + ".svg", "x" * 80 + ".svg"),
    ],
)
def test_a_file_name_is_only_a_name(name: str, plain: str, full: str) -> None:
    assert disposition(f"{name}.svg", inline=False) == (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
    )


@pytest.mark.parametrize("case", cases("file_names"), ids=lambda case: ascii(case["name"]))
def test_a_file_name_is_one_on_every_system(case: dict[str, str]) -> None:
    assert safe_file_name(case["name"]) == case["safe"]


def test_a_file_name_is_short_enough_for_every_disk() -> None:
    name = safe_file_name("営" * 500 + ".yaml")
    assert len(name.encode()) <= 205
    assert name.endswith("営.yaml")


def test_a_process_called_like_a_device_is_saved_under_another_name(client: TestClient) -> None:
    created = create(client, name="CON")
    answer = client.get(f"{address(created)}/export?format=yaml")
    assert 'filename="CON process.yaml"' in answer.headers["content-disposition"]


def test_yaml_is_read_without_being_stored(client: TestClient) -> None:
    text = client.post("/api/write", json=SALE).text
    answer = client.post("/api/read", content=text, headers=YAML)
    process: dict[str, Any] = answer.json()["process"]
    assert process["steps"] == SALE["steps"]
    assert process["edges"] == SALE["edges"]
    assert names(client) == []
    bad = client.post("/api/read", content=BROKEN, headers=YAML)
    assert [error["line"] for error in bad.json()["errors"]] == [3, 5]
