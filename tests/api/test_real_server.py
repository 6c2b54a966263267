"""A real server, killed, stopped, short of disk or not alone: what it called saved is there."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from signal import SIGTERM
from threading import Thread

import httpx
import pytest
from sqlalchemy import make_url

from tests.api.editor import Editor
from tests.api.server import Gone, Server
from tests.api.test_contents import deeper_updates
from touchline.live import messages
from touchline.live.writer import document_of
from touchline.model.process import Process
from touchline.store import Database, ProcessStore, migrate, system_clock

pytestmark = pytest.mark.databases


@pytest.fixture
def url(database_url: str) -> str:
    return database_url


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "server.log"


class Typist:
    """Types one name after another until the server is gone, and remembers what was saved."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.typed: list[str] = []
        self.saved = 0

    def type(self) -> None:
        number = 0
        try:
            while True:
                for _ in range(number % 5):
                    number += 1
                    self.typed.append(f"Name {number}")
                    self.editor.rename(self.typed[-1])
                number += 1
                self.typed.append(f"Name {number}")
                self.editor.rename(self.typed[-1])
                sent = self.editor.sent
                self.editor.until(lambda sent=sent: self.editor.committed >= sent)
                self.saved = len(self.typed)
        except (Gone, OSError):
            return


def test_everything_acknowledged_is_there_after_a_kill(url: str, log: Path) -> None:
    with Server(url, log) as server:
        ids = [server.new_process(f"Process {number}") for number in range(3)]
        typists = [Typist(server.editor(process_id)) for process_id in ids]
        threads = [Thread(target=typist.type, daemon=True) for typist in typists]
        for thread in threads:
            thread.start()
        while min(typist.saved for typist in typists) < 12:
            threads[0].join(0.01)
        server.kill()
        for thread in threads:
            thread.join(60)
            assert not thread.is_alive()

        server.start().ready()
        for process_id, typist in zip(ids, typists, strict=True):
            name = server.name_of(process_id)
            # It may be further on than was acknowledged, never behind.
            assert typist.typed.index(name) + 1 >= typist.saved
            # And what the browser kept offline is there once it is back, with no question asked.
            editor = server.editor(process_id, typist.editor.doc)
            editor.until_saved()
            assert server.name_of(process_id) == typist.typed[-1]


def test_stopping_the_server_stores_what_has_arrived(url: str, log: Path) -> None:
    with Server(url, log) as server:
        process_id = server.new_process("Before")
        editor = server.editor(process_id)
        editor.until_saved()
        editor.rename("After")
        editor.until_saved()
        # uvicorn ends by the signal that it was sent, once all is done.
        assert server.stop() in (0, -SIGTERM)
        with pytest.raises(Gone) as gone:
            editor.until(lambda: False)
        assert gone.value.rcvd is not None
        assert gone.value.rcvd.code == 1012
        assert "Traceback" not in log.read_text()
        assert server.start().ready().name_of(process_id) == "After"


def test_a_document_that_is_too_deep_takes_nobody_along(url: str, log: Path) -> None:
    """40,000 maps in maps, written by an older server: reading them would overflow the stack."""
    database = Database(url)
    migrate(database)
    store = ProcessStore(database, system_clock)
    deep = store.create("Deep", document_of(Process(name="Deep")).get_update())
    store.append(deep.id, deep.seq, deeper_updates(1000), "Deep")
    database.close()
    with Server(url, log) as server:
        process_id = server.new_process("Sound")
        for _ in range(2):
            cards = httpx.get(f"{server.url}/api/processes", timeout=60).json()
            assert process_id in [card["id"] for card in cards]
            answer = httpx.get(f"{server.url}/api/processes/{deep.id}", timeout=60)
            assert (answer.status_code, "damaged" in answer.json()["detail"]) == (500, True)
        with pytest.raises(Gone):
            server.editor(deep.id)
        assert server.stop() in (0, -SIGTERM)
        assert server.start().ready().name_of(process_id) == "Sound"


def send_all(editor: Editor, updates: list[bytes]) -> None:
    """Send updates, and read on until the connection ends."""
    for update in updates:
        editor.socket.send(messages.edit(update))
    editor.until(lambda: False)


def test_one_who_goes_ever_deeper_is_sent_away(url: str, log: Path) -> None:
    with Server(url, log) as server:
        process_id = server.new_process("Sale")
        hostile, ann = server.editor(process_id), server.editor(process_id)
        with pytest.raises(Gone) as gone:
            send_all(hostile, deeper_updates(1000))
        assert gone.value.rcvd is not None
        assert gone.value.rcvd.code == 4400
        ann.rename("Still here")
        ann.until_saved()
        assert server.name_of(process_id) == "Still here"


