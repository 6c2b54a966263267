"""Updates made to exhaust the stack are refused; every update that an editor makes is passed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Map, Text, merge_updates

from tests.api.processes import random_process
from touchline.live import nesting
from touchline.live.document import new_document
from touchline.live.messages import MalformedMessage
from touchline.live.nesting import expect_shallow
from touchline.live.writer import document_of, write_document

seeds = st.integers(0, 2**32)


@pytest.fixture(autouse=True)
def every_update(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nesting, "CERTAINLY_SHALLOW_BYTES", 0)


def nested_list(levels: int) -> bytes:
    """An update that sets a key to lists in lists, as no library would encode it."""
    head = b"\x01\x01\x05\x00\x28\x01\x05steps\x01a\x01"
    return head + b"\x75\x01" * levels + b"\x7e\x00"


@given(seeds, seeds)
def test_what_editors_send_is_passed(one: int, two: int) -> None:
    doc = document_of(random_process(one))
    updates: list[bytes] = []
    doc.observe(lambda event: updates.append(event.update))
    write_document(doc, random_process(two))
    for update in (doc.get_update(), *updates):
        expect_shallow(update)
    if updates:
        expect_shallow(merge_updates(*updates))


def test_every_sort_of_value_and_type_is_passed() -> None:
    doc = new_document()
    steps = doc.get("steps", type=Map)
    steps["a"] = {"list": [1, -2, 2.5, 2**60, True, None, "ü😀", b"bytes", {"deep": [[]]}]}
    steps["text"] = Text("héllo😀")
    steps["text"].insert(2, "more😀")
    steps["text"].format(0, 3, {"bold": True})
    steps["array"] = Array(["x", Map({"y": 1})])
    del steps["a"]
    expect_shallow(doc.get_update())


def test_maps_in_maps_are_refused_beyond_the_limit() -> None:
    doc = new_document()
    inner = doc.get("steps", type=Map)
    for _ in range(60):
        inner["a"] = Map()
        inner = inner["a"]
    with pytest.raises(MalformedMessage, match="50 levels"):
        expect_shallow(doc.get_update())


@pytest.mark.parametrize("levels", [60, 100_000])
def test_values_in_values_are_refused_beyond_the_limit(levels: int) -> None:
    expect_shallow(nested_list(40))
    with pytest.raises(MalformedMessage, match="50 levels"):
        expect_shallow(nested_list(levels))


@given(st.binary(max_size=60), st.integers(0, 200), st.binary(max_size=3), seeds)
def test_damaged_updates_raise_nothing_else(noise: bytes, at: int, patch: bytes, seed: int) -> None:
    update = document_of(random_process(seed)).get_update()
    for damaged in (noise, update[:at], update[:at] + patch + update[at + len(patch) :]):
        try:
            expect_shallow(damaged)
        except MalformedMessage:
            continue
