"""A chart as SVG, which any browser and office program shows."""

from __future__ import annotations

from touchline.formats.charts import chart_as
from touchline.formats.format import CHART_OPTIONS, Format

FORMAT = Format(
    id="svg",
    name="SVG",
    use="Sharp at any size",
    rank=10,
    endings=("svg",),
    media_types=("image/svg+xml",),
    writes=chart_as("svg"),
    options=CHART_OPTIONS,
    policy="default-src 'none'; style-src 'unsafe-inline'; font-src data:",
)
