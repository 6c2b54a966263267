"""A chart as a picture of pixels."""

from __future__ import annotations

from touchline.formats.charts import chart_as
from touchline.formats.format import CHART_OPTIONS, Format

FORMAT = Format(
    id="png",
    name="PNG",
    use="For slides and chats",
    rank=20,
    endings=("png",),
    media_types=("image/png",),
    writes=chart_as("png"),
    options=CHART_OPTIONS,
)
