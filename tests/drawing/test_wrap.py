"""Names are broken between words, into lines about equally long, as on the editor's canvas."""

from __future__ import annotations

from typing import Any

import pytest

from tests.twins import cases
from tests.twins.typeface import widths
from touchline.drawing.theme.typeface import text_width
from touchline.drawing.theme.wrap import comfortable_width, wrap, wrap_evenly

SIZE = 13.0
TWINS = cases("wrap")


@pytest.mark.parametrize("case", TWINS["wrapped"], ids=lambda case: case["what"])
def test_text_is_broken_as_on_the_canvas(case: dict[str, Any]) -> None:
    broken = {"wrap": wrap, "even": wrap_evenly}[case["how"]]
    assert broken(case["text"], case["width"], TWINS["bold_size"], bold=True) == case["lines"]


@pytest.mark.parametrize("case", TWINS["comfortable"], ids=lambda case: case["text"][:20])
def test_a_very_long_text_gets_more_width_as_on_the_canvas(case: dict[str, Any]) -> None:
    text, width, line = case["text"], case["width"], case["line"]
    found = comfortable_width(text, width, TWINS["bold_size"], bold=True, line_height=line)
    assert found == pytest.approx(case["comfortable"])


def test_the_canvas_is_tested_with_the_letters_of_the_bundled_fonts() -> None:
    assert cases("typeface") == widths(), "run `python -m tests.twins.typeface`"


@pytest.mark.parametrize(
    "text", ["Which objections are", "A reconsidered a", "On disqualification we go"]
)
def test_a_word_is_not_broken_to_make_lines_equally_long(text: str) -> None:
    """With the long word in two there would be no more lines, and shorter ones."""
    width = max(text_width(word, SIZE, bold=True) for word in text.split()) + 4
    assert len(wrap(text, width, SIZE, bold=True)) > 1
    assert set(" ".join(wrap_evenly(text, width, SIZE, bold=True)).split()) == set(text.split())
