"""A process: a directed graph of steps and edges, with its settings; plain, frozen values."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from touchline.model.duration import Duration
from touchline.model.limits import (
    MAX_COORDINATE,
    MAX_EDGES,
    MAX_ID,
    MAX_LIST_ITEMS,
    MAX_NAME,
    MAX_STAGES,
    MAX_STEPS,
    MAX_TEXT,
)

FORMAT_VERSION: Final = 1


class Kind(StrEnum):
    """What a step is."""

    START = "start"
    CONTACT = "contact"
    TASK = "task"
    DECISION = "decision"
    END = "end"


class Channel(StrEnum):
    """How a contact reaches the prospect."""

    CALL = "call"
    MEETING = "meeting"
    VIDEO_CALL = "video call"
    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"
    SOCIAL = "social"
    EVENT = "event"
    DEMO = "demo"
    PROPOSAL = "proposal"
    ARTICLE = "article"
    RECAP = "recap"
    WHITE_PAPER = "white paper"
    CASE_STUDY = "case study"
    BLOG_POST = "blog post"
    PODCAST = "podcast"


class Outcome(StrEnum):
    """What an end means for the deal."""

    WON = "won"
    LOST = "lost"
    NURTURE = "nurture"


class DayCount(StrEnum):
    """What one day means, for every wait and for the limits."""

    CALENDAR = "calendar"
    BUSINESS = "business"


CONTENT_CHANNELS = (
    Channel.RECAP,
    Channel.ARTICLE,
    Channel.CASE_STUDY,
    Channel.WHITE_PAPER,
    Channel.BLOG_POST,
    Channel.PODCAST,
)
"""The channels that make a contact a touch, in the order in which a fix reaches for them."""

MEASURED_RULES = ("gap", "gap-near-limit")
"""The rules whose findings have a length, up to which leave to break them can go."""

_URL_SCHEMES = ("http://", "https://", "mailto:")


def _fold_line(text: str) -> str:
    if "\x00" in text:
        raise PydanticCustomError("text", "expected text without NUL characters")
    return text


def _web_address(url: str) -> str:
    if not url.lower().startswith(_URL_SCHEMES) or re.search(r"[\x00-\x20\x7f]", url):
        raise PydanticCustomError(
            "url", "expected an address that begins with http://, https:// or mailto:"
        )
    return url


def _finite_share(value: Any) -> Any:
    # An exact 0..1 check by pydantic lets True through as 1.
    if isinstance(value, bool):
        raise PydanticCustomError("share", "expected a number from 0 to 1")
    return value


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NAME),
    AfterValidator(_fold_line),
]
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT), AfterValidator(_fold_line)]
StepId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", min_length=1, max_length=MAX_ID)
]
Url = Annotated[str, StringConstraints(max_length=MAX_NAME), AfterValidator(_web_address)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(_finite_share)]
Coordinate = Annotated[
    float,
    Field(ge=-MAX_COORDINATE, le=MAX_COORDINATE, allow_inf_nan=False, strict=False),
    # A tenth of a pixel is finer than any eye, and keeps files and their diffs readable.
    AfterValidator(lambda pixels: round(pixels, 1)),
]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Waiver(_Value):
    """Leave to break one rule, with the reason that every report shows and where it ends."""

    rule: Line
    reason: Line
    up_to: Duration | None = None
    """The longest silence for which it holds, for MEASURED_RULES only; None where it has no end."""


class Asset(_Value):
    """Something to send or to work from; `url` is http, https or mailto."""

    name: Line
    url: Url | None = None


class Position(_Value):
    """Where a step stands on the canvas: its top-left corner, in pixels."""

    x: Coordinate
    y: Coordinate


class Step(_Value):
    """Something that happens, once, in a deal."""

    id: StepId
    name: Line
    kind: Kind
    channel: Channel | None = None
    outcome: Outcome | None = None
    stage: Line | None = None
    owner: Line | None = None
    purpose: Text | None = None
    prospect_gain: Text | None = None
    duration: Duration | None = None
    checklist: Annotated[tuple[Line, ...], Field(max_length=MAX_LIST_ITEMS)] = ()
    exit_criteria: Annotated[tuple[Line, ...], Field(max_length=MAX_LIST_ITEMS)] = ()
    assets: Annotated[tuple[Asset, ...], Field(max_length=MAX_LIST_ITEMS)] = ()
    notes: Text | None = None
    position: Position | None = None
    allow: Annotated[tuple[Waiver, ...], Field(max_length=MAX_LIST_ITEMS)] = ()

    @property
    def is_touch(self) -> bool:
        """Whether it is a contact that carries content."""
        return self.kind is Kind.CONTACT and self.channel in CONTENT_CHANNELS


class Edge(_Value):
    """From one step to a next one; `max_wait` is None where nobody has decided it."""

    source: StepId = Field(alias="from")
    target: StepId = Field(alias="to")
    max_wait: Duration | None = None
    when: Line | None = None
    share: Share | None = None
    allow: Annotated[tuple[Waiver, ...], Field(max_length=MAX_LIST_ITEMS)] = ()

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the steps that it joins."""
        return (self.source, self.target)


class Process(_Value):
    """One directed graph of steps and edges, with its settings."""

    touchline: Literal[1] = FORMAT_VERSION
    name: Line
    description: Text | None = None
    days: DayCount = DayCount.CALENDAR
    max_gap: Duration = Duration(whole_minutes=5 * 24 * 60)
    warn_gap: Duration = Duration(whole_minutes=3 * 24 * 60)
    stages: Annotated[tuple[Line, ...], Field(max_length=MAX_STAGES)] = ()
    steps: Annotated[tuple[Step, ...], Field(max_length=MAX_STEPS)] = ()
    edges: Annotated[tuple[Edge, ...], Field(max_length=MAX_EDGES)] = ()

    @property
    def days_per_week(self) -> int:
        """How many of the process's days make a week."""
        return 5 if self.days is DayCount.BUSINESS else 7

    def minutes(self, duration: Duration | None) -> int:
        """A duration of this process in minutes, one that is absent being nothing."""
        return 0 if duration is None else duration.minutes(self.days_per_week)
