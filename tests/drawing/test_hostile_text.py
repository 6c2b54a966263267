"""Whatever a person types comes out as the text that it is, in every field and every format."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts import SVG, groups, squeezed, wholly_named, words
from tests.examples import examples
from touchline.drawing.draw import draw
from touchline.drawing.options import Options
from touchline.drawing.painters.paint import paint
from touchline.drawing.picture import Group, Picture, Point, Words
from touchline.drawing.playbook.book import playbook
from touchline.drawing.pool import Pool

HOSTILE = {
    "bold": "<b>bold</b>",
    "label in angle brackets": "<<TABLE><TR><TD HREF='javascript:x'>a</TD></TR></TABLE>>",
    "escapes": "a\\N b\\G c\\E d\\T e\\H f\\l g\\r h\\n i\\L",
    "backslashes": "\\\\ three\\\\\\ and one at the end\\",
    "quotes": 'say "hi" and \'bye\' \\" or `so`',
    "entities": "R&amp;D &#65; &lt; & <",
    "control characters": "bell\x07 escape\x1b[31m delete\x7f",
    "lines": "first\nsecond\r\nthird",
    "right to left": "שלום עולם مرحبا بالعالم",
    "turned round": "\u202egnp.exe\u202c",
    "emoji": "😀 👩‍👩‍👧 ✓ ❤️",
    "chinese": "提案を送る" * 12,
    "one endless word": "W" * 10_000,
    "very many words": "word " * 1_999 + "end",
    "script": "<script>alert(1)</script>",
    "address": "javascript:alert(1)",
    "end of everything": "]]> --> */ </style></svg></html>",
    "attributes": 'x", image="/etc/passwd", URL="file:///etc/passwd',
    "port and compass": "n0:port:ne;]}digraph{",
    "template": "{{ 7 * 7 }} {% raw %} ${x}",
    "no character": "odd \ufffe\uffff",
}
ELEMENTS = {"svg", "title", "desc", "rect", "g", "path", "text"}
ATTRIBUTES = {
    "role", "width", "height", "viewBox", "aria-labelledby", "font-family", "id", "fill", "class",
    "data-step", "transform", "d", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray",
    "x", "y", "font-size", "font-weight", "text-anchor",
}  # fmt: skip


def as_shown(text: str) -> str:
    """The text as a page can show it at all: what XML has no place for is “\ufffd”."""
    kept = "".join(
        "\ufffd" if (ord(c) < 32 and c not in "\n\r\t") or c in "\x7f\ufffe\uffff" else c
        for c in text
        if c not in "\u202e\u202c"
    )
    return squeezed(kept)


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE.keys())
def text(request: pytest.FixtureRequest) -> str:
    value = request.param
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize("view", ["flowchart", "mindmap"])
def test_svg_shows_the_text_and_holds_nothing_else(
    text: str, view: str, patient_pool: Pool
) -> None:
    options = Options(title=True, legend=True, date=text)
    svg = draw(wholly_named(text), view, "svg", options, pool=patient_pool).content
    root = ET.fromstring(svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    steps = {group.get("data-step"): words(group) for group in groups(svg, "step")}
    assert steps.keys() == {"a", "b", "c", "d", "e"}
    for step in steps.values():
        assert step.startswith(as_shown(text)), "the name of a step is not what was typed"
        assert step.endswith(as_shown(text)), "the owner of a step is not what was typed"
    (title,) = groups(svg, "title")
    assert words(title) == as_shown(text) * 2
    if view == "flowchart":
        for label in groups(svg, "label"):
            assert words(label).startswith(as_shown(text))
        (stage,) = groups(svg, "stage")
        assert words(stage) == as_shown(text)
    assert as_shown(text) in squeezed(root.findtext(f"{SVG}title") or "")


def test_mind_map_shows_every_detail(text: str, patient_pool: Pool) -> None:
    svg = draw(wholly_named(text), "mindmap", "svg", pool=patient_pool).content
    most = as_shown(text)[:400]
    for card in groups(svg, "details"):
        # Purpose, gain, checklist, exit criteria, asset and notes.
        assert words(card).count(most) >= 6


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_png_and_pdf_are_drawn(text: str, format: str, patient_pool: Pool) -> None:
    options = Options(title=True)
    content = draw(wholly_named(text), "flowchart", format, options, pool=patient_pool).content
    assert content.startswith({"png": b"\x89PNG\r\n", "pdf": b"%PDF-"}[format])


@pytest.mark.parametrize("view", ["flowchart", "mindmap"])
def test_dot_source_shows_the_text_when_graphviz_draws_it(
    text: str, view: str, patient_pool: Pool
) -> None:
    source = draw(wholly_named(text), view, "dot").content
    svg = patient_pool.ask({"task": "graph", "engine": "dot", "format": "svg"}, source)
    root = ET.fromstring(svg)
    assert not list(root.iter(f"{SVG}a"))
    assert not list(root.iter(f"{SVG}image"))
    nodes = [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]
    shown = squeezed("".join(words(node) for node in nodes)).replace("\xa0", "")
    assert shown.count(as_shown(text)) >= 10, "five names and five owners"


def test_playbook_shows_the_text_and_no_script(text: str, patient_pool: Pool) -> None:
    page = _Page()
    page.feed(playbook(wholly_named(text), Options(date=text), pool=patient_pool))
    assert squeezed(page.text).count(as_shown(text)) > 40
    assert "script" not in page.tags
    assert page.handlers == []
    assert all(
        link.startswith(("#", "https://example.com/", "http://", "mailto:")) for link in page.links
    )


def test_a_link_in_the_playbook_stays_one_attribute() -> None:
    url = "https://example.com/?q=\"><script>x</script>&a='b'"
    page = _Page()
    page.feed(playbook(wholly_named("Guide", url)))
    assert url in page.links
    assert "script" not in page.tags


@examples(50)
@given(st.text(st.sampled_from('\\\\\\\\\\"&<>;- cTS0149#é日\n'), min_size=1, max_size=24))
def test_nothing_in_a_text_is_taken_for_a_drawing_operation(text: str) -> None:
    line = " ".join(text.split()) or "x"
    items = tuple(Words(Point(10, y), t, 13, "#000000") for y, t in ((20, line), (60, "after")))
    picture = Picture(400, 100, "#ffffff", "t", "d", (Group("label", items),))
    root = ET.fromstring(paint(picture, "svg")[0])
    shown = [(element.text or "").rstrip() for element in root.iter(f"{SVG}text")]
    assert shown == [line, "after"]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "xlink:href", "action"):
                self.links.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
