"""The command line called in this process, for speed, or as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

import pytest

from touchline.cli import main


class Outcome(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


class Terminal:
    """Calls `touchline` as a shell would, with standard input and the answers captured."""

    def __init__(
        self, capture: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._capture = capture
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str, stdin: str = "") -> Outcome:
        self._capture.readouterr()
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = self._capture.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else 0, out, err)


def as_process(
    arguments: Sequence[str], stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """`python -m touchline` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "touchline", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env=os.environ | environment,
        timeout=60,
    )
