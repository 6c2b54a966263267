"""The playbook: a process as one page that a team prints and works from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from touchline.drawing.describe import say_longest
from touchline.drawing.edge_label import say_wait
from touchline.drawing.flowchart import flowchart
from touchline.drawing.mindmap import mindmap
from touchline.drawing.options import Options
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import Quiet, quiet_of
from touchline.drawing.stages import stages_of
from touchline.drawing.step_box import say_kind
from touchline.drawing.svg import svg
from touchline.drawing.theme import colors, look_of
from touchline.drawing.wrap import printable
from touchline.model import Edge, Process, Step

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class WayOn:
    """One way on from a step, in words; `number` is the chapter number of the step it leads to."""

    when: str | None
    wait: str
    share: str | None
    number: str
    name: str
    anchor: str
    silence: str | None


@dataclass(frozen=True)
class Page:
    """One step with its number in the playbook, such as 2.3."""

    number: str
    anchor: str
    step: Step
    kind: str
    look: str
    ways: tuple[WayOn, ...]


@dataclass(frozen=True)
class Chapter:
    """One stage with its steps; `name` is None for the steps in no stage."""

    number: int
    name: str | None
    pages: tuple[Page, ...]


def playbook(
    process: Process,
    options: Options | None = None,
    *,
    quiet: Quiet | None = None,
    pool: Pool | None = None,
) -> str:
    """The playbook of a process as one self-contained HTML page without script.

    Raises DrawingError when its charts cannot be drawn within the limits.
    """
    options = options or Options()
    quiet = quiet_of(process) if quiet is None else quiet
    inner = Options(theme=options.theme, direction=options.direction, legend=True)
    chart, chart_simplified = flowchart(process, quiet, inner, pool)
    tree, tree_simplified = mindmap(process, quiet, Options(theme=options.theme), pool)
    chapters = _chapters(process, quiet)
    pages = [page for chapter in chapters for page in chapter.pages]
    return (
        _environment()
        .get_template("playbook.html.j2")
        .render(
            process=process,
            date=options.date,
            theme=options.theme.value,
            colors=colors(options.theme),
            chart=Markup(svg(chart, "flowchart")),
            mindmap=Markup(svg(tree, "mindmap")),
            simplified=chart_simplified or tree_simplified,
            chapters=chapters,
            pages=pages,
            touches=[page for page in pages if page.step.is_touch],
            longest=say_longest(process, quiet),
        )
    )


def _chapters(process: Process, quiet: Quiet) -> tuple[Chapter, ...]:
    stages = stages_of(process)
    members: list[list[Step]] = [[] for _ in stages.names]
    loose: list[Step] = []
    for step in process.steps:
        index = stages.index_of(step)
        (loose if index is None else members[index]).append(step)
    named: list[tuple[str | None, list[Step]]] = list(zip(stages.names, members, strict=True))
    if loose:
        named.append((None, loose))
    numbers = {
        step.id: f"{chapter}.{number}"
        for chapter, (_, steps) in enumerate(named, 1)
        for number, step in enumerate(steps, 1)
    }
    steps = {step.id: step for step in process.steps}
    leaving: dict[str, list[Edge]] = {}
    for edge in process.edges:
        leaving.setdefault(edge.source, []).append(edge)

    def page(step: Step) -> Page:
        ways = tuple(
            WayOn(
                when=edge.when,
                wait=say_wait(edge),
                share=None if edge.share is None else f"{edge.share:.0%}",
                number=numbers[edge.target],
                name=steps[edge.target].name,
                anchor=_anchor(numbers[edge.target]),
                silence=quiet.badges.get(edge.pair),
            )
            for edge in leaving.get(step.id, ())
        )
        number = numbers[step.id]
        return Page(number, _anchor(number), step, say_kind(step), look_of(step), ways)

    return tuple(
        Chapter(number, name, tuple(page(step) for step in members))
        for number, (name, members) in enumerate(named, 1)
    )


def _anchor(number: str) -> str:
    return f"step-{number.replace('.', '-')}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _as_text(value: object) -> object:
    """What no page can show becomes “\ufffd”, as in the charts."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
