"""`touchline check`, in every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import SILENT
from tests.cli.run import Terminal, as_process
from touchline.checking.notation import process
from touchline.formats.yaml.writer import write


def test_it_names_the_silence_its_path_its_line_and_its_fix(touchline: Terminal) -> None:
    code, out, err = touchline("check", "silent.yaml")
    assert code == 1
    assert err == ""
    lines = [line.strip() for line in out.splitlines()]
    assert lines[0] == "Silent sale  silent.yaml"
    at = lines.index(
        "error  7 days of silence from “First call” to “Proposal”; at most 5 days are allowed."
    )
    assert lines[at + 1] == "silent.yaml:11  gap"
    assert lines[at + 2] == "First call → Pricing → Proposal"
    assert lines[at + 3].startswith("Fix: “Insert ")
    assert lines[-2].startswith("1 error · longest silence 7 of 5 days · detail ")
    assert lines[-1] == "Mend what can be mended: touchline fix silent.yaml --write"


def test_details_that_are_missing_take_one_line_each(touchline: Terminal) -> None:
    _, out, _ = touchline("check", "silent.yaml")
    assert "info  owner-missing on 3 steps: First call, Pricing, Proposal" in out


def test_a_waiver_is_shown_with_its_reason_and_makes_the_process_sound(touchline: Terminal) -> None:
    code, out, _ = touchline("check", "waived.yaml")
    assert code == 0
    assert "waived  7 days of silence" in out
    assert "Because: procurement is slow" in out
    assert "\nSound, 1 waived · longest silence 7 of 5 days" in out


def test_every_report_says_up_to_where_an_exception_goes(touchline: Terminal) -> None:
    waived = Path("waived.yaml").read_text(encoding="utf-8")
    ending = waived.replace("is slow}", "is slow, up_to: 7d}")
    Path("ending.yaml").write_text(ending, encoding="utf-8")
    reports = [
        touchline("check", "ending.yaml", "--format", f) for f in ("text", "github", "sarif")
    ]
    for code, out, _ in reports:
        assert code == 0
        assert "procurement is slow (up to 7 days)" in out
    out = touchline("check", "ending.yaml", "--format", "json").out
    assert json.loads(out)["files"][0]["findings"][0]["waived_up_to_days"] == 7
    outgrown = ending.replace("max_wait: 4 days", "max_wait: 5 days")
    Path("ending.yaml").write_text(outgrown, encoding="utf-8")
    code, out, _ = touchline("check", "ending.yaml")
    assert code == 1
    assert "and the exception ends at 7 days." in " ".join(out.split())


def test_max_gap_takes_the_place_of_the_limit_in_the_file(touchline: Terminal) -> None:
    assert touchline("check", "silent.yaml", "--max-gap", "2 weeks").code == 0
    code, out, _ = touchline("check", "--max-gap", "12h", "silent.yaml")
    assert code == 1
    assert "at most 12 hours are allowed" in out


def test_a_limit_that_is_no_duration_is_refused_with_an_example(touchline: Terminal) -> None:
    for wrong in ("soon", "0", "-1d", "1,000 hours", "3 working days"):
        code, out, err = touchline("check", "silent.yaml", "--max-gap", wrong)
        assert (code, out) == (2, "")
        assert "expected" in err


def test_several_files_give_the_worst_code(touchline: Terminal) -> None:
    code, out, err = touchline("check", "waived.yaml", "silent.yaml")
    assert (code, err) == (1, "")
    assert out.count("Silent sale  ") == 2
    code, out, err = touchline("check", "broken.yaml", "silent.yaml", "none.yaml")
    assert code == 2
    assert "1 error ·" in out
    assert "broken.yaml cannot be used: 5 problems." in err
    assert "none.yaml cannot be used: 1 problem.\n\nnone.yaml\n  Found no file of that name" in err


def test_a_folder_is_all_its_processes(touchline: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "sales"
    (folder / "team" / ".cache").mkdir(parents=True)
    (folder / "b.yaml").write_text(SILENT)
    (folder / "team" / "a.YML").write_text(SILENT)
    (folder / "team" / ".cache" / "c.yaml").write_text(SILENT)
    (folder / "compose.yaml").write_text("services: {}\n")
    (folder / "notes.txt").write_text("no process")
    (folder / "team" / "round").symlink_to(folder, target_is_directory=True)
    (folder / "again.yaml").symlink_to(folder / "b.yaml")
    code, out, err = touchline("check", "sales", "silent.yaml", "sales/b.yaml", "--format", "json")
    names = [file["file"] for file in json.loads(out)["files"]]
    assert (code, names) == (1, ["sales/team/a.YML", "silent.yaml", "sales/b.yaml"])
    assert "Not checked, since one YAML file is no process" in err
    assert "sales/compose.yaml" in err


def test_what_cannot_be_read_in_a_folder_is_told(touchline: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "sales"
    folder.mkdir()
    (folder / "good.yaml").write_text(SILENT)
    (folder / "torn.yaml").write_text("name: [a\n")
    (folder / "empty.yaml").write_text("")
    code, out, err = touchline("check", "sales")
    assert code == 2
    assert "Silent sale  sales/good.yaml" in out
    assert "sales/torn.yaml cannot be used" in err
    assert "sales/empty.yaml" in err


@pytest.mark.parametrize("holds", ["", "services: {}\n"])
def test_a_folder_without_a_process_is_no_success(
    touchline: Terminal, tmp_path: Path, holds: str
) -> None:
    (tmp_path / "none").mkdir()
    if holds:
        (tmp_path / "none" / "compose.yml").write_text(holds)
    code, out, err = touchline("check", "none", "silent.yaml")
    assert code == 2
    assert "1 error ·" in out
    assert "none cannot be used: 1 problem." in err
    assert f"Found a folder with no {'process' if holds else 'YAML file'} in it" in err


def test_every_problem_is_told_with_its_place_its_line_and_the_nearest_word(
    touchline: Terminal,
) -> None:
    code, out, err = touchline("check", "broken.yaml")
    assert (code, out) == (2, "")
    assert "broken.yaml:1:7  name\n  Found 5, expected text; put it in quotes." in err
    assert "broken.yaml:3:13  steps[0].nmae\n" in err
    assert "Did you mean “name”?" in err
    assert "Did you mean “contact”?" in err
    assert "broken.yaml:5:19  edges[0].to\n  Found “b”, expected the id of a step" in err
    assert "        - {from: a, to: b}\n                        ^\n" in err


def test_it_reads_standard_input(touchline: Terminal) -> None:
    code, out, _ = touchline("check", "-", stdin=SILENT)
    assert code == 1
    assert "<stdin>:11  gap" in out


def test_json_has_the_shape_of_the_design(touchline: Terminal) -> None:
    code, out, _ = touchline("check", "silent.yaml", "waived.yaml", "--format", "json")
    assert code == 1
    silent, waived = json.loads(out)["files"]
    assert (silent["file"], silent["name"], silent["sound"]) == (
        "silent.yaml",
        "Silent sale",
        False,
    )
    assert silent["longest_gap_days"] == 7
    assert 0 <= silent["detail_score"] <= 100
    gap = next(finding for finding in silent["findings"] if finding["rule"] == "gap")
    assert gap["severity"] == "error"
    assert gap["steps"] == ["call", "pricing", "proposal"]
    assert gap["edges"] == [["call", "pricing"], ["pricing", "proposal"]]
    assert (gap["days"], gap["line"], gap["waived"]) == (7.0, 11, None)
    assert waived["sound"] is True
    assert waived["findings"][0]["waived"] == "procurement is slow"


def test_json_of_a_file_that_cannot_be_used_has_its_problems(touchline: Terminal) -> None:
    code, out, _ = touchline("check", "broken.yaml", "--format", "json")
    (file,) = json.loads(out)["files"]
    assert code == 2
    assert file["sound"] is False
    assert file["findings"] == []
    assert file["problems"][0]["path"] == "name"
    assert (file["problems"][0]["line"], file["problems"][0]["quote"]) == (1, "name: 5")


def test_a_loop_without_a_contact_makes_the_longest_silence_endless(touchline: Terminal) -> None:
    text = write(process("start -> [draft] 1d -> <agreed> 1d -> won 1d\n<agreed> -> draft 1d"))
    assert "longest silence without end, 5 days allowed" in touchline("check", "-", stdin=text).out


def test_an_undecided_wait_makes_the_longest_silence_unknown(touchline: Terminal) -> None:
    text = SILENT.replace(", max_wait: 3 days", "")
    assert "longest silence unknown, 5 days allowed" in touchline("check", "-", stdin=text).out
    out = touchline("check", "-", "--format", "json", stdin=text).out
    assert json.loads(out)["files"][0]["longest_gap_days"] is None


def test_github_gets_one_escaped_note_a_line(touchline: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a,b:100%.yaml").write_text(
        SILENT.replace("name: First call", 'name: "First%\\n::error::call"')
    )
    code, out, _ = touchline("check", "a,b:100%.yaml", "--format", "github")
    assert code == 1
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in out.splitlines())
    assert (
        "::error file=a%2Cb%3A100%25.yaml,line=11,col=1,title=gap::7 days of silence from "
        "“First%25 ::error::call” to “Proposal”; at most 5 days are allowed." in out
    )
    notices = touchline("check", "waived.yaml", "--format", "github").out
    assert "::notice file=waived.yaml,line=11" in notices
    assert "Waived: procurement is slow" in notices
    broken = touchline("check", "broken.yaml", "--format", "github").out
    assert "::error file=broken.yaml,line=1,col=7,title=name::found 5" in broken


def test_sarif_is_what_code_scanning_takes(touchline: Terminal) -> None:
    code, out, _ = touchline(
        "check", "silent.yaml", "waived.yaml", "broken.yaml", "--format", "sarif"
    )
    assert code == 2
    document = json.loads(out)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["level"] == "note" or "suppressions" not in result
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] >= 1
    gap = next(result for result in run["results"] if result["ruleId"] == "gap")
    place = gap["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "silent.yaml"
    assert place["region"]["startLine"] == 11
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [one["suppressions"][0]["justification"] for one in suppressed] == [
        "procurement is slow"
    ]
    assert sum(result["ruleId"] == "not-well-formed" for result in run["results"]) == 5


def test_nothing_in_a_name_is_obeyed_by_a_terminal(touchline: Terminal) -> None:
    text = SILENT.replace("name: First call", 'name: "\\e[31m\\x9b2J\\u202ecall\\nnext"')
    for form in ("text", "json", "github", "sarif"):
        out = touchline("check", "-", "--format", form, stdin=text).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out), form


def test_many_findings_of_one_rule_are_cut_short_in_text(touchline: Terminal) -> None:
    steps = "".join(f"  - {{id: s{i}, name: Step {i}, kind: task}}\n" for i in range(80))
    out = touchline("check", "-", stdin=f"name: x\nsteps:\n{steps}").out
    assert "and 30 more of dead-end; --format json has all." in out


def test_a_terminal_gets_colours_unless_it_asks_for_none(
    touchline: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror\x1b[0m" in touchline("check", "silent.yaml").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in touchline("check", "silent.yaml").out


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    ended = as_process(["check", "-"], stdin=SILENT.encode(), PYTHONIOENCODING="ascii")
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
