"""Prints the folder of a Node.js that can build the editor, installing one where there is none.

The machine's own is taken when it is new enough; else one comes from PyPI, into the folder `.node`,
so that nothing on the machine changes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
OURS = ROOT / ".node"
LOCK = ROOT / "requirements" / "node.lock"


def fits(version: str) -> bool:
    """Whether Vite 8 runs on a version of Node.js such as v22.12.0: 20.19, or 22.12 and later."""
    found = re.fullmatch(r"v(\d+)\.(\d+)\.\d+", version.strip())
    if found is None:
        return False
    number = (int(found[1]), int(found[2]))
    return (20, 19) <= number < (21, 0) or number >= (22, 12)


def machines_own() -> Path | None:
    """The folder of the machine's own node and npm, if they fit."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return Path(node).parent if asked.returncode == 0 and fits(asked.stdout) else None


def from_pypi() -> Path:
    """The folder of our own node, installed when it is not there or not the one that is locked."""
    programs = OURS / "bin"
    installed = OURS / "installed.lock"
    if installed.is_file() and installed.read_bytes() == LOCK.read_bytes():
        return programs
    print("No fitting Node.js on this machine: installing one from PyPI …", file=sys.stderr)
    uv = [sys.executable, "-m", "uv", "--quiet"]
    python = str(programs / "python")
    for command in (
        [*uv, "venv", "--clear", "--python", sys.executable, str(OURS)],
        [*uv, "pip", "install", "--python", python, "--require-hashes", "-r", str(LOCK)],
    ):
        subprocess.run(command, check=True, stdout=sys.stderr)
    shutil.copyfile(LOCK, installed)
    return programs


if __name__ == "__main__":
    print(machines_own() or from_pypi())
