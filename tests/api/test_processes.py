"""The stored processes as a program uses them over HTTP."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from tests.api.conftest import StoppedClock
from touchline import templates
from touchline.checking.notation import process
from touchline.checking.wellformed import write_process
from touchline.model.limits import MAX_NAME
from touchline.store import Database

PROCESSES = "/api/processes"
SALE: dict[str, Any] = {
    "name": "Sale",
    "max_gap": "5 days",
    "stages": ["Talk"],
    "steps": [
        {"id": "lead", "name": "Lead", "kind": "start"},
        {"id": "call", "name": "Call", "kind": "contact", "channel": "call", "stage": "Talk"},
        {"id": "won", "name": "Won", "kind": "end", "outcome": "won"},
    ],
    "edges": [
        {"from": "lead", "to": "call", "max_wait": "1 day"},
        {"from": "call", "to": "won", "max_wait": "7 days"},
    ],
}


def create(client: TestClient, **body: Any) -> dict[str, Any]:
    answer = client.post(PROCESSES, json=body or {"process": SALE})
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    return created


def address(created: dict[str, Any]) -> str:
    return f"{PROCESSES}/{created['id']}"


def names(client: TestClient, *, in_bin: bool = False) -> list[str]:
    cards = client.get(PROCESSES, params={"bin": in_bin}).json()
    return [card["name"] for card in cards]


def test_a_new_process_has_an_address_and_a_version(client: TestClient) -> None:
    answer = client.post(PROCESSES, json={"process": SALE})
    assert answer.status_code == 201
    created = answer.json()
    assert answer.headers["location"] == address(created)
    assert answer.headers["etag"] == created["etag"]
    assert created["process"]["edges"] == SALE["edges"]

    stored = client.get(answer.headers["location"])
    assert stored.headers["etag"] == created["etag"]
    assert stored.json() == created["process"]


def test_a_copy_of_a_template_is_the_template(client: TestClient) -> None:
    created = create(client, template="inbound-demo")
    template = client.get("/api/templates/inbound-demo").json()
    assert client.get(address(created)).json() == template["process"]


@pytest.mark.parametrize("name", templates.names())
def test_every_template_comes_out_of_the_store_as_it_went_in(client: TestClient, name: str) -> None:
    created = create(client, template=name)
    assert (
        client.get(address(created)).json()
        == client.get(f"/api/templates/{name}").json()["process"]
    )


def test_a_blank_process_has_one_start(client: TestClient) -> None:
    process = create(client, name="My process")["process"]
    assert process["name"] == "My process"
    assert [step["kind"] for step in process["steps"]] == ["start"]


def test_what_is_absent_is_left_out(client: TestClient) -> None:
    lead = client.get(address(create(client))).json()["steps"][0]
    assert lead == {"id": "lead", "name": "Lead", "kind": "start"}


def test_the_list_tells_the_truth_newest_first(client: TestClient, clock: StoppedClock) -> None:
    create(client)
    clock.advance(timedelta(minutes=1))
    create(client, name="Blank")
    blank, sale = client.get(PROCESSES).json()
    assert (blank["name"], blank["sound"]) == ("Blank", False)
    assert (
        sale.items()
        >= {
            "name": "Sale",
            "steps": 3,
            "sound": False,
            "errors": 1,
            "longest_gap_days": 7.0,
            "max_gap_days": 5.0,
            "deleted_at": None,
            "edited_at": "2026-11-24T12:00:00+00:00",
        }.items()
    )


def test_the_list_says_why_there_is_no_longest_silence(client: TestClient) -> None:
    loop = "<decide> -Not yet-> [think] 1d\n[think] -> <decide> 1d"
    drawn = {
        "none": "start",
        "known": "start -> call 1d -> won 1d",
        "unknown": "start -> call 1d -> won ?",
        "endless": f"start -> call 1d -> <decide> 1d -Yes-> won 1d\n{loop}",
    }
    for name, steps in drawn.items():
        create(client, process=write_process(process(steps, name=name)))
    cards = {card["name"]: card for card in client.get(PROCESSES).json()}
    assert {name: card["silence"] for name, card in cards.items()} == {name: name for name in drawn}
    assert {name for name, card in cards.items() if card["longest_gap_days"] is None} == {
        "unknown",
        "endless",
    }


def test_the_list_follows_an_edit(client: TestClient) -> None:
    created = create(client)
    assert client.get(PROCESSES).json()[0]["errors"] == 1
    client.patch(address(created), json={"max_gap": "8 days"}, headers={"If-Match": "*"})
    [card] = client.get(PROCESSES).json()
    assert (card["errors"], card["sound"], card["max_gap_days"]) == (0, True, 8.0)


def test_put_replaces_the_process_and_gives_a_new_etag(client: TestClient) -> None:
    created = create(client)
    sale = {**SALE, "name": "Sale, revised"}
    answer = client.put(address(created), json=sale, headers={"If-Match": created["etag"]})
    assert answer.status_code == 200
    assert answer.headers["etag"] != created["etag"]
    stored = client.get(address(created))
    assert stored.json() == answer.json()
    assert stored.headers["etag"] == answer.headers["etag"]


def test_a_put_of_the_same_is_no_new_version(client: TestClient) -> None:
    created = create(client)
    answer = client.put(address(created), json=SALE, headers={"If-Match": created["etag"]})
    assert answer.headers["etag"] == created["etag"]


def test_a_stale_write_loses_nothing(client: TestClient) -> None:
    created = create(client)
    first = client.patch(
        address(created), json={"name": "First"}, headers={"If-Match": created["etag"]}
    )
    assert first.status_code == 200
    for method in (client.put, client.patch):
        late = method(
            address(created), json={**SALE, "name": "Late"}, headers={"If-Match": created["etag"]}
        )
        assert late.status_code == 412
        assert late.headers["content-type"] == "application/problem+json"
    assert names(client) == ["First"]


def test_of_many_writes_at_once_exactly_one_wins(client: TestClient) -> None:
    created = create(client)

    def write(number: int) -> int:
        answer = client.patch(
            address(created), json={"name": f"N{number}"}, headers={"If-Match": created["etag"]}
        )
        return answer.status_code

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(write, range(8))) == [200] + [412] * 7


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_write_without_if_match_is_refused(client: TestClient, method: str) -> None:
    created = create(client)
    answer = getattr(client, method)(address(created), json={**SALE, "name": "X"})
    assert answer.status_code == 428
    assert "If-Match" in answer.json()["detail"]
    assert names(client) == ["Sale"]


@pytest.mark.parametrize(
    ("if_match", "status"),
    [
        ("*", 200),
        ('"1"', 200),
        ('"7", "1"', 200),
        ('W/"1"', 412),
        ('"2"', 412),
        ("1", 412),
        ("nonsense", 412),
        ('"99999999999999999999999999"', 412),
        ("", 412),
    ],
)
def test_if_match_compares_as_http_says(client: TestClient, if_match: str, status: int) -> None:
    created = create(client)
    answer = client.patch(address(created), json={"name": "X"}, headers={"If-Match": if_match})
    assert answer.status_code == status


def test_a_browser_that_has_the_version_gets_304(client: TestClient) -> None:
    created = create(client)
    answer = client.get(address(created), headers={"If-None-Match": created["etag"]})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == created["etag"]


def test_a_merge_patch_changes_what_it_names(client: TestClient) -> None:
    created = create(client)
    answer = client.patch(
        address(created),
        content=b'{"description": "New", "max_gap": null, "stages": ["Talk", "Close"]}',
        headers={"If-Match": created["etag"], "Content-Type": "application/merge-patch+json"},
    )
    process = answer.json()
    assert (process["description"], process["stages"]) == ("New", ["Talk", "Close"])
    assert process["steps"] == create(client)["process"]["steps"]


def test_a_patch_that_makes_it_malformed_is_refused_with_every_error(client: TestClient) -> None:
    created = create(client)
    answer = client.patch(
        address(created),
        json={"stages": [], "days": "lunar"},
        headers={"If-Match": created["etag"]},
    )
    assert answer.status_code == 422
    assert [error["path"] for error in answer.json()["errors"]] == ["days", "steps[1].stage"]
    assert client.get(address(created)).headers["etag"] == created["etag"]


def test_the_bin_and_back(client: TestClient) -> None:
    created = create(client)
    assert client.delete(address(created)).status_code == 204
    assert names(client) == []
    [card] = client.get(PROCESSES, params={"bin": True}).json()
    assert (card["name"], card["deleted_at"]) == ("Sale", "2026-11-24T12:00:00+00:00")
    for method in (client.get, client.delete):
        refused = method(address(created))
        assert (refused.status_code, "in the bin" in refused.json()["detail"]) == (404, True)

    restored = client.post(f"{address(created)}/restore")
    assert restored.status_code == 201
    assert restored.json() == created
    assert names(client) == ["Sale"]
    assert client.post(f"{address(created)}/restore").status_code == 409


def test_only_what_is_in_the_bin_is_deleted_for_good(client: TestClient) -> None:
    created = create(client)
    forever = {"forever": True}
    assert client.delete(address(created), params=forever).status_code == 409
    client.delete(address(created))
    assert client.delete(address(created), params=forever).status_code == 204
    assert client.delete(address(created), params=forever).status_code == 404
    assert client.post(f"{address(created)}/restore").status_code == 404
    assert names(client) == names(client, in_bin=True) == []


def test_a_duplicate_is_a_process_of_its_own(client: TestClient) -> None:
    created = create(client)
    copy = client.post(f"{address(created)}/duplicate").json()
    assert copy["process"] == {**created["process"], "name": "Sale (copy)"}
    client.patch(address(copy), json={"name": "Other"}, headers={"If-Match": copy["etag"]})
    assert client.get(address(created)).json()["name"] == "Sale"


def test_every_copy_has_a_name_of_its_own(client: TestClient) -> None:
    created = create(client)
    copies = [client.post(f"{address(created)}/duplicate").json() for _ in range(3)]
    again = client.post(f"{address(copies[0])}/duplicate").json()
    named = [copy["process"]["name"] for copy in [*copies, again]]
    assert named == ["Sale (copy)", "Sale (copy 2)", "Sale (copy 3)", "Sale (copy 4)"]
    client.delete(address(copies[0]))
    anew = client.post(f"{address(created)}/duplicate").json()
    assert anew["process"]["name"] == "Sale (copy 5)", "what is in the bin can come back"


def test_copies_made_at_once_have_different_names(client: TestClient) -> None:
    created = create(client)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: client.post(f"{address(created)}/duplicate"), range(8)))
    assert len(set(names(client))) == 9


def test_a_copy_is_answered_with_the_name_that_is_stored(client: TestClient) -> None:
    longest = "x" * MAX_NAME
    created = create(client, process={**SALE, "name": longest})
    copies = [client.post(f"{address(created)}/duplicate").json() for _ in range(2)]
    for copy in copies:
        assert len(copy["process"]["name"]) == MAX_NAME
        assert client.get(address(copy)).json() == copy["process"]
    assert len(set(names(client))) == 3


def test_a_limit_alone_takes_the_warning_with_it_however_it_is_given(client: TestClient) -> None:
    posted = create(client, process={**SALE, "max_gap": "1 day"})["process"]
    created = create(client)
    patched = client.patch(
        address(created), json={"max_gap": "1 day"}, headers={"If-Match": created["etag"]}
    ).json()
    assert (patched["max_gap"], patched["warn_gap"]) == ("1 day", "1 day")
    assert patched == posted == client.get(address(created)).json()
    chosen = client.patch(
        address(created), json={"max_gap": "1 day", "warn_gap": "2 days"}, headers={"If-Match": "*"}
    ).json()
    assert chosen["warn_gap"] == "2 days", "what a person writes is kept as it is written"


@pytest.mark.parametrize("path", ["", "/restore", "/duplicate", "/export"])
@pytest.mark.parametrize("process_id", ["nosuchprocess", "%00", "..%2f..", "A" * 300, "x y"])
def test_what_is_not_there_is_404_or_refused(
    client: TestClient, process_id: str, path: str
) -> None:
    method = client.get if path in ("", "/export") else client.post
    answer = method(f"{PROCESSES}/{process_id}{path}")
    # A slash in an id makes it another address.
    assert answer.status_code in (404, 405)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({}, ""),
        ({"name": "a", "template": "inbound-demo"}, ""),
        ({"nam": "a"}, "nam"),
        ({"name": ""}, "name"),
        ({"name": 5}, "name"),
        ({"template": 5}, "template"),
        ({"process": []}, ""),
        ([], ""),
        ("text", ""),
        (None, ""),
    ],
)
def test_a_creation_that_is_not_understood_is_refused(
    client: TestClient, body: Any, path: str
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post(PROCESSES, content=json.dumps(body), headers=headers)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == path
    assert names(client) == []


def test_an_unknown_template_names_the_nearest(client: TestClient) -> None:
    answer = client.post(PROCESSES, json={"template": "inbound-demmo"})
    assert answer.status_code == 404
    assert "Did you mean “inbound-demo”?" in answer.json()["detail"]


def test_one_damaged_process_does_not_hide_the_others(
    client: TestClient, database: Database
) -> None:
    create(client, name="Good")
    damaged = create(client, name="Damaged")
    with database.writing() as connection:
        connection.execute(
            text("UPDATE updates SET blob = x'ffff' WHERE process_id = :id"), {"id": damaged["id"]}
        )
    assert names(client) == ["Damaged", "Good"]
    answer = client.get(address(damaged))
    assert (answer.status_code, "damaged" in answer.json()["detail"]) == (500, True)
