"""The wheel alone is the whole program: built, installed into an empty environment, and used."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import Server

ROOT = Path(__file__).parent.parent.parent
UV = [sys.executable, "-m", "uv", "--quiet"]

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as `make build` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    # The build's own tools are in this environment, so that nothing is fetched for it.
    command = [*UV, "build", "--wheel", "--no-build-isolation", "--out-dir", str(folder)]
    run([*command, "--python", sys.executable, str(ROOT)])
    (built,) = folder.glob("touchline-*.whl")
    return built


@pytest.fixture(scope="module")
def touchline(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed program, in an environment that has nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    python = environment / "bin" / "python"
    run([*UV, "venv", "--clear", "--python", sys.executable, str(environment)])
    install = [*UV, "pip", "install", "--python", str(python)]
    run([*install, "--require-hashes", "-r", str(ROOT / "requirements" / "runtime.lock")])
    run([*install, "--no-deps", str(wheel)])
    return environment / "bin" / "touchline"


def run(command: list[str], cwd: Path | None = None) -> str:
    """Run a command; its output, or a failure that shows what it said."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_carries_the_editor_the_templates_the_migrations_and_the_fonts(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "touchline/frontend/index.html" in names
    assert any(name.startswith("touchline/frontend/assets/") for name in names)
    templates = {path.name for path in (ROOT / "process_templates").glob("*.yaml")}
    packed = {Path(n).name for n in names if n.startswith("touchline/process_templates/")}
    assert packed == templates | {"touchline.schema.json"}
    assert any(name.endswith(".ttf") for name in names)
    assert "touchline/checking/rules/cases/gap.yaml" in names


def test_a_template_is_copied_checked_and_drawn_from_it(touchline: Path, tmp_path: Path) -> None:
    run([str(touchline), "templates", "copy", "inbound-demo", "mine.yaml"], cwd=tmp_path)
    checked = run([str(touchline), "check", "mine.yaml", "--format", "json"], cwd=tmp_path)
    assert json.loads(checked)["files"][0]["sound"] is True
    for ending, first in (("svg", b"<"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!")):
        run([str(touchline), "render", "mine.yaml", "-o", f"mine.{ending}"], cwd=tmp_path)
        assert (tmp_path / f"mine.{ending}").read_bytes().startswith(first)


@pytest.fixture
def server(touchline: Path, tmp_path: Path) -> Iterator[Server]:
    """The installed program, serving."""
    running = Server(tmp_path, touchline)
    running.start()
    yield running
    running.stop()


def test_the_editor_is_served_from_it(server: Server) -> None:
    page = urllib.request.urlopen(server.url, timeout=10).read().decode()
    assert "<title>Touchline" in page
    script = page.split('<script type="module"', 1)[1].split('src="', 1)[1].split('"', 1)[0]
    assert urllib.request.urlopen(f"{server.url}{script}", timeout=10).status == 200
    templates = json.load(urllib.request.urlopen(f"{server.url}/api/templates", timeout=10))
    assert len(templates) >= 12
