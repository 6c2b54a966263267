"""Warm drawing workers: processes that are started once, watched, and replaced when they die."""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import os
import queue
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from touchline.drawing.theme.typeface import FONT_FOLDER
from touchline.model.errors import DrawingError
from touchline.model.limits import (
    DRAWING_MEMORY_BYTES,
    DRAWING_OUTPUT_BYTES,
    DRAWING_QUEUE_SECONDS,
    DRAWING_SECONDS,
    DRAWING_WORKERS,
)

_SCRIPT = Path(__file__).with_name("worker.py")
_LONGEST_HEAD = 4096


class DrawingLimitError(DrawingError):
    """A drawing that struck a limit; a simpler one of the same process may still succeed."""


@dataclass(frozen=True)
class Limits:
    """What one drawing may use."""

    seconds: float = DRAWING_SECONDS
    memory_bytes: int = DRAWING_MEMORY_BYTES
    output_bytes: int = DRAWING_OUTPUT_BYTES


class Pool:
    """A few workers, shared by all threads; each is started when it is first needed."""

    def __init__(self, size: int = DRAWING_WORKERS, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        # Last in, first out: while one worker is enough, the second is never started.
        self._slots: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        self._started: weakref.WeakSet[_Worker] = weakref.WeakSet()
        for _ in range(size):
            self._slots.put(None)

    def ask(self, request: dict[str, Any], body: bytes) -> bytes:
        """What a worker answers to a request.

        Raises DrawingLimitError when the drawing strikes a limit, DrawingError when it fails
        otherwise or no worker becomes free. A worker that dies is replaced at the next request.
        """
        with self.worker() as worker:
            return worker.ask(request, body)

    @property
    def workers(self) -> tuple[_Worker, ...]:
        """The workers that are running."""
        return tuple(worker for worker in self._started if worker.is_alive)

    def close(self) -> None:
        """End the workers that are idle; those at work end when their drawing does."""
        idle = []
        with contextlib.suppress(queue.Empty):
            while True:
                idle.append(self._slots.get_nowait())
        for worker in idle:
            if worker is not None:
                worker.stop()
            self._slots.put(None)

    def abandon(self) -> None:
        """Let go of workers that belong to the process from which this one was forked."""
        # Without the queue, whose lock another thread may have held at the moment of the fork.
        for worker in list(self._started):
            worker.let_go()

    @contextlib.contextmanager
    def worker(self) -> Iterator[_Worker]:
        """A worker for one's own use, a living one.

        Raises DrawingError when none becomes free or none can be started.
        """
        try:
            worker = self._slots.get(timeout=DRAWING_QUEUE_SECONDS)
        except queue.Empty:
            raise DrawingError(
                f"no drawing could be begun within {DRAWING_QUEUE_SECONDS} seconds, because others "
                "are being drawn; try again in a moment"
            ) from None
        try:
            if worker is not None and not worker.is_alive:
                worker.stop()
                worker = None
            if worker is None:
                worker = _Worker(self.limits)
                self._started.add(worker)
            yield worker
        finally:
            if worker is not None and not worker.is_alive:
                worker.stop()
                worker = None
            self._slots.put(worker)


class _Worker:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        settings = {
            "fonts": str(FONT_FOLDER),
            "memory_bytes": limits.memory_bytes,
            "output_bytes": limits.output_bytes,
        }
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-B", str(_SCRIPT), json.dumps(settings)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # No buffer: a forked child would write its copy of it into our worker's pipe.
                bufsize=0,
            )
        except OSError as error:
            raise DrawingError(f"the program that draws could not be started: {error}") from error
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("a process started with pipes has pipes")
        self._requests = self._process.stdin
        self._answers = io.BufferedReader(cast(io.RawIOBase, self._process.stdout))

    @property
    def pid(self) -> int:
        """The id of its process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether its process is running."""
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], body: bytes) -> bytes:
        late = threading.Event()
        timer = threading.Timer(self._limits.seconds, self._kill, (late,))
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(request, body)
        except DrawingError:
            raise
        except BaseException:
            # Interrupted half way, it would give this answer to the next question.
            self.stop()
            raise
        finally:
            timer.cancel()
        if answer is not None:
            return answer
        self.stop()
        if late.is_set():
            raise DrawingLimitError(
                f"the drawing took longer than {self._limits.seconds:g} seconds and was stopped"
            )
        raise DrawingLimitError(
            "the program that draws ended unexpectedly, most likely because the drawing needed "
            f"more than {self._limits.memory_bytes // 1024**2} MiB of memory"
        )

    def stop(self) -> None:
        """End the process and wait for it."""
        self._process.kill()
        self._process.wait()
        self.let_go()

    def let_go(self) -> None:
        """Close this side's ends of the pipes."""
        self._requests.close()
        self._answers.close()

    def _exchange(self, request: dict[str, Any], body: bytes) -> bytes | None:
        """The answer; None when the worker died over it."""
        head = {**request, "bytes": len(body), "seconds": int(self._limits.seconds) + 2}
        rest = memoryview(json.dumps(head).encode() + b"\n" + body)
        try:
            while rest:
                rest = rest[self._requests.write(rest) :]
        except BrokenPipeError:
            return None
        line = self._answers.readline(_LONGEST_HEAD)
        if not line.endswith(b"\n"):
            return None
        answer = json.loads(line)
        content = self._answers.read(answer["bytes"])
        if len(content) < answer["bytes"]:
            return None
        self._raise_for(answer)
        return content

    def _raise_for(self, answer: dict[str, Any]) -> None:
        match answer.get("problem"):
            case None:
                return
            case "too-large":
                raise DrawingLimitError(
                    "the drawing is larger than "
                    f"{self._limits.output_bytes // 1024**2} MiB and was not kept"
                )
            case "memory":
                raise DrawingLimitError(
                    "the drawing needed more than "
                    f"{self._limits.memory_bytes // 1024**2} MiB of memory"
                )
            case _:
                raise DrawingError(f"Graphviz could not draw this: {answer.get('detail', '')}")

    def _kill(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


@lru_cache(maxsize=1)
def shared_pool() -> Pool:
    """The pool of this process, made when first asked for."""
    pool = Pool()
    atexit.register(pool.close)
    return pool


def _after_fork() -> None:
    # A forked child has its parent's pipes; two processes writing to one worker would mix up
    # their drawings, so the child starts workers of its own.
    if shared_pool.cache_info().currsize:
        shared_pool().abandon()
        shared_pool.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
