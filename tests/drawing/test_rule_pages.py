"""The pages of the rules are those that the cases make today."""

from __future__ import annotations

import json

from setup.rule_pages import FOLDER, SCHEMA, pages

from touchline.formats.json_schema import json_schema


def test_the_pages_of_the_rules_are_up_to_date() -> None:
    made = dict(pages())
    there = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    assert there == set(made), "run `make docs`"
    stale = [name for name, content in made.items() if (FOLDER / name).read_bytes() != content]
    assert stale == [], "run `make docs`"


def test_the_schema_beside_the_templates_is_up_to_date() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema(), "run `make docs`"
