"""The look of a chart: colours and measures from tokens.json, which the editor reads as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from touchline.model.process import Kind, Step

TOKENS_FILE = Path(__file__).with_name("tokens.json")


class Theme(StrEnum):
    """The two colour schemes."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one kind of step."""

    fill: str
    stroke: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Line:
    """How an edge is drawn at one level of silence; `width` in pixels, `dash` as SVG writes it."""

    line: str
    fill: str
    text: str
    width: float
    dash: str


@dataclass(frozen=True)
class Colors:
    """The colours of one scheme: surfaces by name, looks by kind, lines by level of silence."""

    surface: Mapping[str, str]
    looks: Mapping[str, Look]
    lines: Mapping[str, Line]


@dataclass(frozen=True)
class Measures:
    """The measures of a step and its text, in pixels; the same as on the editor's canvas."""

    width: float
    min_height: float
    decision_width: float
    decision_min_height: float
    padding_x: float
    padding_y: float
    stroke: float
    corner_radius: float
    fold: float
    name_size: float
    name_line: float
    label_size: float
    label_line: float


@lru_cache(maxsize=2)
def colors(theme: Theme) -> Colors:
    """The colours of a scheme."""
    scheme = _tokens()[theme.value]
    looks = {name: Look(**look) for name, look in scheme["kind"].items()}
    return Colors(
        surface=scheme["surface"],
        # An end whose outcome is not decided yet is as neutral as a start.
        looks={**looks, "end": looks["start"]},
        lines={level: Line(**line) for level, line in scheme["silence"].items()},
    )


@lru_cache(maxsize=1)
def measures() -> Measures:
    """The measures, which are the same in both schemes."""
    step, font = _tokens()["step"], _tokens()["font"]
    return Measures(
        width=step["width"],
        min_height=step["minHeight"],
        decision_width=step["decisionWidth"],
        decision_min_height=step["decisionMinHeight"],
        padding_x=step["paddingX"],
        padding_y=step["paddingY"],
        stroke=step["stroke"],
        corner_radius=step["cornerRadius"],
        fold=step["fold"],
        name_size=font["step"]["size"],
        name_line=font["step"]["lineHeight"],
        label_size=font["label"]["size"],
        label_line=font["label"]["lineHeight"],
    )


def look_of(step: Step) -> str:
    """The name of a step's look: its kind, `touch`, or for an end the outcome that it has."""
    if step.kind is Kind.END:
        return step.outcome.value if step.outcome else "end"
    return "touch" if step.is_touch else step.kind.value


@lru_cache(maxsize=1)
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(TOKENS_FILE.read_text(encoding="utf-8"))
    return tokens
