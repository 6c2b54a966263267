"""`touchline serve`: a real server, as a process of its own."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.run import Terminal


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server and its address, which it says once it answers."""
    command = [sys.executable, "-m", "touchline", "serve", "--no-open", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            said = server.stderr.readline()
            found = re.search(r"http://\S+", said)
            assert found, said + server.stderr.read()
            yield server, found[0]
        finally:
            server.kill()


def test_it_says_where_it_is_answers_there_and_stops_when_told(tmp_path: Path) -> None:
    with served("--port", "0", "--data", str(tmp_path)) as (server, url):
        assert url.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{url}api/health", timeout=20) as answer:
            assert json.load(answer)["status"] == "ok"
        assert list(tmp_path.iterdir()), "processes are kept where --data says"
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=20) == 0
        assert server.stderr is not None
        assert "Traceback" not in server.stderr.read()


def test_a_port_in_use_is_said_in_one_sentence(touchline: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = touchline("serve", "--no-open", "--port", str(port), "--data", ".")
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: Port {port} is in use")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--host", "no.such.host.invalid"], "is no address of this machine"),
        (["--host", "192.0.2.1"], "is no address of this machine"),
        (["--database-url", "nonsense"], "Error: "),
        (["--data", "silent.yaml"], "Error: "),
    ],
)
def test_what_cannot_be_served_is_said_in_one_sentence(
    touchline: Terminal, arguments: list[str], says: str
) -> None:
    code, out, err = touchline("serve", "--no-open", "--port", "0", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err
