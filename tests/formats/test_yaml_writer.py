"""What is written in YAML reads back the same, here and in programs that follow YAML 1.1."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from tests.any_process import processes, texts
from tests.examples import examples

from touchline.checking.wellformed import write_process
from touchline.formats.yaml.reader import read
from touchline.formats.yaml.writer import write
from touchline.model.process import Asset, Process, Step


@examples(30)
@given(processes())
def test_a_written_process_reads_back_the_same(process: Process) -> None:
    assert read(write(process)).process == process


@examples(15)
@given(processes())
def test_other_yaml_programs_read_the_same_data(process: Process) -> None:
    assert yaml.safe_load(write(process)) == write_process(process)


def test_other_yaml_programs_read_questions_within_braces() -> None:
    guide = Asset(name="Why us?", url="https://example.com/?a=b")
    process = Process(name="x", steps=(Step(id="a", name="A", kind="task", assets=(guide,)),))
    assert yaml.safe_load(write(process)) == write_process(process)


@examples(150)
@given(
    texts | st.text("ab \n\t:#-'\"\\,[]{}&*!|>%@`?~0123.eE_+yno\x85\u2028\u00a0é🎉", max_size=12)
)
@example("no")
@example("1e3")
@example("0o17")
@example("12:30")
@example("2026-01-31")
@example("- a")
@example("a: b")
@example("a #b")
@example("line\n  indented\n\nlast\n")
@example("² squared")
def test_any_text_reads_back_the_same(text: str) -> None:
    process = Process(
        name="x", description=text, steps=(Step(id="a", name="A", kind="end", notes=text),)
    )
    written = write(process)
    assert read(written).process == process
    assert yaml.safe_load(written)["description"] == text


def test_it_is_what_a_person_would_have_written() -> None:
    process = read(
        '{"name": "Small", "stages": ["A"], "steps": [{"id": "a", "name": "Lead: hot", '
        '"kind": "start", "checklist": ["One, two", "no"], "position": {"x": 1, "y": 2}}, '
        '{"id": "b", "name": "Won", "kind": "end", "notes": "two\\nlines"}], '
        '"edges": [{"from": "a", "to": "b", "max_wait": "36h", "when": "Yes, now", "share": 1}]}'
    ).process
    assert (
        write(process, language_server=False)
        == """\
touchline: 1
name: Small
days: calendar
max_gap: 5 days
warn_gap: 3 days
stages:
  - A
steps:
  - id: a
    name: "Lead: hot"
    kind: start
    checklist:
      - One, two
      - "no"
    position: {x: 1, y: 2}

  - id: b
    name: Won
    kind: end
    notes: |-
      two
      lines

edges:
  - {from: a, to: b, max_wait: 1.5 days, when: "Yes, now", share: 1}
"""
    )


@pytest.mark.parametrize("empty", ["", "\n"])
def test_empty_text_is_quoted(empty: str) -> None:
    process = Process(name="x", description=empty)
    assert read(write(process)).process == process
