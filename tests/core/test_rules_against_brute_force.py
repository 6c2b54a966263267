"""Each rule on random graphs against its definition, and what the fixes leave."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given

from tests.core.brute_force import QUIET, BruteForce
from tests.core.processes import processes
from tests.examples import examples
from touchline.checking.mending import apply_fix, fix_all, is_made_by_all
from touchline.checking.report import Level, check
from touchline.checking.rules import Finding, Severity
from touchline.model.errors import FixNotPossible
from touchline.model.process import Process

MANY = examples(100)


def found(process: Process, rule: str) -> list[Finding]:
    return [finding for finding in check(process).findings if finding.rule == rule]


@MANY
@given(processes())
def test_structure_rules_report_what_the_definitions_say(process: Process) -> None:
    truth = BruteForce(process)
    assert bool(found(process, "no-start")) == truth.no_start()
    assert bool(found(process, "no-end")) == truth.no_end()
    assert {f.steps for f in found(process, "dead-end")} == {(s,) for s in truth.dead_ends()}
    unreachable = [step for f in found(process, "unreachable") for step in f.steps]
    assert sorted(unreachable) == sorted(truth.unreachable())
    starts = {pair for pair in truth.wait if truth.kind[pair[1]] == "start"}
    assert {edge for f in found(process, "start-entered") for edge in f.edges} == starts
    left = {pair for pair in truth.wait if truth.kind[pair[0]] == "end"}
    assert {edge for f in found(process, "end-left") for edge in f.edges} == left
    undecided = {e.pair for e in process.edges if e.max_wait is None}
    assert {f.edges[0] for f in found(process, "wait-missing")} == undecided


@MANY
@given(processes())
def test_traps_are_named_once_per_component_with_every_step_that_is_caught(
    process: Process,
) -> None:
    truth = BruteForce(process)
    traps = [set(f.steps) for f in found(process, "trap")]
    assert sorted(step for trap in traps for step in trap) == sorted(truth.trapped())
    assert len(traps) == len(truth.trap_components())
    for component in truth.trap_components():
        assert sum(component <= trap for trap in traps) == 1


@MANY
@given(processes(most_steps=9, most_edges=18))
def test_every_silence_is_the_heaviest_walk_with_its_whole_path(process: Process) -> None:
    truth = BruteForce(process)
    heaviest = truth.stretches()
    over = {pair: m for pair, m in heaviest.items() if m > truth.max_gap}
    near = {pair: m for pair, m in heaviest.items() if truth.warn_gap < m <= truth.max_gap}
    for rule, wanted in (("gap", over), ("gap-near-limit", near)):
        gaps = found(process, rule)
        assert {(f.steps[0], f.steps[-1]) for f in gaps} == set(wanted)
        assert len(gaps) == len(wanted)
        for gap in gaps:
            assert truth.weight(gap.steps) == wanted[gap.steps[0], gap.steps[-1]]
            assert all(truth.kind[step] in ("task", "decision") for step in gap.steps[1:-1])
            assert gap.days == round(truth.weight(gap.steps) / 1440, 4)
    loops = found(process, "endless-silence")
    assert sorted(sorted(f.steps) for f in loops) == sorted(sorted(k) for k in truth.endless())


@MANY
@given(processes(most_steps=9, most_edges=18))
def test_the_longest_silence_is_known_only_when_it_is(process: Process) -> None:
    truth = BruteForce(process)
    report = check(process)
    if truth.endless_steps or any(edge.max_wait is None for edge in process.edges):
        assert report.longest_gap_days is None
    else:
        assert report.longest_gap_days == round(
            max(truth.stretches().values(), default=0) / 1440, 4
        )


@MANY
@given(processes())
def test_an_edge_shows_the_heaviest_stretch_through_it(process: Process) -> None:
    truth = BruteForce(process)
    through: dict[tuple[str, str], int] = {}
    for source in truth.kind:
        if truth.kind[source] in ("start", "contact"):
            _heaviest_through(truth, [source], through)
    for silence in check(process).edge_silences:
        pair = (silence.source, silence.target)
        if silence.level is Level.ENDLESS:
            assert silence.minutes is None
        elif silence.level is Level.UNKNOWN:
            edge = next(e for e in process.edges if e.pair == pair)
            assert edge.max_wait is None or pair not in through
        elif (pair[1], pair[0]) in truth.leads_quietly and truth.kind[pair[0]] in QUIET:
            # A loop in which no time passes: a stretch may go round it as often as it likes.
            assert silence.minutes is not None
            assert silence.minutes >= through.get(pair, 0)
        else:
            assert silence.minutes == through[pair]


def _heaviest_through(
    truth: BruteForce, path: list[str], through: dict[tuple[str, str], int]
) -> None:
    for after in [b for a, b in truth.wait if a == path[-1]]:
        if truth.kind[after] not in ("task", "decision"):
            whole = (*path, after)
            for pair in itertools.pairwise(whole):
                through[pair] = max(through.get(pair, -1), truth.weight(whole))
        elif after not in path and after not in truth.endless_steps:
            _heaviest_through(truth, [*path, after], through)


@MANY
@given(processes())
def test_branches_shares_and_repeats(process: Process) -> None:
    truth = BruteForce(process)
    exits = Counter(edge.source for edge in process.edges)
    assert {f.edges[0] for f in found(process, "decision-unlabelled")} == {
        e.pair for e in process.edges if e.when is None and exits[e.source] > 1
    }
    assert {f.steps[0] for f in found(process, "decision-single-exit")} == {
        s.id for s in process.steps if s.kind == "decision" and exits[s.id] == 1
    }
    shares = {
        source: [e.share for e in process.edges if e.source == source and e.share is not None]
        for source in exits
    }
    assert {f.steps[0] for f in found(process, "shares-unbalanced")} == {
        source for source, parts in shares.items() if parts and abs(sum(parts) - 1) > 0.005
    }
    again = {
        (f.steps[1], f.key.rsplit(":", 1)[1].casefold()) for f in found(process, "repeated-touch")
    }
    assert again == truth.sent_again()


@MANY
@given(processes())
def test_fix_all_leaves_nothing_that_had_a_fix_and_breaks_nothing(process: Process) -> None:
    before, mended = check(process), fix_all(process).process
    after = check(mended)
    left = [f.message for f in after.findings for fix in f.fixes if is_made_by_all(f, fix)]
    assert left == []
    assert_no_new_error(process, mended)
    assert_everything_written_is_there(process, mended)
    assert before.analysis.process == process


@examples(50)
@given(processes(most_steps=6, most_edges=10))
def test_each_fix_mends_its_finding_and_creates_no_error(process: Process) -> None:
    for finding in check(process).findings:
        for fix in finding.fixes:
            mended = apply_fix(process, finding.id, fix.id).process
            assert finding.id not in {f.id for f in check(mended).findings}, fix
            assert_no_new_error(process, mended)
            if not fix.destroys:
                assert_everything_written_is_there(process, mended)


@MANY
@given(processes())
def test_fixing_twice_is_fixing_once(process: Process) -> None:
    once = fix_all(process).process
    assert fix_all(once) == (once, ())


def assert_no_new_error(before: Process, after: Process) -> None:
    """No error of a kind and place that was not there.

    A touch on an edge that two silences share takes the place of a contact in the other one too;
    where a task alone is over the limit that silence stays a gap, now from or to the touch.
    """
    old, new = check(before), check(after)
    known = {f.id for f in old.findings if f.severity is Severity.ERROR}
    over = {
        step.id
        for step in after.steps
        if step.kind in ("task", "decision")
        and after.minutes(step.duration) > after.minutes(after.max_gap)
    }
    for finding in new.findings:
        if finding.severity is not Severity.ERROR or finding.id in known:
            continue
        if finding.rule in ("unreachable", "trap"):
            # One finding may fall into several, or two loops become one, with touches on them.
            was = {s for f in old.findings if f.rule == finding.rule for s in f.steps}
            written = {step.id for step in before.steps}.intersection(finding.steps)
            assert was.issuperset(written), finding.message
        elif finding.rule == "gap":
            assert over.intersection(finding.steps[1:-1]), finding.message
            assert any(over.intersection(f.steps[1:-1]) for f in old.findings if f.rule == "gap"), (
                finding.message
            )
        else:
            raise AssertionError(f"new error: {finding.message}")


def assert_everything_written_is_there(before: Process, after: Process) -> None:
    steps = {step.id: step for step in after.steps}
    for step in before.steps:
        now = steps[step.id]
        if now.kind != step.kind:
            now = now.model_copy(update={"kind": step.kind, "outcome": step.outcome})
        assert now == step
    leads = BruteForce(after).leads if len(after.steps) < 40 else None
    edges = {edge.pair: edge for edge in after.edges}
    first_of = {edge.source: [] for edge in after.edges}
    for edge in after.edges:
        first_of[edge.source].append(edge)
    for edge in before.edges:
        if edge.pair in edges:
            assert (edges[edge.pair].when, edges[edge.pair].share) == (edge.when, edge.share)
        else:
            assert leads is None or edge.pair in leads
            assert any((e.when, e.share) == (edge.when, edge.share) for e in first_of[edge.source])


def test_a_fix_for_a_finding_that_is_gone_says_so() -> None:
    process = Process(name="Empty")
    with pytest.raises(FixNotPossible, match="no finding “gap:a>b”"):
        apply_fix(process, "gap:a>b", "insert-touches")
