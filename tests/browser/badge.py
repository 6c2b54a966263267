"""What the editor says of where the work is, and every word that it has said so far."""

from playwright.sync_api import Locator, Page, expect

# What Chromium says by itself of a server that does not answer, or dies in the middle of an answer.
GONE = (
    r"ERR_(CONNECTION_\w+|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING"
    r"|SOCKET_NOT_CONNECTED|INTERNET_DISCONNECTED|NETWORK_CHANGED|TIMED_OUT)|WebSocket connection"
)

# What it says when the server is gone: where the work is, with a copy in the browser and without.
OFFLINE = "Offline – kept in this browser"
OFFLINE_UNKEPT = "Offline – kept in this window only"

_RECORD = """
    const said = [];
    window.__said = said;
    const look = () => {
        const words = document.querySelector("header [data-state]")?.textContent;
        if (words !== undefined && words !== said.at(-1)) said.push(words);
    };
    new MutationObserver(look).observe(document, {
        subtree: true, childList: true, characterData: true,
    });
"""


def badge(page: Page, word: str) -> Locator:
    return page.get_by_role("banner").get_by_text(word, exact=True)


class Badge:
    """The badge of one page. To be made before the page is opened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._heard = 0
        page.add_init_script(_RECORD)

    def expect(self, word: str) -> None:
        expect(badge(self.page, word)).to_be_visible()

    def since_last(self) -> list[str]:
        """Every word that it has shown since this was last asked, the one it shows now at least."""
        said: list[str] = self.page.evaluate("() => window.__said")
        new = said[max(self._heard - 1, 0) :]
        self._heard = len(said)
        return new

    def claims(self) -> Locator:
        """The sentence below the bar, where there is one."""
        return self.page.get_by_role("banner").get_by_role("alert")
