"""What libyaml says of a file that is no YAML, in words for the person who wrote it."""

from __future__ import annotations

from touchline.model.limits import MAX_NESTING
from touchline.model.place import describe

_WORDS = {
    # A part of what libyaml says: what was found, what was expected.
    "mapping values are not allowed": (
        "a “:” where no key can stand",
        "one `key: value` to a line, and quotes around text that has “: ” in it",
    ),
    "could not find expected ':'": ("a line without “:”", "`key: value`"),
    "did not find expected key": (
        "a line that fits neither the keys nor the list around it",
        "`key: value` in the same column as the keys above it",
    ),
    "did not find expected '-' indicator": (
        "a line that is no entry of the list above it",
        "“- ” in the same column as the entries above it",
    ),
    "did not find expected ',' or ']'": (
        "something after an entry of a list in brackets",
        "“,” or “]”",
    ),
    "did not find expected ',' or '}'": (
        "something after an entry of a group in braces",
        "“,” or “}”",
    ),
    "found unexpected end of stream": (
        "the end of the file inside quotes",
        "the quote that closes the text",
    ),
    "found unexpected document indicator": (
        "“---” or “...” inside quotes",
        "the quote that closes the text",
    ),
    "found unknown escape character": (
        "a backslash in double quotes that means nothing",
        "“\\\\” for a backslash, or single quotes around the text",
    ),
    "found invalid Unicode character escape code": (
        "a backslash in double quotes that stands for no character",
        "the character itself",
    ),
    "did not find expected hexdecimal number": (
        "a backslash in double quotes that means nothing",
        "“\\\\” for a backslash, or single quotes around the text",
    ),
    "found undefined tag handle": ("a tag", "no tags; put text that begins with “!” in quotes"),
    "did not find expected tag URI": (
        "a tag",
        "no tags; put text that begins with “!” in quotes",
    ),
    "did not find expected alphabetic or numeric character": (
        "“&” or “*” without a name after it",
        "quotes around text that begins with “&” or “*”",
    ),
    "block sequence entries are not allowed": (
        "“- ” where no list can begin",
        "the list on the lines after its key",
    ),
    "did not find expected node content": ("nothing where a value should stand", "a value"),
    "did not find expected <document start>": (
        "text after the end of the process",
        "one process in a file",
    ),
    "found a tab character": ("a tab", "spaces"),
    "exceeded maximum nesting depth": (
        f"lists or groups nested more than {MAX_NESTING} deep",
        f"at most {MAX_NESTING} levels",
    ),
    "did not find expected comment or line break": (
        "something after “|” or “>”, or at the end of a directive",
        "nothing more on that line, or quotes around text that begins with “|” or “>”",
    ),
    "found an indentation indicator equal to 0": ("“0” after “|” or “>”", "“|” or “>” alone"),
    "found unexpected ':'": (
        "“:” within brackets or braces",
        "quotes around text that has “:” in it",
    ),
    "mapping keys are not allowed": (
        "“? ” where no key can stand",
        "quotes around text that begins with “?”",
    ),
    **dict.fromkeys(
        (
            "directive name",
            "directive",
            "version number",
            "digit or '.' character",
            "non-alphabetical character",
        ),
        ("a line that begins with “%”", "no directive, or quotes around text that begins with “%”"),
    ),
    **dict.fromkeys(
        (
            "URI escaped octet",
            "expected '!'",
            "the expected '>'",
            "did not find expected whitespace",
        ),
        ("a tag", "no tags; put text that begins with “!” in quotes"),
    ),
    "found incompatible YAML document": ("a version of YAML other than 1.1 or 1.2", "YAML 1.2"),
}
AT_ITS_BEGINNING = ("could not find expected ':'", "unexpected end of stream", "document indicator")
"""Mistakes that libyaml notices far behind the place where they were made."""


def in_plain_words(said: str, character: str) -> tuple[str, str]:
    """What was found and what was expected, from what libyaml said and the character there."""
    for part, words in _WORDS.items():
        if part in said:
            return words
    if "cannot start any token" in said:
        if character == "\t":
            return "a tab at the beginning of a value or line", "spaces"
        return f"text that begins with {describe(character)}", "quotes around it"
    where = describe(character) if character.strip() else "this"
    return f"{where}, which is no YAML ({said})", "YAML"
