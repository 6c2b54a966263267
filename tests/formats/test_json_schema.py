"""The JSON Schema takes what the reader takes, and says no to what an editor should underline."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.any_process import processes

from touchline import templates
from touchline.checking.wellformed import write_process
from touchline.formats.json_schema import SCHEMA_FILE, json_schema
from touchline.model.process import Process

VALIDATOR = Draft202012Validator(json_schema())


@pytest.mark.parametrize("name", templates.names())
def test_every_template_follows_the_schema_and_names_it(name: str) -> None:
    _, text = templates.load(name)
    VALIDATOR.validate(yaml.safe_load(text))
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n")


@settings(max_examples=40, deadline=None)
@given(processes())
def test_whatever_is_written_follows_the_schema(process: Process) -> None:
    VALIDATOR.validate(write_process(process))


@pytest.mark.parametrize(
    "wrong",
    [
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


def test_every_field_says_what_it_is_for() -> None:
    schema = json_schema()
    for group in (schema, *schema["$defs"].values()):
        for key, field in group.get("properties", {}).items():
            assert field.get("description"), key
