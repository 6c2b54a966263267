"""The playbook: a process as one page that a team prints and works from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from math import floor
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from touchline.checking.report import Report, check
from touchline.checking.rules import Severity
from touchline.drawing.describe import say_longest
from touchline.drawing.flowchart import flowchart
from touchline.drawing.mindmap import mindmap
from touchline.drawing.options import Options
from touchline.drawing.painters.svg import svg, svg_icon
from touchline.drawing.picture import Picture
from touchline.drawing.playbook.chapters import Chapter, Entry, chapters_of, touches_of
from touchline.drawing.playbook.stage_chart import around_stage
from touchline.drawing.pool import Pool
from touchline.drawing.quiet import quiet_in
from touchline.drawing.theme.colours import colors, look_of
from touchline.drawing.theme.font_faces import font_faces
from touchline.drawing.theme.icons import ICON_SIZE, icon_items, icon_of
from touchline.drawing.theme.wrap import printable
from touchline.model.errors import DrawingError
from touchline.model.process import CONTENT_CHANNELS, Channel, DayCount, Process

_FOLDER = Path(__file__).parent
_MOST_STAGE_CHARTS = 20
_MOST_FOR_STAGE_CHARTS = 800
"""Most steps and edges together of a process whose stages are drawn one by one."""
_MOST_FINDINGS = 100
_OF_THE_STYLE = "–→"
"""What the page's own style writes before the entries of its lists."""


def playbook(
    process: Process,
    options: Options | None = None,
    *,
    report: Report | None = None,
    pool: Pool | None = None,
) -> str:
    """The playbook of a process as one self-contained HTML page without script.

    It says what the rules still find, so `report` is made when it is not given. In the place of a
    chart that cannot be drawn within the limits it says so.
    """
    options = options or Options()
    report = report or check(process)
    quiet = quiet_in(report)
    plain = Options(theme=options.theme)
    chart_options = Options(theme=options.theme, direction=options.direction, legend=True)
    whole = _chart(partial(flowchart, process, quiet, chart_options, pool), "flowchart")
    tree = _chart(partial(mindmap, process, quiet, plain, pool, details=False), "mindmap")
    chapters = chapters_of(process, quiet)
    with_stages = not whole.simplified and _stages_are_readable(process, chapters)
    stage_charts: dict[int, _Chart] = {}
    for chapter in chapters if with_stages else ():
        if chapter.name is not None:
            part = around_stage(process, chapter.name)
            paint = partial(flowchart, part, quiet, plain, pool)
            stage_charts[chapter.number] = _chart(paint, f"stage-{chapter.number}")
    contents = _render(
        "playbook-contents.html.j2",
        process=process,
        options=options,
        business=process.days is DayCount.BUSINESS,
        chart=whole,
        mindmap=tree,
        chapters=chapters,
        stage_charts=stage_charts,
        stage_count=sum(chapter.name is not None for chapter in chapters),
        touches=touches_of(chapters),
        content=[channel.value for channel in Channel if channel in CONTENT_CHANNELS],
        icon=lambda entry: _icon(entry, options),
        longest=say_longest(process, quiet),
        longest_silence=quiet.longest,
        excused=quiet.excused,
        **_findings(report),
    )
    return _render(
        "playbook.html.j2",
        title=process.name,
        theme=options.theme.value,
        colors=colors(options.theme),
        faces=Markup(_faces(contents)) if options.fonts else "",
        contents=Markup(contents),
    )


@dataclass(frozen=True)
class _Chart:
    """A chart as the page shows it: its SVG, or why there is none."""

    svg: Markup | None
    simplified: bool = False
    problem: str | None = None


def _chart(paint: Callable[[], tuple[Picture, bool]], name: str) -> _Chart:
    """A chart whose ids begin with a name. A handbook without it is better than no handbook."""
    try:
        picture, simplified = paint()
    except DrawingError as error:
        return _Chart(None, problem=str(error))
    return _Chart(Markup(svg(picture, name)), simplified)


def _stages_are_readable(process: Process, chapters: Sequence[Chapter]) -> bool:
    """Whether each stage is worth a chart of its own, and all of them the time."""
    return (
        1 < len(chapters) <= _MOST_STAGE_CHARTS
        and len(process.steps) + len(process.edges) <= _MOST_FOR_STAGE_CHARTS
    )


def _findings(report: Report) -> dict[str, Any]:
    names = {severity: severity.value for severity in Severity}
    open_ones = [finding for finding in report.findings if finding.waived is None]
    waived = [finding for finding in report.findings if finding.waived is not None]
    return {
        "sound": report.sound,
        "counts": {names[severity]: count for severity, count in report.counts.items()},
        "detail_score": floor(report.detail_score),
        "findings": open_ones[:_MOST_FINDINGS],
        "findings_unlisted": max(0, len(open_ones) - _MOST_FINDINGS),
        "waived": waived[:_MOST_FINDINGS],
        "waived_unlisted": max(0, len(waived) - _MOST_FINDINGS),
    }


def _faces(contents: str) -> str:
    """The letters of the whole page, once: its charts and its words, plain and bold."""
    characters = {*contents, *_OF_THE_STYLE}
    return font_faces(characters, characters)


def _icon(entry: Entry, options: Options) -> Markup:
    color = colors(options.theme).looks[look_of(entry.step)].icon
    return Markup(svg_icon(icon_items(icon_of(entry.step), color, 0, 0), ICON_SIZE))


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["is_link"] = _is_link
    return environment


def _is_link(url: str) -> bool:
    """The model lets only these through; whatever may change there, nothing else gets in here."""
    return url.lower().startswith(("http://", "https://", "mailto:"))


def _as_text(value: object) -> object:
    """What no page can show becomes “\ufffd”, as in the charts."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
