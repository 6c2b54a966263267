"""The same chart in Touchline and in bpmn-js, each in a page of its own, seen the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from benchmarks.bpmn import HEIGHT, WIDTH, bpmn_of
from benchmarks.gestures import Point
from benchmarks.large_charts import ACROSS, DOWN

BPMN_JS = Path(__file__).parents[1] / "frontend" / "node_modules" / "bpmn-js" / "dist"
SIZE = {"width": 1280, "height": 800}

# Whether nothing but empty canvas is at a point.
TOUCHLINE_EMPTY = "([x, y]) => document.elementFromPoint(x, y)?.matches('.react-flow__pane')"
BPMN_EMPTY = "([x, y]) => document.elementFromPoint(x, y)?.matches('.djs-container > svg')"
TOUCHLINE_VIEW = """() => {
    const pane = document.querySelector('.react-flow').getBoundingClientRect();
    const view = document.querySelector('.react-flow__viewport');
    const { a, e, f } = new DOMMatrix(getComputedStyle(view).transform);
    return [pane.x + e, pane.y + f, a, pane.x + pane.width / 2, pane.y + pane.height / 2];
}"""
BPMN_VIEW = """() => {
    const { x, y, scale } = modeler.get('canvas').viewbox();
    return [-x * scale, -y * scale, scale, innerWidth / 2, innerHeight / 2];
}"""


class ChartOnScreen:
    """A chart that can be looked at from near and from afar."""

    empty: str
    view: str

    def __init__(self, page: Page) -> None:
        self.page = page

    def show_all(self) -> None:
        raise NotImplementedError

    def show_full_size(self) -> None:
        """Zoom 1, on the middle of the chart."""
        raise NotImplementedError

    def empty_place(self) -> Point:
        """A point on the screen, near the middle, where nothing is."""
        for row, column in self._cells():
            middle_of_gap = (column * ACROSS + (WIDTH + ACROSS) / 2, row * DOWN + DOWN * 0.77)
            point = self._on_screen(middle_of_gap)
            if self.page.evaluate(self.empty, point):
                return point
        raise LookupError("There is no empty place on this chart.")

    def a_step(self) -> Point:
        """The middle of a step near the middle of the screen."""
        row, column = self._cells()[0]
        return self._on_screen((column * ACROSS + WIDTH / 2, row * DOWN + HEIGHT / 2))

    def _cells(self) -> list[tuple[int, int]]:
        """Rows and columns of the grid around the middle of the screen, the nearest first."""
        x, y, zoom, middle_x, middle_y = self.page.evaluate(self.view)
        column = round((middle_x - x) / zoom / ACROSS)
        row = round((middle_y - y) / zoom / DOWN)
        near = [(row + down, column + across) for down in range(-2, 3) for across in range(-2, 3)]
        return sorted(near, key=lambda cell: abs(cell[0] - row) + abs(cell[1] - column))

    def _on_screen(self, point: Point) -> Point:
        x, y, zoom, *_ = self.page.evaluate(self.view)
        return x + point[0] * zoom, y + point[1] * zoom


class Touchline(ChartOnScreen):
    empty = TOUCHLINE_EMPTY
    view = TOUCHLINE_VIEW

    @classmethod
    def open(cls, browser: Browser, address: str) -> Touchline:
        page = _page(browser)
        page.emulate_media(reduced_motion="reduce")
        page.goto(address)
        expect(page.get_by_role("banner").get_by_text("Saved", exact=True)).to_be_visible()
        expect(page.locator(".react-flow__node").first).to_be_visible()
        return cls(page)

    def show_all(self) -> None:
        self.page.get_by_role("button", name="Show the whole process").click()

    def show_full_size(self) -> None:
        self.show_all()
        self.page.get_by_role("button", name="back to 100 %").click()


class BpmnJs(ChartOnScreen):
    empty = BPMN_EMPTY
    view = BPMN_VIEW

    @classmethod
    def open(cls, browser: Browser, process: dict[str, Any]) -> BpmnJs:
        page = _page(browser)
        page.set_content(
            "<!doctype html><style>html, body, #chart { height: 100%; margin: 0 }</style>"
            "<div id=chart></div>"
        )
        for sheet in ("diagram-js.css", "bpmn-js.css"):
            page.add_style_tag(path=BPMN_JS / "assets" / sheet)
        page.add_script_tag(path=BPMN_JS / "bpmn-modeler.production.min.js")
        page.evaluate(
            """async (xml) => {
                window.modeler = new BpmnJS({ container: '#chart' });
                await modeler.importXML(xml);
            }""",
            bpmn_of(process),
        )
        return cls(page)

    def show_all(self) -> None:
        self.page.evaluate("() => modeler.get('canvas').zoom('fit-viewport', 'auto')")

    def show_full_size(self) -> None:
        self.show_all()
        self.page.evaluate("() => modeler.get('canvas').zoom(1, 'auto')")


def _page(browser: Browser) -> Page:
    context = browser.new_context(viewport=SIZE, color_scheme="light", locale="en-GB")
    context.set_default_timeout(60_000)
    return context.new_page()
