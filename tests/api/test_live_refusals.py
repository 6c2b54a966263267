"""The live connection when things go wrong: nothing is called saved that is not, and nobody else is
harmed."""

from __future__ import annotations

import pytest
from pycrdt import Map, Text
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.api.editor import address, editor
from tests.api.test_contents import deeper_updates, nested_list, too_many
from tests.api.test_live import closing_of, name_of, new_process
from touchline.api import connection
from touchline.live import messages, reader, room, shared
from touchline.live.document import new_document
from touchline.live.writer import document_of
from touchline.model.limits import MAX_UPDATE_RANGES
from touchline.model.process import Process
from touchline.store import NotStored, ProcessStore

pytestmark = pytest.mark.databases


@pytest.fixture
def process_id(client: TestClient) -> str:
    return new_process(client)


@pytest.mark.parametrize("process_id", ["nosuchprocess", "in the bin"])
def test_no_such_process_is_a_close_code(client: TestClient, process_id: str) -> None:
    if process_id == "in the bin":
        process_id = new_process(client)
        client.delete(f"/api/processes/{process_id}")
    with client.websocket_connect(address(process_id)) as session:
        assert closing_of(session).code == 4404


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x00",
        b"\x07\x00\x00",
        b"\x00\x05\x00",
        b"\x00\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
        b"\x00\x02\x05\x00\x00",
        b"\x00\x02\x02\x00\x00more",
        b"\x00\x02\x03\xff\xff\xff",
        b"\x00\x02\x00",
        b"\x00\x00\x03\xff\xff\xff",
        b"\x01\x02\x01",
        bytes(range(256)),
        messages.edit(nested_list(100_000)),
    ],
)
def test_a_malformed_message_is_refused_and_harms_nobody(
    client: TestClient, process_id: str, message: bytes
) -> None:
    with editor(client, process_id) as bob:
        with client.websocket_connect(address(process_id)) as session:
            session.receive_bytes()
            session.send_bytes(message)
            assert closing_of(session).code == 4400
        bob.rename("Still here")
        bob.until_saved()
    assert name_of(client, process_id) == "Still here"


def test_text_messages_are_refused(client: TestClient, process_id: str) -> None:
    with client.websocket_connect(address(process_id)) as session:
        session.send_text("hello")
        closing = closing_of(session)
    assert (closing.code, "binary" in closing.reason) == (4400, True)


def test_a_message_over_the_limit_is_refused(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "MAX_LIVE_MESSAGE_BYTES", 1000)
    with client.websocket_connect(address(process_id)) as session:
        session.send_bytes(messages.edit(bytes(1001)))
        closing = closing_of(session)
    assert (closing.code, "1,000" in closing.reason) == (4400, True)


def test_a_document_of_another_shape_does_not_wedge_the_process(
    client: TestClient, process_id: str
) -> None:
    foreign = new_document()
    foreign.get("steps", type=Map)["start"] = "not a step"
    foreign.get("process", type=Map)["name"] = Map({"not": "a name"})
    with editor(client, process_id) as ann:
        ann.socket.send(messages.edit(foreign.get_update()))
        ann.sent += 1
        ann.until(lambda: ann.committed == ann.sent)
    assert client.get(f"/api/processes/{process_id}").status_code == 200
    answer = client.patch(
        f"/api/processes/{process_id}", json={"name": "Mended"}, headers={"If-Match": "*"}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("root", ["steps", "other"])
def test_content_for_which_a_process_has_no_place_is_refused(
    client: TestClient, process_id: str, root: str
) -> None:
    foreign = new_document()
    foreign.get(root, type=Map)["start"] = Text("not a step")
    with client.websocket_connect(address(process_id)) as session:
        session.send_bytes(messages.edit(foreign.get_update()))
        assert closing_of(session).code == room.MALFORMED
    assert client.get(f"/api/processes/{process_id}").status_code == 200


def test_more_changes_in_one_edit_than_are_taken_in_are_refused(
    client: TestClient, process_id: str
) -> None:
    with client.websocket_connect(address(process_id)) as session:
        session.send_bytes(messages.edit(too_many(MAX_UPDATE_RANGES + 1, "deletions")))
        closing = closing_of(session)
    assert (closing.code, "500,000 deletions" in closing.reason) == (room.TOO_LARGE, True)


def test_maps_in_maps_through_many_edits_are_refused(client: TestClient, process_id: str) -> None:
    with client.websocket_connect(address(process_id)) as session:
        for update in deeper_updates(2):
            session.send_bytes(messages.edit(update))
        assert closing_of(session).code == room.MALFORMED
    assert client.get(f"/api/processes/{process_id}").status_code == 200


def test_more_steps_than_the_limit_are_stored_and_reported(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_STEPS", 3)
    many = document_of(
        Process(name="Many", steps=[{"id": f"s{n}", "name": "S", "kind": "task"} for n in range(5)])
    )
    with editor(client, process_id) as ann:
        ann.socket.send(messages.edit(many.get_update()))
        ann.sent += 1
        ann.until(lambda: ann.committed == ann.sent)
    answer = client.get(f"/api/processes/{process_id}")
    assert len(answer.json()["steps"]) == 3
    assert answer.headers["x-touchline-left-out"] == "3 steps, 0 edges"
    refused = client.patch(
        f"/api/processes/{process_id}", json={"name": "X"}, headers={"If-Match": "*"}
    )
    assert refused.status_code == 409
    with editor(client, process_id) as ann:
        ann.edit(lambda doc: [doc.get("steps", type=Map).pop(f"s{n}") for n in range(3)])
        ann.until_saved()
    assert "x-touchline-left-out" not in client.get(f"/api/processes/{process_id}").headers


def test_a_document_over_the_size_limit_is_not_stored(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "MAX_DOCUMENT_BYTES", 2000)
    with client.websocket_connect(address(process_id)) as session:
        big = document_of(Process(name="B" * 3000)).get_update()
        session.send_bytes(messages.edit(big))
        assert closing_of(session).code == 4413
    assert name_of(client, process_id) == "Sale"


def test_when_nothing_can_be_stored_nothing_is_called_saved(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotStored("The disk is full.", passing=False)

    with editor(client, process_id) as ann, editor(client, process_id) as bob:
        ann.until_saved()
        bob.until_saved()
        monkeypatch.setattr(ProcessStore, "append", full)
        ann.rename("Lost?")
        with pytest.raises(WebSocketDisconnect) as caught:
            ann.until_saved()
        assert (caught.value.code, caught.value.reason) == (4503, "The disk is full.")
        # Nobody else is shown what was not stored.
        with pytest.raises(WebSocketDisconnect):
            bob.until(lambda: bob.process.name == "Lost?")
        assert name_of(client, process_id) == "Sale"
        doc = ann.doc

    monkeypatch.undo()
    with editor(client, process_id, doc) as ann:
        ann.until_saved()
    assert name_of(client, process_id) == "Lost?"


def test_a_fault_while_storing_is_no_acknowledgement_either(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    with editor(client, process_id) as ann:
        ann.until_saved()
        monkeypatch.setattr(ProcessStore, "append", broken)
        ann.rename("Lost?")
        with pytest.raises(WebSocketDisconnect) as caught:
            ann.until_saved()
    assert caught.value.code == room.INTERNAL_ERROR
    assert "a bug" not in caught.value.reason


def test_one_who_reads_too_slowly_is_disconnected(
    client: TestClient, process_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "MAX_LIVE_BACKLOG_BYTES", 4)
    with client.websocket_connect(address(process_id)) as session:
        assert closing_of(session).code == room.TOO_SLOW
