"""Everything that has fields, and the file through which the editor knows them.

`python -m touchline.model.fields` prints that file, as `make types` keeps it in the editor.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import Any, Final

from pydantic import BaseModel

from touchline.model import limits
from touchline.model.about import Field, fields_of
from touchline.model.process import Asset, Edge, Position, Process, Step, Waiver
from touchline.model.words import (
    CONTENT_CHANNELS,
    KIND_MEANINGS,
    MEASURED_RULES,
    Channel,
    DayCount,
    Kind,
    Outcome,
    label_of,
)

GROUPS: Final[Mapping[str, type[BaseModel]]] = {
    "process": Process,
    "step": Step,
    "edge": Edge,
    "asset": Asset,
    "waiver": Waiver,
    "position": Position,
}
"""Everything that has fields, by its name."""
WORDS: Final[Mapping[str, type[StrEnum]]] = {
    "kind": Kind,
    "channel": Channel,
    "outcome": Outcome,
    "days": DayCount,
}
"""The fields that hold one of a few words."""
LIMITS: Final = (
    "MAX_FILE_BYTES",
    "MAX_STEPS",
    "MAX_EDGES",
    "MAX_STAGES",
    "MAX_NAME",
    "MAX_ID",
    "MAX_DAYS",
    "MAX_COORDINATE",
)
"""The limits that the editor keeps to by itself, before it asks the server."""
FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    name: fields_of(group) for name, group in GROUPS.items()
}
"""The fields of each group."""


def described() -> dict[str, Any]:
    """All that the editor takes from the model: fields, words and limits, as plain data."""
    return {
        "groups": {name: [_field(field) for field in fields] for name, fields in FIELDS.items()},
        "words": {name: [_word(word) for word in words] for name, words in WORDS.items()},
        "measuredRules": list(MEASURED_RULES),
        "limits": {name: getattr(limits, name) for name in LIMITS},
    }


def _field(field: Field) -> dict[str, Any]:
    about = field.about
    default = field.default
    said = {
        "key": field.key,
        "form": field.form.value,
        "list": field.is_list or None,
        "required": field.required or None,
        "default": default.value if isinstance(default, Enum) else default and str(default),
        "most": field.most,
        "pattern": field.pattern,
        "words": next((name for name, words in WORDS.items() if words is field.choice), None),
        "group": next((name for name, group in GROUPS.items() if group is field.group), None),
        "what": about.what,
        "label": about.label,
        "of": about.of or (about.label and f"{about.label} of {{}}"),
        "hint": about.hint,
        "placeholder": about.placeholder,
        "noun": about.noun,
    }
    return {name: value for name, value in said.items() if value is not None}


def _word(word: StrEnum) -> dict[str, Any]:
    said: dict[str, Any] = {"value": word.value, "label": label_of(word)}
    if isinstance(word, Kind):
        said["what"] = KIND_MEANINGS[word]
    if isinstance(word, Channel):
        said["touch"] = word in CONTENT_CHANNELS
    return said


def main() -> None:
    """Print the file, the same for the same code."""
    json.dump(described(), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
