"""Hostile YAML files: what each holds, and a part of what must be said about it."""

from __future__ import annotations

from typing import NamedTuple

from touchline.model.limits import MAX_EDGES, MAX_FILE_BYTES, MAX_STEPS

_FULL = MAX_FILE_BYTES


class Hostile(NamedTuple):
    """A file, and what standard error must say of it."""

    content: bytes
    says: str


def _text(content: str, says: str) -> Hostile:
    return Hostile(content.encode("utf-8", "surrogatepass"), says)


def _filled(piece: str, room: int = 64) -> str:
    return piece * ((_FULL - room) // len(piece.encode()))


def _steps(count: int, extra: str = "") -> str:
    steps = "".join(f"  - {{id: s{i}, name: S, kind: end{extra}}}\n" for i in range(count))
    return f"name: x\nsteps:\n{steps}"


def _laughs() -> str:
    lines = ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    for before, here in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{here}: &{here} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


FILES: dict[str, Hostile] = {
    "empty": _text("", "Found nothing, expected a process"),
    "only-spaces": _text(" \n\n  \n", "Found nothing, expected a process"),
    "only-a-comment": _text("# nothing\n", "Found nothing, expected a process"),
    "a-word": _text("hello", "Found “hello”, expected a process"),
    "a-number": _text("42", "Found 42, expected a process"),
    "a-list": _text("- a\n- b\n", "Found a list, expected a process"),
    "null": _text("~", "Found nothing, expected a process"),
    "two-documents": _text("name: a\n---\nname: b\n", "2:1"),
    "nul-bytes": Hostile(b"name: a\x00b\n", "Found the character U+0000, expected text"),
    "only-nul-bytes": Hostile(b"\x00" * _FULL, "Found the character U+0000"),
    "escape-sequences": Hostile(b"name: \x1b[2J\x1b]0;owned\x07\n", "U+001B"),
    "escape-sequences-quoted": _text('name: x\n"\\e[2J\\e]0;owned\\a": 1\n', "Found the key"),
    "latin-1": Hostile("name: Größe\n".encode("latin-1"), "Found the byte 0xf6, which is not"),
    "utf-16": Hostile("name: a\n".encode("utf-16"), "Found UTF-16, expected UTF-8"),
    "utf-16-without-mark": Hostile("name: a\n".encode("utf-16-le"), "U+0000"),
    "cut-in-a-character": Hostile("name: €".encode()[:-1], "which is not UTF-8"),
    "surrogate": Hostile(b"name: \xed\xa0\x80\n", "which is not UTF-8"),
    "surrogate-escaped": _text('name: "\\ud800"\n', "stands for no character"),
    "binary": Hostile(bytes(range(256)) * 4096, "which is not UTF-8"),
    "too-large": Hostile(b"#" * (_FULL + 1), "Found a file larger than that, expected at most"),
    "tab-for-indentation": _text("name: a\nsteps:\n\t- id: a\n", "a tab"),
    "unclosed-quote": _text('name: "a\nsteps: []\n', "the end of the file inside quotes"),
    "unclosed-list": _text("name: a\nstages: [b, c\nsteps: []\n", "expected “,” or “]”"),
    "two-colons": _text("name: a: b\n", "Found a “:” where no key can stand"),
    "no-colon": _text("name: a\nsteps\n", "2:1"),
    "bad-indentation": _text("name: a\nsteps:\n  - id: a\n   name: b\n", "4:4"),
    "at-sign": _text("name: @home\n", "text that begins with “@”, expected quotes around it"),
    "tag-for-python": _text(
        "name: !!python/object/apply:os.system ['touch /tmp/owned']\n", "expected no tags"
    ),
    "tag-for-text": _text("name: !!str a\n", "expected no tags"),
    "tag-own": _text("name: a\nsteps: !include /etc/passwd\n", "Found the tag `!include`"),
    "tag-on-a-group": _text("!!map\nname: a\n", "expected no tags"),
    "merge-key-of-text": _text("<<: b\nname: a\n", "Found “b” to merge (`<<`)"),
    "merge-keys-many": _text(
        "name: a\nx-b: &b {" + ", ".join(f"k{i}: v" for i in range(1000)) + "}\nsteps:\n"
        + "- <<: *b\n" * 1000, "Found more than 300,000 values"
    ),
    "duplicate-key": _text("name: a\nname: b\n", "Found the key `name` again, as on line 1"),
    "duplicate-keys-many": _text("name: a\n" + _filled("k: v\n"), "again, as on line 2"),
    "alias-unknown": _text("name: *nobody\n", "Found the alias `*nobody`"),
    "alias-of-itself": _text("name: a\nsteps: &s [*s]\n", "inside what it stands for"),
    "alias-as-a-key": _text("a: &k name\n*k : x\n", "Found the alias `*k` as a key"),
    "billion-laughs": _text(_laughs(), "Found more than 300,000 values, expected at most"),
    "long-text-by-alias": _text(
        f"name: &n {'x' * 100_000}\nstages: [{'*n, ' * 100_000}]\n", "aliases that stand for more"
    ),
    "deep-by-alias": _text(
        "a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30, "more than 50 deep"
    ),
    "anchors-many": _text("name: a\nstages:\n" + _filled("- &a x\n"), "299,"),
    "list-as-a-key": _text("? [a, b]\n: c\nname: a\n", "Found a list as a key, expected text"),
    "group-as-a-key": _text("{a: b}: c\nname: a\n", "Found a group of keys as a key"),
    "deep-brackets": _text("[" * _FULL, "nested more than 50 deep"),
    "deep-braces": _text("{" * _FULL, "nested more than 50 deep"),
    "deep-pairs": _text(_filled("[a,"), "nested more than 50 deep"),
    "deep-dashes": _text(_filled("- "), "nested more than 50 deep"),
    "deep-questions": _text(_filled("? "), "nested more than 50 deep"),
    "deep-keys": _text(_filled("a: "), "where no key can stand"),
    "deep-indentation": _text(
        "".join(f"{' ' * i}a:\n" for i in range(2000)), "nested more than 50 deep"
    ),
    "deep-notes": _text(f"name: a\nsteps: {'[' * 51}{']' * 51}\n", "nested more than 50 deep"),
    "wide-list": _text(f"[{_filled('a,')}]", "Found more than 300,000 values"),
    "wide-nothing": _text("name: a\nsteps:\n" + _filled("- \n"), "Found more than 300,000 values"),
    "wide-stages": _text(f"name: a\nstages: [{'a,' * 200_000}]\n", "Found 200,000 stages"),
    "keys-100-000": _text("".join(f"k{i}: v\n" for i in range(100_000)), "100,001 problems"),
    "keys-100-000-in-a-step": _text(
        "name: a\nsteps:\n- {id: a, name: b, kind: end, "
        + ", ".join(f"k{i}: v" for i in range(100_000))
        + "}",
        "100,000 problems",
    ),
    "huge-quoted-text": _text(f'name: "{_filled("x")}"\n', "expected at most 10,000 characters"),
    "huge-key": _text(f'? "{_filled("x")}"\n: a\n', "Found the key `xxx"),
    "huge-literal": _text("name: |\n" + _filled(" x\n"), "expected at most 10,000 characters"),
    "huge-quotes": _text(_filled("'"), "Found “'''"),
    "huge-escapes": _text(f'name: "{_filled(chr(92) + "x41")}"\n', "at most 10,000 characters"),
    "huge-blank-lines": _text(_filled("\n"), "Found nothing"),
    "huge-line-of-spaces": _text(_filled(" "), "Found nothing"),
    "huge-next-lines": _text(_filled("\x85"), "Found nothing"),
    "huge-anchor": _text(f"name: &{_filled('a')} b\nx: 1\n", "Found the key `x`"),
    "huge-tag": _text(f"name: !{_filled('a')} b\n", "Found the tag `!aaa"),
    "huge-directive": _text(f"%{_filled('a')}\n---\nname: b\n", "Found"),
    "huge-number": _text(f"name: {'1' * 100_000}\n", "a number of more than 20 digits"),
    "huge-hexadecimal": _text(f"name: 0x{'f' * 100_000}\n", "at most 10,000 characters"),
    "huge-exponent": _text("name: a\nmax_gap: 1e999999999\n", "Found 1e999999999, expected"),
    "huge-duration": _text(f"name: a\nmax_gap: {'9' * 1000} days\n", "expected a length of time"),
    "long-duration": _text("name: a\nmax_gap: 99999999 days\n", "expected at most 3650 days"),
    "not-a-number": _text(
        "name: a\nsteps: [{id: a, name: b, kind: end, position: {x: .nan, y: .inf}}]\n",
        "Found nan, expected a number",
    ),
    "unsupported-version": _text("touchline: 2\nname: a\n", "the only version that this Touchline"),
    "steps-beyond-the-limit": _text(_steps(MAX_STEPS + 1), "Found 5,001 steps, expected at most"),
    "edges-beyond-the-limit": _text(
        "name: a\nedges:\n" + "- {from: a, to: b}\n" * (MAX_EDGES + 1), "Found 20,001 edges"
    ),
    "edges-to-nowhere": _text(
        _steps(MAX_STEPS)
        + "edges:\n"
        + "".join(f"- {{from: x{i}, to: s{i}x, max_wait: d}}\n" for i in range(MAX_EDGES)),
        "60,000 problems",
    ),
    "edges-twice": _text(
        _steps(2) + "edges:\n" + "- {from: s0, to: s1}\n" * MAX_EDGES, "19,999 problems"
    ),
    "ids-twice": _text(
        "name: x\nsteps:\n" + "- {id: a, name: a, kind: end}\n" * MAX_STEPS, "4,999 problems"
    ),
    "unknown-keys-everywhere": _text(
        _steps(MAX_STEPS, ", a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7"), "35,000 problems"
    ),
    "script-as-an-address": _text(
        "name: a\nsteps: [{id: a, name: b, kind: end, assets: [{name: c, url: 'javascript:x'}]}]\n",
        "expected an address that begins with http://, https:// or mailto:",
    ),
    "right-to-left-override": _text('name: x\n"\u202egnp.exe": 1\n', "Found the key"),
}  # fmt: skip
