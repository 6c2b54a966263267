"""The examples in the OpenAPI document, and the bodies that endpoints read themselves."""

from __future__ import annotations

from typing import Any

from touchline.formats import all_formats

PROCESS: dict[str, Any] = {
    "name": "Short sale",
    "max_gap": "5 days",
    "warn_gap": "3 days",
    "stages": ["Discovery", "Closing"],
    "steps": [
        {"id": "lead", "name": "Lead arrives", "kind": "start", "stage": "Discovery"},
        {
            "id": "first-call",
            "name": "First call",
            "kind": "contact",
            "channel": "call",
            "stage": "Discovery",
            "owner": "Account executive",
            "duration": "45 minutes",
            "checklist": ["Ask who else decides"],
        },
        {"id": "won", "name": "Signed", "kind": "end", "outcome": "won", "stage": "Closing"},
    ],
    "edges": [
        {"from": "lead", "to": "first-call", "max_wait": "1 day"},
        {"from": "first-call", "to": "won", "max_wait": "4 days"},
    ],
}

YAML = """\
touchline: 1
name: Short sale
steps:
  - {id: lead, name: Lead arrives, kind: start}
  - {id: won, name: Signed, kind: end, outcome: won}
edges:
  - {from: lead, to: won, max_wait: 4 days}
"""

_REF = {"$ref": "#/components/schemas/Process"}


def body(content: dict[str, dict[str, Any]], description: str) -> dict[str, Any]:
    """The `requestBody` of an endpoint that reads its body itself."""
    return {
        "requestBody": {"required": True, "description": description, "content": content},
    }


def json_content(properties: dict[str, Any], required: list[str], example: Any) -> dict[str, Any]:
    """A JSON object as a body's content."""
    schema = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return {"application/json": {"schema": schema, "example": example}}


def process_content(*media_types: str) -> dict[str, Any]:
    """A process as a body's content."""
    return {
        media_type: {"schema": _REF, "example": PROCESS}
        for media_type in media_types or ("application/json",)
    }


def yaml_content() -> dict[str, Any]:
    """A process as YAML: what its keys and values are, not the text that holds them."""
    text = {"schema": _REF, "example": YAML}
    return dict.fromkeys(("application/yaml", "text/yaml"), text)


def file_content() -> dict[str, Any]:
    """A file of any format that can be read as a body's content."""
    text = {"schema": {"type": "string"}}
    formats = {one.media_type: text for one in all_formats() if one.reads is not None}
    return {**formats, **yaml_content(), **process_content()}


def process_schema() -> dict[str, Any]:
    """A reference to the process's schema."""
    return dict(_REF)
