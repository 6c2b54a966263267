"""A chart in words, for who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping

from touchline.checking.rules.stretches import allowed
from touchline.drawing.quiet import Quiet
from touchline.drawing.shapes.edge_label import say_wait
from touchline.drawing.stages import stages_of
from touchline.model.process import Edge, Process

_LEVELS = {
    "calm": "",
    "near": ", close to the longest silence allowed",
    "over": ", in a silence that is too long",
    "endless": ", in a silence without end",
    "unknown": "",
}


def describe(view: str, process: Process, quiet: Quiet, simplified: bool) -> str:
    """What a chart shows, with its counts and the longest silence."""
    stages = len(stages_of(process).names)
    parts = [
        f"{view} of “{process.name}”: {_count(len(process.steps), 'step')} in "
        f"{_count(stages, 'stage')}, joined by {_count(len(process.edges), 'edge')}.",
        say_longest(process, quiet),
    ]
    if quiet.badges:
        parts.append(f"{_count(len(quiet.badges), 'stretch', 'stretches')} of silence too long.")
    if simplified:
        parts.append("Drawn in a simpler way than usual, because the process is very large.")
    return " ".join(parts)


def say_longest(process: Process, quiet: Quiet) -> str:
    """The longest silence and the limit, as a sentence."""
    limit = allowed(process)
    if quiet.longest is None:
        return f"The longest silence is not known or has no end; {limit}."
    excuse = ", allowed as an exception" if quiet.excused else ""
    return f"The longest silence is {quiet.longest}{excuse}; {limit}."


def say_edge(names: Mapping[str, str], edge: Edge, quiet: Quiet) -> str:
    """An edge as a sentence; `names` are the names of the steps by id."""
    when = f" when {edge.when}" if edge.when else ""
    level = _LEVELS[quiet.level(edge.pair)]
    badge = quiet.badges.get(edge.pair)
    silence = f" ({badge})" if badge else ""
    return (
        f"From {names[edge.source]} to {names[edge.target]}{when}: {say_wait(edge)}{level}{silence}"
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
