"""How workers come to be: forked from a warm template on Linux, started anew elsewhere.

Forking after threads or system frameworks have been at work is unsafe on macOS and unknown on
Windows; there each worker imports what it needs by itself, which takes it most of a second.
"""

from __future__ import annotations

import atexit
import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from touchline.workers.template import FORK, KILL, ORDER, SLOW, stand_back

_TEMPLATE = "touchline.workers.template"
_CHILD = "touchline.workers.child"
_ORDER_SECONDS = 2


class Ender(Protocol):
    """What can be done to a worker from outside. Neither method waits or fails."""

    def kill(self) -> None:
        """End it, with what it has started."""

    def slow_down(self) -> None:
        """Let it stand back for all other processes, from now on."""


@dataclass(frozen=True)
class Started:
    """A worker that is on its way: this side's end of its socket, and how to end it."""

    channel: socket.socket
    ender: Ender


class Starter(Protocol):
    """Starts workers. May be used by several threads."""

    def start(self, *, slow: bool) -> Started:
        """A new worker; `slow` stands back for all other processes. Raises OSError."""

    def warm(self) -> None:
        """Get ready, so that the first worker need not wait. Raises OSError."""

    def close(self) -> None:
        """End everything that was started."""


class Forking:
    """Forks of one template, which is started when it is first needed, and again when it died.

    `preload` are the modules that it imports, each with a function `warm`.
    """

    def __init__(self, preload: Sequence[str] = ()) -> None:
        self._preload = tuple(preload)
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def template_pid(self) -> int | None:
        """The id of the template's process, when there is one."""
        return None if self._process is None else self._process.pid

    def warm(self) -> None:
        with self._lock:
            self._running()

    def start(self, *, slow: bool) -> Started:
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                number = self._fork(theirs)
            except BaseException:
                ours.close()
                raise
        fork = _Fork(self, number)
        if slow:
            fork.slow_down()
        return Started(ours, fork)

    def order(self, letter: bytes, number: int) -> None:
        """Tell the template something about a worker; one whose template is gone is gone too."""
        with self._lock, contextlib.suppress(OSError):
            if self._control is not None:
                self._control.send(ORDER.pack(letter, number))

    def close(self) -> None:
        with self._lock:
            self._end_template()

    def abandon(self) -> None:
        """Let go, in a forked child, of what belongs to its parent."""
        # The lock may have been held by another thread at the moment of the fork.
        self._lock = threading.Lock()
        if self._control is not None:
            self._control.close()
        self._control = self._process = None

    def _fork(self, theirs: socket.socket) -> int:
        number = next(self._numbers)
        order = ORDER.pack(FORK, number)
        try:
            socket.send_fds(self._running(), [order], [theirs.fileno()])
        except (ConnectionError, TimeoutError):
            # Somebody has ended the template: its workers see that, and a new one takes its place.
            self._end_template()
            socket.send_fds(self._running(), [order], [theirs.fileno()])
        return number

    def _running(self) -> socket.socket:
        if self._control is None:
            # Messages, not a stream: an order comes as a whole, with its socket.
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                try:
                    self._process = _python(_TEMPLATE, theirs, *self._preload)
                except BaseException:
                    ours.close()
                    raise
            # A template that takes no orders holds nobody up for ever.
            ours.settimeout(_ORDER_SECONDS)
            self._control = ours
        return self._control

    def _end_template(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            # It ends by itself when it sees that, after its workers.
            try:
                self._process.wait(_ORDER_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


@dataclass(frozen=True)
class _Fork:
    starter: Forking
    number: int

    def kill(self) -> None:
        self.starter.order(KILL, self.number)

    def slow_down(self) -> None:
        self.starter.order(SLOW, self.number)


class Spawning:
    """Processes that are started anew."""

    def __init__(self) -> None:
        self._started: list[_Spawned] = []

    def warm(self) -> None:
        """There is nothing to get ready."""

    def start(self, *, slow: bool) -> Started:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = _shared(theirs) if sys.platform == "win32" else _python(_CHILD, theirs)
            except BaseException:
                ours.close()
                raise
        spawned = _Spawned(process)
        self._started = [one for one in self._started if one.process.poll() is None]
        self._started.append(spawned)
        if slow:
            spawned.slow_down()
        return Started(ours, spawned)

    def close(self) -> None:
        for spawned in self._started:
            spawned.kill()


@dataclass(frozen=True)
class _Spawned:
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        # Until it has been waited for, the id is still its own.
        if self.process.poll() is None and sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait()

    def slow_down(self) -> None:
        if sys.platform != "win32":
            stand_back(self.process.pid)


def _python(module: str, channel: socket.socket, *arguments: str) -> subprocess.Popen[bytes]:
    """A Python process with the same imports that has one socket and nothing else of ours."""
    channel.set_inheritable(True)
    return subprocess.Popen(
        [*_command(module), str(channel.fileno()), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=(channel.fileno(),),
        # A group of its own, that it can be ended with what it starts.
        start_new_session=True,
        env=_environment(),
    )


def _shared(channel: socket.socket) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        _command(_CHILD), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=_environment()
    )
    assert process.stdin is not None
    with process.stdin as stdin:
        stdin.write(channel.share(process.pid))  # type: ignore[attr-defined]
    return process


def _command(module: str) -> list[str]:
    # -P: what lies in the working directory is not imported.
    return [sys.executable, "-P", "-m", module]


def _environment() -> dict[str, str]:
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return {**os.environ, "PYTHONPATH": path}


@lru_cache(maxsize=1)
def shared_starter() -> Starter:
    """What starts the workers of this process, made when first asked for."""
    starter: Starter = (
        Forking(("touchline.workers.tasks",)) if sys.platform == "linux" else Spawning()
    )
    atexit.register(starter.close)
    return starter


def _after_fork() -> None:
    # A forked child gives no orders to its parent's template.
    if shared_starter.cache_info().currsize:
        starter = shared_starter()
        if isinstance(starter, Forking):
            starter.abandon()
        shared_starter.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
