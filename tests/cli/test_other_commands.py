"""The commands other than check, fix and serve, and what holds for all of them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.run import Terminal, as_process
from touchline import __version__, templates
from touchline.checking.rules import all_rules
from touchline.cli.app import COMMANDS, module_of
from touchline.formats import all_formats


def test_the_help_names_every_command(touchline: Terminal) -> None:
    code, out, err = touchline("--help")
    assert (code, err) == (0, "")
    for command in COMMANDS:
        assert f" {command} " in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(touchline: Terminal, command: str) -> None:
    code, out, err = touchline(command, "--help")
    assert (code, err) == (0, "")
    assert f"Example: touchline {command}" in " ".join(out.split())
    assert importlib.util.find_spec(module_of(command)) is not None


@pytest.mark.parametrize("command", ["list", "show", "copy"])
def test_so_have_the_commands_of_templates(touchline: Terminal, command: str) -> None:
    out = touchline("templates", command, "--help").out
    assert f"Example: touchline templates {command}" in " ".join(out.split())


def test_it_says_its_version(touchline: Terminal) -> None:
    assert touchline("--version") == (0, f"touchline {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chekc"], "Did you mean “check”?"),
        (["check"], "Missing argument"),
        (["check", "a.yaml", "--format", "xml"], "xml"),
        (["check", "a.yaml", "--nothing"], "No such option"),
        (["templates", "shwo", "x"], "shwo"),
        (["serve", "--port", "70000"], "65535"),
        (["serve", "--data", "a", "--database-url", "sqlite:///b"], "exclude each other"),
    ],
)
def test_wrong_arguments_are_said_on_standard_error_with_code_2(
    touchline: Terminal, arguments: list[str], says: str
) -> None:
    code, out, err = touchline(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_templates_lists_shows_and_copies(touchline: Terminal, tmp_path: Path) -> None:
    listed = touchline("templates").out
    assert touchline("templates", "list").out == listed
    assert [line.split()[0] for line in listed.splitlines()] == list(templates.names())
    _, text = templates.load("inbound-demo")
    assert touchline("templates", "show", "inbound-demo").out == text
    assert touchline("templates", "copy", "inbound-demo", "-").out == text
    assert touchline("templates", "copy", "inbound-demo").code == 0
    assert (tmp_path / "inbound-demo.yaml").read_text(encoding="utf-8") == text
    (tmp_path / "folder").mkdir()
    touchline("templates", "copy", "inbound-demo", "folder")
    assert (tmp_path / "folder" / "inbound-demo.yaml").exists()


def test_a_copy_replaces_nothing_unless_forced(touchline: Terminal, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine")
    code, _, err = touchline("templates", "copy", "inbound-demo", "mine.yaml")
    assert code == 2
    assert "is there already" in err
    assert (tmp_path / "mine.yaml").read_text() == "mine"
    assert touchline("templates", "copy", "inbound-demo", "mine.yaml", "--force").code == 0
    code, _, err = touchline("templates", "copy", "inbound-demo", "nowhere/mine.yaml")
    assert code == 2
    assert "there is no such folder" in err


def test_a_template_that_is_not_there(touchline: Terminal) -> None:
    code, out, err = touchline("templates", "show", "inbond-demo")
    assert (code, out) == (2, "")
    assert "Did you mean “inbound-demo”?" in err


def test_explain_lists_the_rules(touchline: Terminal) -> None:
    out = touchline("explain").out
    for rule in all_rules():
        assert f"  {rule.id} " in out


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules()])
def test_explain_shows_a_wrong_and_a_right_example(touchline: Terminal, rule: str) -> None:
    code, out, _ = touchline("explain", rule)
    assert code == 0
    assert "Reports " in out
    assert "Wrong: " in out
    assert "Right: " in out
    assert "─" in out or "(" in out


def test_explain_knows_the_nearest_rule(touchline: Terminal) -> None:
    code, _, err = touchline("explain", "dead_end")
    assert code == 2
    assert "Did you mean “dead-end”?" in err


def test_the_schema_is_one_that_programs_take(touchline: Terminal) -> None:
    schema = json.loads(touchline("schema").out)
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("svg", b"<?xml"),
        ("png", b"\x89PNG"),
        ("pdf", b"%PDF"),
        ("dot", b"digraph"),
        ("html", b"<!"),
    ],
)
def test_render_knows_the_format_by_the_ending(
    touchline: Terminal, tmp_path: Path, ending: str, begins: bytes
) -> None:
    code, out, err = touchline("render", "silent.yaml", "-o", f"chart.{ending}")
    assert (code, out) == (0, "")
    assert f"Drew chart.{ending}" in err
    content = (tmp_path / f"chart.{ending}").read_bytes().lstrip()
    assert content.lower().startswith(begins.lower()) or content.startswith(b"<svg")


def test_render_writes_beside_the_file_or_to_standard_output(
    touchline: Terminal, tmp_path: Path
) -> None:
    assert touchline("render", "silent.yaml").code == 0
    assert "@font-face" in (tmp_path / "silent.svg").read_text(), "it looks the same anywhere"
    code, out, _ = touchline("render", "silent.yaml", "-o", "-", "--view", "mindmap")
    assert code == 0
    assert "<svg" in out
    assert "Silent sale" in out


def test_render_refuses_an_ending_that_it_does_not_know(touchline: Terminal) -> None:
    code, _, err = touchline("render", "silent.yaml", "-o", "chart.jpg")
    assert code == 2
    able = ", ".join(one.ending for one in all_formats() if one.writes is not None)
    assert able.startswith("svg, png, pdf, html, yaml, dot")
    assert f"expected one of {able}, or --format" in err
    assert touchline("render", "broken.yaml", "-o", "chart.svg").code == 2
    assert touchline("render", "silent.yaml", "-o", "nowhere/chart.svg").code == 2


def test_it_runs_as_a_module() -> None:
    ended = as_process(["--version"])
    assert (ended.returncode, ended.stdout) == (0, f"touchline {__version__}\n".encode())
