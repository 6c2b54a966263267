"""Writes how wide the letters are with which the cases are measured, as the bundled fonts say.

The editor's tests have no fonts and no canvas, so they add up these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.twins import FOLDER, cases
from touchline.drawing.theme.typeface import text_width

_ALWAYS = " ·,\ufffd" + "".join(map(chr, range(ord("A"), ord("z") + 1)))
"""What is drawn beside the words of the cases: channels, kinds, and what stands between."""


def widths() -> dict[str, dict[str, float]]:
    """The width of every character of the cases in ems, in each weight."""
    texts = {*_texts(cases("wrap")), *_texts(cases("step_box")), _ALWAYS}
    characters = sorted({character for text in texts for character in text})
    return {
        weight: {character: text_width(character, 1, bold) for character in characters}
        for weight, bold in (("regular", False), ("bold", True))
    }


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from _texts(entry)
        case dict():
            yield from _texts(list(value.values()))


if __name__ == "__main__":
    text = json.dumps(widths(), indent=1, ensure_ascii=True)
    (FOLDER / "typeface.json").write_text(text + "\n", encoding="ascii")
