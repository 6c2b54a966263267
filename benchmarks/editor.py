"""The editor in a real browser, against a real server."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.browser.browser import launch
from tests.browser.server import Server

from benchmarks import canvas, waiting
from benchmarks.table import Row


def rows() -> Iterator[Row]:
    """What a person waits for, and what panning and dragging cost."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        browser = launch(playwright)
        try:
            yield from waiting.rows(server, browser)
            yield from canvas.rows(server, browser)
        finally:
            browser.close()
            server.stop()
