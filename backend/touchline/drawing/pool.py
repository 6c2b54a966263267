"""Warm drawing workers: processes that are started once, watched, and replaced when they die."""

from __future__ import annotations

import atexit
import contextlib
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
from typing import Any

from touchline.drawing.typeface import FONT_FOLDER
from touchline.errors import DrawingError
from touchline.limits import (
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
        with self._worker() as worker:
            return worker.ask(request, body)

    def close(self) -> None:
        """End the workers that are idle; those at work end when their drawing does."""
        for _ in range(self._slots.qsize()):
            with contextlib.suppress(queue.Empty):
                worker = self._slots.get_nowait()
                if worker is not None:
                    worker.stop()
                self._slots.put(None)

    def abandon(self) -> None:
        """Let go of workers that belong to the process from which this one was forked."""
        # Without the queue, whose lock another thread may have held at the moment of the fork.
        for worker in list(self._started):
            worker.let_go()

    @contextlib.contextmanager
    def _worker(self) -> Iterator[_Worker]:
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
            )
        except OSError as error:
            raise DrawingError(f"the program that draws could not be started: {error}") from error

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], body: bytes) -> bytes:
        late = threading.Event()
        timer = threading.Timer(self._limits.seconds, self._kill, (late,))
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(request, body)
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
        for pipe in (self._process.stdin, self._process.stdout):
            # What is still in the buffer of a broken pipe is of no use to anybody.
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _exchange(self, request: dict[str, Any], body: bytes) -> bytes | None:
        """The answer; None when the worker died over it."""
        head = {**request, "bytes": len(body), "seconds": int(self._limits.seconds) + 2}
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise RuntimeError("a worker is always started with pipes")
        try:
            requests.write(json.dumps(head).encode() + b"\n" + body)
            requests.flush()
        except BrokenPipeError:
            return None
        line = answers.readline(_LONGEST_HEAD)
        if not line.endswith(b"\n"):
            return None
        answer = json.loads(line)
        content = answers.read(answer["bytes"])
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
