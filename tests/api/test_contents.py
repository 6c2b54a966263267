"""Every update that an editor makes is let in; those made to do harm are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Map, Text, merge_updates

from tests.api.processes import random_process
from touchline.live.contents import clocks_of, contents_of
from touchline.live.document import document_of_updates, new_document
from touchline.live.messages import MalformedMessage
from touchline.live.writer import document_of, write_document

seeds = st.integers(0, 2**32)


def nested_list(levels: int) -> bytes:
    """An update that sets a key to lists in lists, as no library would encode it."""
    head = b"\x01\x01\x05\x00\x28\x01\x05steps\x01a\x01"
    return head + b"\x75\x01" * levels + b"\x7e\x00"


@given(seeds, seeds)
def test_what_editors_send_fits_when_it_comes_in_order(one: int, two: int) -> None:
    doc = document_of(random_process(one))
    copy = document_of_updates([doc.get_update()])
    updates: list[bytes] = []
    doc.observe(lambda event: updates.append(event.update))
    write_document(doc, random_process(two))
    write_document(doc, random_process(one))
    assert contents_of(doc.get_update()).fits({})
    if len(updates) == 2:
        assert not contents_of(updates[1]).fits(clocks_of(copy.get_state()))
        assert contents_of(merge_updates(*updates)).fits(clocks_of(copy.get_state()))
    for update in updates:
        assert contents_of(update).fits(clocks_of(copy.get_state()))
        copy.apply_update(update)
    # All deletions that there are, as a browser sends them when it opens the process.
    assert contents_of(doc.get_update(doc.get_state())).fits(clocks_of(copy.get_state()))


def test_every_sort_of_value_and_type_is_let_in() -> None:
    doc = new_document()
    steps = doc.get("steps", type=Map)
    steps["a"] = {"list": [1, -2, 2.5, 2**60, True, None, "ü😀", b"bytes", {"deep": [[]]}]}
    steps["text"] = Text("héllo😀")
    steps["text"].insert(2, "more😀")
    steps["text"].format(0, 3, {"bold": True})
    steps["array"] = Array(["x", Map({"y": 1})])
    del steps["a"]
    contents = contents_of(doc.get_update())
    assert contents.fits({})
    assert contents.ends == clocks_of(doc.get_state())


def test_an_update_with_a_hole_does_not_fit() -> None:
    doc = new_document()
    updates: list[bytes] = []
    doc.observe(lambda event: updates.append(event.update))
    for number in range(3):
        doc.get("process", type=Map)[f"key{number}"] = number
    holed = merge_updates(updates[0], updates[2])
    assert not contents_of(holed).fits({})


def test_maps_in_maps_are_refused_beyond_the_limit() -> None:
    doc = new_document()
    inner = doc.get("steps", type=Map)
    for _ in range(60):
        inner["a"] = Map()
        inner = inner["a"]
    with pytest.raises(MalformedMessage, match="50 levels"):
        contents_of(doc.get_update())


@pytest.mark.parametrize("levels", [60, 100_000])
def test_values_in_values_are_refused_beyond_the_limit(levels: int) -> None:
    assert contents_of(nested_list(40)).fits({})
    with pytest.raises(MalformedMessage, match="50 levels"):
        contents_of(nested_list(levels))


@given(st.binary(max_size=60), st.integers(0, 200), st.binary(max_size=3), seeds)
def test_damaged_updates_raise_nothing_else(noise: bytes, at: int, patch: bytes, seed: int) -> None:
    update = document_of(random_process(seed)).get_update()
    for damaged in (noise, update[:at], update[:at] + patch + update[at + len(patch) :]):
        try:
            contents_of(damaged)
        except MalformedMessage:
            continue
