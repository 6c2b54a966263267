"""What axe-core has to say of a page."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it is, a line for each rule that is broken."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text())
    # Without `preload` it does not fetch the style sheets anew, which a dead server would not give.
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
    return [
        f"{fault['id']}: {fault['help']}: {[node['html'][:160] for node in fault['nodes'][:3]]}"
        for fault in found["violations"]
    ]
