"""A process in a shared document: nothing is lost on the way in, out, or in merging."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text

from tests.any_process import processes as any_process
from tests.api.processes import random_process
from tests.examples import examples
from tests.twins import cases
from touchline.checking.wellformed import read_process, write_process
from touchline.live.document import (
    ROOTS,
    document_of_updates,
    in_order,
    new_document,
    plain,
)
from touchline.live.order import first_keys, keys_for
from touchline.live.pairing import pair_up
from touchline.live.reader import UNNAMED_PROCESS, read_document
from touchline.live.writer import document_of, write_document
from touchline.model.process import Process

SALE = read_process(
    {
        "name": "Sale",
        "stages": ["Talk", "Close"],
        "steps": [
            {"id": "start", "name": "Start", "kind": "start", "stage": "Talk"},
            {
                "id": "call",
                "name": "Call",
                "kind": "contact",
                "channel": "call",
                "duration": "45 minutes",
                "checklist": ["Ask who decides", "Agree the next step", "Ask for the budget"],
            },
            {"id": "won", "name": "Won", "kind": "end", "outcome": "won", "stage": "Close"},
        ],
        "edges": [
            {"from": "start", "to": "call", "max_wait": "1 day"},
            {"from": "call", "to": "won", "max_wait": "4 days", "share": 0.5},
        ],
    }
)


def changed(**members: object) -> Process:
    return read_process({**write_process(SALE), **members})


def edits_of(doc: Doc, target: Process) -> list[bytes]:
    """The updates that writing a process into a document makes."""
    updates: list[bytes] = []
    subscription = doc.observe(lambda event: updates.append(event.update))
    write_document(doc, target)
    doc.unobserve(subscription)
    return updates


processes = st.integers(0, 2**32).map(random_process)


@given(any_process())
@examples(20, suppress_health_check=[HealthCheck.too_slow])
def test_any_process_at_all_comes_out_as_it_went_in(process: Process) -> None:
    assert read_document(document_of(process)).process == process


@given(processes)
def test_a_process_comes_out_of_its_document_as_it_went_in(process: Process) -> None:
    reading = read_document(document_of(process))
    assert reading.process == process
    assert reading.complete


@given(processes)
def test_a_document_survives_being_stored(process: Process) -> None:
    stored = document_of(process).get_update()
    assert read_document(document_of_updates([stored])).process == process


@given(processes, processes)
def test_writing_another_process_over_it_gives_that_process(one: Process, two: Process) -> None:
    doc = document_of(one)
    write_document(doc, two)
    assert read_document(doc).process == two


@given(processes)
def test_writing_the_same_process_changes_nothing(process: Process) -> None:
    assert edits_of(document_of(process), process) == []


@given(processes, processes, processes)
def test_edits_made_at_once_merge_into_a_well_formed_process(
    base: Process, left: Process, right: Process
) -> None:
    stored = document_of(base).get_update()
    one, two = document_of_updates([stored]), document_of_updates([stored])
    write_document(one, left)
    write_document(two, right)
    one.apply_update(two.get_update(one.get_state()))
    two.apply_update(one.get_update(two.get_state()))

    merged = read_document(one).process
    assert read_document(two).process == merged
    assert read_process(write_process(merged)) == merged
    # And whatever it is, it can be replaced like any other.
    write_document(one, base)
    assert read_document(one).process == base


def test_a_changed_word_is_one_small_edit() -> None:
    doc = document_of(SALE)
    steps = write_process(SALE)["steps"]
    steps[1]["owner"] = "Ann"
    [update] = edits_of(doc, changed(steps=steps))
    assert len(update) < 60
    assert read_document(doc).process.steps[1].owner == "Ann"


def test_steps_edges_and_items_that_stay_keep_their_ids() -> None:
    doc = document_of(SALE)
    edges = set(plain(doc, "edges"))
    items = set(plain(doc, "steps")["call"]["checklist"])
    data = write_process(SALE)
    data["name"] = "Sale, renamed"
    data["edges"][0]["max_wait"] = "2 days"
    data["steps"].reverse()
    data["steps"][1]["checklist"] = ["Ask for the budget", "Ask who decides", "Agree a date"]
    write_document(doc, read_process(data))

    assert set(plain(doc, "edges")) == edges
    assert set(plain(doc, "steps")["call"]["checklist"]) == items
    assert read_document(doc).process == read_process(data)


def test_a_renamed_stage_keeps_its_id_and_its_steps() -> None:
    doc = document_of(SALE)
    before = plain(doc, "stages")
    data = write_process(SALE)
    data["stages"][0] = "Discovery"
    data["steps"][0]["stage"] = "Discovery"
    write_document(doc, read_process(data))

    after = plain(doc, "stages")
    assert after.keys() == before.keys()
    assert read_document(doc).process == read_process(data)


def test_a_spelling_that_means_the_same_is_left_as_it_was_typed() -> None:
    doc = document_of(SALE)
    [edge, _] = sorted(plain(doc, "edges").items(), key=lambda entry: entry[1]["order"])
    doc.get("edges", type=Map)[edge[0]]["max_wait"] = "24h"
    assert edits_of(doc, SALE) == []


def test_a_new_step_has_all_its_lists_so_that_no_two_windows_make_them() -> None:
    doc = document_of(read_process({"name": "A", "steps": [_step("a")]}))
    step = plain(doc, "steps")["a"]
    for name in ("checklist", "exit_criteria", "assets", "allow"):
        assert step[name] == {}


def test_an_edge_to_a_step_that_someone_else_has_deleted_is_dropped() -> None:
    doc = document_of(SALE)
    del doc.get("steps", type=Map)["won"]
    assert [edge.pair for edge in read_document(doc).process.edges] == [("start", "call")]


def test_of_two_edges_for_one_pair_the_first_is_kept() -> None:
    doc = document_of(SALE)
    edges = doc.get("edges", type=Map)
    edges["zzz"] = Map({"from": "start", "to": "call", "max_wait": "9 days", "order": "a0"})
    process = read_document(doc).process
    assert [str(edge.max_wait) for edge in process.edges] == ["1 day", "4 days"]


def test_what_does_not_parse_counts_as_absent() -> None:
    doc = document_of(SALE)
    step = doc.get("steps", type=Map)["call"]
    step.update(
        {"name": "", "kind": "contat", "channel": "smoke", "duration": "soon", "x": 4, "stage": "?"}
    )
    step["checklist"] = "not a map"
    settings = doc.get("process", type=Map)
    settings.update({"name": " ", "days": "lunar", "max_gap": "0 days", "warn_gap": "90 days"})
    edge = next(iter(doc.get("edges", type=Map).values()))
    edge.update({"share": 7, "max_wait": "-1 day", "when": 5})

    edge["allow"].update(
        {
            "a": Map({"rule": "gap", "reason": "busy", "up_to": "a while"}),
            "b": Map({"rule": "dead-end", "reason": "busy", "up_to": "6 days"}),
        }
    )

    process = read_document(doc).process
    waivers = [waiver for found in process.edges for waiver in found.allow]
    assert [(waiver.rule, waiver.up_to) for waiver in waivers] == [
        ("gap", None),
        ("dead-end", None),
    ]
    call = next(found for found in process.steps if found.id == "call")
    assert (call.name, call.kind, call.channel) == ("call", "task", None)
    assert (call.duration, call.position, call.stage, call.checklist) == (None, None, None, ())
    assert (process.name, process.days) == (UNNAMED_PROCESS, "calendar")
    assert (str(process.max_gap), str(process.warn_gap)) == ("5 days", "90 days")
    assert read_process(write_process(process)) == process


def test_a_document_nested_too_deeply_is_read_without_its_depths() -> None:
    doc = document_of(SALE)
    inner = doc.get("steps", type=Map)["call"]["checklist"]
    for _ in range(3000):
        inner["x"] = Map()
        inner = inner["x"]
    assert read_document(doc).process == SALE


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["a0", "call", "1 day", "start", "contact", "a", "b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "kind", "order", "from", "to", "text", "checklist", "x"]),
            inner,
            max_size=4,
        ).map(Map)
        | st.lists(inner, max_size=2).map(Array)
        | st.text(max_size=3).map(Text)
    ),
    max_leaves=8,
)


names = st.sampled_from(["a", "b", "A b", "name", "days", "max_gap"])
contents = st.fixed_dictionaries(
    {root: st.dictionaries(names, anything, max_size=3) for root in ROOTS}
)


@given(contents, processes)
@examples(30)
def test_a_document_of_any_shape_is_read_and_can_be_replaced(
    content: dict[str, dict[str, object]], process: Process
) -> None:
    doc = new_document()
    for root, entries in content.items():
        for key, value in entries.items():
            doc.get(root, type=Map)[key] = value
    found = read_document(doc).process
    assert read_process(write_process(found)) == found
    write_document(doc, process)
    assert read_document(doc).process == process


@given(st.lists(st.sampled_from([*first_keys(6), "a0V", "Zz", "", "!", "zzz", "a00", None])))
def test_order_keys_rise_and_as_many_as_can_be_stay(present: list[str | None]) -> None:
    keys = keys_for(present)
    assert keys == sorted(set(keys))
    assert len(keys) == len(present)


@pytest.mark.parametrize("case", cases("order")["keys"], ids=lambda case: case["what"])
def test_order_keys_are_made_as_in_the_editor(case: dict[str, Any]) -> None:
    assert keys_for(case["present"]) == case["keys"]


@pytest.mark.parametrize("case", cases("order")["sorted"], ids=lambda case: case["what"])
def test_items_stand_in_the_order_that_the_editor_shows(case: dict[str, Any]) -> None:
    items = {item: {"order": order} for item, order in case["items"]}
    assert [item for item, _ in in_order(items)] == case["ids"]


def test_moving_one_item_gives_one_new_key() -> None:
    a, b, c, d = first_keys(4)
    keys = keys_for([a, d, b, c])
    assert [keys[0], keys[2], keys[3]] == [a, b, c]
    assert a < keys[1] < b


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abcd")))
def test_every_item_comes_from_at_most_one(present: list[str], target: list[str]) -> None:
    places = [place for place in pair_up(present, target) if place is not None]
    assert len(places) == len(set(places)) == min(len(present), len(target))


def _step(step_id: str) -> dict[str, str]:
    return {"id": step_id, "name": step_id, "kind": "task"}
