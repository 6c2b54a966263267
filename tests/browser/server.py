"""A real `touchline serve` in a process of its own, that can be killed and started again."""

import resource
import shutil
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
        self._folder = folder
        self.program = program or Path(sys.executable).with_name("touchline")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None
        # Whether what is on its disk may be otherwise than it has left it.
        self._touched = False
        # One connection for each call, since the server may die in between.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.Client(base_url=self.url, timeout=30, limits=limits)

    def start(self) -> None:
        """Starts the program and comes back once it answers."""
        command = [
            str(self.program),
            "serve",
            f"--port={self.port}",
            f"--data={self._folder / 'data'}",
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

    def be_new(self) -> None:
        """Runs without a process and with room on its disk, whatever a test has done to it."""
        if self._touched or (self._process is not None and self._process.poll() is not None):
            self.kill()
            shutil.rmtree(self._folder / "data", ignore_errors=True)
            self._touched = False
        if self._process is None:
            self.start()
        for process in self.get("/api/processes"):
            self.delete(f"/api/processes/{process['id']}")
        for process in self.get("/api/processes?bin=true"):
            self.delete(f"/api/processes/{process['id']}?forever=true")

    @property
    def folder(self) -> Path:
        """Where its data is, for a test to do with as it likes."""
        self._touched = True
        return self._folder

    def is_running(self) -> bool:
        return self._process is not None

    def fill_disk(self) -> None:
        """From now on no file of the program's can grow, which is all it notices of a full disk."""
        self._limit_files(0)

    def make_room(self) -> None:
        self._limit_files(resource.RLIM_INFINITY)

    def _limit_files(self, size: int) -> None:
        assert self._process is not None
        self._touched = True
        limits = (size, resource.RLIM_INFINITY)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, limits)

    def get(self, path: str) -> Any:
        return self._json(self._client.get(path))

    def post(self, path: str, body: object) -> Any:
        return self._json(self._client.post(path, json=body))

    def delete(self, path: str) -> None:
        response = self._client.delete(path)
        assert response.is_success, f"{path}: {response.status_code} {response.text}"

    def _answers(self) -> bool:
        try:
            return self._client.get("/api/health", timeout=2).status_code == 200
        except httpx.TransportError:
            return False

    def _said(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    @staticmethod
    def _json(response: httpx.Response) -> Any:
        if response.is_error:
            raise AssertionError(f"{response.request.url}: {response.status_code} {response.text}")
        return response.json()