def fill(editor: Editor, names: list[str]) -> None:
    """Give the process one long name after another, each saved before the next, without an end."""
    while True:
        names.append(f"{len(names)} " + "x" * 5000)
        editor.rename(names[-1])
        editor.until_saved()


@pytest.mark.databases("sqlite")
def test_a_full_disk_is_never_called_saved(url: str, log: Path) -> None:
    with Server(url, log, largest_file=400_000) as server:
        process_id = server.new_process("Before")
        editor = server.editor(process_id)
        editor.until_saved()
        names: list[str] = []
        with pytest.raises(Gone) as gone:
            fill(editor, names)
        assert gone.value.rcvd is not None
        assert gone.value.rcvd.code == 4503
        assert "nothing was saved" in gone.value.rcvd.reason
        # It goes on reading, and what was called saved is there.
        assert server.name_of(process_id) == names[-2]
        server.stop()

        # Room is made on the disk; the editor sends again what was not saved.
        server.largest_file = None
        server.start().ready()
        assert server.name_of(process_id) == names[-2]
        server.editor(process_id, editor.doc).until_saved()
        assert server.name_of(process_id) == names[-1]


def test_one_who_does_not_read_keeps_nobody_waiting(url: str, log: Path) -> None:
    with Server(url, log) as server:
        process_id = server.new_process("Before")
        asleep = server.editor(process_id)
        ann, bob = server.editor(process_id), server.editor(process_id)
        for number in range(300):
            ann.rename(f"{number} " + "x" * 10_000)
        ann.until_saved()
        bob.until(lambda: bob.process.name == ann.process.name)
        assert asleep.process.name == "Before"


def test_two_servers_that_start_at_once_on_an_empty_database(url: str, log: Path) -> None:
    with Server(url, log).start() as one, Server(url, log).start() as two:
        process_id = one.new_process("Shared")
        assert two.name_of(process_id) == "Shared"


def test_two_servers_on_one_database_lose_nothing(url: str, log: Path) -> None:
    with Server(url, log) as one, Server(url, log) as two:
        process_id = one.new_process("Shared")
        ann, bob = one.editor(process_id), two.editor(process_id)
        for number in range(10):
            ann.edit(lambda doc, n=number: doc["process"].update({"name": f"Ann {n}"}))
            bob.edit(lambda doc, n=number: doc["process"].update({"description": f"Bob {n}"}))
            ann.until(lambda: ann.committed == ann.sent)
            bob.until(lambda: bob.committed == bob.sent)
        # Without an edit of one's own the others' edits come as well, a little later.
        ann.until(lambda: ann.process.description == "Bob 9")
        bob.until(lambda: bob.process.name == "Ann 9")
        for server in (one, two):
            eve = server.editor(process_id)
            assert (eve.process.name, eve.process.description) == ("Ann 9", "Bob 9")


def locked(url: str) -> sqlite3.Connection:
    """Another program that holds the database for as long as it likes."""
    other = sqlite3.connect(str(make_url(url).database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


@pytest.mark.databases("sqlite")
def test_stopping_waits_for_a_slow_disk(url: str, log: Path) -> None:
    with Server(url, log) as server:
        process_id = server.new_process("Before")
        editor = server.editor(process_id)
        editor.until_saved()
        other = locked(url)
        editor.rename("After")
        server.terminate()
        with pytest.raises(Gone):
            editor.until(lambda: False)
        other.rollback()
        other.close()
        server.ended()
        assert "Traceback" not in log.read_text()
        assert server.start().ready().name_of(process_id) == "After"


@pytest.mark.databases("sqlite")
def test_stopping_ends_though_the_disk_does_not(url: str, log: Path) -> None:
    with Server(url, log) as server:
        ids = [server.new_process(f"Before {number}") for number in range(8)]
        editors = [server.editor(process_id) for process_id in ids]
        for editor in editors:
            editor.until_saved()
        other = locked(url)
        for number, editor in enumerate(editors):
            editor.rename(f"After {number}")
        # Waits no longer than for one write, however many there are; the test server's limit on
        # requests under way and the store's come before it.
        server.terminate()
        for editor in editors:
            with pytest.raises(Gone):
                editor.until(lambda: False)
            assert not editor.saved
        server.ended()
        other.rollback()
        other.close()
        # Nothing was called saved, and nothing is lost: every browser still has it.
        server.start().ready()
        for number, (process_id, editor) in enumerate(zip(ids, editors, strict=True)):
            server.editor(process_id, editor.doc).until_saved()
            assert server.name_of(process_id) == f"After {number}"
