"""The outline as a person sees it: a table of steps, edited as a spreadsheet is."""

from playwright.sync_api import Locator, Page, expect


class Outline:
    """The outline of an open process."""

    def __init__(self, page: Page, *, opened: bool = False) -> None:
        """Opens the view, unless it is `opened`, and waits until the steps are there."""
        self.page = page
        self.grid = page.get_by_role("grid", name="Steps")
        if not opened:
            page.get_by_role("radiogroup", name="View").get_by_text("Outline").click()
        expect(self.grid.get_by_role("rowheader").first).to_be_visible()

    def head(self, column: str) -> Locator:
        return self.grid.get_by_role("columnheader", name=column, exact=True)

    def row(self, step: str) -> Locator:
        name = self.page.get_by_role("rowheader", name=step, exact=True)
        return self.grid.get_by_role("row").filter(has=name)

    def cell(self, step: str, column: str) -> Locator:
        """A cell by the name of its step and the head of its column."""
        at = self.head(column).get_attribute("aria-colindex")
        return self.row(step).locator(f"[aria-colindex='{at}']")

    def last_row(self) -> Locator:
        """The empty row at the end, in which a step is added."""
        return self.grid.get_by_role("rowheader", name="Type a name to add a step")

    def field(self, label: str) -> Locator:
        """The field in which a cell is being typed."""
        return self.grid.get_by_label(label, exact=True)

    def option(self, words: str) -> Locator:
        return self.page.get_by_role("option", name=words, exact=True)

    def go(self, step: str, column: str) -> Locator:
        """Puts the keys on a cell."""
        cell = self.cell(step, column)
        # Beside the words, which may be a button.
        cell.click(position={"x": 3, "y": 3})
        expect(cell).to_be_focused()
        return cell

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str, *keys: str) -> None:
        """Types into the cell that has the keys, then presses keys."""
        self.page.keyboard.type(text)
        self.press(*keys)

    def steps(self) -> list[str]:
        """The names of the steps from top to bottom, as far as they are drawn."""
        return self.grid.get_by_role("rowheader").all_inner_texts()[:-1]

    def expect_steps(self, *names: str) -> None:
        expect(self.grid.get_by_role("rowheader")).to_have_text(
            [*names, "Type a name to add a step"]
        )

    def expect_keys_on(self, step: str, column: str) -> None:
        expect(self.cell(step, column)).to_be_focused()

    def paste(self, text: str) -> None:
        """Pastes a text as if it had been copied in another program."""
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.press("Control+v")

    def copied(self) -> str:
        return str(self.page.evaluate("() => navigator.clipboard.readText()"))
