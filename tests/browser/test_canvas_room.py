"""New steps find room among those that stand: nothing comes to stand on anything else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart import Chart
from tests.browser.processes import FAULTY, placed


@pytest.fixture
def tight(new_process: Callable[..., str], open_process: Callable[[str], Page]) -> Chart:
    """Steps in one column, with room for a label between two and for nothing else."""
    chart = Chart(open_process(new_process(process=placed(FAULTY))))
    chart.show_all()
    return chart


def test_the_touches_of_a_fix_stand_on_nothing_and_one_undo_takes_all_back(tight: Chart) -> None:
    before = tight.boxes()
    problems = tight.page.get_by_role("region", name="Problems")
    problems.get_by_role("button", name="Fix all gaps").click()
    problems.get_by_role("button", name="Apply").click()
    tight.expect_steps(more_than=6)
    assert tight.overlaps() == []
    tight.undo()
    tight.expect_steps(exactly=6)
    tight.expect_standing(before)


def test_a_step_put_on_an_edge_moves_the_rest_down(tight: Chart) -> None:
    pairs = (("Lead arrives", "First call"), ("First call", "Legal review"))
    for count, (before, after) in enumerate(pairs, 7):
        tight.wait(before, after).hover()
        tight.canvas.get_by_role("button", name=f"Add a step between {before} and {after}").click()
        tight.menu("Touch").click()
        tight.type_name(f"After {before}")
        tight.press("Escape")
        tight.expect_steps(exactly=count)
        assert tight.overlaps() == []
    tight.expect_in_column("After Lead arrives", "First call")


def test_a_step_on_a_way_back_stands_beside_it(tight: Chart) -> None:
    tight.select("Legal review")
    tight.press("j")
    field = tight.page.get_by_role("combobox", name="Join “Legal review” to")
    field.press_sequentially("First call")
    field.press("Enter")
    tight.type_wait("1d")
    tight.press("1")
    tight.wait("Legal review", "First call").hover()
    tight.canvas.get_by_role("button", name="Add a step between Legal review and First").click()
    tight.menu("Email").click()
    tight.type_name("Ask again")
    tight.press("Escape")
    expect(tight.wait("Ask again", "First call")).to_be_visible()
    tight.expect_steps(exactly=7)
    assert tight.overlaps() == []


def test_a_copy_stands_on_nothing(tight: Chart) -> None:
    tight.select("First call")
    for _ in range(3):
        tight.press("Control+d")
    tight.expect_steps(exactly=9)
    assert tight.overlaps() == []


def test_copies_of_everything_stand_on_nothing_and_are_one_undo_step(tight: Chart) -> None:
    before = tight.boxes()
    tight.press("Control+a")
    tight.press("Control+d")
    tight.expect_steps(exactly=12)
    assert tight.overlaps() == []
    expect(tight.wait("First call", "Legal review")).to_have_count(2)
    # The copies are what is selected, to be moved away together.
    copies = tight.canvas.locator(".react-flow__node.selected")
    expect(copies).to_have_count(6)
    assert not set(before) & set(copies.evaluate_all("all => all.map((one) => one.dataset.id)"))
    tight.press("Control+z")
    tight.expect_steps(exactly=6)
    tight.expect_standing(before)


def test_a_fix_that_is_looked_at_shows_where_its_steps_will_stand(tight: Chart) -> None:
    before = tight.boxes()
    problems = tight.page.get_by_role("region", name="Problems")
    problems.get_by_role("button", name="Insert 2 touches").click()
    ghosts = tight.canvas.get_by_role("img", name="to be added")
    expect(ghosts).to_have_count(2)
    # The edges that they will stand on say nothing any more.
    expect(tight.wait("First call", "Legal review")).to_have_count(0)
    for between, wait in {
        "First call and Recap after First call": "≤ 2 days",
        "Recap after First call and Legal review": "≤ 1 day",
        "Legal review and Article after Legal review": "at once",
        "Article after Legal review and Send the proposal": "≤ 2 days",
    }.items():
        label = tight.canvas.get_by_role("img", name=f"Wait between {between}, to be {wait}")
        expect(label).to_have_text(wait)
    expect(tight.wait("Lead arrives", "First call")).to_have_count(1)
    tight.show_all()
    # What stands has moved aside, so that no ghost is on it.
    for ghost in ghosts.all():
        box = ghost.bounding_box()
        assert box is not None
        for step in tight.canvas.locator(".react-flow__node").all():
            other = step.bounding_box()
            assert other is not None
            assert (
                box["y"] + box["height"] <= other["y"] or other["y"] + other["height"] <= box["y"]
            )
    problems.get_by_role("button", name="Cancel").click()
    expect(ghosts).to_have_count(0)
    tight.expect_steps(exactly=6)
    tight.expect_standing(before)
