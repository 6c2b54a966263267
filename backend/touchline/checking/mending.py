"""Fix everything that can be fixed without losing anything."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from typing import NamedTuple

from touchline.checking.analysis import Stretch
from touchline.checking.fixes import Change, Fix, changes
from touchline.checking.fixes.filling import Filling, close_new_gaps
from touchline.checking.report import Report, check
from touchline.checking.rules import Finding, rules_by_id
from touchline.checking.rules.gap import Gap
from touchline.checking.waivers import allows
from touchline.model.errors import FixNotPossible, TouchlineError
from touchline.model.process import MEASURED_RULES, Process

ORDER = ("no-start", "unreachable", "dead-end", "wait-missing", "endless-silence", "gap")
"""The rules that *fix all* mends, in the order in which one's fix can give work to the next."""


class Mended(NamedTuple):
    """A process after its fixes, with what they change."""

    process: Process
    changes: tuple[Change, ...]


def is_made_by_all(finding: Finding, fix: Fix) -> bool:
    """Whether *fix all* may make a fix of a finding, rather than leave it to a person."""
    return finding.rule in ORDER and finding.waived is None and not fix.needs_a_person


def apply_fix(process: Process, finding_id: str, fix_id: str) -> Mended:
    """Apply one fix of one finding.

    Raises FixNotPossible when the process has no such finding, or the finding no such fix.
    """
    for finding in check(process).findings:
        if finding.id == finding_id:
            for fix in finding.fixes:
                if fix.id == fix_id:
                    mended = fix.apply(process)
                    return Mended(mended, changes(process, mended))
            offered = ", ".join(fix.id for fix in finding.fixes) or "none"
            raise FixNotPossible(f"“{finding_id}” has no fix “{fix_id}”; it offers {offered}.")
    raise FixNotPossible(f"The process has no finding “{finding_id}” any more.")


def fix_all(process: Process, rule: str | None = None, *, leave: Collection[str] = ()) -> Mended:
    """Apply the first fix of every finding, of one rule or of all, until nothing is left to fix.

    Of all means of those in ORDER that are not among those to `leave`. Fixes that would delete
    something or guess are left to a person, and waived findings are left alone.

    Raises TouchlineError for a rule that is not there, FixNotPossible where the fixes would take
    the process over a limit; nothing is mended then.
    """
    if rule is not None and rule not in rules_by_id():
        raise TouchlineError(f"There is no rule “{rule}”.")
    wanted = (rule,) if rule is not None else [name for name in ORDER if name not in leave]
    mended, before = process, None
    # A fix can make another possible: once there is an end, dead ends can be led to it.
    while mended is not before:
        before = mended
        for name in wanted:
            mended = _fix_rule(mended, name)
    return Mended(mended, changes(process, mended))


def _fix_rule(process: Process, rule: str) -> Process:
    """Mend all findings of one rule, as many from one analysis as do not touch the same place."""
    if rule in MEASURED_RULES:
        return _fill_all(process, rule)
    while True:
        report = check(process, (rules_by_id()[rule],))
        chosen = _independent(report)
        if not chosen:
            return process
        changed = process
        for kind, fixes in groupby(chosen, _kind):
            changed = kind.change_all(list(fixes), report.analysis, changed)
        process = close_new_gaps(report.analysis, changed)


def _fill_all(process: Process, rule: str) -> Process:
    """Put touches on all silences that are gaps, or near the limit, and are not waived.

    The same as one fix of each finding after the other, without a report in between.
    """
    gaps = rule == Gap.id
    longest = process.minutes(process.max_gap)
    filling = Filling(process, longest if gaps else min(longest, process.minutes(process.warn_gap)))

    def wanted(stretch: Stretch) -> bool:
        if (stretch.minutes > longest) is not gaps:
            return False
        return not allows(process, filling.waivers_at(stretch), rule, stretch.minutes)

    while chosen := filling.independent(wanted):
        filling.fresh.clear()
        for stretch in chosen:
            filling.fill([stretch])
        # A touch on an edge that silences share takes the place of a contact in the others, too.
        while opened := filling.independent_fresh(lambda stretch: stretch.minutes > longest):
            filling.fill(opened)
    return filling.process


def _kind(fix: Fix) -> type[Fix]:
    return type(fix)


def _independent(report: Report) -> list[Fix]:
    chosen: list[Fix] = []
    claimed: set[object] = set()
    for finding in report.findings:
        fix = next((fix for fix in finding.fixes if not fix.needs_a_person), None)
        if fix is None or finding.waived is not None or not claimed.isdisjoint(fix.touches):
            continue
        claimed.update(fix.touches)
        chosen.append(fix)
    return chosen
