"""The shapes of what the endpoints answer, as OpenAPI and the editor's types have them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from touchline.checking.report import Level
from touchline.checking.rules import Severity
from touchline.model.process import Process


class Health(BaseModel):
    """That the server is there."""

    status: Literal["ok"] = Field(examples=["ok"])
    version: str = Field(examples=["0.1.0"])


class TemplateCard(BaseModel):
    """A template as it is offered."""

    name: str = Field(examples=["inbound-demo"])
    title: str = Field(examples=["Inbound demo"])
    description: str = Field(description="When it fits, in a line.")
    steps: int = Field(examples=[18])
    stages: list[str] = Field(examples=[["Respond", "Qualify", "Demonstrate"]])
    max_gap: str = Field(examples=["3 days"])


class Template(BaseModel):
    """A template in full."""

    name: str
    process: Process
    yaml: str = Field(description="The file as it is, comments included.")


class ProcessCard(BaseModel):
    """A process as the list shows it, worked out from what is stored at that moment."""

    id: str = Field(examples=["k3v9x2m7q4t8w5zc"])
    name: str = Field(examples=["Inbound demo"])
    steps: int = Field(examples=[18])
    sound: bool
    errors: int
    warnings: int
    longest_gap_days: float | None = Field(
        description="The longest silence in days; null where it has no bound or is undecided."
    )
    silence: Literal["known", "none", "endless", "unknown"] = Field(
        description="Whether the longest silence is known; `none` where no stretch leads anywhere "
        "yet, `endless` where it has no bound, `unknown` where a wait is undecided."
    )
    max_gap_days: float
    detail_score: float = Field(description="0 to 100.")
    damaged: None = Field(description="Always null: it is as it was stored.")
    edited_at: datetime
    deleted_at: datetime | None = Field(description="When it was moved to the bin.")


class DamagedCard(BaseModel):
    """A process that is not as it was stored. It cannot be opened; it can be exported with
    `remains`, moved to the bin, or brought back from a backup."""

    id: str = Field(examples=["k3v9x2m7q4t8w5zc"])
    name: str = Field(description="As far as it can be read, and it may be wrong.")
    damaged: str = Field(
        description="What is wrong, for a person.",
        examples=["one of its edits is not as it was stored"],
    )
    edited_at: datetime | None
    deleted_at: datetime | None


class StoredProcess(BaseModel):
    """A process that has just been stored."""

    id: str = Field(examples=["k3v9x2m7q4t8w5zc"])
    etag: str = Field(examples=['"1"'])
    process: Process
    notices: list[str] = Field(
        description="What a person should know of what was imported; empty where all is kept.",
        examples=[[]],
    )


class ReadAnswer(BaseModel):
    """A process that was read out of a text."""

    process: Process


class OfferedFix(BaseModel):
    """A fix that mends a finding."""

    id: str = Field(examples=["insert-touches"])
    label: str = Field(examples=["Add “Case study” after Legal review"])
    by_all: bool = Field(description="Whether *fix all* may make it; a person chooses the others.")


class FindingAnswer(BaseModel):
    """One thing that a rule reports."""

    id: str = Field(description="Its name in this process, the same as long as the fault is there.")
    rule: str = Field(examples=["gap"])
    severity: Severity
    message: str
    steps: list[str] = Field(description="For `gap` the whole stretch from contact to contact.")
    edges: list[tuple[str, str]] = Field(examples=[[("legal-review", "sign")]])
    days: float | None = Field(examples=[7.0])
    waived: str | None = Field(description="The reason for which it is allowed.")
    waived_up_to_days: float | None = Field(
        description="The longest silence for which it is allowed; null where that has no end. "
        "A silence that has outgrown its exception has the end of that here, and `waived` is null.",
        examples=[6.0],
    )
    fixes: list[OfferedFix]


class Counts(BaseModel):
    """Findings that are not waived, by severity."""

    error: int
    warning: int
    info: int


class EdgeSilenceAnswer(BaseModel):
    """The heaviest stretch of silence through an edge."""

    source: str = Field(alias="from")
    target: str = Field(alias="to")
    days: float | None
    level: Level


class StepScore(BaseModel):
    """How thought through a step is, 0 to 100."""

    step: str
    score: float


class StageScore(BaseModel):
    """How thought through a stage is, 0 to 100."""

    stage: str
    score: float


class ReportAnswer(BaseModel):
    """All that the rules say of a process."""

    sound: bool
    detail_score: float = Field(description="0 to 100.", examples=[92.5])
    longest_gap_days: float | None
    counts: Counts
    findings: list[FindingAnswer]
    edge_silences: list[EdgeSilenceAnswer]
    step_scores: list[StepScore]
    stage_scores: list[StageScore]


class FixAnswer(BaseModel):
    """A mended process."""

    process: Process
    plan: list[str] = Field(
        description="What the fix changes, to be said before it is applied.",
        examples=[["Add “Case study after Legal review”, a case study."]],
    )
    changes: list[str] = Field(
        description="The same changes, to be said once it is applied.",
        examples=[["Added “Case study after Legal review”, a case study."]],
    )
    report: ReportAnswer


class Spot(BaseModel):
    """A place on the canvas, in pixels."""

    x: float
    y: float


class EdgeRoute(BaseModel):
    """The way of an edge: control points of cubic Bézier curves (1 + 3n)."""

    source: str = Field(alias="from")
    target: str = Field(alias="to")
    points: list[Spot]
    label: Spot | None = Field(default=None, description="The middle of its label.")


class LayoutAnswer(BaseModel):
    """Where everything stands."""

    positions: dict[str, Spot] = Field(description="The top left corner of every step, by id.")
    edges: list[EdgeRoute]
    width: float
    height: float
    simplified: bool = Field(description="Whether it was too large for the usual care.")


class RuleCard(BaseModel):
    """A rule in short."""

    id: str = Field(examples=["dead-end"])
    severity: Severity
    title: str
    why: str
    reports: str


class RuleCase(BaseModel):
    """A small process that shows a rule at work."""

    name: str
    process: Process
    drawing: str = Field(
        description="The address of its chart.", examples=["/api/rules/dead-end/faulty-1.svg"]
    )
    findings: list[FindingAnswer]


class RulePage(BaseModel):
    """Everything about a rule: what it reports, why it matters, right and wrong examples."""

    id: str
    severity: Severity
    title: str
    why: str
    reports: str
    sound: list[RuleCase]
    faulty: list[RuleCase]
    mended: list[RuleCase]
