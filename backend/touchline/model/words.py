"""The words of a process that are one of a few: kinds, channels, outcomes, what a day means."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a step is."""

    START = "start"
    CONTACT = "contact"
    TASK = "task"
    DECISION = "decision"
    END = "end"


# A new one needs an icon in the editor, and a place in CONTENT_CHANNELS where
# it carries content.
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


KIND_MEANINGS: Final = {
    Kind.START: "a deal begins",
    Kind.CONTACT: "the prospect hears from us or speaks with us",
    Kind.TASK: "work the prospect does not see",
    Kind.DECISION: "the way parts",
    Kind.END: "the deal ends",
}


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

_DAY_LABELS: Final = {DayCount.CALENDAR: "Calendar day", DayCount.BUSINESS: "Working day"}


def label_of(word: StrEnum) -> str:
    """A word as a label says it: “White paper”, “Won”."""
    if isinstance(word, DayCount):
        return _DAY_LABELS[word]
    return word.value[0].upper() + word.value[1:]
