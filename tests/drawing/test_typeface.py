"""Text is as wide as the bundled fonts say, on every machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from touchline.drawing.pool import Pool
from touchline.drawing.theme.typeface import FONT_FOLDER, text_width

SENTENCE = "The quick brown fox jumps over the lazy dog, 3 days later"
SIZE = 100.0


def width_in_graphviz(font: str = "Arimo", text: str = SENTENCE) -> float:
    pool = Pool(1)
    source = (
        f'digraph {{ n [shape=box margin=0 fontname="{font}" fontsize={SIZE} label="{text}"] }}'
    )
    answer = pool.ask({"task": "graph", "engine": "dot", "format": "plain"}, source.encode())
    pool.close()
    node = answer.decode().splitlines()[1].split()
    return float(node[4]) * 72


def test_graphviz_and_our_own_reading_of_the_font_agree() -> None:
    assert width_in_graphviz() == pytest.approx(text_width(SENTENCE, SIZE), rel=0.01)


@pytest.mark.parametrize("family", ["Helvetica", "Times", "DejaVu Sans", "No such family"])
def test_any_family_asked_for_is_the_bundled_one(family: str) -> None:
    assert width_in_graphviz(family) == width_in_graphviz()


def test_the_machines_fonts_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = width_in_graphviz()
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", os.fspath(empty))
    monkeypatch.setenv("FONTCONFIG_PATH", os.fspath(tmp_path))
    monkeypatch.setenv("HOME", os.fspath(tmp_path))
    assert width_in_graphviz() == expected


def test_bold_is_wider_and_marks_without_width_have_none() -> None:
    assert text_width("Recap", 13, bold=True) > text_width("Recap", 13)
    assert text_width("e\u0301", 13) == text_width("e", 13)


def test_scripts_that_arimo_lacks_are_covered() -> None:
    for text in ("مرحبا", "שלום", "😀", "✓↻◆", "Ελλ", "Приве"):
        for bold in (False, True):
            assert text_width(text, 1, bold) != pytest.approx(0.6 * len(text)), text


def test_the_fonts_are_small_and_licensed() -> None:
    for font in FONT_FOLDER.glob("*.ttf"):
        assert font.stat().st_size < 1024**2
        licence = FONT_FOLDER / f"{font.stem.split('-')[0]}-OFL.txt"
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")
