"""The JSON Schema of the YAML format, made from the model, for editors and other programs."""

from __future__ import annotations

from typing import Any

from touchline.checking.wellformed import OWN_KEYS
from touchline.formats.exact_values import CONDITIONS, DURATION, MORE_THAN_NOTHING, exact_value
from touchline.model.about import Field
from touchline.model.fields import FIELDS, GROUPS
from touchline.model.process import Process

SCHEMA_ID = "urn:touchline:process:1"
"""The name of the schema of version 1 of the format."""
SCHEMA_FILE = "touchline.schema.json"
"""The file in which editors look for the schema: files name it in their first line."""


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12), every field with its description.

    It takes what the reader takes, as exactly as a schema can (`exact_values` has what it cannot
    say). The keys that a merge key (`<<`) brings along are there before a schema is asked.
    """
    schema = Process.model_json_schema(by_alias=True, mode="validation")
    definitions = schema.pop("$defs")
    shapes = {"Process": schema, **definitions}
    for name, fields in FIELDS.items():
        shape = shapes[GROUPS[name].__name__]
        for field in fields:
            shape["properties"][field.key] = _described(shape["properties"][field.key], field)
        shape["patternProperties"] = {f"^{OWN_KEYS}": _OWN}
        shape.update(CONDITIONS.get(name, {}))
    schema["properties"]["stages"]["uniqueItems"] = True
    schema["properties"]["max_gap"]["allOf"] = [MORE_THAN_NOTHING]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
        "title": "Touchline process",
        "description": "A sales process: its steps, and how long a deal may wait between them.",
        "$defs": {**definitions, "Duration": DURATION},
    }


_OWN = {"description": "A key of your own, which Touchline keeps and ignores."}


def _described(shape: dict[str, Any], field: Field) -> dict[str, Any]:
    """A field as an editor shows it, without a name made up from the key."""
    shape = {name: value for name, value in shape.items() if name not in ("title", "default")}
    about, exact = field.about, exact_value(field)
    if exact is not None:
        shape = {**shape, "items": exact} if field.is_list else exact
    examples = {"examples": list(about.examples)} if about.examples else {}
    return {**shape, "description": about.what, **examples}
