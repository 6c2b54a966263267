"""The bytes of a file that somebody names, bounded, whatever it turns out to be."""

from __future__ import annotations

import os
import select
import stat
import sys

from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_FILE_BYTES

STANDARD_INPUT = "-"
_SECONDS_FOR_A_WRITER = 1.0


def read_bytes(name: str) -> bytes:
    """What the file holds, or standard input for `-`; one byte beyond the limit is read at most.

    Raises NotWellFormed when there is nothing that can be read.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise _unusable(name, _reason(error)) from None
    try:
        return _read(descriptor, name)
    except OSError as error:
        raise _unusable(name, _reason(error)) from None
    finally:
        os.close(descriptor)


def _read(descriptor: int, name: str) -> bytes:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise _unusable(name, "a folder")
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise _unusable(name, "a device")
    if stat.S_ISFIFO(mode):
        select.select([descriptor], [], [], _SECONDS_FOR_A_WRITER)
        os.set_blocking(descriptor, True)
    with open(descriptor, "rb", closefd=False) as file:
        return file.read(MAX_FILE_BYTES + 1)


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "no file of that name"
        case PermissionError():
            return "a file that you may not read"
        case OSError(strerror=str(reason)):
            return f"a file that cannot be read ({reason})"
        case _:
            return "a name that no file can have"


def _unusable(name: str, found: str) -> NotWellFormed:
    return NotWellFormed([Problem("", found, "a YAML file with a process")], name)
