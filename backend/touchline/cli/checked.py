"""Files read and checked, before anything is said about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from touchline.checking.report import Report
from touchline.checking.rules import Severity
from touchline.checking.ruleset import RuleSet
from touchline.cli import SOUND, UNSOUND, UNUSABLE
from touchline.cli.project import project_of
from touchline.formats import formats_by_id, readable
from touchline.formats.file import STANDARD_INPUT, read_bytes
from touchline.formats.source import Source
from touchline.model.duration import Duration
from touchline.model.errors import NotWellFormed
from touchline.model.process import Process


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with its report, or with the error that says why it has none."""

    file: str
    source: Source | None = None
    report: Report | None = None
    error: NotWellFormed | None = None
    ruleset: RuleSet = field(default_factory=RuleSet)


def read_file(file: str, form: str | None = None) -> Source:
    """The process in a file, `-` being standard input; in the format `form`, else in the one that
    the ending says, else in YAML. Raises NotWellFormed."""
    name = "<stdin>" if file == STANDARD_INPUT else file
    format = readable(file) if form is None else formats_by_id()[form]
    try:
        return format.read(read_bytes(file), name)
    except NotWellFormed as error:
        error.name = name
        raise


def check_one(file: str, max_gap: Duration | None = None) -> Checked:
    """Read and check one file by the rules of its project, with another longest silence than its
    own if one is given. Raises NotWellFormed for a project's own file that cannot be used."""
    name = "<stdin>" if file == STANDARD_INPUT else file
    ruleset = project_of("." if file == STANDARD_INPUT else file).ruleset
    try:
        source = read_file(file)
    except NotWellFormed as error:
        return Checked(name, error=error)
    report = ruleset.check(_with_limit(source.process, max_gap))
    return Checked(name, source, report, ruleset=ruleset)


def exit_code(checked: Iterable[Checked], fail_on: Severity = Severity.ERROR) -> int:
    """2 when a file cannot be used, else 1 when one has a finding as grave as `fail_on` that is not
    waived, else 0."""
    return max((_code(one, fail_on) for one in checked), default=SOUND)


def _code(one: Checked, fail_on: Severity) -> int:
    if one.report is None:
        return UNUSABLE
    counts = one.report.counts
    grave = list(Severity)[: list(Severity).index(fail_on) + 1]
    return UNSOUND if any(counts[severity] for severity in grave) else SOUND


def _with_limit(process: Process, max_gap: Duration | None) -> Process:
    if max_gap is None:
        return process
    warn_gap = min(process.warn_gap, max_gap, key=process.minutes)
    return process.model_copy(update={"max_gap": max_gap, "warn_gap": warn_gap})
