"""The truth under storms: what was called saved is there, and everyone ends up with the same."""

from __future__ import annotations

from pathlib import Path
from random import Random
from threading import Barrier

import httpx
import pytest
from pycrdt import Map

from tests.api.server import Server
from tests.api.storm import Client, Hostile, in_threads
from touchline.live.document import SharedDoc
from touchline.live.reader import read_document

pytestmark = pytest.mark.databases

_SECONDS = 300

few_or_many = pytest.mark.parametrize(
    "kills", [2, pytest.param(1000, marks=pytest.mark.deep)], ids=lambda kills: f"{kills}-kills"
)
some_or_fifty = pytest.mark.parametrize(
    "editors", [5, pytest.param(50, marks=pytest.mark.deep)], ids=lambda count: f"{count}-editors"
)


def process_of(server: Server, process_id: str) -> dict:
    answer = httpx.get(f"{server.url}/api/processes/{process_id}", timeout=120)
    answer.raise_for_status()
    found: dict = answer.json()
    return found


@few_or_many
def test_whatever_is_killed_whenever_nothing_saved_is_lost(
    database_url: str, tmp_path: Path, kills: int
) -> None:
    dice = Random(kills)
    with Server(database_url, tmp_path / "server.log") as server:
        ids = [server.new_process(f"Process {number}") for number in range(2)]
        clients = [Client(server, ids[number % 2], f"client-{number}") for number in range(4)]
        for _ in range(kills):
            acknowledged = sum(client.acknowledged for client in clients)
            for client in clients:
                client.start()
            # At any moment from the first connection on to the middle of much typing.
            goal = acknowledged + dice.choice((0, 1, 5, 25))
            while sum(client.acknowledged for client in clients) < goal:
                assert any(client.is_there() for client in clients)
            server.kill()
            for client in clients:
                client.wait()
            server.start().ready()
            for process_id in ids:
                stored = process_of(server, process_id)
                for client in clients:
                    if client.process_id == process_id:
                        assert client.acknowledged <= client.stored(stored) <= client.counted
        for client in clients:
            client.come_level()
        for process_id in ids:
            mine = [client for client in clients if client.process_id == process_id]
            stored = process_of(server, process_id)
            assert [client.stored(stored) for client in mine] == [one.counted for one in mine]
            assert len({str(read_document(one.come_level())) for one in mine}) == 1


@some_or_fifty
def test_many_editors_end_up_with_the_same_beside_those_who_mean_harm(
    database_url: str, tmp_path: Path, editors: int
) -> None:
    edits = 20
    with Server(database_url, tmp_path / "server.log") as server:
        process_id = server.new_process("Shared")
        hostile = [Hostile(server, process_id, seed) for seed in range(2)]
        everyone = [server.editor(process_id) for _ in range(editors)]

        typed = Barrier(editors + 1)

        def type_on(number: int) -> None:
            dice, one = Random(number), everyone[number]
            for _ in range(edits):
                one.edit(lambda doc: one_edit(doc, dice))
                if dice.random() < 0.3:
                    one.until_saved()
            one.until_saved()
            typed.wait(_SECONDS)
            # Whoever sees the last edit has seen all before it: all are told in one order.
            one.until(lambda: one.process.name == "Done")

        def end() -> None:
            typed.wait(_SECONDS)
            server.editor(process_id).rename("Done")

        in_threads([end, *(lambda number=number: type_on(number) for number in range(editors))])
        for one in hostile:
            one.stop()
            assert one.rounds > 0
        seen = {read_document(one.doc).process for one in everyone}
        assert len(seen) == 1
        fresh = server.editor(process_id)
        assert {fresh.process} == seen
        assert httpx.get(f"{server.url}/api/health", timeout=60).is_success
        assert "Traceback" not in (tmp_path / "server.log").read_text()


def one_edit(doc: SharedDoc, dice: Random) -> None:
    """Add a step, change one or delete one: of few, so that all meddle with the same."""
    steps = doc.get("steps", type=Map)
    step = f"s{dice.randrange(8)}"
    if step not in steps:
        steps[step] = Map({"name": f"Step {dice.randrange(100)}", "kind": "task", "order": "a0"})
    elif dice.random() < 0.2:
        del steps[step]
    else:
        steps[step][dice.choice(("name", "owner", "purpose"))] = f"Word {dice.randrange(100)}"
