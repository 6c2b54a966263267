"""What a browser gets: the editor's shell, its files, pages for errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import BASE_URL
from tests.api.test_processes import create
from touchline.api.app import create_app
from touchline.api.settings import Settings

HTML = {"Accept": "text/html"}


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Built</title>")
    (folder / "assets" / "index-Dk3_x9Qa.js").write_text("export {};\n" * 500)
    (folder / "assets" / "logo.svg").write_text("<svg/>")
    (folder / "secret.txt").write_text("secret")
    return folder


@pytest.fixture
def client(settings: Settings, frontend: Path) -> TestClient:
    chosen = Settings(settings.database_url, frontend_dir=frontend)
    with TestClient(create_app(chosen), base_url=BASE_URL) as client:
        yield client


def test_the_shell_is_served_for_both_screens(client: TestClient) -> None:
    created = create(client)
    for path in ("/", f"/process/{created['id']}"):
        answer = client.get(path)
        assert (answer.status_code, "Built" in answer.text) == (200, True)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == "no-cache"


def test_head_is_get_without_its_body(client: TestClient) -> None:
    for path in ("/", "/api/health", "/assets/logo.svg", "/nothing"):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert head.headers["content-type"] == get.headers["content-type"]
        assert head.headers["content-length"] == get.headers["content-length"]


def test_the_editor_opens_for_what_is_in_the_bin(client: TestClient) -> None:
    created = create(client)
    client.delete(f"/api/processes/{created['id']}")
    assert client.get(f"/process/{created['id']}").status_code == 200


def test_a_rebuilt_editor_is_served_at_once(client: TestClient, frontend: Path) -> None:
    client.get("/")
    (frontend / "index.html").write_text("<!doctype html><title>Rebuilt</title>")
    assert "Rebuilt" in client.get("/").text


@pytest.mark.parametrize("path", ["/process/nosuch", "/nothing", "/process/a/b"])
def test_a_person_gets_a_page_for_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert 'href="/"' in answer.text
    assert "<script" not in answer.text


def test_a_program_gets_a_problem_for_what_is_not_there(client: TestClient) -> None:
    answer = client.get("/api/processes/nosuch", headers=HTML)
    assert answer.headers["content-type"] == "application/problem+json"


def test_files_named_after_their_content_are_kept_for_ever(client: TestClient) -> None:
    script = client.get("/assets/index-Dk3_x9Qa.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-encoding"] == "gzip"
    logo = client.get("/assets/logo.svg")
    assert logo.headers["cache-control"] == "no-cache"
    again = client.get("/assets/logo.svg", headers={"If-None-Match": logo.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "/etc/passwd", "a%00b", "", "x"],
)
def test_nothing_but_the_assets_is_served(client: TestClient, name: str) -> None:
    answer = client.get(f"/assets/{name}")
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_without_a_built_editor_the_page_says_what_to_do(
    settings: Settings, tmp_path: Path
) -> None:
    bare = Settings(settings.database_url, frontend_dir=tmp_path / "nothing")
    with TestClient(create_app(bare), base_url=BASE_URL) as client:
        answer = client.get("/")
        assert "make setup" in answer.text
        assert client.get("/api/health").status_code == 200
