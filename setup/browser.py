"""Makes sure that there is a Chromium for the browser tests, installing one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.browser.browser import find_browser  # after the path is set


def has_browser() -> bool:
    """Whether the tests would find one."""
    if find_browser() is not None:
        return True
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def ways_to_install() -> list[list[list[str]]]:
    """The commands of each way, the likeliest first."""
    playwright = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if not Path("/etc/debian_version").exists() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return [playwright]
    # Ubuntu's package of this name only points to a snap, which does not run in a container.
    ubuntu = "ubuntu" in Path("/etc/os-release").read_text(encoding="utf-8").lower()
    with_libraries = [[*playwright[0], "--with-deps"]]
    debian = [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ]
    return [with_libraries, debian] if ubuntu else [debian, with_libraries]


def main() -> int:
    """Install one if need be; 0 when there is one at the end."""
    for commands in [] if has_browser() else ways_to_install():
        print(f"No Chromium found: trying {' '.join(commands[-1])} …", file=sys.stderr)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if all(
            subprocess.run(command, env=environment, check=False, stdout=sys.stderr).returncode == 0
            for command in commands
        ):
            break
    if has_browser():
        return 0
    print(
        "The browser tests need Chromium or Chrome. Install one, or set TOUCHLINE_BROWSER.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
