"""What `touchline check` does, without the parsing of its arguments."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from touchline.checking.rules import Severity
from touchline.cli.checked import check_one, exit_code
from touchline.cli.output import write_for_programs
from touchline.collector import collector_at_rest
from touchline.model.duration import Duration


def check_files(
    files: Sequence[str],
    form: str = "text",
    max_gap: Duration | None = None,
    fail_on: Severity = Severity.ERROR,
) -> int:
    """Check every file, write what was found to standard output, and give the exit code.

    `form` is text, json, sarif or github: the module `report_<form>` here writes it. Files that
    cannot be used are complained about on standard error, whatever the form.
    """
    with collector_at_rest():
        checked = [check_one(file, max_gap) for file in files]
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
    return exit_code(checked, fail_on)
