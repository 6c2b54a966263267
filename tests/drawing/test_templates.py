"""Every template that we ship can be drawn, on a machine with nothing installed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

from tests.drawing.charts import groups
from touchline.checking.wellformed import read_process
from touchline.drawing.draw import draw
from touchline.drawing.options import Options
from touchline.drawing.playbook.book import playbook
from touchline.drawing.pool import Limits, Pool

TEMPLATES = sorted((Path(__file__).parents[2] / "process_templates").glob("*.yaml"))


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_template_is_drawn_in_every_way(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    pool = Pool(1, Limits(seconds=60))
    process = read_process(yaml.safe_load(file.read_text(encoding="utf-8")))
    for view in ("flowchart", "mindmap"):
        for direction in ("TB", "LR"):
            options = Options(direction=direction, legend=True, title=True)  # type: ignore[arg-type]
            drawing = draw(process, view, "svg", options, pool=pool)
            assert not drawing.simplified
            steps = {group.get("data-step") for group in groups(drawing.content, "step")}
            assert steps == {step.id for step in process.steps}
            ET.fromstring(drawing.content)
        starts = {"pdf": b"%PDF", "dot": b"digraph"}
        if view == "flowchart":
            starts["png"] = b"\x89PNG"
        for format, start in starts.items():
            drawing = draw(process, view, format, Options(theme="dark"), pool=pool)  # type: ignore[arg-type]
            assert drawing.content.startswith(start)
    assert "What to send when" in playbook(process, pool=pool)
    pool.close()
