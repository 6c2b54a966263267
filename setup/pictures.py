"""Makes the pictures of the README: the editor as it looks, a chart as it is exported."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.browser import launch  # noqa: E402 - after the path is set
from tests.browser.server import Server  # noqa: E402

from touchline.drawing.draw import Format, View, draw  # noqa: E402
from touchline.drawing.options import Direction, Options  # noqa: E402
from touchline.formats.yaml import reader as yaml_reader  # noqa: E402

FOLDER = ROOT / "docs" / "images"


def chart() -> bytes:
    """The README's own example, drawn."""
    example = re.search(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    if example is None:
        raise ValueError("README.md has no example in YAML.")
    process = yaml_reader.read(example[1], "README.md").process
    options = Options(direction=Direction.RIGHT, fonts=True)
    return draw(process, View.FLOWCHART, Format.SVG, options).content


def editor() -> bytes:
    """A template in which somebody has let a week pass after the first call."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        try:
            made = server.post("/api/processes", {"template": "consultative-sale"})
            process = made["process"]
            edge = next(edge for edge in process["edges"] if edge["from"] == "first-call")
            edge["max_wait"] = "7 days"
            quiet = server.post("/api/processes", {"process": process})["id"]
            browser = launch(playwright)
            page = browser.new_page(viewport={"width": 1440, "height": 900}, device_scale_factor=1)
            page.goto(f"{server.url}/process/{quiet}")
            banner = page.get_by_role("banner")
            expect(banner.get_by_text("Saved", exact=True)).to_be_visible()
            expect(page.get_by_text("7 days of silence", exact=True).first).to_be_visible()
            page.wait_for_function("() => document.getAnimations().length === 0")
            picture = page.screenshot()
            browser.close()
            return picture
        finally:
            server.stop()


def main() -> None:
    """Write both pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "chart.svg").write_bytes(chart())
    (FOLDER / "editor.png").write_bytes(editor())


if __name__ == "__main__":
    main()
