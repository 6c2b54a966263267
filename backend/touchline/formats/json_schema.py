"""The JSON Schema of the YAML format, made from the model, for editors and other programs."""

from __future__ import annotations

from typing import Any

from touchline.model.process import Process

SCHEMA_ID = "urn:touchline:process:1"
"""The name of the schema of version 1 of the format."""
SCHEMA_FILE = "touchline.schema.json"
"""The file in which editors look for the schema: files name it in their first line."""

_DESCRIPTIONS = {
    "Process": {
        "touchline": "The version of the format.",
        "name": "What the process is called.",
        "description": "When it fits, and what it is for.",
        "days": "What one day means, for every wait and for the limits.",
        "max_gap": "The longest silence allowed between two contacts.",
        "warn_gap": "The silence from which a warning is given.",
        "stages": "The names of the stages, in order.",
        "steps": "What happens in a deal.",
        "edges": "What follows what, and how long a deal may wait there.",
    },
    "Step": {
        "id": "Stable and unique: small letters, digits and single hyphens.",
        "name": "What the step is called.",
        "kind": (
            "start: a deal begins; contact: the prospect hears from us or speaks with us; task: "
            "work the prospect does not see; decision: the way parts; end: the deal ends."
        ),
        "channel": "How the contact reaches the prospect.",
        "outcome": "What an end means for the deal; for ends only.",
        "stage": "One of the process's stages.",
        "owner": "Who does it.",
        "purpose": "What it is for.",
        "prospect_gain": "What the prospect gets out of it.",
        "duration": "How long it takes.",
        "checklist": "What to do, point by point.",
        "exit_criteria": "What must be true before the deal moves on.",
        "assets": "What to send, or to work from.",
        "notes": "Anything else.",
        "position": "Where it stands on the canvas; laid out by itself when absent.",
        "allow": "Rules that this step may break, each with the reason.",
    },
    "Edge": {
        "from": "The id of the step that it leaves.",
        "to": "The id of the step that it leads to.",
        "max_wait": "The longest wait between the end of one step and the beginning of the next.",
        "when": "The condition, where the way parts.",
        "share": "The share of the deals here that go this way, 0 to 1.",
        "allow": "Rules that this edge may break, each with the reason.",
    },
    "Asset": {"name": "What it is.", "url": "Where it is: http, https or mailto."},
    "Position": {"x": "Pixels from the left.", "y": "Pixels from the top."},
    "Waiver": {
        "rule": "The id of a rule.",
        "reason": "Why; shown in every report.",
        "up_to": (
            "The longest silence for which it holds, more being reported again; for gap and "
            "gap-near-limit only. However long when absent."
        ),
    },
}
_EXAMPLES = {
    ("Process", "name"): ["Consultative sale"],
    ("Process", "stages"): [["Discovery", "Proposal"]],
    ("Step", "id"): ["first-call"],
    ("Step", "name"): ["First call"],
    ("Step", "owner"): ["Account executive"],
    ("Edge", "when"): ["No budget"],
    ("Edge", "share"): [0.2],
    ("Asset", "url"): ["https://example.com/guide"],
    ("Waiver", "rule"): ["gap"],
    ("Waiver", "up_to"): ["6 days"],
}


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12), every field with its description."""
    schema = Process.model_json_schema(by_alias=True, mode="validation")
    definitions = schema.pop("$defs")
    groups = {"Process": schema, **definitions}
    for name, descriptions in _DESCRIPTIONS.items():
        for key, field in groups[name]["properties"].items():
            groups[name]["properties"][key] = _field(field, descriptions[key], (name, key))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
        "title": "Touchline process",
        "description": "A sales process: its steps, and how long a deal may wait between them.",
        "$defs": definitions,
    }


def _field(field: dict[str, Any], description: str, key: tuple[str, str]) -> dict[str, Any]:
    """A field as an editor shows it: no name made up from the key, no null where nothing goes."""
    field = {name: value for name, value in field.items() if name not in ("title", "default")}
    kinds = [kind for kind in field.get("anyOf", ()) if kind != {"type": "null"}]
    if "anyOf" in field and len(kinds) == 1:
        del field["anyOf"]
        field = {**kinds[0], **field}
    elif "anyOf" in field:
        field["anyOf"] = kinds
    examples = {"examples": _EXAMPLES[key]} if key in _EXAMPLES else {}
    return {**field, "description": description, **examples}
