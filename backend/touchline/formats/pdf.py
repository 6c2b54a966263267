"""A chart on a page."""

from __future__ import annotations

from touchline.formats.charts import chart_as
from touchline.formats.format import CHART_OPTIONS, Format

FORMAT = Format(
    id="pdf",
    name="PDF",
    use="To print or attach",
    rank=30,
    endings=("pdf",),
    media_types=("application/pdf",),
    writes=chart_as("pdf"),
    options=CHART_OPTIONS,
)
