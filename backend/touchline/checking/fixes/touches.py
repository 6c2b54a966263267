"""Touches: what is sent, what the new step says, and how many a silence takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from touchline.checking.analysis import Analysis, Stretch
from touchline.checking.fixes.edit import Taken, short
from touchline.checking.fixes.placing import place_touches
from touchline.model.limits import MAX_TOUCHES_PER_FIX
from touchline.model.process import Channel, Kind, Step


class Content(NamedTuple):
    """What a touch of one kind of content says for itself."""

    purpose: str
    prospect_gain: str
    exit_criterion: str


CONTENT: Mapping[Channel, Content] = {
    Channel.RECAP: Content(
        "Put what was said and agreed into writing while it is fresh",
        "Has a summary to forward to colleagues, with the next date in it",
        "The recap is sent and names the next step with its date",
    ),
    Channel.ARTICLE: Content(
        "Stay in mind with something about the problem, not about us",
        "Learns how others look at the same problem",
        "The article is sent with one line on why it fits",
    ),
    Channel.CASE_STUDY: Content(
        "Show that somebody in the same position got the result",
        "Sees what changed for a company like theirs, in figures",
        "The case study is sent and its figures are set beside the prospect's own",
    ),
    Channel.WHITE_PAPER: Content(
        "Give those who decide in the background something to check",
        "Can answer the questions of colleagues who were not in the room",
        "The white paper is sent with the page that matters named",
    ),
    Channel.BLOG_POST: Content(
        "Answer in passing a question that came up",
        "Gets a short, practical answer to a question of their own",
        "The post is sent together with the question that it answers",
    ),
    Channel.PODCAST: Content(
        "Offer something for the way to work that keeps the subject alive",
        "Hears a practitioner talk about the same decision",
        "The episode is sent with the minute at which to start",
    ),
}
"""Words for each kind of content; the kinds are those of the article that Touchline is built on."""

CONVERSATIONS = frozenset(
    {Channel.CALL, Channel.MEETING, Channel.VIDEO_CALL, Channel.DEMO, Channel.EVENT}
)
"""The channels after which there is something to recap."""


class Terms(NamedTuple):
    """What touches are placed by, all in minutes: the limits, the waits of edges, and the durations
    of tasks and decisions."""

    warn: int
    limit: int
    waits: Mapping[tuple[str, str], int]
    durations: Mapping[str, int]

    @classmethod
    def of(cls, analysis: Analysis) -> Terms:
        """The terms of a process."""
        process, graph = analysis.process, analysis.graph
        warn, limit = process.minutes(process.warn_gap), process.minutes(process.max_gap)
        return cls(warn, limit, graph.waits, graph.quiet_minutes)


def can_be_filled(terms: Terms, stretch: Stretch) -> bool:
    """Whether touches can shorten a stretch: no task alone is too long, and not too many needed."""
    longest = max((terms.durations[step] for step in stretch.steps[1:-1]), default=0)
    if longest <= terms.warn and stretch.minutes <= terms.warn * MAX_TOUCHES_PER_FIX // 2:
        # Greedy cuts take at most two for each full `warn`, so there is no need to place them.
        return True
    return touches_needed(terms, stretch) > 0


def touches_needed(terms: Terms, stretch: Stretch) -> int:
    """How many touches it takes; 0 where touches cannot do it."""
    cuts = cuts_of(terms, stretch)
    return 0 if cuts is None else sum(len(parts) - 1 for parts in cuts)


def cuts_of(terms: Terms, stretch: Stretch) -> list[list[int]] | None:
    """The waits that take the place of each edge of a stretch; None where touches cannot do it."""
    return place_touches(
        [terms.waits[pair] for pair in stretch.edges],
        [terms.durations[step] for step in stretch.steps[1:-1]],
        warn=terms.warn,
        limit=terms.limit,
    )


def over_limit(analysis: Analysis, stretch: Stretch) -> bool:
    """Whether a stretch is a gap: longer than `max_gap`."""
    return stretch.minutes > analysis.process.minutes(analysis.process.max_gap)


def content_between(first: Step, last: Step) -> Iterator[Channel]:
    """Content for one touch after the other: first what the stretch does not use yet."""
    used = {first.channel, last.channel}
    talked = first.channel in CONVERSATIONS
    fresh = [channel for channel in CONTENT if channel not in used]
    if Channel.RECAP in fresh:
        fresh.remove(Channel.RECAP)
        if talked:
            yield Channel.RECAP
    yield from fresh
    while True:
        yield from (channel for channel in CONTENT if channel is not Channel.RECAP)


def touch_after(contact: Step, before: Step, channel: Channel, taken: Taken) -> Step:
    """A touch with all its details, to be put after a step in the silence after a contact."""
    content = CONTENT[channel]
    return Step(
        id=taken.free_id(f"{channel.value} after {before.id}"),
        name=taken.free_name(f"{channel.value.capitalize()} after {short(before.name)}"),
        kind=Kind.CONTACT,
        channel=channel,
        stage=before.stage or contact.stage,
        owner=contact.owner or before.owner,
        purpose=content.purpose,
        prospect_gain=content.prospect_gain,
        exit_criteria=(content.exit_criterion,),
    )
