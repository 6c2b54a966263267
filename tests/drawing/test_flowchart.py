"""What a flow chart shows."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.drawing.charts import SVG, groups, squeezed, words
from touchline.checking.notation import process
from touchline.checking.report import Level
from touchline.checking.wellformed import read_process
from touchline.drawing.draw import Drawing, draw
from touchline.drawing.options import Options
from touchline.drawing.theme.colours import Theme, colors
from touchline.model.process import Process

GAP = """
    start -> call 1d -> [legal-review 4d] 1d -> demo 2d -> <decide>
    <decide> -Yes-> won 1d
    <decide> -No budget-> lost 0d
"""


def svg(process: Process, **options: object) -> bytes:
    return draw(process, "flowchart", "svg", Options(**options)).content  # type: ignore[arg-type]


def edge_titles(content: bytes) -> list[str]:
    return [group.findtext(f"{SVG}title") or "" for group in groups(content, "edge")]


def test_every_step_is_there_with_its_id_its_name_and_what_it_is() -> None:
    content = svg(process(GAP))
    steps = {
        group.get("data-step"): group.findtext(f"{SVG}title") for group in groups(content, "step")
    }
    assert steps["call"] == "Call"
    assert steps["legal-review"] == "Legal review · Task · 4 days"
    assert steps["won"] == "Won"
    assert len(steps) == 7


def test_edges_say_wait_and_condition() -> None:
    labels = [words(group) for group in groups(svg(process(GAP)), "label")]
    assert squeezed("No budget at once") in labels
    assert squeezed("Yes ≤ 1 day") in labels
    assert "wait undecided" in str(edge_titles(svg(process("start -> call ? -> won 0d"))))


def test_a_silence_over_the_limit_is_drawn_thick_along_the_whole_stretch_with_one_badge() -> None:
    content = svg(process(GAP))
    over = list(groups(content, Level.OVER))
    assert [group.findtext(f"{SVG}title") for group in over] == [
        "From Call to Legal review: ≤ 1 day, in a silence that is too long",
        "From Legal review to Demo: ≤ 2 days, in a silence that is too long (7 days of silence)",
    ]
    line = over[0].find(f"{SVG}path")
    assert line is not None
    assert line.get("stroke-width") == "4"
    badges = [words(group) for group in groups(content, "label") if "silence" in words(group)]
    assert badges == [squeezed("≤ 2 days 7 days of silence")]


def test_a_waived_silence_says_so() -> None:
    data = {
        "name": "Waived",
        "steps": [
            {"id": "a", "name": "A", "kind": "start"},
            {"id": "b", "name": "B", "kind": "end", "outcome": "won"},
        ],
        "edges": [
            {
                "from": "a",
                "to": "b",
                "max_wait": "9 days",
                "allow": [{"rule": "gap", "reason": "Holidays"}],
            }
        ],
    }
    assert "(9 days of silence, allowed)" in edge_titles(svg(read_process(data)))[0]


def test_a_loop_without_a_contact_is_a_silence_without_end() -> None:
    content = svg(process("start -> [a] 1d -> [b] 1d -> [a] 1d\n[b] -> won 0d"))
    assert any("silence without end" in title for title in edge_titles(content))


def test_the_description_counts_and_gives_the_longest_silence() -> None:
    text = ET.fromstring(svg(process(GAP))).findtext(f"{SVG}desc") or ""
    assert "7 steps in 0 stages, joined by 6 edges." in text
    assert "The longest silence is 7 days; 5 days are allowed." in text
    assert "1 stretch of silence too long." in text
    unknown = ET.fromstring(svg(process("start -> call ? -> won 0d"))).findtext(f"{SVG}desc") or ""
    assert "The longest silence is not known" in unknown


def test_it_is_an_image_to_a_screen_reader() -> None:
    root = ET.fromstring(svg(process(GAP)))
    assert root.get("role") == "img"
    named = root.get("aria-labelledby", "").split()
    ids = {element.get("id") for element in root if element.get("id")}
    assert set(named) == ids
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"


def test_title_date_and_legend_come_only_when_asked_for() -> None:
    plain = svg(process(GAP))
    assert not list(groups(plain, "title"))
    assert not list(groups(plain, "legend"))
    full = svg(process(GAP, name="My process"), title=True, legend=True, date="1 May 2027")
    (title,) = groups(full, "title")
    assert words(title) == "Myprocess1May2027"
    legend = "".join(words(group) for group in groups(full, "legend"))
    for expected in ("Start", "Internal task", "Decision", "Won", "Lost", "over 5 days: too long"):
        assert squeezed(expected) in legend
    assert "Nurture" not in legend, "the legend explains only what is in the chart"


@pytest.mark.parametrize("theme", list(Theme))
def test_themes_have_their_own_colours(theme: Theme) -> None:
    content = svg(process(GAP), theme=theme)
    background = ET.fromstring(content).find(f"{SVG}rect")
    assert background is not None
    assert background.get("fill") == colors(theme).surface["canvas"]


def test_left_to_right_is_wide_and_top_down_is_high() -> None:
    for direction, is_wide in (("LR", True), ("TB", False)):
        root = ET.fromstring(svg(process(GAP), direction=direction))
        assert (float(root.get("width", 0)) > float(root.get("height", 0))) is is_wide


def test_stages_run_in_order_and_frame_their_steps() -> None:
    content = svg(staged())
    tops = {words(group): _place(group)[1] for group in groups(content, "stage")}
    assert list(tops) == ["Discovery", "Proposal", "Close"]
    assert sorted(tops.values()) == list(tops.values())


def test_an_edge_back_to_an_earlier_stage_does_not_turn_the_chart_over() -> None:
    steps = {g.get("data-step"): _place(g)[1] for g in groups(svg(staged()), "step")}
    assert steps["call"] < steps["offer"] < steps["won"]


def test_the_same_process_gives_the_same_drawing() -> None:
    assert svg(process(GAP)) == svg(process(GAP))


def test_a_process_without_steps_is_drawn() -> None:
    for view in ("flowchart", "mindmap"):
        for format in ("svg", "png", "pdf", "dot"):
            drawing = draw(read_process({"name": "Nothing yet", "steps": []}), view, format)
            assert isinstance(drawing, Drawing)
            assert drawing.content


def staged() -> Process:
    data = {
        "name": "Staged",
        "stages": ["Discovery", "Proposal", "Close"],
        "steps": [
            {"id": "won", "name": "Won", "kind": "end", "outcome": "won", "stage": "Close"},
            {"id": "offer", "name": "Offer", "kind": "task", "stage": "Proposal"},
            {"id": "call", "name": "Call", "kind": "contact", "stage": "Discovery"},
        ],
        "edges": [
            {"from": "offer", "to": "call", "max_wait": "1 day"},
            {"from": "call", "to": "offer", "max_wait": "1 day"},
            {"from": "offer", "to": "won", "max_wait": "1 day"},
        ],
    }
    return read_process(data)


def _place(group: ET.Element) -> tuple[float, float]:
    x, y = group.get("transform", "").removeprefix("translate(").removesuffix(")").split(",")
    return float(x), float(y)
