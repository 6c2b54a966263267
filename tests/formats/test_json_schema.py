"""The JSON Schema takes what the reader takes, and says no to what an editor should underline."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.any_process import processes
from tests.examples import examples

from touchline import templates
from touchline.checking.wellformed import examine, write_process
from touchline.formats.json_schema import SCHEMA_FILE, json_schema
from touchline.model.process import Process

VALIDATOR = Draft202012Validator(json_schema())


@pytest.mark.parametrize("name", templates.names())
def test_every_template_follows_the_schema_and_names_it(name: str) -> None:
    _, text = templates.load(name)
    VALIDATOR.validate(yaml.safe_load(text))
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n")


@examples(20)
@given(processes())
def test_whatever_is_written_follows_the_schema(process: Process) -> None:
    VALIDATOR.validate(write_process(process))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "a", "description": "a\0b"},
        {"name": "a", "max_gap": "0 days"},
        {"name": "a", "max_gap": "1,000 hours"},
        {"name": "a", "steps": [{"id": "a", "name": "a", "kind": "task", "outcome": "won"}]},
        {"name": "a", "edges": [{"from": "a", "to": "b", "share": "120%"}]},
        {},
        {"name": 5},
        {"name": "a", "nmae": "b"},
        {"name": "a", "steps": [{"id": "A b", "name": "a", "kind": "end"}]},
        {"name": "a", "steps": [{"id": "a", "name": "a", "kind": "call"}]},
        {"name": "a", "edges": [{"source": "a", "target": "b"}]},
        {"name": "a", "edges": [{"from": "a", "to": "b", "share": 2}]},
        {"name": "a", "touchline": 2},
    ],
)
def test_what_is_wrong_is_underlined(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(wrong)


@pytest.mark.parametrize(
    "right",
    [
        {"name": "a", "x-own": [1, {"b": None}]},
        {"name": "a", "max_gap": "2,5 days", "description": None},
        {"name": "a", "steps": [{"id": "a", "name": "a", "kind": "task", "owner": None}]},
        {"name": "a", "edges": [{"from": "a", "to": "b", "share": "50%", "x-own": 1}]},
        {"name": "a", "edges": [{"from": "a", "to": "b", "max_wait": "1,5"}]},
    ],
)
def test_what_people_write_is_not(right: dict[str, Any]) -> None:
    VALIDATOR.validate(right)


WORDS = [
    *(
        "",
        " ",
        "\u2003",
        "\x1c",
        "a",
        "a\n",
        "a\0b",
        "x" * 10_001,
        "y" * 101,
        "gap",
        " gap ",
        "trap",
    ),
    *("end", "contact", "won", "video call", "business", "calendar", "https://a", "ftp://a"),
    *("HTTP://a\n", "mailto:", "3 days", "1,5", "1,000 hours", "2.5 weeks", "2 weeks", "0 days"),
    *("3 working days", "0,125", "3651 days", "1 minute", "50%", "12,5 %", "120%", "100.0%"),
    *("12,500%", "0,5", "1.0", "1.000", "-0.5", "120", "1000000", "1000000.1", "1000001", "1e3"),
]
VALUES: list[Any] = [
    *WORDS,
    *(None, True, False, 0, 1, -1, 2, 0.5, 1.125, 3651, 10**6, 10**6 + 1, -(10**7), 1e300),
    *([], ["a"], ["a", "a"], ["a", " a"], [None], [[]], {}, {"name": "a"}, {"x-own": 1}),
    *([{"rule": "trap", "reason": "a", "up_to": 1}], [{"rule": " gap", "reason": "a"}]),
    *({"x": 1, "y": "2,5"}, {"x": True, "y": 1}, {"x": 1}),
]
KEYS = [
    *("x-own", "xown", "up_to", "rule", "outcome", "channel", "kind", "share", "max_wait", "url"),
    *("duration", "stage", "position", "allow", "days", "max_gap", "touchline", "checklist"),
]
ANY_VALUE = st.sampled_from(VALUES).map(deepcopy)
A_SCHEMA_CANNOT_SAY = (
    "an id that no other step has",
    "each stage once",
    "one of the process's `stages`",
    "the id of a step of this process",
    "one edge at most from a step to another",
    "a whole number of minutes",
    "at most 3650 days",
    "days of the calendar",
)


@examples(100, suppress_health_check=[HealthCheck.too_slow])
@given(processes(most_steps=4).map(write_process), st.data())
def test_it_takes_what_the_reader_takes_and_nothing_else(
    document: dict[str, Any], data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        _change(document, data)
    faults = [fault.say() for fault in examine(document)[1]]
    beyond = {p.path for p in faults if p.expected.startswith(A_SCHEMA_CANNOT_SAY)}
    sayable = {p.path: p.message for p in faults if p.path not in beyond}
    # Of an id that no step has nothing more is said, even where no step could have it.
    wrong = {
        error.json_path.removeprefix("$").removeprefix("."): error.message[:80]
        for error in VALIDATOR.iter_errors(document)
    }
    wrong = {path: message for path, message in wrong.items() if path not in beyond}
    assert bool(wrong) == bool(sayable), (wrong, sayable)


def _change(document: dict[str, Any], data: st.DataObject) -> None:
    """Put something else, something new or nothing at some place of a document."""
    here: Any = document
    while True:
        inside = [key for key, value in _entries(here) if isinstance(value, dict | list) and value]
        if not inside or data.draw(st.integers(0, 3)) == 0:
            break
        here = here[data.draw(st.sampled_from(inside))]
    change = data.draw(st.sampled_from(["replace", "replace", "replace", "delete", "add"]))
    if isinstance(here, list):
        if change == "add":
            here.append(data.draw(ANY_VALUE))
        else:
            here[data.draw(st.integers(0, len(here) - 1))] = data.draw(ANY_VALUE)
    elif change == "add" or not here:
        here[data.draw(st.sampled_from(KEYS))] = data.draw(ANY_VALUE)
    else:
        key = data.draw(st.sampled_from(sorted(here)))
        if change == "delete":
            del here[key]
        else:
            here[key] = data.draw(ANY_VALUE)


def _entries(group: Any) -> list[tuple[Any, Any]]:
    return list(group.items() if isinstance(group, dict) else enumerate(group))


def test_every_field_says_what_it_is_for() -> None:
    schema = json_schema()
    for group in (schema, *schema["$defs"].values()):
        for key, field in group.get("properties", {}).items():
            assert field.get("description"), key
