"""What goes wrong, said on standard error; the exit code is that of unusable input."""

from __future__ import annotations

import sys

from touchline.cli import UNUSABLE
from touchline.cli.screen import Screen, clean
from touchline.model.errors import NotWellFormed, Problem, TouchlineError


def complain(error: TouchlineError) -> int:
    """Say what is wrong: every problem of a file with its place and line, else one sentence."""
    screen = Screen(sys.stderr)
    if isinstance(error, NotWellFormed):
        _problems(screen, error)
    else:
        screen.line(("Error:", "bold red"), f" {clean(str(error))}")
    screen.show()
    return UNUSABLE


def complain_of_file(error: OSError) -> int:
    """Say that the system would not let us read or write."""
    named = f"“{error.filename}”: " if error.filename else ""
    return complain(TouchlineError(f"{named}{error.strerror or error}."))


def _problems(screen: Screen, error: NotWellFormed) -> None:
    name = clean(error.name or "the input")
    count = len(error.problems) + error.unlisted
    problems = "1 problem" if count == 1 else f"{count:,} problems"
    screen.line((name, "bold"), f" cannot be used: {problems}.")
    for problem in error.problems:
        screen.line()
        where = f"{name}:{problem.line}:{problem.column}" if problem.line else name
        at = f"  {problem.path}" if problem.path else ""
        screen.line((where, "cyan"), (at, "bold"))
        message = clean(problem.message)
        screen.line(f"{message[0].upper()}{message[1:]}", indent=2)
        _quote(screen, problem)
    if error.unlisted:
        screen.line()
        screen.line(f"and {error.unlisted:,} more.")


def _quote(screen: Screen, problem: Problem) -> None:
    if not problem.quote:
        return
    screen.line((problem.quote, "dim"), indent=6, wrap=False)
    # A line cut at its beginning has lost its columns.
    if problem.column and not problem.quote.startswith("…") and problem.column <= 100:
        screen.line(" " * (problem.column - 1), ("^", "bold red"), indent=6, wrap=False)
