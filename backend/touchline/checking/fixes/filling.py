"""Filling the silences of a process, round after round, without looking at all of it each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from touchline.checking.analysis import Analysis, Stretch
from touchline.checking.analysis.components import OrderLostError
from touchline.checking.fixes.draft import Draft
from touchline.checking.fixes.edit import between
from touchline.checking.fixes.moving_silence import MovingSilence, Pair
from touchline.checking.fixes.touches import (
    Terms,
    can_be_filled,
    content_between,
    cuts_of,
    over_limit,
    touch_after,
)
from touchline.model.process import Process, Step, Waiver

Wanted = Callable[[Stretch], bool]


class Filling:
    """A process while touches are put on silences that are over a limit, in minutes."""

    def __init__(self, process: Process, limit: int) -> None:
        self.fresh: set[str] = set()
        """Touches that were put since this was last emptied."""
        self.max_gap = process.minutes(process.max_gap)
        self._warn_gap = process.minutes(process.warn_gap)
        self._limit = limit
        self._before = process
        self._draft = Draft(process)
        self._silence = MovingSilence(process, limit, self._draft.key)

    @property
    def process(self) -> Process:
        """The process as it is now; the very one that was given where no touch was put."""
        return self._draft.process

    def waivers_at(self, stretch: Stretch) -> Iterator[Waiver]:
        """Those of the steps along a stretch, then those of its edges."""
        for step in stretch.steps:
            yield from self._draft.step(step).allow
        for pair in stretch.edges:
            yield from self._draft.edge(pair).allow

    def independent(self, wanted: Wanted) -> list[Stretch]:
        """Stretches that are wanted, can be filled and share no edge, the first ones first."""
        self._silence.forget_short()

        def contacts(chosen: Sequence[Stretch]) -> Iterator[str]:
            # Each stretch ends with such an edge: once all are claimed there is no other.
            ends, seen = set(self._silence.closing), 0
            for contact in self._silence.long:
                for stretch in chosen[seen:]:
                    ends.discard((stretch.steps[-2], stretch.steps[-1]))
                seen = len(chosen)
                if not ends:
                    return
                yield contact

        return self._chosen(contacts, wanted)

    def independent_fresh(self, wanted: Wanted) -> list[Stretch]:
        """Those of them that begin or end with a touch that is `fresh`."""
        silence = self._silence
        hot = {silence.path_to[touch] for touch in self.fresh} & silence.closing
        begun = sorted((t for t in self.fresh if silence.is_long(t)), key=self._draft.key)
        if not hot and not begun:
            return []

        def contacts(chosen: Sequence[Stretch]) -> Iterator[str]:
            ends, seen = set(hot), 0
            for contact in self._silence.long if hot else begun:
                for stretch in chosen[seen:]:
                    ends.discard((stretch.steps[-2], stretch.steps[-1]))
                seen = len(chosen)
                if not ends and not begun:
                    return
                if ends or contact in self.fresh:
                    yield contact

        return self._chosen(
            contacts,
            lambda stretch: (
                (stretch.steps[0] in self.fresh or stretch.steps[-1] in self.fresh)
                and wanted(stretch)
            ),
        )

    def _chosen(
        self, contacts: Callable[[Sequence[Stretch]], Iterator[str]], wanted: Wanted
    ) -> list[Stretch]:
        try:
            claimed: set[Pair] = set()
            chosen: list[Stretch] = []
            terms = self._terms
            for stretch in self._silence.stretches(contacts(chosen), claimed):
                if wanted(stretch) and can_be_filled(terms, stretch):
                    chosen.append(stretch)
                    claimed.update(stretch.edges)
            return chosen
        except OrderLostError:
            self._look_anew()
            return self._chosen(contacts, wanted)

    def _look_anew(self) -> None:
        self._silence = MovingSilence(self._draft.process, self._limit, self._draft.key)

    @property
    def _terms(self) -> Terms:
        silence = self._silence
        return Terms(self._warn_gap, self.max_gap, silence.waits, silence.quiet_minutes)

    def fill(self, stretches: Sequence[Stretch]) -> None:
        """Put touches on stretches that share no edge.

        Raises FixNotPossible where that would take the process over a limit.
        """
        insertions: dict[Pair, tuple[Sequence[Step], Sequence[int]]] = {}
        for stretch in stretches:
            insertions.update(self._touches_on(stretch))
        in_order = dict(sorted(insertions.items(), key=lambda item: self._silence.place(item[0])))
        self._draft.put_on_edges(in_order)
        self.fresh.update(step.id for steps, _ in insertions.values() for step in steps)
        try:
            self._silence.divide(
                {
                    pair: ([step.id for step in steps], waits)
                    for pair, (steps, waits) in in_order.items()
                }
            )
        except OrderLostError:
            self._look_anew()

    def _touches_on(
        self, stretch: Stretch
    ) -> Iterator[tuple[Pair, tuple[Sequence[Step], Sequence[int]]]]:
        draft, first = self._draft, self._draft.step(stretch.steps[0])
        content = content_between(first, draft.step(stretch.steps[-1]))
        for pair, waits in zip(stretch.edges, cuts_of(self._terms, stretch) or (), strict=False):
            before, after = draft.step(pair[0]), draft.step(pair[1])
            steps = [
                touch_after(first, before, next(content), draft.taken).model_copy(
                    update={"position": between(before, after, number, len(waits))}
                )
                for number in range(1, len(waits))
            ]
            if steps:
                yield pair, (steps, waits)


def fill_until_quiet(process: Process, limit: int, wanted: Wanted) -> Process:
    """Fill every stretch over a limit that is wanted and can be filled, and what this brings about.

    Each round fills stretches that share no edge; every round puts at least one touch on an edge,
    and a stretch whose edges all carry touches has only its tasks left, so it ends.
    """
    filling = Filling(process, limit)
    while chosen := filling.independent(wanted):
        filling.fill(chosen)
    return filling.process


def close_new_gaps(before: Analysis, process: Process) -> Process:
    """Fill the gaps that a change has opened; those that were there stay as they were."""
    known = {
        (stretch.steps[0], stretch.steps[-1])
        for stretch in before.silence.over_warning.stretches
        if over_limit(before, stretch)
    }
    return fill_until_quiet(
        process,
        process.minutes(process.max_gap),
        lambda stretch: (stretch.steps[0], stretch.steps[-1]) not in known,
    )
