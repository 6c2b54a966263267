"""A real `touchline serve` in a process of its own, that can be killed and started again."""

import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from tests.ports import free_port

# How long a loaded machine may take from the start of the program to its first answer, in seconds.
START_LIMIT = 60.0
# How often to ask whether it answers, in seconds.
ASK_EVERY = 0.05

FRONTEND = Path(__file__).parents[2] / "frontend" / "dist" / "index.html"


class Server:
    """The server under test; its data folder and port outlive a crash."""

    def __init__(self, folder: Path, program: Path | None = None) -> None:
        if not FRONTEND.exists():
            raise FileNotFoundError("The editor is not built yet: run `make build` first.")
        self.folder = folder
        self.program = program or Path(sys.executable).with_name("touchline")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the program and comes back once it answers."""
        command = [
            str(self.program),
            "serve",
            f"--port={self.port}",
            f"--data={self.folder / 'data'}",
            "--no-open",
        ]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(int(START_LIMIT / ASK_EVERY)):
            if self._answers():
                return
            try:
                code = self._process.wait(ASK_EVERY)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError(f"`touchline serve` ended at once with {code}.\n{self._said()}")
        raise RuntimeError(f"`touchline serve` does not answer.\n{self._said()}")

    def stop(self) -> None:
        """Asks the program to end, as Ctrl+C or the system does."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(30)
            self._process = None

    def kill(self) -> None:
        """Ends the program as a power cut would (kill -9)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(30)
            self._process = None

    def is_running(self) -> bool:
        return self._process is not None

    def fill_disk(self) -> None:
        """From now on no file of the program's can grow, which is all it notices of a full disk."""
        self._limit_files(0)

    def make_room(self) -> None:
        self._limit_files(resource.RLIM_INFINITY)

    def _limit_files(self, size: int) -> None:
        assert self._process is not None
        limits = (size, resource.RLIM_INFINITY)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, limits)

    def get(self, path: str) -> Any:
        return self._json(httpx.get(self.url + path, timeout=30))

    def post(self, path: str, body: object) -> Any:
        return self._json(httpx.post(self.url + path, json=body, timeout=30))

    def delete(self, path: str) -> None:
        response = httpx.delete(self.url + path, timeout=30)
        assert response.is_success, f"{path}: {response.status_code} {response.text}"

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/api/health", timeout=2).status_code == 200
        except httpx.TransportError:
            return False

    def _said(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    @staticmethod
    def _json(response: httpx.Response) -> Any:
        if response.is_error:
            raise AssertionError(f"{response.request.url}: {response.status_code} {response.text}")
        return response.json()
