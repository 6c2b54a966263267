"""A chart in the language of Graphviz."""

from __future__ import annotations

from touchline.formats.charts import chart_as
from touchline.formats.format import CHART_OPTIONS, Format

FORMAT = Format(
    id="dot",
    name="DOT",
    use="For Graphviz",
    rank=60,
    endings=("dot", "gv"),
    media_types=("text/vnd.graphviz",),
    writes=chart_as("dot"),
    options=CHART_OPTIONS,
    charset="utf-8",
)
