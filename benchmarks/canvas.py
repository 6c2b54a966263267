"""Panning and dragging among many steps, with bpmn-js and the same graph as the yardstick."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser
from tests.browser.server import Server

from benchmarks.charts_on_screen import BpmnJs, ChartOnScreen, Touchline
from benchmarks.gestures import Cost, Mouse
from benchmarks.large_charts import on_a_grid
from benchmarks.table import Row

RUNS = 5
VIEWS = ("zoom 1", "all in view")
GESTURES = ("pan", "drag a step")
# At most so much of bpmn-js's time on the main thread.
TARGETS = {"zoom 1": 0.25, "all in view": 0.5}

Costs = dict[tuple[str, str], Cost]


def rows(server: Server, browser: Browser) -> Iterator[Row]:
    """For each gesture in each view: the main thread's time for one move, and the frames."""
    process = on_a_grid(1000)
    id = server.post("/api/processes", {"process": process})["id"]
    ours = Touchline.open(browser, f"{server.url}/process/{id}")
    theirs = BpmnJs.open(browser, process)
    costs: list[Costs] = [{}, {}]
    # By turns, so that whatever else the machine does falls on both.
    for _ in range(RUNS):
        for of_one, chart in zip(costs, (ours, theirs), strict=True):
            _measure(chart, VIEWS, of_one)
    for key, cost in costs[0].items():
        yield from _rows("1,000 steps", key, cost, costs[1][key])
    for chart in (ours, theirs):
        chart.page.context.close()

    id = server.post("/api/processes", {"process": on_a_grid(3000)})["id"]
    ours = Touchline.open(browser, f"{server.url}/process/{id}")
    largest: Costs = {}
    for _ in range(RUNS):
        _measure(ours, VIEWS[:1], largest)
    for key, cost in largest.items():
        yield from _rows("3,000 steps", key, cost, None)
    ours.page.context.close()


def _measure(chart: ChartOnScreen, views: tuple[str, ...], costs: Costs) -> None:
    mouse = Mouse(chart.page)
    for view in views:
        for gesture in GESTURES:
            if view == "zoom 1":
                chart.show_full_size()
            else:
                chart.show_all()
            place = chart.empty_place() if gesture == "pan" else chart.a_step()
            mouse.drag(place, costs.setdefault((view, gesture), Cost()))


def _rows(size: str, key: tuple[str, str], cost: Cost, yardstick: Cost | None) -> Iterator[Row]:
    view, gesture = key
    beside = ""
    if yardstick is not None:
        ratio = cost.main_thread / yardstick.main_thread
        beside = (
            f"bpmn-js {yardstick.main_thread:.1f} ms: {ratio:.2f} of it, "
            f"at most {TARGETS[view]:.2f}"
        )
    yield Row(
        f"{gesture}, {size}, {view}: main thread each move", f"{cost.main_thread:.1f} ms", beside
    )
    frames = "" if yardstick is None else f"bpmn-js {_say_frames(yardstick)}"
    yield Row("  its frames, median and 95th percentile", _say_frames(cost), frames)


def _say_frames(cost: Cost) -> str:
    return f"{cost.usual_frame:.1f} / {cost.slow_frame:.1f} ms"
