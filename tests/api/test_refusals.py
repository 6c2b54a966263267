"""What the server refuses, and how it says so: always as a problem, never with a traceback."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import Message
from starlette.websockets import WebSocketDisconnect

from tests.api.conftest import BASE_URL
from touchline.api.app import create_app
from touchline.api.settings import Settings
from touchline.model.limits import MAX_FILE_BYTES
from touchline.store import NotStored, ProcessStore

JSON = {"Content-Type": "application/json"}


def problem(answer: Any, status: int) -> dict[str, Any]:
    """The problem in an answer, which must be one."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    content: dict[str, Any] = answer.json()
    assert content.keys() == {"type", "title", "status", "detail", "errors"}
    assert content["status"] == status
    assert "Traceback" not in content["detail"]
    return content


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8000",
        "127.0.0.1@evil.example",
        "127.0.0.1:8000/evil.example",
        "127.0.0.1:port",
        "[::1",
        "",
        "0.0.0.0",
        "127.0.0.2",
    ],
)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    problem(client.get("/api/health", headers={"Host": host}), 403)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000"])
def test_this_machine_is_no_foreign_host(client: TestClient, host: str) -> None:
    assert client.get("/api/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8000", "", "x"],
)
def test_a_page_of_another_site_is_refused(client: TestClient, origin: str) -> None:
    answer = client.post("/api/processes", json={"name": "X"}, headers={"Origin": origin})
    problem(answer, 403)
    assert client.get("/api/processes").json() == []


def test_our_own_page_is_let_in(client: TestClient) -> None:
    answer = client.post("/api/processes", json={"name": "X"}, headers={"Origin": BASE_URL})
    assert answer.status_code == 201


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
def test_a_foreign_websocket_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    process_id = client.post("/api/processes", json={"name": "X"}).json()["id"]
    address = f"ws://127.0.0.1:8000/api/processes/{process_id}/live"
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        client.websocket_connect(address, headers=headers),
    ):
        pass
    assert getattr(refused.value, "status_code", None) == 403


FOLLOWED = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("method", "path", "more"),
    [
        ("GET", "/api/processes", {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}),
        ("GET", "/api/processes", FOLLOWED),
        ("POST", "/api/processes", FOLLOWED),
        ("DELETE", "/api/processes/x", {}),
        ("GET", "/assets/x.js", {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}),
        ("GET", "/", {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}),
        ("POST", "/", FOLLOWED),
        ("GET", "/", {}),
    ],
)
def test_a_page_of_another_site_is_known_without_its_origin(
    client: TestClient, site: str, method: str, path: str, more: dict[str, str]
) -> None:
    problem(client.request(method, path, headers={"Sec-Fetch-Site": site, **more}), 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_link_to_one_of_our_pages_can_be_followed(
    client: TestClient, method: str, site: str
) -> None:
    headers = {"Sec-Fetch-Site": site, **FOLLOWED, "Sec-Fetch-User": "?1"}
    assert client.request(method, "/", headers=headers).status_code == 200


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_our_own_pages_and_the_person_want_is_let_in(client: TestClient, site: str) -> None:
    for path in ("/", "/api/processes"):
        assert client.get(path, headers={"Sec-Fetch-Site": site}).status_code == 200


def test_a_foreign_websocket_is_known_without_its_origin(client: TestClient) -> None:
    address = "ws://127.0.0.1:8000/api/processes/x/live"
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        client.websocket_connect(address, headers={"Sec-Fetch-Site": "cross-site"}),
    ):
        pass
    assert getattr(refused.value, "status_code", None) == 403


def test_names_that_the_server_was_given_are_let_in(settings: Settings) -> None:
    named = Settings(
        settings.database_url,
        allowed_hosts=("sales.example", "::"),
        allowed_origins=("http://127.0.0.1:5173",),
    )
    with TestClient(create_app(named), base_url="http://sales.example") as client:
        assert client.get("/api/health").status_code == 200
        for origin in ("http://sales.example", "http://127.0.0.1:5173"):
            answer = client.post("/api/processes", json={"name": "X"}, headers={"Origin": origin})
            assert answer.status_code == 201


def test_a_body_over_2_mib_is_413(client: TestClient) -> None:
    body = b'{"name": "' + b"x" * MAX_FILE_BYTES + b'"}'
    for path in ("/api/check", "/api/processes", "/api/processes/import", "/api/fix"):
        assert "2 MiB" in problem(client.post(path, content=body, headers=JSON), 413)["detail"]


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/api/check", "application/json"),
        ("/api/processes/import", "text/yaml"),
        ("/api/processes/import", "multipart/form-data; boundary=b"),
    ],
)
def test_a_body_that_does_not_say_how_long_it_is_is_counted(
    client: TestClient, path: str, media_type: str
) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
        for _ in range(64):
            yield b"x" * 65_536

    headers = {"Content-Type": media_type}
    problem(client.post(path, content=chunks(), headers=headers), 413)


