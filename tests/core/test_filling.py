"""Filling silences round after round: what each round chooses, and what it costs to find out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.core.processes import processes
from tests.core.test_shared_silence import many_to_one
from touchline.checking.analysis import Analysis, Stretch
from touchline.checking.fixes import filling
from touchline.checking.fixes.filling import Filling
from touchline.checking.fixes.moving_silence import MovingSilence
from touchline.checking.fixes.touches import Terms, can_be_filled
from touchline.checking.mending import fix_all
from touchline.checking.notation import process as written
from touchline.checking.report import check
from touchline.model.errors import FixNotPossible
from touchline.model.process import Process


def chosen_by_an_analysis(process: Process) -> list[Stretch]:
    """What a round has to choose, found without anything that is kept from the round before."""
    analysis = Analysis(process)
    terms, limit = Terms.of(analysis), process.minutes(process.max_gap)
    chosen: list[Stretch] = []
    claimed: set[tuple[str, str]] = set()
    for stretch in analysis.silence.over_warning.stretches:
        if (
            stretch.minutes > limit
            and claimed.isdisjoint(stretch.edges)
            and can_be_filled(terms, stretch)
        ):
            chosen.append(stretch)
            claimed.update(stretch.edges)
    return chosen


@settings(max_examples=150)
@given(processes(most_steps=14, most_edges=30))
def test_each_round_chooses_what_an_analysis_anew_would(process: Process) -> None:
    filled = Filling(process, process.minutes(process.max_gap))
    for _ in range(40):
        chosen = filled.independent(lambda _: True)
        assert chosen == chosen_by_an_analysis(filled.process)
        if not chosen:
            return
        filled.fill(chosen)
    raise AssertionError("there is no end to it")


def test_rounds_do_not_begin_with_an_analysis_of_the_whole_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Process] = []

    class Counted(MovingSilence):
        def __init__(self, process: Process, *rest: object) -> None:
            made.append(process)
            super().__init__(process, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(filling, "MovingSilence", Counted)
    mended = fix_all(many_to_one(40, 40), "gap").process
    assert len(mended.steps) > 120, "a touch at least for each task"
    assert [found for found in check(mended).findings if found.rule == "gap"] == []
    assert len(made) <= 3


def test_a_process_that_would_grow_too_large_is_left_as_it_is() -> None:
    with pytest.raises(FixNotPossible, match="5000 steps"):
        fix_all(many_to_one(2400, 2400), "gap")


def test_a_process_without_a_long_silence_comes_back_as_the_very_same() -> None:
    process = written("start -> call 1d -> won 1d")
    assert fix_all(process, "gap").process is process
