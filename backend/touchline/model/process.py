"""A process: a directed graph of steps and edges, with its settings; plain, frozen values."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from touchline.model.about import About, Form
from touchline.model.duration import Duration
from touchline.model.limits import MAX_EDGES, MAX_LIST_ITEMS, MAX_STAGES, MAX_STEPS
from touchline.model.parts import Asset, Position, Value, Waiver
from touchline.model.values import Line, Share, StageName, StepId, Text
from touchline.model.words import (
    CONTENT_CHANNELS,
    KIND_MEANINGS,
    MEASURED_RULES,
    Channel,
    DayCount,
    Kind,
    Outcome,
)

__all__ = [
    "CONTENT_CHANNELS",
    "FORMAT_VERSION",
    "MEASURED_RULES",
    "Asset",
    "Channel",
    "DayCount",
    "Edge",
    "Kind",
    "Outcome",
    "Position",
    "Process",
    "Step",
    "Waiver",
]

FORMAT_VERSION: Final = 1
_Entries = Field(max_length=MAX_LIST_ITEMS)


# A field that stands here is read, written, exported and shown everywhere: as a column, in the
# inspector, in the playbook and in the documentation.
class Step(Value):
    """Something that happens, once, in a deal."""

    id: Annotated[
        StepId,
        About(
            "Stable and unique: small letters, digits and single hyphens.", examples=("first-call",)
        ),
    ]
    name: Annotated[Line, About("What the step is called.", label="Name", examples=("First call",))]
    kind: Annotated[
        Kind,
        About(
            "; ".join(f"{kind}: {means}" for kind, means in KIND_MEANINGS.items()) + ".",
            label="Kind",
        ),
    ]
    channel: Annotated[
        Channel | None,
        About(
            "How the contact reaches the prospect.",
            label="Channel",
            placeholder="How it reaches the prospect",
        ),
    ] = None
    outcome: Annotated[
        Outcome | None, About("What an end means for the deal; for ends only.", label="Outcome")
    ] = None
    stage: Annotated[StageName | None, About("One of the process's stages.", label="Stage")] = None
    owner: Annotated[
        Line | None,
        About(
            "Who does it.",
            label="Owner",
            placeholder="Who does this",
            examples=("Account executive",),
        ),
    ] = None
    purpose: Annotated[
        Text | None,
        About(
            "What it is for.",
            label="What it is for",
            of="What {} is for",
            placeholder="What this step brings the deal",
        ),
    ] = None
    prospect_gain: Annotated[
        Text | None,
        About(
            "What the prospect gets out of it.",
            label="What the prospect gains",
            short_label="They gain",
            of="What the prospect gains from {}",
            placeholder="What the prospect leaves with",
        ),
    ] = None
    duration: Annotated[
        Duration | None,
        About("How long it takes.", label="Duration", placeholder="Such as 45 minutes or 2 days"),
    ] = None
    checklist: Annotated[
        tuple[Line, ...],
        _Entries,
        About(
            "What to do, point by point.",
            label="Checklist",
            noun="line",
            hint="What to do in this step, one line each.",
            placeholder="Such as: ask who else decides",
        ),
    ] = ()
    exit_criteria: Annotated[
        tuple[Line, ...],
        _Entries,
        About(
            "What must be true before the deal moves on.",
            label="Exit criteria",
            noun="criterion",
            hint="What is true once this step is done.",
            placeholder="Such as: budget is confirmed",
        ),
    ] = ()
    assets: Annotated[
        tuple[Asset, ...],
        _Entries,
        About(
            "What to send, or to work from.",
            label="Assets",
            noun="asset",
            hint="What to send or to work from, such as a call guide.",
        ),
    ] = ()
    notes: Annotated[
        Text | None,
        About(
            "Anything else.",
            label="Notes",
            of="Notes on {}",
            placeholder="Anything else the team should know",
        ),
    ] = None
    position: Annotated[
        Position | None, About("Where it stands on the canvas; laid out by itself when absent.")
    ] = None
    allow: Annotated[
        tuple[Waiver, ...],
        _Entries,
        About(
            "Rules that this step may break, each with the reason.",
            label="Allowed exceptions",
            hint="Rules that may be broken here, each with a reason.",
        ),
    ] = ()

    @property
    def is_touch(self) -> bool:
        """Whether it is a contact that carries content."""
        return self.kind is Kind.CONTACT and self.channel in CONTENT_CHANNELS


class Edge(Value):
    """From one step to a next one; `max_wait` is None where nobody has decided it."""

    source: Annotated[
        StepId, Field(alias="from"), About("The id of the step that it leaves.", label="From")
    ]
    target: Annotated[
        StepId, Field(alias="to"), About("The id of the step that it leads to.", label="To")
    ]
    max_wait: Annotated[
        Duration | None,
        About(
            "The longest wait between the end of one step and the beginning of the next.",
            label="Longest wait",
            noun="wait",
            of="Longest wait after {}",
            hint="The longest that a deal may wait here",
            placeholder="Such as 1 day or 4h",
        ),
    ] = None
    when: Annotated[
        Line | None,
        About(
            "The condition, where the way parts.",
            label="Condition",
            noun="condition",
            of="Condition after {}",
            placeholder="When a deal goes this way",
            examples=("No budget",),
        ),
    ] = None
    share: Annotated[
        Share | None,
        About(
            "The share of the deals here that go this way, 0 to 1.",
            label="Share of deals",
            noun="share",
            of="Share of deals after {}",
            placeholder="Such as 20 %",
            examples=(0.2,),
        ),
    ] = None
    allow: Annotated[
        tuple[Waiver, ...],
        _Entries,
        About(
            "Rules that this edge may break, each with the reason.",
            label="Allowed exceptions",
            hint="Rules that may be broken here, each with a reason.",
        ),
    ] = ()

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the steps that it joins."""
        return (self.source, self.target)


