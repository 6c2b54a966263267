"""Whatever the file, `touchline check` ends within its bounds and says what is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.bounded import MOST_SECONDS, Outcome, run_bounded
from tests.hostile.files import FILES
from touchline.model.limits import MAX_EDGES, MAX_STEPS

_OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def assert_refused(outcome: Outcome, says: str) -> None:
    assert outcome.code == 2, outcome
    assert outcome.out == ""
    assert says in outcome.err, outcome.err[:1000]
    assert "Traceback" not in outcome.err
    assert not _OBEYED.search(outcome.err), "a terminal would obey this"
    assert len(outcome.err) < 200_000, "nobody reads that much"


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_within_time_and_memory(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.yaml"
    file.write_bytes(FILES[name].content)
    assert_refused(run_bounded(["check", str(file)]), FILES[name].says)


@pytest.mark.parametrize("name", ["duplicate-keys-many", "edges-to-nowhere", "keys-100-000"])
def test_the_worst_are_refused_in_time_as_whole_processes(name: str, tmp_path: Path) -> None:
    """Beyond what the program takes to refuse a single line; twice the limit of reading alone,
    since a core that runs other tests as well is that much slower."""
    short = tmp_path / "short.yaml"
    short.write_text("touchline: 1\n")
    file = tmp_path / f"{name}.yaml"
    file.write_bytes(FILES[name].content)
    assert seconds_to_refuse(file) - seconds_to_refuse(short) < 2 * MOST_SECONDS


def seconds_to_refuse(file: Path) -> float:
    """The processor time of `touchline check` for a file that it refuses, in seconds."""
    started = os.times()
    ended = subprocess.run(
        [sys.executable, "-m", "touchline", "check", str(file)], capture_output=True, check=False
    )
    now = os.times()
    assert ended.returncode == 2
    return now.children_user + now.children_system - started.children_user - started.children_system


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert_refused(
        run_bounded(["check", str(tmp_path)]),
        "Found a folder with no YAML file in it, expected YAML files",
    )
    assert_refused(run_bounded(["check", str(tmp_path / "none.yaml")]), "no file of that name")
    assert_refused(run_bounded(["check", "/dev/zero"]), "Found a device, expected a YAML file")
    assert_refused(run_bounded(["check", "/dev/null"]), "Found a device, expected a YAML file")
    assert_refused(run_bounded(["check", "a\0b"]), "a name that no file can have")
    assert_refused(run_bounded(["check", "x" * 5000]), "a file that cannot be read")
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert_refused(run_bounded(["check", str(loop)]), "a file that cannot be read")


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    started = time.monotonic()
    assert_refused(run_bounded(["check", str(pipe)]), "Found nothing, expected a process")
    assert time.monotonic() - started < MOST_SECONDS


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret.yaml"
    file.write_text("name: a\n")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    assert_refused(run_bounded(["check", str(file)]), "a file that you may not read")


def test_a_control_character_in_the_name_of_a_file_is_neutralised(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[2Jb.yaml"
    file.write_text("nmae: a\n")
    assert_refused(run_bounded(["check", str(file)]), "Did you mean “name”?")


def test_a_process_at_the_limits_is_checked_in_time(tmp_path: Path) -> None:
    steps = "".join(
        f"- {{id: s{i}, name: Step {i}, kind: contact, channel: call}}\n" for i in range(MAX_STEPS)
    )
    pairs = ((i % MAX_STEPS, (i * 7 + i // MAX_STEPS + 1) % MAX_STEPS) for i in range(MAX_EDGES))
    edges = "".join(f"- {{from: s{a}, to: s{b}, max_wait: 1d}}\n" for a, b in pairs)
    file = tmp_path / "limits.yaml"
    file.write_text(f"name: Large\nsteps:\n{steps}edges:\n{edges}")
    # Nothing here is hostile: all of it is read and checked, on a core that runs other tests, too.
    outcome = run_bounded(["check", str(file)], 2 * MOST_SECONDS)
    assert outcome.code == 1, outcome.err
    assert outcome.err == ""
