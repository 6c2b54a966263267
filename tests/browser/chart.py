"""The flow chart as a person sees it: steps, the waits between them, and what the mouse does."""

from playwright.sync_api import Locator, Page, expect


class Chart:
    """The canvas of an open process."""

    def __init__(self, page: Page, *, motion: bool = False) -> None:
        """Waits until the process is laid out and in view; steps move at once unless `motion`."""
        self.page = page
        self.canvas = page.get_by_role("application", name="Flow chart")
        page.emulate_media(reduced_motion="no-preference" if motion else "reduce")
        expect(self.canvas.locator(".react-flow__node").first).to_be_visible()

    def show_all(self) -> None:
        """Brings the whole process into view."""
        self.page.get_by_role("button", name="Show the whole process").click()

    def zoom(self) -> int:
        """How large the chart is, in percent."""
        words = self.page.get_by_role("button", name="back to 100 %").inner_text()
        return int(words.removesuffix("%"))

    def step(self, name: str) -> Locator:
        """A step by the beginning of what it is read out as: its name, then kind and owner."""
        return self.canvas.get_by_role("group", name=name)

    def wait(self, before: str, after: str) -> Locator:
        """The label of the wait between two steps."""
        return self.canvas.get_by_role("button", name=f"Wait between {before} and {after}:")

    def condition(self, before: str, after: str) -> Locator:
        return self.canvas.get_by_role("button", name=f"Condition between {before} and {after}:")

    def menu(self, kind: str) -> Locator:
        """An entry of the menu of steps."""
        return self.page.get_by_role("menuitem", name=kind, exact=True)

    def palette(self, kind: str) -> Locator:
        palette = self.page.get_by_role("navigation", name="Add a step")
        return palette.get_by_role("button", name=kind, exact=True)

    def type_name(self, name: str) -> None:
        """Types the name that a new step is ready for, and leaves what comes after as it is."""
        field = self.canvas.get_by_label("Name of the step")
        expect(field).to_be_focused()
        field.press_sequentially(name)
        field.press("Enter")

    def type_wait(self, wait: str) -> None:
        field = self.canvas.get_by_label("Longest wait")
        expect(field).to_be_focused()
        field.press_sequentially(wait)
        field.press("Enter")

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def select(self, name: str) -> None:
        self.step(name).click()
        expect(self.step(name)).to_be_focused()

    def expect_selected(self, *names: str) -> None:
        """These steps are selected and no others."""
        selected = self.canvas.locator(".react-flow__node.selected")
        expect(selected).to_have_count(len(names))
        for name in names:
            expect(selected.and_(self.step(name))).to_have_count(1)

    def middle(self, name: str) -> tuple[float, float]:
        """The middle of a step on the screen."""
        return middle_of(self.step(name))

    def expect_at(self, name: str, place: tuple[float, float], within: float = 2) -> None:
        """The middle of a step comes to a place on the screen, to so many pixels."""
        near = f"Math.hypot(a[0] - place[0], a[1] - place[1]) < {within}"
        self._until(near, name, name, place)

    def expect_moved(self, name: str, place: tuple[float, float]) -> None:
        """The middle of a step leaves a place on the screen."""
        self._until("Math.hypot(a[0] - place[0], a[1] - place[1]) > 6", name, name, place)

    def expect_in_column(self, name: str, other: str) -> None:
        """Two steps come to stand one above the other."""
        self._until("Math.abs(a[0] - b[0]) < 2", name, other)

    def expect_apart(self, name: str, other: str) -> None:
        """Two steps come to stand in different columns."""
        self._until("Math.abs(a[0] - b[0]) > 60", name, other)

    def _until(self, holds: str, a: str, b: str, place: tuple[float, float] | None = None) -> None:
        """Waits until something holds for the middles of two steps and a place on the screen."""
        self.page.wait_for_function(
            f"""([names, place]) => {{
                const middles = names.map((name) => {{
                    const label = `[aria-label^=${{JSON.stringify(name)}}]`;
                    const step = document.querySelector(`.react-flow__node${{label}}`);
                    const box = step?.getBoundingClientRect();
                    return box && [box.x + box.width / 2, box.y + box.height / 2];
                }});
                const [a, b] = middles;
                return a !== undefined && b !== undefined && {holds};
            }}""",
            arg=[[a, b], place],
        )

    def on_line(self, before: str, after: str, part: float = 0.15) -> tuple[float, float]:
        """A point on the line between two steps, so far along it."""
        label = self.wait(before, after).locator("xpath=ancestor::*[@data-edge]")
        edge = label.get_attribute("data-edge")
        line = self.canvas.locator(f"g[data-edge='{edge}'] path").nth(1)
        x, y = line.evaluate(
            """(line, part) => {
                const at = line.getPointAtLength(line.getTotalLength() * part);
                const { x, y } = at.matrixTransform(line.getScreenCTM());
                return [x, y];
            }""",
            part,
        )
        return x, y

    def pan_away(self) -> None:
        """Turns the wheel until the process is out of view, above the canvas."""
        self.page.mouse.move(*self.empty_place())
        self.page.mouse.wheel(0, 3000)
        expect(self.canvas.locator(".react-flow__node").last).not_to_be_in_viewport()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Presses the mouse at one point and lets go at another, by way of a few in between."""
        self.hold(start, end)
        self.page.mouse.up()

    def hold(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drags to a place and does not let go."""
        self.page.mouse.move(*start)
        self.page.mouse.down()
        # A hand begins slowly; a drag is one from the second pixel on.
        self.page.mouse.move(start[0] + 2, start[1] + 2)
        self.page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
        self.page.mouse.move(*end, steps=4)

    def drag_handle(self, name: str, end: tuple[float, float]) -> None:
        """Drags from the handle at the lower edge of a step."""
        self.step(name).hover()
        handle = self.canvas.get_by_role("button", name=f"Join {name} to another step")
        self.drag(middle_of(handle), end)

    def boxes(self) -> dict[str, list[float]]:
        """Left, top, width and height of each step by its id, in the process's pixels."""
        boxes: dict[str, list[float]] = self.page.evaluate(BOXES)
        return boxes

    def overlaps(self) -> list[tuple[str, str]]:
        """The steps that stand on each other, by id."""
        boxes = list(self.boxes().items())
        return [
            (a, b)
            for at, (a, (left, top, width, height)) in enumerate(boxes)
            for b, (x, y, wide, high) in boxes[at + 1 :]
            if left < x + wide and x < left + width and top < y + high and y < top + height
        ]

    def expect_standing(self, boxes: dict[str, list[float]]) -> None:
        """The steps come to stand where they stood."""
        self.page.wait_for_function(
            f"(boxes) => JSON.stringify(({BOXES})()) === JSON.stringify(boxes)", arg=boxes
        )

    def expect_steps(self, *, exactly: int | None = None, more_than: int = 0) -> None:
        """So many steps are on the canvas, all of which are brought into view for it."""
        self.show_all()
        self.page.wait_for_function(
            "([exactly, least]) => {"
            "  const count = document.querySelectorAll('.react-flow__node').length;"
            "  return exactly === null ? count > least : count === exactly;"
            "}",
            arg=[exactly, more_than],
        )

    def empty_place(self) -> tuple[float, float]:
        """A point on the canvas where nothing is: towards its upper left corner."""
        box = self.canvas.bounding_box()
        assert box is not None
        return box["x"] + 190, box["y"] + 90

    def undo(self) -> None:
        self.page.get_by_role("banner").get_by_role("button", name="Undo").click()


BOXES = """() => Object.fromEntries(
    [...document.querySelectorAll(".react-flow__node")].map((step) => {
        const { m41, m42 } = new DOMMatrix(getComputedStyle(step).transform);
        return [step.dataset.id, [m41, m42, step.offsetWidth, step.offsetHeight]];
    }).sort(),
)"""


def middle_of(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box is not None, "it is not on the screen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
