"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

from touchline.formats.file import STANDARD_INPUT

STANDARD_OUTPUT = STANDARD_INPUT
"""`-` is standard input where something is read, standard output where it is written."""


def write_for_programs(text: str) -> None:
    """Write text that a program reads to standard output: UTF-8 with plain line ends, whatever the
    console's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def write_file_text(text: str) -> None:
    """Write what a person looks at or sends to a file: on a terminal in its encoding, else in that
    of our files."""
    if sys.stdout.isatty():
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_for_programs(text)


def write_bytes(target: str | Path, content: bytes) -> None:
    """Write a file so that at no moment half of it is there; `-` is standard output.

    A link is followed, and the permissions of a file that is replaced are kept. Raises OSError.
    """
    if str(target) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    path = Path(os.path.realpath(target))
    if path.exists() and not path.is_file():
        # A device or pipe cannot be replaced, only written to.
        path.write_bytes(content)
        return
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(path.parent))
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name[:50]}-", delete=False
    ) as new:
        try:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
            os.chmod(new.name, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
            os.replace(new.name, path)
        except BaseException:
            os.unlink(new.name)
            raise


def _umask() -> int:
    # The only way to ask for it is to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
