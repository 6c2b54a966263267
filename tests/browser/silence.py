"""What the browser says on its console, which in a test has to be nothing."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, WebError

LOUD = ("error", "warning")


class Console:
    """Collects errors and warnings of every page of a context; a test may expect some of them."""

    def __init__(self, context: BrowserContext) -> None:
        self._said: list[str] = []
        self._expected: list[re.Pattern[str]] = []
        self._context = context

    def listen(self) -> None:
        """Hears every page that the context opens from now on."""
        self._context.on("console", self._hear)
        self._context.on("weberror", self._hear_error)

    def hear_no_more(self) -> None:
        """What is said from now on belongs to another test."""
        self._context.remove_listener("console", self._hear)
        self._context.remove_listener("weberror", self._hear_error)

    def expect(self, pattern: str) -> None:
        """Lets messages pass that the pattern is found in, as when the server is killed."""
        self._expected.append(re.compile(pattern))

    def said(self) -> list[str]:
        """Everything, expected or not."""
        return list(self._said)

    def unexpected(self) -> list[str]:
        return [
            said
            for said in self._said
            if not any(pattern.search(said) for pattern in self._expected)
        ]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in LOUD:
            where = message.location.get("url", "")
            self._said.append(f"{message.type}: {message.text} ({where})")

    def _hear_error(self, error: WebError) -> None:
        self._said.append(f"uncaught: {error.error.stack or error.error}")
