"""What is committed is what a reader of the store finds, whatever arrives and in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from pycrdt import Map
from sqlalchemy import text

from tests.api.processes import random_process
from tests.api.test_contents import deeper_updates
from tests.examples import examples
from touchline.live import messages, shared
from touchline.live import stored as stored_module
from touchline.live.document import SharedDoc, document_of_updates
from touchline.live.messages import MalformedMessage, read_message
from touchline.live.reader import read_document
from touchline.live.shared import SharedProcess, Verdict
from touchline.live.stored import made_one, stored_document
from touchline.live.walk import contents_of
from touchline.live.writer import document_of, write_document
from touchline.model.process import Kind, Process, Step
from touchline.store import Database, DocumentDamaged, ProcessDamaged, ProcessStore

pytestmark = pytest.mark.databases

seeds = st.integers(0, 2**32)


def new_shared(store: ProcessStore, seed: int = 0) -> tuple[SharedProcess, SharedDoc]:
    """A stored process as a server holds it, and a copy as an editor does."""
    doc = document_of(random_process(seed))
    process = SharedProcess(store.create("P", doc.get_update()).id, store)
    process.catch_up()
    return process, document_of_updates([doc.get_update()])


def updates_of(doc: SharedDoc, *changes: Callable[[SharedDoc], object]) -> list[bytes]:
    """The updates that changes make, one after the other."""
    updates: list[bytes] = []
    subscription = doc.observe(lambda event: updates.append(event.update))
    for change in changes:
        change(doc)
    doc.unobserve(subscription)
    return updates


def stored(store: ProcessStore, process: SharedProcess) -> SharedDoc:
    """The document as another server would read it."""
    return document_of_updates([update.blob for update in store.read(process.id)[1]])


def damaged(dice: Random, update: bytes) -> bytes:
    content = bytearray(update)
    for _ in range(dice.randint(1, 3)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    return bytes(content)


@given(seeds)
@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_stored_is_what_was_acknowledged(store: ProcessStore, seed: int) -> None:
    dice = Random(seed)
    process, doc = new_shared(store, seed)
    offered = updates_of(
        doc, *(lambda d, n=n: write_document(d, random_process(seed + n)) for n in range(1, 4))
    )
    mixed = [
        dice.choice((update, update, damaged(dice, update), dice.randbytes(30)))
        for update in offered
    ]
    dice.shuffle(mixed)
    for update in mixed:
        committed = process.commit([update])
        found = stored(store, process)
        assert found.get_state() == process.state() == committed.state
        assert read_document(found) == process.read()[1]


def test_a_malformed_update_does_not_hold_up_the_others(store: ProcessStore) -> None:
    process, doc = new_shared(store)
    [good] = updates_of(doc, lambda d: d["process"].update({"name": "New"}))
    committed = process.commit([b"\xff\xff", good, b""])
    assert committed.verdicts == (Verdict.MALFORMED, Verdict.STORED, Verdict.MALFORMED)
    assert read_document(stored(store, process)).process.name == "New"


def test_an_update_known_already_is_not_a_new_version(store: ProcessStore) -> None:
    process, doc = new_shared(store)
    updates = updates_of(
        doc,
        lambda d: d["process"].update({"name": "New"}),
        lambda d: d["process"].pop("name"),
    )
    head = process.commit(updates).head
    # All deletions that there are, as a browser sends them when it opens the process.
    again = process.commit([doc.get_update(doc.get_state()), b"\x00\x00"])
    assert again.verdicts == (Verdict.KNOWN, Verdict.KNOWN)
    assert again.head == head
    assert process.commit(updates).head.version == head.version


def test_an_edit_of_what_is_not_here_is_refused(store: ProcessStore) -> None:
    process, doc = new_shared(store)
    first, second, third = updates_of(
        doc,
        lambda d: d["steps"].update({"x": Map({"name": "X", "kind": "task", "order": "a0"})}),
        lambda d: d["steps"]["x"].update({"name": "Y"}),
        lambda d: d["steps"].pop("x"),
    )
    before = process.state()
    assert process.commit([second, third]).verdicts == (Verdict.OUT_OF_STEP,) * 2
    assert process.state() == before
    assert process.commit([first, second, third]).verdicts == (Verdict.STORED,) * 3
    assert read_document(stored(store, process)).process == read_document(doc).process


def test_an_update_that_refers_to_itself_leaves_nothing_behind(store: ProcessStore) -> None:
    process, doc = new_shared(store)
    before = process.read()
    # One item of the editor 5, said to follow itself.
    itself = b"\x01\x01\x05\x00" + b"\x88\x05\x00" + b"\x01\x7e" + b"\x00"
    [good] = updates_of(doc, lambda d: d["process"].update({"description": "Good"}))
    assert process.commit([itself]).verdicts == (Verdict.MALFORMED,)
    assert process.read() == before
    assert process.commit([good, itself]).verdicts == (Verdict.STORED, Verdict.MALFORMED)
    assert process.read()[1].process.description == "Good"
    assert read_document(stored(store, process)) == process.read()[1]


def test_nesting_is_counted_through_all_that_was_stored(store: ProcessStore) -> None:
    process, _ = new_shared(store)
    first, second, _ = deeper_updates(3)
    assert process.commit([first, second]).verdicts == (Verdict.STORED, Verdict.MALFORMED)
    # One that has read it anew from the store knows as well.
    again = SharedProcess(process.id, store)
    again.catch_up()
    assert again.commit([second]).verdicts == (Verdict.MALFORMED,)
    assert read_document(stored(store, process)) == process.read()[1] == again.read()[1]


def test_nesting_is_counted_from_what_the_server_wrote(store: ProcessStore) -> None:
    process, _ = new_shared(store)
    step = Step(id="deep", name="Deep", kind=Kind.TASK, checklist=("One",))
    process.change(None, lambda found: Process(name=found.name, steps=(step,)))
    copy = stored(store, process)
    checklist = copy["steps"]["deep"]["checklist"]
    item = checklist[next(iter(checklist.keys()))]
    [update] = updates_of(copy, lambda _: item.update({"x": Map()}))
    contents = contents_of(update, process._all.levels)
    assert [level for runs in contents.levels.runs.values() for _, _, level in runs] == [3]


def test_a_stored_document_that_would_end_the_process_is_refused(store: ProcessStore) -> None:
    process, _ = new_shared(store)
    # Written past the server, as by an older one.
    store.append(process.id, store.head(process.id).seq, deeper_updates(2), "P")
    with pytest.raises(DocumentDamaged):
        SharedProcess(process.id, store).catch_up()


def test_a_stored_document_that_lacks_an_edit_is_refused(
    store: ProcessStore, database: Database
) -> None:
    process, doc = new_shared(store)
    process.commit(
        updates_of(
            doc,
            lambda d: d["steps"].update({"x": Map({"name": "X"})}),
            lambda d: d["steps"]["x"].update({"name": "Y"}),
        )
    )
    first, _, last = (update.blob for update in store.read(process.id)[1])
    with pytest.raises(DocumentDamaged):
        stored_document(process.id, [first, last])
    # The store misses it as well, and says so before anything is read.
    with database.writing() as connection:
        connection.execute(text("DELETE FROM updates WHERE seq = 2"))
    with pytest.raises(ProcessDamaged):
        SharedProcess(process.id, store).catch_up()


@pytest.mark.parametrize("editors", [1, 4, 12])
def test_documents_of_many_editors_are_compacted(editors: int) -> None:
    for attempt in range(20):
        base = document_of(random_process(attempt)).get_update()
        blobs = [base]
        for number in range(editors):
            doc = document_of_updates([base])
            blobs += updates_of(doc, lambda d, n=number: d["process"].update({"name": f"N{n}"}))
        merged = made_one("id", blobs)
        assert merged is not None
        assert read_document(document_of_updates([merged])) == read_document(
            document_of_updates(blobs)
        )


def test_compaction_changes_nothing(store: ProcessStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "COMPACT_AFTER_UPDATES", 3)
    process, doc = new_shared(store)
    for number in range(1, 6):
        process.commit(updates_of(doc, lambda d, n=number: write_document(d, random_process(n))))
    before = process.read()
    assert process.compact()
    assert len(store.read(process.id)[1]) == 1
    again = SharedProcess(process.id, store)
    again.catch_up()
    assert again.read() == before
    assert again.state() == process.state()


def test_a_compaction_that_would_change_something_is_given_up(
    store: ProcessStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "COMPACT_AFTER_UPDATES", 2)
    process, doc = new_shared(store)
    process.commit(updates_of(doc, lambda d: d["process"].update({"name": "New"})))
    monkeypatch.setattr(stored_module, "merge_updates", lambda *updates: updates[-2])
    kept = store.read(process.id)
    assert not process.compact()
    assert store.read(process.id) == kept
    # And it is not tried with every edit that follows.
    monkeypatch.setattr(stored_module, "merge_updates", lambda *_: pytest.fail("tried again"))
    assert not process.compact()


def test_two_servers_take_in_each_others_updates(store: ProcessStore) -> None:
    one, doc = new_shared(store)
    two = SharedProcess(one.id, store)
    two.catch_up()
    [rename] = updates_of(doc, lambda d: d["process"].update({"name": "One"}))
    one.commit([rename])
    other = document_of_updates([two.missing(b"\x00")])
    [describe] = updates_of(other, lambda d: d["process"].update({"description": "Two"}))
    committed = two.commit([describe])
    assert committed.verdicts == (Verdict.STORED,)
    assert committed.foreign == (rename,)
    process = two.read()[1].process
    assert (process.name, process.description) == ("One", "Two")
    assert read_document(stored(store, two)).process == process


def test_a_server_that_is_far_behind_catches_up_past_a_compaction(
    store: ProcessStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "COMPACT_AFTER_UPDATES", 5)
    one, doc = new_shared(store)
    two = SharedProcess(one.id, store)
    two.catch_up()
    for number in range(12):
        one.commit(updates_of(doc, lambda d, n=number: d["process"].update({"name": f"N{n}"})))
        one.compact()
    two.catch_up()
    assert two.read()[1] == one.read()[1]


@given(st.binary(max_size=80))
def test_any_bytes_are_a_message_or_malformed(data: bytes) -> None:
    try:
        read_message(data)
    except MalformedMessage:
        return
    assert data[0] in (messages.Kind.SYNC, messages.Kind.AWARENESS)
