"""The letters that a file brings along, so that it looks the same where none of its fonts is.

The rules are made of our own words, hexadecimal numbers and Base64: of what a person has typed,
only the code points of its characters come here.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

from touchline.drawing.theme.typeface import FAMILY, FontFile, fonts, has_no_width
from touchline.model.limits import MAX_LETTERS

_LATIN = frozenset(map(chr, range(0x20, 0x7F)))
"""Goes in whole: it costs some 2 kB, and nearly all files then share letters that are made once."""
_KEPT = 64
_COPYRIGHT, _FAMILY_NAME, _STYLE_NAME, _LICENCE_ADDRESS = 0, 1, 2, 14


def font_faces(regular: Iterable[str], bold: Iterable[str]) -> str:
    """`@font-face` rules with the glyphs of the characters written in each of the two weights.

    A character that no bundled font has is left to the reader's own fonts, and so are those of the
    highest code points beyond MAX_LETTERS. The first use of a set of characters takes about a tenth
    of a second for each face.
    """
    return "\n".join((*_faces(frozenset(regular), False), *_faces(frozenset(bold), True)))


def _faces(characters: frozenset[str], bold: bool) -> Iterator[str]:
    if characters:
        for font, own in _shared_out(characters | _LATIN, bold):
            yield _face(font.path, 700 if bold else 400, own)


def _shared_out(
    characters: frozenset[str], bold: bool
) -> Iterator[tuple[FontFile, frozenset[str]]]:
    """The characters that each font draws, as text is measured: the first one that has it does."""
    # Marks and joiners are drawn with the letter that they belong to, in whatever font that is.
    joining = frozenset(filter(has_no_width, characters))
    known = {c for c in characters - joining if any(font.has(c) for font in fonts(bold))}
    left = frozenset(sorted(known)[:MAX_LETTERS])
    for font in fonts(bold):
        own = frozenset(filter(font.has, left))
        left -= own
        if own:
            yield font, own.union(filter(font.has, joining))


def _face(file: Path, weight: int, characters: frozenset[str]) -> str:
    # With the range, a chart within another page takes nothing from that page's own Arimo.
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{_packed(file, characters)}) format('woff2');"
        f"unicode-range:{_ranges(characters)}}}"
    )


@lru_cache(maxsize=_KEPT)
def _packed(file: Path, characters: frozenset[str]) -> str:
    """What of a font file draws the characters, shaped and kerned: WOFF2 in Base64."""
    # It takes a tenth of a second to load, and only a file that leaves needs it.
    from fontTools import subset

    options = subset.Options(
        flavor="woff2",
        hinting=False,
        # A box, not a blank, where no font of the reader's has a character either.
        notdef_outline=True,
        name_IDs=[_COPYRIGHT, _FAMILY_NAME, _STYLE_NAME, _LICENCE_ADDRESS],
    )
    font = subset.load_font(str(file), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    written = BytesIO()
    subset.save_font(font, written, options)
    return b64encode(written.getvalue()).decode("ascii")


def _ranges(characters: Iterable[str]) -> str:
    """The characters as CSS writes them: `U+20-7E,U+2264`."""
    codes = enumerate(sorted(map(ord, characters)))
    runs = [[code for _, code in run] for _, run in groupby(codes, lambda pair: pair[1] - pair[0])]
    return ",".join(
        f"U+{run[0]:X}" if len(run) == 1 else f"U+{run[0]:X}-{run[-1]:X}" for run in runs
    )
