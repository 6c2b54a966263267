"""What has been thought through of a step, field by field, beyond what stands in its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from touchline.model.fields import FIELDS
from touchline.model.process import Step
from touchline.model.words import label_of

_IN_ITS_BOX = ("name", "kind", "channel", "outcome", "stage", "owner", "duration")
_NO_DETAIL = ("id", "position", "allow")
"""What places and names a step, and its exceptions, which stand beside what they allow."""


@dataclass(frozen=True)
class Detail:
    """One field that says something: its heading, the short one, and its text or its entries."""

    heading: str
    short_heading: str
    text: str | None
    entries: tuple[Any, ...] = ()
    are_assets: bool = False


def details_of(step: Step) -> Iterator[Detail]:
    """The details of a step, in the order of the model; what says nothing is left out."""
    for field in FIELDS["step"]:
        value = getattr(step, field.name)
        if field.name in (*_IN_ITS_BOX, *_NO_DETAIL) or not value:
            continue
        label = field.about.label or field.key
        short = field.about.short_label or label
        if field.is_list:
            yield Detail(label, short, None, value, are_assets=field.group is not None)
        else:
            text = label_of(value) if isinstance(value, StrEnum) else str(value)
            yield Detail(label, short, text)
