"""Finds the Chromium that the browser tests drive, and starts it."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as PlaywrightError

VARIABLE = "TOUCHLINE_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Tests in containers run as root and without a screen; the rest keeps the browser from talking to
# anyone but the server under test.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def find_browser() -> str | None:
    """The program to start, or None for the browser that Playwright has installed for itself.

    Raises FileNotFoundError when TOUCHLINE_BROWSER names no program.
    """
    named = os.environ.get(VARIABLE)
    if named:
        program = shutil.which(named)
        if program is None:
            raise FileNotFoundError(f"{VARIABLE} is set to “{named}”, which is no program here.")
        return program
    return next((program for name in NAMES if (program := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    """A headless browser with an empty profile.

    Raises RuntimeError, saying what to do, when there is none on this machine.
    """
    program = find_browser()
    if program is None and not Path(playwright.chromium.executable_path).exists():
        raise RuntimeError(
            "The browser tests need Chromium or Chrome, and none was found: not in "
            f"{VARIABLE}, not as {', '.join(NAMES)} on the PATH, and Playwright has not installed "
            "its own. Run `make setup`, or install Chromium."
        )
    try:
        return playwright.chromium.launch(executable_path=program, headless=True, args=list(FLAGS))
    except PlaywrightError as error:
        raise RuntimeError(
            f"The browser {program or 'of Playwright'} does not start. Set {VARIABLE} to another "
            f"one, or run `make setup`.\n{error}"
        ) from error
