"""Reads JSON bodies: their size is bounded by who takes them in, their nesting here."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from touchline.checking.wellformed import read_process
from touchline.formats import strict_json
from touchline.model.errors import NotWellFormed, Problem, TouchlineError
from touchline.model.limits import MAX_NESTING
from touchline.model.nearest import nearest
from touchline.model.place import describe, shorten
from touchline.model.process import Process
from touchline.workers.child import tell


class NotJson(TouchlineError):
    """A body that is not JSON; `problems` says where, if there is such a place."""

    def __init__(self, reason: str, problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(f"The body is not JSON: {reason}.")


def process_of(value: object) -> Process:
    """The process that parsed JSON describes. Raises NotWellFormed.

    In a worker it also tells how large the process is, should the work on it be too much.
    """
    process = read_process(value)
    tell(size_of(process))
    return process


def size_of(process: Process) -> str:
    """A process by its size, for a message."""
    return f"a process of {len(process.steps):,} steps and {len(process.edges):,} edges"


def parse(content: bytes) -> Any:
    """The value of a JSON text. Raises NotJson when it is none, NotWellFormed when it is nested
    too deeply. CPU work."""
    try:
        value = strict_json.loads(content)
    except json.JSONDecodeError as error:
        where = Problem(
            "",
            "text that is not JSON",
            f"JSON ({error.msg})",
            line=error.lineno,
            column=error.colno,
        )
        reason = f"{error.msg}, line {error.lineno}, column {error.colno}"
        raise NotJson(reason, [where]) from error
    except (UnicodeDecodeError, ValueError) as error:
        # Not UTF-8, NaN, a number of thousands of digits, one key twice.
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise NotJson(reason) from error
    except RecursionError as error:
        raise _too_deep() from error
    _limit_nesting(value)
    return value


def members(value: object, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Any]:
    """The members of a JSON object. Raises NotWellFormed with all that are missing or unknown."""
    known = (*required, *optional)
    if not isinstance(value, dict):
        expected = f"an object with {', '.join(f'`{name}`' for name in known)}"
        raise NotWellFormed([Problem("", describe(value), expected)])
    problems = [
        Problem(name, "nothing", f"`{name}`, which must be given")
        for name in required
        if name not in value
    ]
    problems += [
        Problem(
            shorten(name),
            f"the key `{shorten(name)}`",
            f"one of {', '.join(known)}",
            nearest(name, known),
        )
        for name in value
        if name not in known
    ]
    if problems:
        raise NotWellFormed(problems)
    return value


def _limit_nesting(value: object) -> None:
    level: list[object] = [value]
    for _ in range(MAX_NESTING + 1):
        inner: list[object] = []
        for group in level:
            if isinstance(group, dict):
                inner.extend(group.values())
            elif isinstance(group, list):
                inner.extend(group)
        if not inner:
            return
        level = inner
    raise _too_deep()


def _too_deep() -> NotWellFormed:
    return NotWellFormed(
        [Problem("", "a document nested deeper than that", f"at most {MAX_NESTING} levels")]
    )
