"""The JSON Schema of the YAML format, made from the model, for editors and other programs."""

from __future__ import annotations

from typing import Any

from touchline.model.about import About
from touchline.model.fields import FIELDS, GROUPS
from touchline.model.process import Process

SCHEMA_ID = "urn:touchline:process:1"
"""The name of the schema of version 1 of the format."""
SCHEMA_FILE = "touchline.schema.json"
"""The file in which editors look for the schema: files name it in their first line."""


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12), every field with its description."""
    schema = Process.model_json_schema(by_alias=True, mode="validation")
    definitions = schema.pop("$defs")
    shapes = {"Process": schema, **definitions}
    for name, fields in FIELDS.items():
        properties = shapes[GROUPS[name].__name__]["properties"]
        for field in fields:
            properties[field.key] = _field(properties[field.key], field.about)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
        "title": "Touchline process",
        "description": "A sales process: its steps, and how long a deal may wait between them.",
        "$defs": definitions,
    }


def _field(field: dict[str, Any], about: About) -> dict[str, Any]:
    """A field as an editor shows it: no name made up from the key, no null where nothing goes."""
    field = {name: value for name, value in field.items() if name not in ("title", "default")}
    kinds = [kind for kind in field.get("anyOf", ()) if kind != {"type": "null"}]
    if "anyOf" in field and len(kinds) == 1:
        del field["anyOf"]
        field = {**kinds[0], **field}
    elif "anyOf" in field:
        field["anyOf"] = kinds
    examples = {"examples": list(about.examples)} if about.examples else {}
    return {**field, "description": about.what, **examples}
