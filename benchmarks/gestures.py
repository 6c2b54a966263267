"""Pans and drags a chart with the mouse, and takes the main thread's time and the frames."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import CDPSession, Page

Point = tuple[float, float]

MOVES = 60
# How far one move goes, in pixels on the screen.
STEP = (7, 4)

# Notes when each frame begins, until it is asked for them.
WATCH_FRAMES = """() => {
    window.framesSeen = [];
    const see = (time) => {
        window.framesSeen.push(time);
        window.nextFrame = requestAnimationFrame(see);
    };
    window.nextFrame = requestAnimationFrame(see);
}"""
FRAMES_SEEN = "() => { cancelAnimationFrame(window.nextFrame); return window.framesSeen; }"
# When the frame after next begins, what came before is drawn.
NEXT_FRAMES = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"


@dataclass
class Cost:
    """What the moves of one gesture cost, over several runs; all in milliseconds."""

    each_move: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)

    @property
    def main_thread(self) -> float:
        """The main thread's time for one move: the median of the runs."""
        return statistics.median(self.each_move)

    @property
    def usual_frame(self) -> float:
        return statistics.median(self.frames)

    @property
    def slow_frame(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.frames, n=20)[-1]


class MainThread:
    """How long the main thread of a page has been at work, by its own clock.

    What other programs on the machine take does not count, so figures of one run can be compared.
    """

    def __init__(self, page: Page) -> None:
        self._protocol: CDPSession = page.context.new_cdp_session(page)
        self._protocol.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy(self) -> float:
        """In milliseconds, since some time in the past."""
        metrics: Iterable[dict[str, float | str]]
        metrics = self._protocol.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration") * 1000


class Mouse:
    """The mouse of one page, moved through the browser's own protocol, one move a frame."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._protocol: CDPSession = page.context.new_cdp_session(page)
        self._thread = MainThread(page)
        self._down = False

    def drag(self, start: Point, cost: Cost) -> None:
        """Presses at a point, moves there and back, lets go; the moves go to the cost."""
        self.page.bring_to_front()
        self._send("mouseMoved", start)
        self.page.evaluate(NEXT_FRAMES)
        self._send("mousePressed", start)
        path = list(_there_and_back(start))
        # The first moves tell a drag from a click, and set up what the others only move.
        for point in path[:4]:
            self._send("mouseMoved", point)
        self.page.evaluate(NEXT_FRAMES)
        self.page.evaluate(WATCH_FRAMES)
        before = self._thread.busy()
        for point in path[4:]:
            self._send("mouseMoved", point)
        self.page.evaluate(NEXT_FRAMES)
        busy = self._thread.busy() - before
        frames = self.page.evaluate(FRAMES_SEEN)
        self._send("mouseReleased", path[-1])
        self.page.evaluate(NEXT_FRAMES)
        cost.each_move.append(busy / len(path[4:]))
        cost.frames.extend(after - at for at, after in itertools.pairwise(frames))

    def _send(self, type: str, point: Point) -> None:
        """Comes back once the page has dealt with it, which for a move is in the next frame."""
        self._down = type == "mousePressed" or (type == "mouseMoved" and self._down)
        event = {"type": type, "x": point[0], "y": point[1], "buttons": 1 if self._down else 0}
        if type != "mouseMoved" or self._down:
            event |= {"button": "left", "clickCount": 1}
        self._protocol.send("Input.dispatchMouseEvent", event)


def _there_and_back(start: Point) -> Iterable[Point]:
    half = MOVES // 2
    for move in range(1, MOVES + 1):
        far = move if move <= half else 2 * half - move
        # Never quite the same point twice, so that no move is for nothing.
        yield start[0] + far * STEP[0], start[1] + far * STEP[1] + (move > half)
