"""A command run in a process of its own, with limits on time and memory that the system keeps."""

from __future__ import annotations

import io
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from typing import NamedTuple

from touchline.cli import main

MOST_SECONDS = 2
MOST_BYTES = 500 * 1024 * 1024


class Outcome(NamedTuple):
    """How a command ended; `seconds` are of processor time."""

    code: int
    out: str
    err: str
    seconds: float


def run_bounded(arguments: Sequence[str], most_seconds: int = MOST_SECONDS) -> Outcome:
    """Run `touchline` with these arguments in a forked process, which the system stops when it
    takes more than so many seconds of processor time or MOST_BYTES of memory."""
    # What the command needs is imported by now, as little of it as a command would import.
    import touchline.cli.check_files
    import touchline.cli.complaint
    import touchline.cli.report_text  # noqa: F401

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            _become(arguments, most_seconds, out.fileno(), err.fileno())
        _, status, usage = os.wait4(child, 0)
        out.seek(0)
        err.seek(0)
        return Outcome(
            os.waitstatus_to_exitcode(status),
            out.read().decode(),
            err.read().decode(),
            usage.ru_utime + usage.ru_stime,
        )


def _become(arguments: Sequence[str], most_seconds: int, out: int, err: int) -> None:
    os.dup2(out, 1)
    os.dup2(err, 2)
    # They stay open until the process ends.
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8")
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), encoding="utf-8")
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    code = 70  # of a command that ends by an exception
    try:
        main(arguments)
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else 71
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
