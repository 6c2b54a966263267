"""`touchline serve`: a real server, as a process of its own."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.run import Terminal
from touchline.cli.server import own_addresses


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


def get(url: str, **headers: str) -> tuple[int, bytes]:
    """The status and the body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as it:
            return it.status, it.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_beyond_this_machine_it_warns_and_only_the_link_opens_it(tmp_path: Path) -> None:
    arguments = ("--host", "0.0.0.0", "--port", "0", "--data", str(tmp_path))
    with served(*arguments, "--allow-host", "sales.example") as (server, link):
        assert server.stderr is not None
        said = ""
        while "Warning:" not in said:
            said += server.stderr.readline()
        assert "nothing is encrypted" in said
        token = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["token"][0]
        assert len(token) >= 32
        port = urllib.parse.urlsplit(link).port
        for address in (*own_addresses(4), "127.0.0.1"):
            # An answer, whatever it is, comes only where this address is admitted.
            url = f"http://{address}:{port}/api/health"
            assert get(url)[0] == 401
            assert get(url, Authorization=f"Bearer {token}")[0] == 200
            assert get(url, Authorization="Bearer wrong")[0] == 403
        url = f"http://127.0.0.1:{port}/api/health?token={token}"
        assert get(url, Host="sales.example")[0] == 200
        assert get(url, Host="evil.example")[0] == 403


def test_the_addresses_of_this_machine_are_the_real_ones() -> None:
    found = own_addresses(6)
    assert set(own_addresses(4)) <= set(found)
    for address in found:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as listener:
            listener.bind((address, 0))
        assert not address.startswith(("127.", "169.254.", "fe80", "::1"))


def test_another_address_of_this_machine_needs_no_token(tmp_path: Path) -> None:
    with served("--host", "127.0.0.2", "--port", "0", "--data", str(tmp_path)) as (_, url):
        assert re.fullmatch(r"http://127\.0\.0\.2:\d+/", url)
        assert get(f"{url}api/health")[0] == 200


@pytest.mark.parametrize("token", ["short", "with spaces and signs ?&#"])
def test_a_token_that_would_not_do_is_refused(
    touchline: Terminal, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOUCHLINE_TOKEN", token)
    arguments = ("--host", "0.0.0.0", "--port", "0", "--data", ".")
    code, out, err = touchline("serve", "--no-open", *arguments)
    assert (code, out) == (2, "")
    assert "TOUCHLINE_TOKEN" in err
    assert token not in err


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
