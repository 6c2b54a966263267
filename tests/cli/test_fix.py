"""`touchline fix`: a diff, or the file itself changed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import SILENT
from tests.cli.run import Terminal
from touchline.checking.report import check
from touchline.formats.yaml.reader import read


def test_it_prints_a_diff_and_leaves_the_file_alone(touchline: Terminal, tmp_path: Path) -> None:
    code, out, err = touchline("fix", "silent.yaml")
    assert code == 0
    assert out.startswith("--- silent.yaml\n+++ silent.yaml\n@@")
    assert "-  - {from: call, to: pricing, max_wait: 4 days}  # they are busy" in out
    assert "Nothing is changed yet: --write does it." in err
    # And the words say so too.
    assert "Add “" in err
    assert "Added “" not in err
    assert (tmp_path / "silent.yaml").read_text() == SILENT


def test_it_writes_the_file_keeping_comments_and_permissions(
    touchline: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "silent.yaml"
    file.chmod(0o640)
    code, out, err = touchline("fix", "silent.yaml", "--write")
    assert (code, out) == (0, "")
    assert "Added “" in err
    assert "Written. The process is sound." in err
    text = file.read_text()
    assert "# Seven days between call and proposal" in text
    assert "# they are busy" in text
    assert check(read(text).process).sound
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
    again = touchline("fix", "silent.yaml", "--write")
    assert again.err == "Nothing to mend. The process is sound.\n"
    assert file.read_text() == text


def test_it_follows_a_link(touchline: Terminal, tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("silent.yaml")
    touchline("fix", "link.yaml", "--write")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "silent.yaml").read_text() != SILENT


def test_one_rule_only(touchline: Terminal) -> None:
    text = SILENT.replace(
        "  - {from: lead, to: call, max_wait: 1 day}", "  - {from: lead, to: call}"
    )
    code, out, err = touchline("fix", "-", "--rule", "wait-missing", stdin=text)
    assert code == 1
    assert "+  - {from: lead, to: call, max_wait: " in out
    assert "1 error left." in err
    code, out, err = touchline("fix", "-", "--rule", "gpa", stdin=text)
    assert (code, out) == (2, "")
    assert "Did you mean “gap”?" in err


def test_standard_input_goes_to_standard_output(touchline: Terminal) -> None:
    out = touchline("fix", "-", "--write", stdin=SILENT).out
    assert check(read(out).process).sound
    sound = touchline("fix", "-", "--write", stdin=out)
    assert sound.out == out


def test_aliases_comments_and_every_line_end_are_kept(touchline: Terminal, tmp_path: Path) -> None:
    text = (
        SILENT.replace("max_wait: 4 days}", "max_wait: &long 4 days}")
        .replace("max_wait: 3 days}", "max_wait: *long, x-mine: [1]}")
        .replace("\n  - {id: call", "\r\n  - {id: call")
    )
    file = tmp_path / "silent.yaml"
    file.write_bytes(text.encode())
    code, _, _ = touchline("fix", "silent.yaml", "--rule", "gap", "--write")
    after = file.read_bytes().decode()
    assert code == 0
    lines = after.splitlines(keepends=True)
    kept = [line for line in text.splitlines(keepends=True) if line in lines]
    # The two waits around the touch that is put in, and what stood for one of them elsewhere.
    assert len(text.splitlines()) - len(kept) == 3
    assert "# Seven days between call and proposal" in after
    assert "# they are busy" in after
    assert "x-mine: [1]}" in after
    assert not {"touchline:", "days:", "max_gap:", "warn_gap:"} & set(after.split())


@pytest.mark.parametrize("name", ["broken.yaml", "none.yaml", "."])
def test_what_cannot_be_used_is_left_alone(touchline: Terminal, name: str) -> None:
    code, out, err = touchline("fix", name, "--write")
    assert (code, out) == (2, "")
    assert "cannot be used" in err
