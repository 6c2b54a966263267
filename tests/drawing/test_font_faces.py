"""A file that leaves the program brings along the letters that it uses, and nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pytest
from fontTools.ttLib import TTFont

from tests.drawing.charts import SVG, wholly_named
from tests.drawing.test_hostile_text import ELEMENTS, HOSTILE
from touchline.checking.notation import process
from touchline.drawing.draw import draw
from touchline.drawing.options import Options
from touchline.drawing.playbook.book import playbook
from touchline.drawing.pool import Pool
from touchline.drawing.theme.font_faces import font_faces
from touchline.drawing.theme.typeface import fonts, text_width
from touchline.model.limits import MAX_LETTERS

RULE = re.compile(
    r"@font-face\{font-family:Arimo;font-weight:(400|700);"
    r"src:url\(data:font/woff2;base64,([A-Za-z0-9+/]+=*)\) format\('woff2'\);"
    r"unicode-range:(U\+[0-9A-F]+(?:-[0-9A-F]+)?(?:,U\+[0-9A-F]+(?:-[0-9A-F]+)?)*)\}"
)
"""All that may stand in a style: nothing of it can be typed."""
BROUGHT = Options(title=True, legend=True, fonts=True)
SCRIPTS = "Ελλ Приве שלום مرحبا ✓ ◆ 😀 👩‍👩‍👧 e\u0301"


class Face(NamedTuple):
    weight: str
    font: TTFont
    ranges: str

    def has(self, character: str) -> bool:
        return ord(character) in self.font.getBestCmap()


def faces_in(css: str) -> list[Face]:
    """The fonts of some rules, unpacked. Anything but such rules fails the test."""
    lines = css.strip().splitlines()
    rules = [RULE.fullmatch(line) for line in lines]
    assert None not in rules, f"there is more in the style than letters: {css[:200]}"
    return [Face(rule[1], TTFont(BytesIO(b64decode(rule[2]))), rule[3]) for rule in rules if rule]


def written(root: ET.Element) -> Iterator[tuple[str, str]]:
    """The weight and the characters of each text."""
    for text in root.iter(f"{SVG}text"):
        yield text.get("font-weight", "400"), text.text or ""


@pytest.mark.parametrize("view", ["flowchart", "mindmap"])
def test_an_svg_has_a_glyph_for_every_character_that_it_shows(
    view: str, patient_pool: Pool
) -> None:
    sale = wholly_named(f"Größe AV {SCRIPTS}")
    root = ET.fromstring(draw(sale, view, "svg", BROUGHT, pool=patient_pool).content)
    (style,) = root.iter(f"{SVG}style")
    faces = faces_in(style.text or "")
    assert {face.weight for face in faces} == {"400", "700"}
    for weight, text in written(root):
        for character in text:
            having = [f for f in faces if f.weight == weight and f.has(character)]
            assert having, f"no glyph of weight {weight} for {character!r}"


def test_a_letter_is_as_wide_as_it_was_measured() -> None:
    for face in faces_in(font_faces(SCRIPTS, SCRIPTS)):
        advances, em = face.font["hmtx"], face.font["head"].unitsPerEm
        for code, glyph in face.font.getBestCmap().items():
            if width := text_width(chr(code), 1, face.weight == "700"):
                assert advances[glyph][0] / em == pytest.approx(width), chr(code)


def test_only_the_fonts_that_are_needed_come_along() -> None:
    assert len(faces_in(font_faces("Call", ""))) == 1
    assert len(faces_in(font_faces("Call", "Won"))) == 2
    assert [face.ranges for face in faces_in(font_faces("Call ✓", ""))] == ["U+20-7E", "U+2713"]
    assert len(faces_in(font_faces(SCRIPTS, ""))) == len(fonts(False))
    assert font_faces("", "") == ""
    assert "U+63D0" not in font_faces("提案", ""), "no bundled font has it"


def test_a_text_of_very_many_characters_costs_no_more_than_the_limit() -> None:
    greek_and_cyrillic = "".join(map(chr, range(0x370, 0x530)))
    every = greek_and_cyrillic + "".join(map(chr, range(0x600, 0x700)))
    count = sum(len(face.font.getBestCmap()) for face in faces_in(font_faces(every, "")))
    assert MAX_LETTERS <= count < MAX_LETTERS + 100, "marks, which have no width, are besides"


def test_nobody_who_did_not_ask_gets_letters() -> None:
    sale = process("start -> call 1d -> won 1d")
    assert b"<style" not in draw(sale).content
    assert "@font-face" not in playbook(sale)


def test_the_same_process_makes_the_same_bytes() -> None:
    sale = process("start -> call 1d -> won 1d")
    first = draw(sale, options=BROUGHT).content
    assert first == draw(sale, options=BROUGHT).content


def test_the_playbook_brings_them_once_for_the_whole_page(patient_pool: Pool) -> None:
    page = playbook(wholly_named("Größe ✓"), Options(fonts=True), pool=patient_pool)
    (css,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    rules = "\n".join(line for line in css.splitlines() if line.startswith("@font-face"))
    faces = faces_in(rules)
    assert [face.weight for face in faces] == ["400"] * 2 + ["700"] * 2
    assert page.count("@font-face") == len(faces), "none in the charts"
    assert all(any(face.has(c) for face in faces) for c in "Größe✓≤–→<'")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_typed_gets_into_the_style(text: str) -> None:
    faces_in(font_faces(text, text))


def test_a_text_that_ends_a_style_ends_none(patient_pool: Pool) -> None:
    sale = wholly_named(HOSTILE["end of everything"] + "@font-face{src:url(//evil.example)}")
    root = ET.fromstring(draw(sale, "mindmap", "svg", BROUGHT, pool=patient_pool).content)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {*ELEMENTS, "style"}
    (style,) = root.iter(f"{SVG}style")
    assert len(faces_in(style.text or "")) == 2
    assert not list(style)
