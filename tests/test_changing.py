"""The list of what a change touches is true: its files are there, and no change needs too many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from touchline import templates
from touchline.checking.rules import all_rules
from touchline.formats import all_formats

ROOT = Path(__file__).parents[1]
MOST = {
    "A rule": 1,
    "A channel": 3,
    "A format": 1,
    "A command of the editor": 1,
    "A column of the outline": 3,
    "A stored field": 3,
    "A template": 1,
    "An option of the command line": 1,
    "A colour of the theme": 2,
    "A limit": 3,
}
"""The ten changes, and the most files that may have to be written by hand for each."""


@dataclass(frozen=True)
class Change:
    """One change: the files that it touches, and all paths that its part of the page names."""

    name: str
    files: tuple[str, ...]
    paths: tuple[str, ...]


def changes() -> list[Change]:
    page = (ROOT / "docs" / "changing.md").read_text(encoding="utf-8")
    made = []
    for part in page.split("\n## ")[1:]:
        name, text = part.split("\n", 1)
        files = re.findall(r"^- `([^`]+)`", text, re.MULTILINE)
        paths = re.findall(r"`((?:backend|frontend|tests|process_templates)/[^`]+)`", text)
        made.append(Change(name, tuple(files), tuple(paths)))
    return made


def matches(path: str) -> list[Path]:
    """What stands in the tree for a path in which a name in capitals is anyone's."""
    pattern = re.sub(r"\b[A-Z]{2,}\b|(?<=_)[A-Z]{2,}", "*", path).replace("src/*/", "src/**/")
    return list(ROOT.glob(pattern.replace("touchline/*.py", "touchline/**/*.py")))


def test_the_page_lists_the_ten_changes() -> None:
    assert [change.name for change in changes()] == list(MOST)


@pytest.mark.parametrize("change", changes(), ids=lambda change: change.name)
def test_every_file_it_names_is_there(change: Change) -> None:
    assert [path for path in change.paths if not matches(path)] == []


@pytest.mark.parametrize("change", changes(), ids=lambda change: change.name)
def test_no_change_touches_more_files_than_it_may(change: Change) -> None:
    assert 1 <= len(change.files) <= MOST[change.name]


def test_what_needs_one_file_is_found_without_a_list() -> None:
    rules = ROOT / "backend" / "touchline" / "checking" / "rules" / "cases"
    assert {rule.id for rule in all_rules()} == {file.stem for file in rules.glob("*.yaml")}
    kept = ROOT / "process_templates"
    assert set(templates.names()) == {file.stem for file in kept.glob("*.yaml")}
    formats = ROOT / "backend" / "touchline" / "formats"
    given = [
        file
        for file in (*formats.glob("*.py"), *formats.glob("*/__init__.py"))
        if re.search(r"^FORMAT\b", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(given) == len(all_formats()) > 0
