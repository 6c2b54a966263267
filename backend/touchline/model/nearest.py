"""The nearest right word to a mistyped one, for the hint that a problem carries."""

from __future__ import annotations

from collections.abc import Iterable

_LIKE_ENOUGH = 0.62
_LONGEST_WORD = 100


def nearest(word: object, words: Iterable[str]) -> str | None:
    """The one of `words` that a person most likely meant by `word`; None when nothing is close.

    Case makes no difference, nor which of space, hyphen and underscore parts the words. One pass
    over `words`, each compared in time linear in its length.
    """
    if not isinstance(word, str) or not 0 < len(word) <= _LONGEST_WORD:
        return None
    # Only a document with a mistake in it pays for this import.
    from rapidfuzz import process, utils
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        word,
        list(words),
        scorer=OSA.normalized_similarity,
        processor=utils.default_process,
        score_cutoff=_LIKE_ENOUGH,
    )
    return str(found[0]) if found else None
