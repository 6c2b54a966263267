"""What `touchline check` does, without the parsing of its arguments."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from touchline.checking.rules import Severity
from touchline.cli.checked import Checked, check_one, exit_code
from touchline.cli.folders import files_in
from touchline.cli.output import write_for_programs
from touchline.collector import collector_at_rest
from touchline.model.duration import Duration


def check_files(
    files: Sequence[str],
    form: str = "text",
    max_gap: Duration | None = None,
    fail_on: Severity = Severity.ERROR,
) -> int:
    """Check every file, and every process in the folders among them, write what was found to
    standard output, and give the exit code.

    `form` is text, json, sarif or github: the module `report_<form>` here writes it. Files that
    cannot be used are complained about on standard error, whatever the form.
    """
    with collector_at_rest():
        found = files_in(files)
        checked = [check_one(file, max_gap) for file in found.files]
        checked += [Checked(error.name, error=error) for error in found.errors]
    report = importlib.import_module(f"touchline.cli.report_{form}").report
    text = report(checked)
    if form == "text":
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_for_programs(text)
    for one in checked:
        if one.error is not None:
            from touchline.cli.complaint import complain

            complain(one.error)
    if found.left_out:
        _tell_of(found.left_out)
    return exit_code(checked, fail_on)


def _tell_of(left_out: Sequence[str]) -> None:
    """Say which YAML files of a folder were passed over, so that none is in silence."""
    from touchline.cli.screen import Screen, clean

    screen = Screen(sys.stderr)
    are = "one YAML file is no process" if len(left_out) == 1 else "these YAML files are no process"
    listed = ", ".join(clean(name) for name in left_out[:_MOST_TOLD])
    more = f" and {len(left_out) - _MOST_TOLD} more" if len(left_out) > _MOST_TOLD else ""
    screen.line(f"Not checked, since {are} (no `touchline`, `steps` or `edges`): {listed}{more}.")
    screen.show()


_MOST_TOLD = 5
