"""What a mind map shows."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.drawing.charts import SVG, groups, squeezed, words
from touchline.checking.wellformed import read_process
from touchline.drawing.draw import draw
from touchline.drawing.options import Options
from touchline.drawing.theme.colours import measures
from touchline.drawing.theme.typeface import text_width
from touchline.model.process import Process


def test_it_goes_from_the_process_to_the_details() -> None:
    content = draw(detailed(3), "mindmap", "svg").content
    assert [words(group) for group in groups(content, "process")] == ["Bigsale"]
    assert {words(group) for group in groups(content, "stage")} == {"StageA", "StageB"}
    assert len(list(groups(content, "step"))) == 3
    (card,) = (group for group in groups(content, "details") if group.get("data-step") == "s1")
    for expected in (
        "What it is for Why 1",
        "They gain Clarity",
        "– Ask who decides",
        "→ Step 2, ≤ 1 day",
    ):
        assert squeezed(expected) in words(card)


def test_a_heading_ends_before_what_it_stands_for() -> None:
    content = draw(detailed(1), "mindmap", "svg").content
    (card,) = groups(content, "details")
    rows: dict[str, list[ET.Element]] = {}
    for text in card.iter(f"{SVG}text"):
        rows.setdefault(text.get("y", ""), []).append(text)
    headed = [row for row in rows.values() if len(row) == 2]
    assert len(headed) == 4
    for heading, value in headed:
        said = "".join(heading.itertext())
        end = float(heading.get("x", "")) + text_width(said, measures().label_size, bold=True)
        assert end < float(value.get("x", "")), f"“{said}” runs into its row"


def test_every_step_can_be_found_by_its_id() -> None:
    content = draw(detailed(20), "mindmap", "svg").content
    for role in ("step", "details"):
        assert {g.get("data-step") for g in groups(content, role)} == {f"s{n}" for n in range(20)}


def test_boxes_do_not_overlap() -> None:
    content = draw(detailed(24), "mindmap", "svg").content
    frames = []
    for role in ("process", "stage", "step", "details"):
        for group in groups(content, role):
            x, y = group.get("transform", "")[10:-1].split(",")
            outline = next(iter(group.iter("{http://www.w3.org/2000/svg}path"))).get("d", "")
            numbers = [float(n) for n in outline.translate(str.maketrans("MLCZ,", "     ")).split()]
            frames.append((float(x), float(y), max(numbers[::2]), max(numbers[1::2])))
    for number, (x, y, width, height) in enumerate(frames):
        for x2, y2, width2, height2 in frames[number + 1 :]:
            apart = x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y
            assert apart, f"a box at {x}, {y} covers one at {x2}, {y2}"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("format", ["png", "pdf", "dot"])
def test_other_formats(theme: str, format: str) -> None:
    options = Options(theme=theme, title=True)  # type: ignore[arg-type]
    assert len(draw(detailed(8), "mindmap", format, options).content) > 1000


def detailed(count: int) -> Process:
    steps = [
        {
            "id": f"s{n}",
            "name": f"Step {n}",
            "kind": "contact",
            "channel": "call",
            "stage": "Stage A" if n < count // 2 else "Stage B",
            "purpose": f"Why {n}",
            "prospect_gain": "Clarity",
            "checklist": ["Ask who decides"],
            "exit_criteria": ["Agreed"],
        }
        for n in range(count)
    ]
    edges = [{"from": f"s{n}", "to": f"s{n + 1}", "max_wait": "1 day"} for n in range(count - 1)]
    return read_process(
        {"name": "Big sale", "stages": ["Stage A", "Stage B"], "steps": steps, "edges": edges}
    )
