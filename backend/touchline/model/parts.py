"""What a step or an edge has of its own: exceptions from rules, assets, a place."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from touchline.model.about import About
from touchline.model.duration import Duration
from touchline.model.values import Coordinate, Line, Url


class Value(BaseModel):
    """A frozen value that refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Waiver(Value):
    """Leave to break one rule, with the reason that every report shows and where it ends."""

    rule: Annotated[Line, About("The id of a rule.", examples=("gap",))]
    reason: Annotated[Line, About("Why; shown in every report.", label="Reason")]
    up_to: Annotated[
        Duration | None,
        About(
            "The longest silence for which it holds, more being reported again; for gap and "
            "gap-near-limit only. However long when absent.",
            label="Up to",
            examples=("6 days",),
        ),
    ] = None
    """For MEASURED_RULES only; None where it has no end."""


class Asset(Value):
    """Something to send or to work from; `url` is http, https or mailto."""

    name: Annotated[Line, About("What it is.", label="Name")]
    url: Annotated[
        Url | None,
        About(
            "Where it is: http, https or mailto.",
            label="Address",
            examples=("https://example.com/guide",),
        ),
    ] = None


class Position(Value):
    """Where a step stands on the canvas: its top-left corner, in pixels."""

    x: Annotated[Coordinate, About("Pixels from the left.")]
    y: Annotated[Coordinate, About("Pixels from the top.")]
