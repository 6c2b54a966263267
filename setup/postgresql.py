"""Makes sure that there is a PostgreSQL for the tests, installing one where that can be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.postgresql import find_programs  # after the path is set


def ways_to_install() -> list[list[str]]:
    """The commands of Debian and its like, for one who may install; none elsewhere."""
    if not Path("/etc/debian_version").exists() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return []
    return [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"],
    ]


def main() -> int:
    """Install one if need be. The tests say what is missing where there is still none: 1 with
    `CI=true`, where nothing may be left out, else 0."""
    commands = [] if find_programs() else ways_to_install()
    for command in commands:
        print(f"No PostgreSQL found: {' '.join(command)} …", file=sys.stderr)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=environment, check=False, stdout=sys.stderr).returncode:
            break
    if find_programs():
        return 0
    print(
        "No PostgreSQL (initdb, pg_ctl, postgres) found: the tests of storage run on SQLite alone. "
        "Install it, or put its programs on the PATH.",
        file=sys.stderr,
    )
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    raise SystemExit(main())
