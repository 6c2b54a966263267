"""A real server in a process of its own, for what only a real one shows: `python -m
tests.api.server DATABASE_URL PORT [LARGEST_FILE]`."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from types import TracebackType

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.api.editor import Editor
from tests.ports import free_port

_ROOT = Path(__file__).parents[2]
_START_SECONDS = 60
_ASK_EVERY_SECONDS = 0.05
_ANSWER_SECONDS = 30
_END_SECONDS = 60


class Server:
    """Runs until it is killed or left."""

    def __init__(self, database_url: str, log: Path, *, largest_file: int | None = None) -> None:
        """`largest_file` is the size in bytes beyond which its disk counts as full."""
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = log
        self._command = [sys.executable, "-m", __name__, database_url, str(self.port)]
        self.largest_file = largest_file
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Server:
        """Start it without waiting."""
        with self._log.open("ab") as log:
            limit = [] if self.largest_file is None else [str(self.largest_file)]
            self._process = subprocess.Popen(
                [*self._command, *limit], stdout=log, stderr=log, cwd=_ROOT
            )
        return self

    def ready(self) -> Server:
        """Wait until it answers."""
        assert self._process is not None
        for _ in range(int(_START_SECONDS / _ASK_EVERY_SECONDS)):
            try:
                if httpx.get(f"{self.url}/api/health", timeout=_ANSWER_SECONDS).is_success:
                    return self
            except httpx.TransportError:
                pass
            try:
                code = self._process.wait(_ASK_EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError(f"the server ended with {code}: {self._log.read_text()}")
        raise RuntimeError(f"the server does not answer: {self._log.read_text()}")

    def kill(self) -> None:
        """`kill -9`."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """Ask it to stop, as Ctrl-C does; its exit code."""
        self.terminate()
        return self.ended()

    def terminate(self) -> None:
        """Ask it to stop, and go on."""
        assert self._process is not None
        self._process.terminate()

    def ended(self) -> int:
        """Wait for its end; its exit code."""
        assert self._process is not None
        return self._process.wait(_END_SECONDS)

    def __enter__(self) -> Server:
        return (self if self._process is not None else self.start()).ready()

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def new_process(self, name: str) -> str:
        """The id of a new blank process."""
        answer = httpx.post(f"{self.url}/api/processes", json={"name": name}, timeout=60)
        answer.raise_for_status()
        process_id: str = answer.json()["id"]
        return process_id

    def name_of(self, process_id: str) -> str:
        """A process's name as it is stored."""
        answer = httpx.get(f"{self.url}/api/processes/{process_id}", timeout=60)
        answer.raise_for_status()
        name: str = answer.json()["name"]
        return name

    def editor(self, process_id: str, doc: object = None) -> Editor:
        """An editor over a real connection."""
        return Editor(RealSocket(self, process_id), doc).open()  # type: ignore[arg-type]


class RealSocket:
    """A WebSocket over TCP."""

    def __init__(self, server: Server, process_id: str) -> None:
        address = f"{server.url.replace('http', 'ws', 1)}/api/processes/{process_id}/live"
        # Without its own pings, which find a server that was killed or stopped on purpose.
        opening = connect(
            address,
            origin=server.url,  # type: ignore[arg-type]
            max_size=None,
            ping_interval=None,
        )
        self.connection = opening.__enter__()

    def send(self, message: bytes) -> None:
        self.connection.send(message)

    def receive(self) -> bytes:
        message = self.connection.recv(timeout=_ANSWER_SECONDS)
        assert isinstance(message, bytes)
        return message


Gone = ConnectionClosed


def main() -> None:
    """Serve, as `touchline serve` does."""
    import uvicorn

    from touchline.api.app import create_app
    from touchline.api.settings import Settings
    from touchline.api.sockets import EndingWebSockets

    if len(sys.argv) > 3:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
    uvicorn.run(
        create_app(Settings(database_url=sys.argv[1])),
        ws=EndingWebSockets,
        port=int(sys.argv[2]),
        log_level="warning",
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    main()
