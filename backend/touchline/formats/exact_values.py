"""What the reader takes as a single value, said in JSON Schema as exactly as that can be said.

A schema cannot say: that an id is unique, an edge joins steps of the process and is the only one
between them, that a stage is one of the process's, that lengths of time come to whole minutes and
at most ten years, that working days are counted here, how a number is spelled (1.000), or what a
text is without the spaces around it. All else that the reader refuses, the schema refuses, and
nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from touchline.model.about import Field, Form
from touchline.model.duration import EXPECTED, MAX_DURATION_TEXT, PATTERN
from touchline.model.limits import MAX_COORDINATE, MAX_DAYS, MAX_ID, MAX_NAME, MAX_TEXT
from touchline.model.values import EXPECTED_SHARE
from touchline.model.words import MEASURED_RULES

_END = r"(?![\s\S])"
"""The end of a text: `$` stands before a last line break as well, in some programs."""
_BLANK = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DECIMALS = "(?:[.,](?:[0-9]{1,2}|[0-9]{4,}))?"
_NO_DECIMALS = "(?:[.,](?:0{1,2}|0{4,}))?"
_PART_OF_ONE = f"0+(?:[.,][0-9]+)?|0*1{_NO_DECIMALS}"
_PER_CENT = f"0+[.,][0-9]+|0*[0-9]{{1,2}}{_DECIMALS}|0*100{_NO_DECIMALS}"
_PIXELS = (
    f"0+[.,][0-9]+|0*[0-9]{{1,{len(str(MAX_COORDINATE)) - 1}}}{_DECIMALS}"
    f"|0*{MAX_COORDINATE}{_NO_DECIMALS}"
)
_SPACE = r"[ \u00a0\u202f]*"

_LINE: dict[str, Any] = {
    "type": "string",
    "minLength": 1,
    "maxLength": MAX_NAME,
    "pattern": rf"^[^\u0000]*[^\u0000{_BLANK}][^\u0000]*{_END}",
    "patternErrorMessage": "Expected text that is not empty.",
}
_VALUES: Mapping[Form, dict[str, Any]] = {
    Form.LINE: _LINE,
    Form.STAGE: _LINE,
    Form.TEXT: {"type": "string", "maxLength": MAX_TEXT, "pattern": rf"^[^\u0000]*{_END}"},
    Form.ID: {
        "type": "string",
        "minLength": 1,
        "maxLength": MAX_ID,
        "pattern": f"^[a-z0-9]+(?:-[a-z0-9]+)*{_END}",
        "patternErrorMessage": "Expected small letters, digits and single hyphens.",
    },
    Form.URL: {
        "type": "string",
        "maxLength": MAX_NAME,
        "pattern": "^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"
        rf"[^\u0000-\u0020\u007f]*{_END}",
        "patternErrorMessage": "Expected an address with http://, https:// or mailto:.",
    },
    Form.SHARE: {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": 1},
            {
                "type": "string",
                "pattern": f"^{_SPACE}(?:(?:{_PER_CENT}){_SPACE}%|(?:{_PART_OF_ONE}))"
                f"{_SPACE}{_END}",
                "patternErrorMessage": f"Expected {EXPECTED_SHARE}.",
            },
        ]
    },
    Form.COORDINATE: {
        "anyOf": [
            {"type": "number", "minimum": -MAX_COORDINATE, "maximum": MAX_COORDINATE},
            {"type": "string", "pattern": f"^-?(?:{_PIXELS}){_END}"},
        ]
    },
    Form.DURATION: {"$ref": "#/$defs/Duration"},
}
DURATION: dict[str, Any] = {
    "anyOf": [
        {
            "type": "string",
            "pattern": PATTERN,
            "maxLength": MAX_DURATION_TEXT,
            "patternErrorMessage": f"Expected {EXPECTED}.",
        },
        {"type": "number", "minimum": 0, "maximum": MAX_DAYS},
    ],
    "title": "Duration",
    "description": f"{EXPECTED[0].upper()}{EXPECTED[1:]}; a bare number is days.",
    "examples": ["3 days", "4 hours", "30m"],
}
MORE_THAN_NOTHING: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": "[1-9]"},
        {"type": "number", "exclusiveMinimum": 0},
    ]
}
"""A length of time that is one, in addition to what any is."""
CONDITIONS: Mapping[str, dict[str, Any]] = {
    "step": {
        "if": {"properties": {"outcome": {"type": "string"}}, "required": ["outcome"]},
        "then": {"properties": {"kind": {"const": "end"}}},
    },
    "waiver": {
        "if": {"properties": {"up_to": {"type": ["string", "number"]}}, "required": ["up_to"]},
        "then": {
            "properties": {
                "rule": {"pattern": rf"^[{_BLANK}]*(?:{'|'.join(MEASURED_RULES)})[{_BLANK}]*{_END}"}
            }
        },
    },
}
"""What one field of a group asks of another, by the group's name."""


def exact_value(field: Field) -> dict[str, Any] | None:
    """What a single value of a field, or of each of its entries, may be; None where a group goes,
    or one word of a few, which pydantic describes exactly."""
    exact = _VALUES.get(field.form)
    if exact is None or field.is_list or field.required or field.default is not None:
        return exact
    return {"anyOf": [*exact.get("anyOf", (exact,)), {"type": "null"}]}
