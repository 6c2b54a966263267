"""What a team decides in `touchline.toml`, and what decides the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Terminal, as_process
from touchline import templates


def decide(text: str, folder: str = ".") -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / "touchline.toml").write_text(text, encoding="utf-8")


def severities(touchline: Terminal, file: str) -> dict[str, str]:
    answer = json.loads(touchline("check", file, "--format", "json").out)["files"][0]
    return {finding["rule"]: finding["severity"] for finding in answer["findings"]}


def test_a_severity_that_is_changed_counts_in_every_report(touchline: Terminal) -> None:
    assert touchline("check", "silent.yaml").code == 1
    decide('[rules]\ngap = "warning"\nowner-missing = "error"\n')
    code, out, _ = touchline("check", "silent.yaml")
    assert code == 1
    assert "warning  7 days of silence" in out
    assert severities(touchline, "silent.yaml")["owner-missing"] == "error"
    decide('[rules]\ngap = "warning"\n')
    code, out, _ = touchline("check", "silent.yaml")
    assert (code, "Sound, 1 warning" in out) == (0, True)
    github = touchline("check", "silent.yaml", "--format", "github").out
    assert github.startswith("::warning file=silent.yaml")
    (run,) = json.loads(touchline("check", "silent.yaml", "--format", "sarif").out)["runs"]
    assert {r["level"] for r in run["results"] if r["ruleId"] == "gap"} == {"warning"}


def test_the_gravest_still_come_first(touchline: Terminal) -> None:
    decide('[rules]\npurpose-missing = "error"\ngap = "info"\n')
    answer = json.loads(touchline("check", "silent.yaml", "--format", "json").out)["files"][0]
    order = [finding["severity"] for finding in answer["findings"]]
    assert order == sorted(order, key=["error", "warning", "info"].index)
    assert order[0] == "error"


def test_a_rule_that_is_off_reports_nothing_mends_nothing_and_that_is_said(
    touchline: Terminal,
) -> None:
    decide('[rules]\ngap = "off"\n')
    code, out, _ = touchline("check", "silent.yaml")
    assert code == 0
    assert "days of silence" not in out
    assert "Not checked, by touchline.toml: gap" in out, "“Sound” without it would be no promise"
    answer = json.loads(touchline("check", "silent.yaml", "--format", "json").out)["files"][0]
    assert (answer["sound"], answer["rules_off"]) == (True, ["gap"])
    code, out, err = touchline("fix", "silent.yaml")
    assert (code, out) == (0, "")
    assert "Nothing to mend." in err
    assert "article" in touchline("fix", "silent.yaml", "--rule", "gap").out, "asked for by name"


def test_the_nearest_one_upwards_counts_for_each_file(touchline: Terminal) -> None:
    silent = Path("silent.yaml").read_text(encoding="utf-8")
    decide('[rules]\ngap = "info"\n')
    decide('[rules]\ngap = "warning"\n', "team/eu")
    Path("team/eu/deep").mkdir()
    for name in ("team/sale.yaml", "team/eu/sale.yaml", "team/eu/deep/sale.yaml"):
        Path(name).write_text(silent, encoding="utf-8")
    assert severities(touchline, "team/sale.yaml")["gap"] == "info"
    assert severities(touchline, "team/eu/sale.yaml")["gap"] == "warning"
    assert severities(touchline, "team/eu/deep/sale.yaml")["gap"] == "warning"


def test_explain_shows_what_is_decided_here(touchline: Terminal) -> None:
    decide('[rules]\ngap = "warning"\ntrap = "off"\n')
    out = touchline("explain").out
    assert "warning  gap " in out
    assert "off      trap " in out
    assert "touchline.toml changes gap, trap." in out
    out = touchline("explain", "gap").out
    assert out.startswith("gap  (warning)\n")
    assert "error elsewhere" in out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[rules]\ngpa = 'off'", "Did you mean “gap”?"),
        ("[rules]\ngap = 'eror'", "Did you mean “error”?"),
        ("[rules]\ngap = 5", "expected one of error, warning, info, off"),
        ("[ruels]", "Did you mean “rules”?"),
        ("rules = 5", "a table"),
        ("[rules", "not TOML"),
        ("a = [[[[" * 500, "touchline.toml cannot be used"),
    ],
)
def test_a_file_of_decisions_that_is_wrong_is_refused(
    touchline: Terminal, text: str, says: str
) -> None:
    decide(text)
    for command in (["check", "silent.yaml"], ["fix", "silent.yaml"], ["explain"]):
        code, out, err = touchline(*command)
        assert (code, out) == (2, "")
        assert "touchline.toml" in err
        assert says in err


@pytest.mark.parametrize(
    ("template", "fail_on", "code"),
    [("real-estate", "error", 0), ("real-estate", "warning", 1), ("inbound-demo", "info", 0)],
)
def test_warnings_fail_when_that_is_asked_for(
    touchline: Terminal, template: str, fail_on: str, code: int
) -> None:
    file = str(templates.folder() / f"{template}.yaml")
    assert touchline("check", file, "--fail-on", fail_on).code == code


def test_a_waived_finding_never_fails(touchline: Terminal) -> None:
    decide("[rules]\n" + "".join(f'{name}-missing = "off"\n' for name in DETAILS))
    assert touchline("check", "waived.yaml", "--fail-on", "warning").code == 0


DETAILS = ("owner", "purpose", "gain", "exit", "channel")


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_what_programs_read_is_utf8_whatever_the_console(form: str, tmp_path: Path) -> None:
    text = "name: Größe 🙂 „Ł“\nsteps: [{id: a, name: Größe 🙂 „Ł“, kind: contact}]\n"
    file = tmp_path / "sale.yaml"
    file.write_text(text, encoding="utf-8")
    ended = as_process(
        ["check", str(file), "--format", form], PYTHONIOENCODING="cp1252", PYTHONUTF8="0"
    )
    assert "Größe 🙂 „Ł“" in ended.stdout.decode("utf-8")


@pytest.mark.parametrize("command", [["schema"], ["templates", "show", "inbound-demo"], ["fix"]])
def test_so_is_what_is_kept_in_a_file(command: list[str], tmp_path: Path) -> None:
    if command == ["fix"]:
        file = tmp_path / "sale.yaml"
        steps = "{id: s, name: Größe 🙂, kind: start}, {id: w, name: Won, kind: end, outcome: won}"
        edges = "{from: s, to: w, max_wait: 3 weeks}"
        file.write_text(f"name: A\nsteps: [{steps}]\nedges: [{edges}]\n", encoding="utf-8")
        command = ["fix", str(file)]
    plain = as_process(command)
    odd = as_process(command, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert plain.stdout
    assert odd.stdout == plain.stdout
