"""Work for the tests' workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from touchline.model.errors import NotWellFormed, Problem
from touchline.workers.child import tell
from touchline.workers.tasks.body import parse, process_of


def pid() -> int:
    return os.getpid()


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def doubled(number: int) -> int:
    return 2 * number


def waits_for(fifo: Path) -> str:
    """Returns what somebody writes into a named pipe."""
    return fifo.read_text()


def endless(fifo: Path | None = None) -> NoReturn:
    """Computes for ever; says its process id through a named pipe when it has begun."""
    if fifo is not None:
        fifo.write_text(str(os.getpid()))
    while True:
        pass


def endless_with_a_child(fifo: Path) -> NoReturn:
    """Waits for ever for a process that it has started."""
    child = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    fifo.write_text(f"{os.getpid()} {child.pid}")
    child.wait()
    raise AssertionError("the other process ended")


def large(size: int) -> bytes:
    return b"x" * size


def hoards() -> int:
    return len([bytearray(16 * 1024**2) for _ in range(1000)])


def told_and_endless() -> NoReturn:
    tell("a process of 9 steps and 8 edges")
    endless()


def dies() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def refused() -> NoReturn:
    raise NotWellFormed([Problem("steps[0]", "a", "b", line=3)], "file.yaml", unlisted=2)


def faulty() -> int:
    return 1 // 0


def open_sockets() -> int:
    """How many sockets this process has open."""
    fds = Path("/proc/self/fd")
    return sum(
        os.readlink(fds / name).startswith("socket:")
        for name in os.listdir(fds)
        if (fds / name).is_symlink()
    )


def _fifo(content: bytes) -> Path:
    """The named pipe whose path is the description of the process in a body."""
    return Path(json.loads(content)["description"])


def check_when_told(content: bytes) -> bytes:
    """A check that waits until somebody writes into the named pipe."""
    waits_for(_fifo(content))
    return b"{}"


def endless_check(content: bytes) -> NoReturn:
    """A check that never ends, and says its process id through the named pipe."""
    endless(_fifo(content))


def hoarding_check(_content: bytes) -> int:
    """A check that needs all memory that there is."""
    return hoards()


def check_that_dies(_content: bytes) -> NoReturn:
    """A check whose worker is killed."""
    dies()


def check_that_reads_and_never_ends(content: bytes) -> NoReturn:
    """A check of a process that is well-formed, and too much all the same."""
    process_of(parse(content))
    endless()
