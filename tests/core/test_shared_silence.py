"""What many contacts share of a region weighs the same as when each is walked from alone."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given

from tests.core.processes import processes
from tests.examples import examples
from touchline.checking.analysis import Analysis, Stretch, regions
from touchline.checking.analysis.components import Components, Exit
from touchline.checking.report import check
from touchline.checking.wellformed import read_process
from touchline.model.process import Process


def many_to_one(contacts: int, tasks: int) -> Process:
    """Contacts that lead to a decision, tasks between it and another one, then an end."""
    names = [f"contact-{number}" for number in range(contacts)]
    work = [f"task-{number}" for number in range(tasks)]
    pairs = [
        *((name, "first") for name in names),
        *(("first", task) for task in work),
        *((task, "second") for task in work),
        ("second", "won"),
    ]
    kinds = {
        **dict.fromkeys(names, "contact"),
        "first": "decision",
        **dict.fromkeys(work, "task"),
        "second": "decision",
        "won": "end",
    }
    return read_process(
        {
            "name": "Many to one",
            "steps": [{"id": i, "name": i, "kind": kind} for i, kind in kinds.items()],
            "edges": [{"from": a, "to": b, "max_wait": "2 days"} for a, b in pairs],
        }
    )


def stretches(process: Process) -> tuple[Stretch, ...]:
    return Analysis(process).silence.over_warning.stretches


def without_sharing(process: Process, monkeypatch: pytest.MonkeyPatch) -> tuple[Stretch, ...]:
    with monkeypatch.context() as patch:
        patch.setattr(regions.Region, "share_soon", lambda _region: None)
        return stretches(process)


def with_all_sharing(process: Process, monkeypatch: pytest.MonkeyPatch) -> tuple[Stretch, ...]:
    walk_alone = regions.Region.paths_from

    def share_first(region: regions.Region, contact: str, entries: list[Exit]) -> object:
        region.share(alone=0, most=10**9)
        return walk_alone(region, contact, entries)

    with monkeypatch.context() as patch:
        patch.setattr(regions.Region, "paths_from", share_first)
        return stretches(process)


@examples(100)
@given(process=processes(most_steps=14, most_edges=30))
def test_shared_paths_are_the_walked_ones_path_for_path(process: Process) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert with_all_sharing(process, monkeypatch) == without_sharing(process, monkeypatch)


@pytest.mark.parametrize("seed", range(20))
def test_layers_with_equal_waits_give_the_same_paths_shared_and_walked(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    kinds = ["contact"] * 6 + ["task"] * 24 + ["contact"] * 6
    layers = [range(start, start + 6) for start in range(0, 36, 6)]
    pairs = {
        (a, chance.choice(after))
        for before, after in pairwise(layers)
        for a in before
        for _ in range(3)
    }
    process = read_process(
        {
            "name": "Layers",
            "steps": [{"id": f"s{i}", "name": f"S{i}", "kind": k} for i, k in enumerate(kinds)],
            "edges": [
                {"from": f"s{a}", "to": f"s{b}", "max_wait": chance.choice(["1 day", "2 days"])}
                for a, b in sorted(pairs)
            ],
        }
    )
    walked = without_sharing(process, monkeypatch)
    assert walked
    assert with_all_sharing(process, monkeypatch) == walked


def test_a_region_is_not_walked_again_for_each_contact_that_enters_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passed: list[int] = []
    exits = Components.exits

    def counted(components: Components, component: int) -> list[Exit]:
        edges = exits(components, component)
        passed.append(len(edges))
        return edges

    monkeypatch.setattr(Components, "exits", counted)
    work = []
    for size in (50, 100, 200):
        passed.clear()
        report = check(many_to_one(size, size))
        assert sum(finding.rule == "gap" for finding in report.findings) == size
        work.append(sum(passed))
    assert work[1] < 2.5 * work[0]
    assert work[2] < 2.5 * work[1]


def test_one_contact_and_one_target_that_are_slow_do_not_make_the_others_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A heavy contact reaches every target over the limit, and every contact a heavy target."""

    def bow_tie(size: int) -> Process:
        pairs = [
            (f"in-{i}", "component", "6 days" if i == size - 1 else "1 hour") for i in range(size)
        ]
        pairs += [("component", f"out-{i}", "6 days" if i == 0 else "1 hour") for i in range(size)]
        pairs += [("component", "end", "1 hour")]
        steps = [("component", "decision"), ("end", "end")]
        steps += [(f"{side}-{i}", "contact") for side in ("in", "out") for i in range(size)]
        return read_process(
            {
                "name": "Bow tie",
                "steps": [{"id": i, "name": i, "kind": kind} for i, kind in steps],
                "edges": [{"from": a, "to": b, "max_wait": wait} for a, b, wait in pairs],
            }
        )

    passed: list[int] = []
    exits = Components.exits

    def counted(components: Components, component: int) -> list[Exit]:
        edges = exits(components, component)
        passed.append(len(edges))
        return edges

    monkeypatch.setattr(Components, "exits", counted)
    work = []
    for size in (50, 100, 200):
        passed.clear()
        assert len(stretches(bow_tie(size))) == 2 * size
        work.append(sum(passed))
    assert work[1] < 2.5 * work[0]
    assert work[2] < 2.5 * work[1]
