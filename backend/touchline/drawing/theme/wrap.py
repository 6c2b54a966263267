"""Text broken into lines that fit: every word is kept, and a word too long is broken.

The editor's canvas breaks text by the same rules; `tests/twins/wrap.json` holds both to it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import regex

from touchline.drawing.theme.typeface import text_width

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[^\\S\u00a0]+")
NO_BREAK = "\u00a0"
"""A space at which no line ends; it is drawn as a plain one."""
_GRAPHEME = regex.compile(r"\X")
"""What is read as one sign (Unicode Standard Annex #29), which no line end may part."""
_MOST_LINES = 8
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with “\ufffd” for each character that no XML or font can show.

    Marks that turn the direction of what follows are dropped: in a line of their own they would
    turn the rest of the line, and the person who wrote them cannot see them.
    """
    return _BIDI_CONTROLS.sub("", _UNPRINTABLE.sub("\ufffd", text))


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The lines of a text, each at most `width` pixels wide where that is possible at all."""
    lines: list[str] = []
    space = text_width(" ", size, bold)
    for paragraph in printable(text).splitlines():
        line, used = "", 0.0
        for word in _words(paragraph, width, size, bold):
            needed = text_width(word, size, bold)
            if line and used + space + needed > width:
                lines.append(line)
                line, used = word, needed
            elif line:
                line, used = f"{line} {word}", used + space + needed
            else:
                line, used = word, needed
        if line:
            lines.append(line)
    return [line.replace(NO_BREAK, " ") for line in lines] or [""]


def wrap_evenly(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """As `wrap`, with as few lines, but the lines about equally long: no single word at the end."""
    lines = wrap(text, width, size, bold)
    if len(lines) == 1 or len(lines) > 6:
        return lines
    # A line may not become so short that it breaks a word which the width has room for.
    words = (text_width(word, size, bold) for word in _BREAK.split(printable(text)))
    longest = max((needed for needed in words if needed <= width), default=0.0)
    low, high = max(width / 2, longest), width
    while high - low > 2:
        middle = (low + high) / 2
        tried = wrap(text, middle, size, bold)
        fits = len(tried) == len(lines) and widest(tried, size, bold) <= width
        low, high = (low, middle) if fits else (middle, high)
    return wrap(text, high, size, bold)


def widest(lines: list[str], size: float, bold: bool = False) -> float:
    """The width of the widest of the lines, in pixels."""
    return max((text_width(line, size, bold) for line in lines), default=0.0)


def comfortable_width(
    text: str, width: float, size: float, bold: bool = False, line_height: float | None = None
) -> float:
    """The width at which a text stands well: `width`, or more for a text of very many lines.

    All in pixels; without a line height, 1.3 times the size.
    """
    length = text_width(in_one_line(text), size, bold)
    if length <= width * _MOST_LINES * 0.8:
        return width
    # A block about three times as wide as it is high is still read as one thing.
    return max(width, math.sqrt(length * (line_height or size * 1.3) * 3))


def in_one_line(text: str) -> str:
    """The words of a text with one space between them."""
    return " ".join(word for word in _BREAK.split(printable(text)) if word)


def _words(paragraph: str, width: float, size: float, bold: bool) -> Iterator[str]:
    for word in _BREAK.split(paragraph):
        if text_width(word, size, bold) <= width:
            yield word
            continue
        part, used = "", 0.0
        for sign in _GRAPHEME.findall(word):
            needed = text_width(sign, size, bold)
            if part and used + needed > width:
                yield part
                part, used = "", 0.0
            part, used = part + sign, used + needed
        yield part