class Process(Value):
    """One directed graph of steps and edges, with its settings."""

    touchline: Annotated[Literal[1], Form.VERSION, About("The version of the format.")] = (
        FORMAT_VERSION
    )
    name: Annotated[
        Line,
        About("What the process is called.", label="Name", examples=("Consultative sale",)),
    ]
    description: Annotated[
        Text | None,
        About(
            "When it fits, and what it is for.",
            label="Description",
            placeholder="Whom it is for and what it covers",
        ),
    ] = None
    days: Annotated[
        DayCount,
        About("What one day means, for every wait and for the limits.", label="What a day means"),
    ] = DayCount.CALENDAR
    max_gap: Annotated[
        Duration,
        About(
            "The longest silence allowed between two contacts.",
            label="Longest silence allowed",
            hint="More than this between two contacts is an error",
        ),
    ] = Duration(whole_minutes=5 * 24 * 60)
    warn_gap: Annotated[
        Duration,
        About(
            "The silence from which a warning is given.",
            label="Warn above",
            hint="Silence longer than this is pointed out",
        ),
    ] = Duration(whole_minutes=3 * 24 * 60)
    stages: Annotated[
        tuple[Line, ...],
        Field(max_length=MAX_STAGES),
        About(
            "The names of the stages, in order.",
            label="Stages",
            examples=(["Discovery", "Proposal"],),
        ),
    ] = ()
    steps: Annotated[
        tuple[Step, ...], Field(max_length=MAX_STEPS), About("What happens in a deal.")
    ] = ()
    edges: Annotated[
        tuple[Edge, ...],
        Field(max_length=MAX_EDGES),
        About("What follows what, and how long a deal may wait there."),
    ] = ()

    @property
    def days_per_week(self) -> int:
        """How many of the process's days make a week."""
        return 5 if self.days is DayCount.BUSINESS else 7

    def minutes(self, duration: Duration | None) -> int:
        """A duration of this process in minutes, one that is absent being nothing."""
        return 0 if duration is None else duration.minutes(self.days_per_week)
