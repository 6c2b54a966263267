"""Filling a silence: what is sent, what the new step says, and which silences are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from touchline.checking.analysis import Analysis, Stretch
from touchline.checking.fixes.edit import between, free_id, free_name, put_on_edges, short
from touchline.checking.fixes.placing import place_touches
from touchline.model.limits import MAX_TOUCHES_PER_FIX
from touchline.model.process import Channel, Kind, Process, Step


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


def can_be_filled(analysis: Analysis, stretch: Stretch) -> bool:
    """Whether touches can shorten a stretch: no task alone is too long, and not too many needed."""
    process, durations = analysis.process, analysis.graph.quiet_minutes
    longest = max((durations[step] for step in stretch.steps[1:-1]), default=0)
    warn = process.minutes(process.warn_gap)
    if longest <= warn and stretch.minutes <= warn * MAX_TOUCHES_PER_FIX // 2:
        # Greedy cuts take at most two for each full `warn`, so there is no need to place them.
        return True
    return touches_needed(analysis, stretch) > 0


def touches_needed(analysis: Analysis, stretch: Stretch) -> int:
    """How many touches it takes; 0 where touches cannot do it."""
    cuts = _cuts(analysis, stretch)
    return 0 if cuts is None else sum(len(parts) - 1 for parts in cuts)


def fill(analysis: Analysis, stretches: Sequence[Stretch], process: Process) -> Process:
    """Put touches on stretches that share no edge and can be filled.

    `process` is that of the analysis, or one changed elsewhere since.
    """
    ids = {step.id for step in process.steps}
    names = {step.name for step in process.steps}
    insertions: dict[tuple[str, str], tuple[Sequence[Step], Sequence[int]]] = {}
    for stretch in stretches:
        cuts = _cuts(analysis, stretch)
        if cuts is None:
            continue
        content = _content_for(analysis, stretch)
        for pair, parts in zip(stretch.edges, cuts, strict=True):
            steps: list[Step] = []
            for number in range(1, len(parts)):
                new = touch_after(analysis, stretch.steps[0], pair[0], next(content), (ids, names))
                place = between(
                    analysis.graph.steps[pair[0]],
                    analysis.graph.steps[pair[1]],
                    number,
                    len(parts),
                )
                steps.append(new.model_copy(update={"position": place}))
            if steps:
                insertions[pair] = (steps, parts)
    return put_on_edges(process, insertions)


def fill_until_quiet(process: Process, wanted: Callable[[Analysis, Stretch], bool]) -> Process:
    """Fill every stretch that is wanted and can be filled, and those that this brings about.

    Each round fills stretches that share no edge; every round puts at least one touch on an edge,
    and a stretch whose edges all carry touches has only its tasks left, so it ends.
    """
    while True:
        analysis = Analysis(process)
        chosen: list[Stretch] = []
        claimed: set[tuple[str, str]] = set()
        for stretch in analysis.silence.over_warning.stretches:
            if (
                wanted(analysis, stretch)
                and claimed.isdisjoint(stretch.edges)
                and can_be_filled(analysis, stretch)
            ):
                chosen.append(stretch)
                claimed.update(stretch.edges)
        if not chosen:
            return process
        process = fill(analysis, chosen, process)


def over_limit(analysis: Analysis, stretch: Stretch) -> bool:
    """Whether a stretch is a gap: longer than `max_gap`."""
    return stretch.minutes > analysis.process.minutes(analysis.process.max_gap)


def close_new_gaps(before: Analysis, process: Process) -> Process:
    """Fill the gaps that a change has opened; those that were there stay as they were."""
    known = {
        (stretch.steps[0], stretch.steps[-1])
        for stretch in before.silence.over_warning.stretches
        if over_limit(before, stretch)
    }
    return fill_until_quiet(
        process,
        lambda analysis, stretch: (
            over_limit(analysis, stretch) and (stretch.steps[0], stretch.steps[-1]) not in known
        ),
    )


def _cuts(analysis: Analysis, stretch: Stretch) -> list[list[int]] | None:
    process, graph = analysis.process, analysis.graph
    return place_touches(
        [graph.waits[pair] for pair in stretch.edges],
        [graph.quiet_minutes[step] for step in stretch.steps[1:-1]],
        warn=process.minutes(process.warn_gap),
        limit=process.minutes(process.max_gap),
    )


def _content_for(analysis: Analysis, stretch: Stretch) -> Iterator[Channel]:
    """Content for one touch after the other: first what the stretch does not use yet."""
    first, last = (analysis.graph.steps[stretch.steps[end]] for end in (0, -1))
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


def touch_after(
    analysis: Analysis,
    contact: str,
    step: str,
    channel: Channel,
    taken: tuple[set[str], set[str]],
) -> Step:
    """A touch with all its details, to be put after a step in the silence after a contact.

    `taken` are the ids and the names that are in use; those of the touch are added to them.
    """
    ids, names = taken
    first, before = analysis.graph.steps[contact], analysis.graph.steps[step]
    content = CONTENT[channel]
    name = free_name(f"{channel.value.capitalize()} after {short(before.name)}", names)
    names.add(name)
    identity = free_id(f"{channel.value} after {before.id}", ids)
    ids.add(identity)
    return Step(
        id=identity,
        name=name,
        kind=Kind.CONTACT,
        channel=channel,
        stage=before.stage or first.stage,
        owner=first.owner or before.owner,
        purpose=content.purpose,
        prospect_gain=content.prospect_gain,
        exit_criteria=(content.exit_criterion,),
    )
