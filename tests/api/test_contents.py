"""Every update that an editor makes is let in; those made to do harm are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text, merge_updates

from tests.api.processes import random_process
from touchline.live import messages
from touchline.live.contents import UpdateTooLarge, clocks_of
from touchline.live.document import SharedDoc, document_of_updates, new_document
from touchline.live.levels import Levels
from touchline.live.messages import MalformedMessage
from touchline.live.walk import contents_of, stored_contents_of
from touchline.live.writer import document_of, write_document
from touchline.model.limits import MAX_UPDATE_RANGES, MAX_UPDATE_RIVALS, MAX_UPDATE_STRUCTS

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
    # What only takes away is nothing that another could build on.
    if len(updates) == 2 and contents_of(updates[0]).ends:
        assert not contents_of(updates[1]).fits(clocks_of(copy.get_state()))
    if len(updates) == 2:
        assert contents_of(merge_updates(*updates)).fits(clocks_of(copy.get_state()))
    for update in updates:
        assert contents_of(update).fits(clocks_of(copy.get_state()))
        copy.apply_update(update)
    # All deletions that there are, as a browser sends them when it opens the process.
    assert contents_of(doc.get_update(doc.get_state())).fits(clocks_of(copy.get_state()))


def test_every_sort_of_value_is_let_in() -> None:
    doc = new_document()
    steps = doc.get("steps", type=Map)
    steps["a"] = {"list": [1, -2, 2.5, 2**60, True, None, "ü😀", b"bytes", {"deep": [[]]}]}
    steps["b"] = Map({"name": "B", "checklist": Map({"1": Map({"text": "One"})})})
    del steps["a"]
    contents = contents_of(doc.get_update())
    assert contents.fits({})
    assert contents.ends == clocks_of(doc.get_state())


def set_text(doc: SharedDoc) -> None:
    doc.get("steps", type=Map)["text"] = Text("héllo😀")


def set_array(doc: SharedDoc) -> None:
    doc.get("steps", type=Map)["array"] = Array(["x", Map({"y": 1})])


def fill_list(doc: SharedDoc) -> None:
    doc.get("steps", type=Array).extend([1, 2, 3])


def fill_other_root(doc: SharedDoc) -> None:
    doc.get("other", type=Map)["key"] = "value"


@pytest.mark.parametrize("change", [set_text, set_array, fill_list, fill_other_root])
def test_what_the_process_has_no_place_for_is_refused(change: Callable[[SharedDoc], None]) -> None:
    doc: SharedDoc = Doc()
    change(doc)
    update = doc.get_update()
    with pytest.raises(MalformedMessage):
        contents_of(update)
    # It can still be read where it has been stored before.
    assert stored_contents_of(update, Levels()).ends == clocks_of(doc.get_state())


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


def deeper_updates(count: int, levels: int = 40) -> list[bytes]:
    """Updates of nested maps, the first map of each inside the last of the one before."""
    doc = new_document()
    updates: list[bytes] = []
    doc.observe(lambda event: updates.append(event.update))
    inner = doc.get("steps", type=Map)
    for _ in range(count):
        with doc.transaction():
            for _ in range(levels):
                inner["a"] = Map()
                inner = inner["a"]
    return updates


def test_levels_are_counted_through_all_updates_of_a_document() -> None:
    first, second = deeper_updates(2)
    levels = contents_of(first).levels
    with pytest.raises(MalformedMessage, match="50 levels"):
        contents_of(second, levels)


def test_a_value_that_replaces_a_deep_one_is_as_deep() -> None:
    [first] = deeper_updates(1, levels=30)
    levels = contents_of(first).levels
    copy = document_of_updates([first])
    inner = copy.get("steps", type=Map)
    for _ in range(29):
        inner = inner["a"]
    replaced: list[bytes] = []
    copy.observe(lambda event: replaced.append(event.update))
    inner["a"] = Map({"a": Map()})
    contents = contents_of(replaced[0], levels)
    assert sorted(level for runs in contents.levels.runs.values() for _, _, level in runs) == [
        29,
        30,
    ]


def crossing(levels: int, last: str = "ends") -> bytes:
    """Maps in maps by two editors in turns: whose content comes first hangs on what comes later."""
    number = messages.write_number
    ones = [b"\x27\x00\x05" + number(clock) + b"\x01a\x01" for clock in range(levels)]
    others = [b"\x27\x00\x06" + number(clock) + b"\x01a\x01" for clock in range(levels - 1)]
    root = b"\x27\x01\x05steps\x01a\x01" if last == "ends" else b"\x27\x00\x06\x00\x01a\x01"
    six = number(levels) + b"\x06\x00" + b"".join(ones)
    five = number(levels) + b"\x05\x00" + root + b"".join(others)
    return b"\x02" + six + five + b"\x00"


def test_levels_are_counted_whichever_editors_content_comes_first() -> None:
    contents = contents_of(crossing(20))
    assert contents.fits({})
    assert max(level for runs in contents.levels.runs.values() for _, _, level in runs) == 39
    with pytest.raises(MalformedMessage, match="50 levels"):
        contents_of(crossing(26))
    with pytest.raises(MalformedMessage, match="50 levels"):
        contents_of(crossing(30_000))


def test_content_that_hangs_on_itself_is_refused() -> None:
    with pytest.raises(MalformedMessage, match="itself"):
        contents_of(crossing(5, last="in a ring"))


@given(seeds)
def test_a_process_has_three_levels(seed: int) -> None:
    contents = contents_of(document_of(random_process(seed)).get_update())
    assert all(level <= 3 for runs in contents.levels.runs.values() for _, _, level in runs)


def too_many(count: int, what: str) -> bytes:
    """An update with so many of something, each as small as can be."""
    number = messages.write_number
    if what == "deletions":
        return b"\x00\x01\x05" + number(count) + b"\x00\x01" * count
    if what == "structs":
        return b"\x01" + number(count) + b"\x05\x00" + b"\x00\x01" * count + b"\x00"
    same_key = b"\x28\x01\x05steps\x01a\x01\x7e"
    return b"\x01" + number(count) + b"\x05\x00" + same_key * count + b"\x00"


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("deletions", MAX_UPDATE_RANGES),
        ("structs", MAX_UPDATE_STRUCTS),
        ("rivals", MAX_UPDATE_RIVALS),
    ],
)
def test_what_would_take_long_is_refused(what: str, limit: int) -> None:
    contents_of(too_many(limit, what))
    with pytest.raises(UpdateTooLarge, match=f"{limit:,}"):
        contents_of(too_many(limit + 1, what))
    # What is stored has no such limit: it adds up.
    stored_contents_of(too_many(limit + 1, what), Levels())


def test_too_many_deletions_are_not_even_looked_at() -> None:
    """The number of them is enough; here nothing follows it."""
    with pytest.raises(UpdateTooLarge):
        contents_of(b"\x00\x01\x05" + messages.write_number(8_000_000))


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
