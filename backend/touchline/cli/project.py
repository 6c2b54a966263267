"""What a team has decided for a folder of processes: the nearest `touchline.toml`, upwards."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from touchline.checking.ruleset import RuleSet
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_FILE_BYTES
from touchline.model.nearest import nearest
from touchline.model.place import Place, describe, path, shorten

FILE = "touchline.toml"
OFF = "off"


@dataclass(frozen=True)
class Project:
    """The decisions of one file; without a file there are none."""

    file: Path | None = None
    ruleset: RuleSet = field(default_factory=RuleSet)


def project_of(file: str | Path) -> Project:
    """The project that a file belongs to: that of the nearest `touchline.toml` in its folder or
    above. For a folder, the one that files in it belong to.

    Raises NotWellFormed, with everything that is wrong, for a `touchline.toml` that cannot be used.
    """
    # os.path, unlike Path, answers for names that no file can have as well.
    place = Path(file).absolute()
    return _project_in(place if os.path.isdir(place) else place.parent)


def _project_in(folder: Path) -> Project:
    for above in (folder, *folder.parents):
        if os.path.isfile(above / FILE):
            return _read(above / FILE)
    return Project()


def _read(file: Path) -> Project:
    # Only a project that has decided something pays for these.
    import tomllib

    name = str(file)
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_FILE_BYTES + 1)
        data = tomllib.loads(content.decode())
    except OSError as error:
        raise _refusal(name, f"a file that cannot be read ({error.strerror})", "TOML") from None
    except UnicodeDecodeError:
        raise _refusal(name, "a file that is not UTF-8", "TOML in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise _refusal(name, f"text that is not TOML: {error}", "TOML") from None
    except RecursionError:
        raise _refusal(name, "a document nested too deeply", "a table `[rules]`") from None
    problems = list(_problems(data))
    if problems:
        raise NotWellFormed(problems, name)
    decided = {rule: _severity(value) for rule, value in data.get("rules", {}).items()}
    return Project(file, RuleSet(decided))


def _problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    from touchline.checking.rules import Severity, rules_by_id

    for key in data:
        if key != "rules":
            yield _wrong((key,), f"the key `{shorten(key)}`", "`[rules]`", nearest(key, ["rules"]))
    rules = data.get("rules", {})
    if not isinstance(rules, dict):
        yield _wrong(("rules",), describe(rules), 'a table such as `gap = "error"`')
        return
    words = [*Severity, OFF]
    for rule, value in rules.items():
        if rule not in rules_by_id():
            expected = "the id of a rule; `touchline explain` lists them"
            yield _wrong(
                ("rules", rule), f"“{shorten(rule)}”", expected, nearest(rule, rules_by_id())
            )
        if value not in words:
            expected = f"one of {', '.join(words)}"
            yield _wrong(("rules", rule), describe(value), expected, nearest(value, words))


def _severity(word: str) -> Any:
    from touchline.checking.rules import Severity

    return None if word == OFF else Severity(word)


def _wrong(place: Place, found: str, expected: str, hint: str | None = None) -> Problem:
    return Problem(path(place), found, expected, hint)


def _refusal(name: str, found: str, expected: str) -> NotWellFormed:
    return NotWellFormed([Problem("", found, expected)], name)
