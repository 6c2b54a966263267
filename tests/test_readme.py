"""What the README shows is true: its commands run, its YAML is sound, its pictures are there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.ports import free_port
from touchline.checking.report import check
from touchline.formats.yaml import reader as yaml_reader
from touchline.model.words import CONTENT_CHANNELS, Channel, Kind

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
TOUCHLINE = str(Path(sys.executable).with_name("touchline"))


def test_its_commands_do_what_it_says_one_after_the_other(tmp_path: Path) -> None:
    ours = [command for command in COMMANDS if command.startswith("touchline ")]
    assert len(ours) >= 10
    for command in ours:
        words = [TOUCHLINE, *shlex.split(command)[1:]]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
        # The stricter limit finds something, which is what it is shown for.
        wanted = 1 if "--max-gap" in command else 0
        assert done.returncode == wanted, f"{command}\n{done.stdout}\n{done.stderr}"
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {
        *("process.yaml", "copy.yaml", "process.json"),
        *("chart.svg", "mind-map.pdf", "playbook.html"),
    }


def test_the_words_that_it_explains_are_those_of_the_model() -> None:
    prose = " ".join(README.split())
    kinds = [f"`{kind.value}`" for kind in Kind]
    assert f"A step is a {', '.join(kinds[:-1])} or {kinds[-1]}." in prose
    content = [channel.value for channel in Channel if channel in CONTENT_CHANNELS]
    assert f"A contact whose channel is content ({', '.join(content)}) is a *touch*." in prose


def test_every_make_target_it_names_is_there() -> None:
    targets = set(re.findall(r"(?:^|`)make ([a-z-]+)(?:$|`)", README, re.MULTILINE))
    assert {"run", "test", "test-deep", "check", "bench", "setup", "build"} <= targets
    for target in targets:
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_make_run_opens_the_editor(tmp_path: Path) -> None:
    assert "make run" in COMMANDS
    port = free_port()
    words = f"--port {port} --no-open --data {shlex.quote(str(tmp_path))}"
    log = tmp_path / "log"
    with log.open("wb") as output:
        running = subprocess.Popen(
            ["make", "run"],
            cwd=ROOT,
            env={**os.environ, "ARGS": words},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        assert "<title>Touchline" in _first_answer(f"http://127.0.0.1:{port}/", running, log)
    finally:
        if running.poll() is None:
            os.killpg(running.pid, 15)
            running.wait(30)


def _first_answer(url: str, running: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            return str(urllib.request.urlopen(url, timeout=5).read().decode())
        except OSError:
            # Not there yet: wait for it, but not for a program that has ended.
            try:
                running.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"`make run` ended.\n{log.read_text()}")
    pytest.fail(f"`make run` does not answer.\n{log.read_text()}")


def test_its_example_is_a_sound_process() -> None:
    example = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    report = check(yaml_reader.read(example[1], "README.md").process)
    assert report.findings == ()
    assert report.longest_gap_days == 3


def test_its_pictures_and_links_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if "://" not in target:
            assert (ROOT / target).exists(), target
