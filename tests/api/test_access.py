"""Beyond this machine only who has the link gets in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.api.test_refusals import problem
from touchline.api.app import create_app
from touchline.api.settings import Settings

TOKEN = "a-token-for-tests-0123456789"
HTML = {"Accept": "text/html,application/xhtml+xml"}
BASE_URL = "http://127.0.0.1:8000"


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    guarded = Settings(settings.database_url, token=TOKEN)
    with TestClient(create_app(guarded), base_url=BASE_URL, follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/process/abc", "/assets/x.js", "/nothing"])
def test_a_page_without_it_says_what_to_do(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 401
    assert "Open the link that Touchline printed" in answer.text
    assert "<a " not in answer.text, "every way on would lead back here"
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/api/processes", "/api/health", "/api/openapi.json"])
def test_a_program_without_it_gets_a_problem(client: TestClient, path: str) -> None:
    answer = client.get(path)
    problem(answer, 401)
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert client.post("/api/processes", json={"name": "X"}).status_code == 401


def test_the_link_sets_a_cookie_and_leads_on_without_the_token(client: TestClient) -> None:
    answer = client.get(f"/process/abc?token={TOKEN}&x=1", headers=HTML)
    assert (answer.status_code, answer.headers["location"]) == (303, "/process/abc?x=1")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert TOKEN not in cookie, "cookies go to other servers on this host, too"
    assert client.get("/api/processes").status_code == 200
    assert client.post("/api/processes", json={"name": "X"}).status_code == 201
    # The link again, as from a bookmark.
    assert client.get(f"/?token={TOKEN}").status_code == 303


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/%5cevil.example"])
def test_the_link_leads_to_no_other_host(client: TestClient, path: str) -> None:
    answer = client.get(f"{BASE_URL}{path}?token={TOKEN}")
    location = answer.headers.get("location", "/")
    assert location.startswith("/")
    assert location[1:2] not in ("/", "\\")


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer {TOKEN}"},
        {"Authorization": f"token {TOKEN}"},
        {"authorization": f"bearer  {TOKEN} "},
    ],
)
def test_a_program_sends_it_as_a_header(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/api/processes", headers=headers).status_code == 200


def test_a_program_can_send_it_in_the_address(client: TestClient) -> None:
    assert client.get(f"/api/processes?token={TOKEN}").status_code == 200


@pytest.mark.parametrize("given", ["wrong", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "", "ü"])
def test_a_wrong_one_is_refused(client: TestClient, given: str) -> None:
    problem(client.get("/api/processes", params={"token": given}), 403)
    answer = client.get("/", params={"token": given}, headers=HTML)
    assert (answer.status_code, "not the right one" in answer.text) == (403, True)
    assert "set-cookie" not in answer.headers
    headers = {"Authorization": f"Bearer {given}".encode()}
    problem(client.get("/api/processes", headers=headers), 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": TOKEN},
        {"Cookie": f"touchline-8000={TOKEN}"},
        {"Cookie": "touchline-8000="},
        {"Cookie": "=;;; touchline"},
    ],
)
def test_nothing_else_opens(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/api/processes", headers=headers).status_code == 401


def test_the_live_connection_needs_it_too(client: TestClient) -> None:
    allowed = {"Authorization": f"Bearer {TOKEN}"}
    created = client.post("/api/processes", json={"name": "X"}, headers=allowed).json()
    address = f"ws://127.0.0.1:8000/api/processes/{created['id']}/live"
    for headers, status in (({}, 401), ({"Authorization": "Bearer wrong"}, 403)):
        with (
            pytest.raises(WebSocketDisconnect) as refused,
            client.websocket_connect(address, headers=headers),
        ):
            pass
        assert getattr(refused.value, "status_code", None) == status
    with client.websocket_connect(address, headers=allowed) as session:
        assert session.receive_bytes()


def test_a_foreign_host_is_refused_before_the_token_counts(client: TestClient) -> None:
    headers = {"Host": "evil.example", "Authorization": f"Bearer {TOKEN}"}
    problem(client.get("/api/processes", headers=headers), 403)


def test_the_settings_do_not_tell_it() -> None:
    assert TOKEN not in repr(Settings("sqlite:///x", token=TOKEN))