def test_a_body_of_exactly_2_mib_is_read(client: TestClient) -> None:
    body = b'{"name": ""}'
    answer = client.post("/api/check", content=body.ljust(MAX_FILE_BYTES), headers=JSON)
    assert problem(answer, 422)["errors"][0]["path"] == "name"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"name": "a",}',
        b"\xff\xfe",
        b'{"name": NaN}',
        b'{"name": 1e999}',
        b'{"name": "a", "name": "b"}',
        b'{"max_gap": ' + b"9" * 5000 + b"}",
        b"nul",
        b'"\\ud800',
    ],
)
def test_what_is_not_json_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/check", content=body, headers=JSON)
    assert answer.status_code in (400, 422)
    problem(answer, answer.status_code)


def test_bad_json_is_told_with_its_place(client: TestClient) -> None:
    answer = client.post("/api/check", content=b'{\n  "name": oops\n}', headers=JSON)
    [error] = problem(answer, 400)["errors"]
    assert (error["line"], error["column"]) == (2, 11)


@pytest.mark.parametrize("depth", [60, 100_000])
@pytest.mark.parametrize("ends", [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused(client: TestClient, depth: int, ends: tuple[str, str]) -> None:
    body = ends[0] * depth + "1" + ends[1] * depth
    problem(client.post("/api/check", content=body, headers=JSON), 422)
    created = client.post("/api/processes", json={"name": "X"}).json()
    headers = {**JSON, "If-Match": created["etag"]}
    problem(client.patch(f"/api/processes/{created['id']}", content=body, headers=headers), 422)


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", "", "json"])
def test_another_media_type_is_415(client: TestClient, media_type: str) -> None:
    answer = client.post("/api/check", content=b"{}", headers={"Content-Type": media_type})
    assert "application/json" in problem(answer, 415)["detail"]


@pytest.mark.parametrize("value", ["\ud800", "\x00", "a\x00b"])
def test_half_characters_and_nul_are_refused_or_kept_out(client: TestClient, value: str) -> None:
    body = json.dumps({"name": value})
    answer = client.post("/api/processes", content=body, headers=JSON)
    problem(answer, 422)


def test_every_error_of_a_process_is_listed_at_once(client: TestClient) -> None:
    body = {
        "name": "A",
        "steps": [
            {"id": "a", "name": "A", "kind": "contat"},
            {"id": "a", "name": "", "kind": "task", "duration": "soon"},
        ],
        "edges": [{"from": "a", "to": "b"}],
        "colour": "red",
    }
    errors = problem(client.post("/api/check", json=body), 422)["errors"]
    assert [error["path"] for error in errors] == [
        "steps[0].kind",
        "steps[1].id",
        "steps[1].name",
        "steps[1].duration",
        "edges[0].to",
        "colour",
    ]
    assert "Did you mean “contact”?" in errors[0]["message"]


def test_unknown_pages_and_methods_are_problems(client: TestClient) -> None:
    problem(client.get("/api/nothing"), 404)
    problem(client.get("/nothing"), 404)
    answer = client.put("/api/health")
    problem(answer, 405)
    assert answer.headers["allow"] == "GET"


def test_a_query_that_is_not_understood_names_the_parameter(client: TestClient) -> None:
    created = client.post("/api/processes", json={"name": "X"}).json()
    answer = client.get(f"/api/processes/{created['id']}/export?format=docx&theme=pink")
    errors = problem(answer, 422)["errors"]
    assert [error["path"] for error in errors] == ["query.format", "query.theme"]


def test_a_fault_is_500_without_a_traceback(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(ProcessStore, "listed", broken)
    answer = client.get("/api/processes")
    assert "secret" not in json.dumps(problem(answer, 500))
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_who_leaves_before_the_question_is_whole_is_no_fault(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The editor gives up a check that is overtaken by a newer one."""
    answers: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        answers.append(message)

    headers = [(b"host", b"127.0.0.1:8000"), (b"content-type", b"application/json")]
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http"}
    scope |= {"method": "POST", "path": "/api/check", "raw_path": b"/api/check", "root_path": ""}
    scope |= {"query_string": b"", "headers": headers, "server": ("127.0.0.1", 8000)}
    asyncio.run(client.app(scope, receive, send))
    assert answers == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(("passing", "status"), [(True, 503), (False, 507)])
def test_a_store_that_cannot_write_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, passing: bool, status: int
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotStored("The disk is full.", passing=passing)

    created = client.post("/api/processes", json={"name": "X"}).json()
    monkeypatch.setattr(ProcessStore, "append", full)
    answer = client.patch(
        f"/api/processes/{created['id']}", json={"name": "Y"}, headers={"If-Match": "*"}
    )
    assert problem(answer, status)["detail"] == "The disk is full."
    assert ("retry-after" in answer.headers) is passing
    # What could not be stored is not shown either.
    assert client.get(f"/api/processes/{created['id']}").json()["name"] == "X"


def test_every_answer_carries_the_security_headers(client: TestClient, tmp_path: Path) -> None:
    assert tmp_path.exists()
    for path in ("/", "/api/health", "/nothing", "/api/templates", "/process/nosuch"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"].split("; ")
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "object-src 'none'" in policy
        assert "base-uri 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers
