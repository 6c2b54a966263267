"""Names are broken between words, into lines about equally long."""

from __future__ import annotations

import pytest

from touchline.drawing.theme.typeface import text_width
from touchline.drawing.theme.wrap import wrap, wrap_evenly

SIZE = 13.0


@pytest.mark.parametrize(
    "text", ["Which objections are", "A reconsidered a", "On disqualification we go"]
)
def test_a_word_is_not_broken_to_make_lines_equally_long(text: str) -> None:
    """With the long word in two there would be no more lines, and shorter ones."""
    width = max(text_width(word, SIZE, bold=True) for word in text.split()) + 4
    assert len(wrap(text, width, SIZE, bold=True)) > 1
    assert set(" ".join(wrap_evenly(text, width, SIZE, bold=True)).split()) == set(text.split())
