"""Every screen and state of `make screenshots`: nothing for axe-core to find, and nothing lost."""

import pytest
from playwright.sync_api import Page, expect
from setup.screenshots import STATES, State, Studio, dragging

from tests.browser.axe import faults
from tests.browser.badge import GONE
from tests.browser.layout import lost_controls
from tests.browser.server import Server
from tests.browser.silence import Console

ATTRIBUTE = "data-mantine-color-scheme"


@pytest.fixture
def studio(own_server: Server, page: Page, console: Console) -> Studio:
    """A page in front of a server that has no process."""
    console.expect(GONE)
    # A file that is refused, and an address that leads nowhere.
    console.expect(r"status of (404|422)")
    page.emulate_media(reduced_motion="reduce")
    return Studio(page, own_server)


def name_of(state: State) -> str:
    return state.__name__


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_a_state_has_no_fault_and_loses_nothing(studio: Studio, state: State) -> None:
    page = studio.page
    state(studio)
    assert faults(page) == []
    # In the dark only colours are others, and they follow the system at once.
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        # A page without widgets follows by its style sheet alone.
        follows = f"html:not([{ATTRIBUTE}]), html[{ATTRIBUTE}={scheme}]"
        expect(page.locator(follows)).to_have_count(1)
        if scheme == "dark":
            assert faults(page) == []
    # While the mouse is down, nothing else is in reach.
    if state is dragging:
        return
    assert lost_controls(page) == []
    # What a window of 1280 by 800 has room for when everything is twice as large.
    page.set_viewport_size({"width": 640, "height": 400})
    assert faults(page) == []
    assert lost_controls(page) == []
