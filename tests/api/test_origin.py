"""A process that came from a file goes out as that file, with its changes put into it."""

from __future__ import annotations

import difflib

import pytest
from pycrdt import Map
from starlette.testclient import TestClient

from touchline.checking.wellformed import write_process
from touchline.formats.yaml.reader import read
from touchline.live.document import document_of_updates
from touchline.live.reader import read_document
from touchline.live.writer import document_of
from touchline.model.process import Position

WRITTEN = """\
# Our way of selling
touchline: 1
x-defaults: &us   # who sells
  owner: Ann
name:   'Small sale'      # keep it short
steps:
  - {id: lead, name: Lead, kind: start, x-crm: 17}\r
  - <<: *us
    id: call
    name: First call
    kind: contact
    channel: call

  # --- Closing ---
  - {id: won, name: Won, kind: end, outcome: won}  # hooray
edges:
  - {from: lead, to: call,   max_wait: 2,5d}
  - {from: call, to: won, max_wait: "9 days"}   # procurement
""".replace("2,5d", "'2,5 d'")


def imported(client: TestClient, text: str) -> str:
    headers = {"Content-Type": "application/yaml"}
    answer = client.post("/api/processes/import", content=text.encode(), headers=headers)
    assert answer.status_code == 201, answer.text
    assert answer.json()["notices"] == []
    return str(answer.json()["id"])


def exported(client: TestClient, process_id: str) -> str:
    answer = client.get(f"/api/processes/{process_id}/export?format=yaml")
    assert answer.status_code == 200
    return answer.content.decode()


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_not_changed_comes_out_byte_by_byte(client: TestClient, mark: str) -> None:
    text = mark + WRITTEN
    assert exported(client, imported(client, text)) == text


def test_a_change_is_put_into_its_line(client: TestClient) -> None:
    process_id = imported(client, WRITTEN)
    edges = client.get(f"/api/processes/{process_id}").json()["edges"]
    edges[1]["max_wait"] = "4 days"
    patch = {"edges": edges}
    client.patch(f"/api/processes/{process_id}", json=patch, headers={"If-Match": "*"})
    after = exported(client, process_id)
    assert difference(WRITTEN, after) == [
        '-  - {from: call, to: won, max_wait: "9 days"}   # procurement',
        "+  - {from: call, to: won, max_wait: 4 days}   # procurement",
    ]
    assert exported(client, imported(client, after)) == after


def test_a_copy_and_one_out_of_the_bin_have_it_too(client: TestClient) -> None:
    process_id = imported(client, WRITTEN)
    copy = client.post(f"/api/processes/{process_id}/duplicate").json()["id"]
    assert difference(WRITTEN, exported(client, copy)) == [
        "-name:   'Small sale'      # keep it short",
        "+name:   Small sale (copy)      # keep it short",
    ]
    client.delete(f"/api/processes/{process_id}")
    assert exported(client, process_id) == WRITTEN


def test_where_an_editor_puts_steps_by_itself_is_not_written(client: TestClient) -> None:
    process = read(WRITTEN).process
    steps = tuple(
        step.model_copy(update={"position": Position(x=10, y=20.5)}) for step in process.steps
    )
    placed = process.model_copy(update={"steps": steps})
    arranged = frozenset(("lead", "call", "won"))
    reading = read_document(document_of(placed, WRITTEN, arranged))
    assert (reading.process, reading.origin, reading.arranged) == (placed, WRITTEN, arranged)
    process_id = imported(client, WRITTEN)
    store = client.app.state.services.store  # type: ignore[attr-defined]
    head, updates = store.read(process_id)
    doc = document_of_updates([update.blob for update in updates])
    before = doc.get_state()
    for key in arranged:
        step = doc.get("steps", type=Map)[key]
        step["x"], step["y"], step["arranged"] = 10, 20.5, "10,20.5"
    store.append(process_id, head.seq, [doc.get_update(before)], "Small sale")
    assert exported(client, process_id) == WRITTEN
    # Moved by somebody, it stands where they put it.
    moved = write_process(placed)["steps"]
    moved[1]["position"] = {"x": 30, "y": 40}
    patch = {"steps": moved}
    client.patch(f"/api/processes/{process_id}", json=patch, headers={"If-Match": "*"})
    assert difference(WRITTEN, exported(client, process_id)) == ["+    position: {x: 30, y: 40}"]
    copy = client.post(f"/api/processes/{process_id}/duplicate").json()["id"]
    assert "position: {x: 10" not in exported(client, copy)


def test_a_file_that_cannot_be_edited_is_told_of_at_once(client: TestClient) -> None:
    text = "name: A\nsteps:\n  - ? id\n    : a\n    ? name\n    : A\n    ? kind\n    : end\n"
    headers = {"Content-Type": "application/yaml"}
    answer = client.post("/api/processes/import", content=text.encode(), headers=headers)
    (notice,) = answer.json()["notices"]
    assert "without the comments and the order of the file" in notice
    assert exported(client, answer.json()["id"]) == text, "as long as nothing is changed"


def test_one_that_came_from_no_file_is_written_as_before(client: TestClient) -> None:
    made = client.post("/api/processes", json={"name": "Blank"}).json()
    assert made["notices"] == []
    assert exported(client, made["id"]).startswith("# yaml-language-server: $schema=")
