"""The playbook: the printable handbook of a process, one HTML file."""

from __future__ import annotations

from touchline.formats.format import CHART_OPTIONS, Choices, Format, Written
from touchline.model.process import Process


def _write(process: Process, choices: Choices) -> Written:
    from touchline.drawing.playbook.book import playbook

    return Written(playbook(process, choices.for_drawing()).encode())


FORMAT = Format(
    id="html",
    name="Playbook",
    use="The handbook, to work from",
    rank=40,
    endings=("html", "htm"),
    media_types=("text/html",),
    charset="utf-8",
    writes=_write,
    options=tuple(option for option in CHART_OPTIONS if option != "view"),
    policy="default-src 'none'; style-src 'unsafe-inline'; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
)
