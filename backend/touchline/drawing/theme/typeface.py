"""How wide text is in the bundled fonts, read from the font files themselves."""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

FONT_FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Arimo"
CSS_FAMILY = "Arimo, Arial, Helvetica, sans-serif"
"""Files that leave the program bring Arimo along; what shows no fonts of a file, or is not given
any, has Arial on most screens, whose widths are the same."""

_SYMBOLS = ("NotoSansSymbols2-Subset.ttf", "NotoEmoji-Regular.ttf")
_REGULAR = ("Arimo-Regular.ttf", "NotoSansArabic-Regular.ttf", *_SYMBOLS)
_BOLD = ("Arimo-Bold.ttf", "NotoSansArabic-Bold.ttf", *_SYMBOLS)
_UNKNOWN_EM, _WIDE_EM = 0.6, 1.0
_WORDS_KEPT = 20_000


@dataclass(frozen=True)
class FontFile:
    """The widths of one TrueType file."""

    path: Path

    @cached_property
    def _tables(self) -> dict[bytes, bytes]:
        data = self.path.read_bytes()
        (count,) = struct.unpack_from(">H", data, 4)
        records = (struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(count))
        wanted = (b"cmap", b"head", b"hhea", b"hmtx")
        return {tag: data[at : at + size] for tag, _, at, size in records if tag in wanted}

    @cached_property
    def _units_per_em(self) -> int:
        return int(struct.unpack_from(">H", self._tables[b"head"], 18)[0])

    @cached_property
    def _advances(self) -> tuple[int, ...]:
        (count,) = struct.unpack_from(">H", self._tables[b"hhea"], 34)
        return tuple(struct.unpack_from(f">{2 * count}H", self._tables[b"hmtx"])[::2])

    @cached_property
    def _glyphs(self) -> dict[int, int]:
        cmap = self._tables[b"cmap"]
        (count,) = struct.unpack_from(">H", cmap, 2)
        glyphs: dict[int, int] = {}
        for n in range(count):
            platform, _, at = struct.unpack_from(">HHL", cmap, 4 + 8 * n)
            (form,) = struct.unpack_from(">H", cmap, at)
            if platform in (0, 3) and form == 4:
                glyphs.update(_segments(cmap, at))
            elif platform in (0, 3) and form == 12:
                glyphs.update(_groups(cmap, at))
        return glyphs

    def advance_em(self, character: str) -> float | None:
        """The width of a character in ems; None when the font lacks it."""
        glyph = self._glyphs.get(ord(character))
        if not glyph:
            return None
        return self._advances[min(glyph, len(self._advances) - 1)] / self._units_per_em

    def has(self, character: str) -> bool:
        """Whether the font can draw a character."""
        return bool(self._glyphs.get(ord(character)))


@lru_cache(maxsize=_WORDS_KEPT)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text, in pixels, at a font size in pixels."""
    return size * sum(_advance_em(character, bold) for character in text)


def has_no_width(character: str) -> bool:
    """Whether a character is a mark on another one, or only says how others are drawn."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


@lru_cache(maxsize=2)
def fonts(bold: bool) -> tuple[FontFile, ...]:
    """The bundled fonts of a weight; a character is drawn in the first one that has it."""
    return tuple(FontFile(FONT_FOLDER / name) for name in (_BOLD if bold else _REGULAR))


@lru_cache(maxsize=8192)
def _advance_em(character: str, bold: bool) -> float:
    if has_no_width(character):
        return 0.0
    for font in fonts(bold):
        advance = font.advance_em(character)
        if advance is not None:
            return advance
    return _WIDE_EM if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN_EM


def _segments(cmap: bytes, at: int) -> dict[int, int]:
    """Format 4 of the `cmap` table (OpenType specification, “cmap”)."""
    (twice,) = struct.unpack_from(">H", cmap, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", cmap, at + 14)
    starts = struct.unpack_from(f">{count}H", cmap, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", cmap, at + 16 + 2 * twice)
    ranges_at = at + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", cmap, ranges_at)
    glyphs: dict[int, int] = {}
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if ranges[n] == 0:
                glyphs[code] = (code + deltas[n]) & 0xFFFF
            else:
                place = ranges_at + 2 * n + ranges[n] + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", cmap, place)
                glyphs[code] = (glyph + deltas[n]) & 0xFFFF if glyph else 0
    return glyphs


def _groups(cmap: bytes, at: int) -> dict[int, int]:
    """Format 12 of the `cmap` table."""
    (count,) = struct.unpack_from(">L", cmap, at + 12)
    glyphs: dict[int, int] = {}
    for n in range(count):
        start, end, first = struct.unpack_from(">LLL", cmap, at + 16 + 12 * n)
        glyphs.update(
            zip(range(start, end + 1), range(first, first + end - start + 1), strict=True)
        )
    return glyphs
