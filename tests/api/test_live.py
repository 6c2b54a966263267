"""Editing together: every edit on disk before it is called saved, and before others see it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from pycrdt import Map
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.api.editor import address, editor
from touchline.api.services import _STORE_THREADS
from touchline.live import messages, room, shared
from touchline.store import Head, ProcessStore

pytestmark = pytest.mark.databases


@pytest.fixture
def process_id(client: TestClient) -> str:
    return new_process(client)


def new_process(client: TestClient, name: str = "Sale") -> str:
    answer = client.post("/api/processes", json={"name": name})
    assert answer.status_code == 201, answer.text
    process_id: str = answer.json()["id"]
    return process_id


def name_of(client: TestClient, process_id: str) -> str:
    name: str = client.get(f"/api/processes/{process_id}").json()["name"]
    return name


def etag_of(client: TestClient, process_id: str) -> str:
    etag: str = client.get(f"/api/processes/{process_id}").headers["etag"]
    return etag


def closing_of(session: Any) -> WebSocketDisconnect:
    """How the server closes a connection, after whatever it still says."""
    while True:
        try:
            session.receive_bytes()
        except WebSocketDisconnect as closing:
            return closing


def test_an_editor_gets_the_process(client: TestClient, process_id: str) -> None:
    with editor(client, process_id) as ann:
        assert ann.process.name == "Sale"
        assert [step.id for step in ann.process.steps] == ["start"]


def test_the_server_asks_first_what_the_editor_has(client: TestClient, process_id: str) -> None:
    with client.websocket_connect(address(process_id)) as session:
        first = messages.read_message(session.receive_bytes())
        assert isinstance(first, messages.StateRequest)


def test_what_is_called_saved_is_what_everyone_reads(client: TestClient, process_id: str) -> None:
    with editor(client, process_id) as ann:
        ann.rename("Sale, second try")
        assert not ann.saved
        ann.until_saved()
        assert name_of(client, process_id) == "Sale, second try"
        [card] = client.get("/api/processes").json()
        assert card["name"] == "Sale, second try"


def test_a_deletion_is_counted_though_it_moves_no_state_vector(
    client: TestClient, process_id: str
) -> None:
    with editor(client, process_id) as ann:
        ann.until_saved()
        ann.edit(lambda doc: doc.get("steps", type=Map).pop("start"))
        assert not ann.saved
        ann.until_saved()
        assert client.get(f"/api/processes/{process_id}").json().get("steps") is None


def test_two_editors_see_each_others_edits_as_saved(client: TestClient, process_id: str) -> None:
    with editor(client, process_id) as ann, editor(client, process_id) as bob:
        ann.rename("From Ann")
        bob.until(lambda: bob.process.name == "From Ann")
        # The word that it is committed came before the edit itself.
        assert bob.saved
        bob.rename("From Bob")
        ann.until(lambda: ann.process.name == "From Bob")
        ann.until_saved()


def test_edits_made_offline_arrive_when_the_editor_is_back(
    client: TestClient, process_id: str
) -> None:
    with editor(client, process_id) as ann:
        doc = ann.doc
    doc.get("process", type=Map)["name"] = "Written on the train"
    with editor(client, process_id, doc) as ann:
        ann.until_saved()
    assert name_of(client, process_id) == "Written on the train"


def test_the_last_edit_before_a_window_closes_is_kept(client: TestClient, process_id: str) -> None:
    with editor(client, process_id) as ann:
        ann.rename("Last words")
    assert name_of(client, process_id) == "Last words"


def test_opening_a_process_stores_nothing(
    client: TestClient, process_id: str, store: ProcessStore
) -> None:
    with editor(client, process_id) as ann:
        ann.edit(lambda doc: doc.get("steps", type=Map).pop("start"))
        ann.until_saved()
        doc = ann.doc
    before = store.head(process_id)
    with editor(client, process_id, doc) as ann:
        ann.until_saved()
    assert store.head(process_id) == before


def test_an_edit_changes_the_etag_and_the_time(
    client: TestClient, process_id: str, clock: Any
) -> None:
    before = etag_of(client, process_id)
    clock.advance(timedelta(hours=1))
    with editor(client, process_id) as ann:
        ann.rename("Later")
        ann.until_saved()
    assert etag_of(client, process_id) != before
    [card] = client.get("/api/processes").json()
    assert card["edited_at"] == clock.now.isoformat()


def test_a_put_reaches_open_editors_as_an_edit(client: TestClient, process_id: str) -> None:
    address = f"/api/processes/{process_id}"
    with editor(client, process_id) as ann:
        step = client.get(address).json()["steps"][0]
        answer = client.put(
            address,
            json={"name": "Put", "steps": [step]},
            headers={"If-Match": etag_of(client, process_id)},
        )
        assert answer.status_code == 200
        ann.until(lambda: ann.process.name == "Put")
        assert ann.saved


def test_moving_to_the_bin_disconnects_editors(client: TestClient, process_id: str) -> None:
    with client.websocket_connect(address(process_id)) as session:
        session.receive_bytes()
        assert client.delete(f"/api/processes/{process_id}").status_code == 204
        assert closing_of(session).code == 4404


def presence(client: int, clock: int, state: str) -> bytes:
    content = b"\x01" + messages.write_number(client) + messages.write_number(clock)
    content += messages.with_length(state.encode())
    return b"\x01" + messages.with_length(content)


def test_presence_is_passed_on_and_ends_with_the_connection(
    client: TestClient, process_id: str, store: ProcessStore
) -> None:
    before = store.head(process_id)
    with editor(client, process_id) as bob:
        with editor(client, process_id) as ann:
            ann.socket.send(presence(7, 1, '{"name":"Ann"}'))
            bob.until(lambda: bob.presences == [presence(7, 1, '{"name":"Ann"}')])
            with editor(client, process_id) as eve:
                eve.until(lambda: eve.presences == [presence(7, 1, '{"name":"Ann"}')])
        bob.until(lambda: bob.presences[-1:] == [presence(7, 2, "null")])
    assert store.head(process_id) == before


def test_what_arrives_during_a_commit_is_committed_together(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = ProcessStore.append
    entered, may_go_on = Event(), Event()
    sizes: list[int] = []

    def slow(
        store: ProcessStore, process_id: str, after: int, blobs: list[bytes], name: str
    ) -> Head:
        sizes.append(len(blobs))
        entered.set()
        assert may_go_on.wait(30)
        return append(store, process_id, after, blobs, name)

    monkeypatch.setattr(ProcessStore, "append", slow)
    with editor(client, process_id) as ann, editor(client, process_id) as bob:
        ann.rename("0")
        assert entered.wait(30)
        for number in range(1, 10):
            ann.rename(str(number))
        # Presence overtakes what is being stored, which shows that all edits before it are here.
        ann.socket.send(presence(7, 1, "{}"))
        bob.until(lambda: bool(bob.presences))
        may_go_on.set()
        ann.until_saved()
    assert sizes == [1, 9]
    assert name_of(client, process_id) == "9"


def test_large_edits_leave_a_thread_to_the_small_ones(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many processes as the storage has threads are busy with an edit that takes its time."""
    monkeypatch.setattr(room, "LARGE_EDIT_BYTES", 10_000)
    commit = shared.SharedProcess.commit
    entered, may_go_on = Event(), Event()

    def slow(process: shared.SharedProcess, updates: Sequence[bytes]) -> shared.Committed:
        if sum(map(len, updates)) > 10_000:
            entered.set()
            assert may_go_on.wait(60)
        return commit(process, updates)

    monkeypatch.setattr(shared.SharedProcess, "commit", slow)
    with ExitStack() as stack:
        busy = [
            stack.enter_context(editor(client, new_process(client))) for _ in range(_STORE_THREADS)
        ]
        for one in busy:
            one.rename("x" * 9_000)
            one.edit(lambda doc: doc["process"].update({"description": "y" * 20_000}))
        assert entered.wait(60)
        with editor(client, new_process(client)) as ann:
            ann.rename("Meanwhile")
            ann.until_saved()
        may_go_on.set()
        for one in busy:
            one.until_saved()


def test_many_edits_are_made_one_without_losing_any(
    client: TestClient, process_id: str, store: ProcessStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "COMPACT_AFTER_UPDATES", 10)
    with editor(client, process_id) as ann:
        for number in range(35):
            ann.rename(f"Name {number}")
            ann.until_saved()
        expected = ann.process
    head, updates = store.read(process_id)
    assert len(updates) <= 10
    assert head.seq == 36
    assert head.version == 36
    with editor(client, process_id) as bob:
        assert bob.process == expected
