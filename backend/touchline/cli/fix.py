"""`touchline fix`: close the gaps and mend what else can be mended, in the file itself."""

from __future__ import annotations

import difflib
import sys
from typing import Annotated

import typer

from touchline.checking.mending import Mended, fix_all
from touchline.checking.report import Report
from touchline.checking.rules import Severity
from touchline.cli import SOUND, UNSOUND
from touchline.cli.app import new_command
from touchline.cli.checked import read_file
from touchline.cli.output import STANDARD_OUTPUT, write_bytes, write_file_text
from touchline.cli.project import project_of
from touchline.cli.screen import Screen, clean

command = new_command()


@command.command()
def fix(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A process; `-` is standard input.")],
    rule: Annotated[
        str | None, typer.Option(metavar="RULE", help="Mend the findings of one rule only.")
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help="Change the file (for `-`: print all of it) and no diff."),
    ] = False,
) -> None:
    """Mend what can be mended without losing anything; print the change, or make it.

    Comments, order and style of the file are kept; rules that touchline.toml switches off are left
    alone. Exits with 0 when the mended process is sound, 1
    when errors are left, 2 when the file cannot be used.

    Example: touchline fix inbound-demo.yaml --rule gap --write
    """
    from touchline.formats.yaml.writer import update

    if rule is not None:
        from touchline.cli.explain import rule_named

        rule_named(rule)
    source = read_file(file)
    ruleset = project_of("." if file == STANDARD_OUTPUT else file).ruleset
    mended = fix_all(source.process, rule, leave=ruleset.off)
    after = update(source.text, mended.process)
    if write:
        if after != source.text or file == STANDARD_OUTPUT:
            write_bytes(file, after.encode())
    else:
        write_file_text(_difference(source.text, after, source.name))
    report = ruleset.check(mended.process)
    _tell(mended, report, written=write and after != source.text)
    raise typer.Exit(SOUND if report.sound else UNSOUND)


def _difference(before: str, after: str, name: str) -> str:
    """A unified diff that `patch` takes."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
    )
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}\n" for line in lines)


_NO_LINE_END = "\\ No newline at end of file"


def _tell(mended: Mended, report: Report, *, written: bool) -> None:
    screen = Screen(sys.stderr)
    for change in mended.changes:
        screen.line(clean(change.done if written else change.plan))
    errors = report.counts[Severity.ERROR]
    left = (
        f"{errors} error{'' if errors == 1 else 's'} left." if errors else "The process is sound."
    )
    if not mended.changes:
        screen.line(f"Nothing to mend. {left}")
    elif written:
        screen.line(f"Written. {left}")
    else:
        screen.line(f"{left} Nothing is changed yet: --write does it.")
    screen.show()
