"""The one family of errors: what was found, what was expected, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from touchline.model.limits import MAX_PROBLEMS


class TouchlineError(Exception):
    """Something that a person can mend; its text says what was found and what was expected."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross from one process to another as they are: not made anew, which would ask their
        # constructors for what is no argument of theirs any longer.
        return _remade, (type(self), self.args, self.__dict__)


def _remade(kind: type[TouchlineError], args: tuple[Any, ...], facts: dict[str, Any]) -> Any:
    error = kind.__new__(kind, *args)
    error.__dict__.update(facts)
    return error


class DurationError(TouchlineError):
    """A text or number that is not a length of time."""


class DrawingError(TouchlineError):
    """A chart that could not be drawn within the limits of time, memory or size."""


class FixNotPossible(TouchlineError):
    """A fix that does not apply to the process as it is now."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a file or body is not a well-formed process.

    `path` is where in the document (`edges[3].to`); `line` and `column` count from 1, and they and
    `quote`, the line as it stands there, are None where there is no text (a JSON body already
    parsed).
    """

    path: str
    found: str
    expected: str
    hint: str | None = None
    line: int | None = None
    column: int | None = None
    quote: str | None = None

    @property
    def message(self) -> str:
        """The problem as one sentence, without its place."""
        hint = f" Did you mean “{self.hint}”?" if self.hint else ""
        return f"found {self.found}, expected {self.expected}.{hint}"

    def at(self, line: int | None, column: int | None, quote: str | None = None) -> Problem:
        """The same problem with its place in the text."""
        return replace(self, line=line, column=column, quote=quote)


class NotWellFormed(TouchlineError):
    """A document that is refused as a whole; `problems` has every reason, in order of place, up to
    MAX_PROBLEMS, and `unlisted` is how many more there are."""

    def __init__(self, problems: Sequence[Problem], name: str = "", unlisted: int = 0) -> None:
        self.problems = tuple(problems[:MAX_PROBLEMS])
        self.unlisted = unlisted + max(0, len(problems) - MAX_PROBLEMS)
        self.name = name
        first = self.problems[0]
        where = f"{first.path}: " if first.path else ""
        more = len(self.problems) - 1 + self.unlisted
        rest = f" (and {more} more)" if more else ""
        super().__init__(f"{where}{first.message}{rest}")
