"""Each rule's cases hold: the sound are silent, the faulty are found, the mended are as shown."""

from __future__ import annotations

import pytest

from touchline.checking.mending import apply_fix
from touchline.checking.report import check
from touchline.checking.rules import Rule, all_rules
from touchline.checking.rules.cases import Faulty, Sound, cases
from touchline.model.process import Process

SOUND = [(rule, case) for rule in all_rules() for case in cases(rule.id).sound]
FAULTY = [(rule, case) for rule in all_rules() for case in cases(rule.id).faulty]


def by_rule_and_words(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(getattr(value, "says", value))


@pytest.mark.parametrize(("rule", "case"), SOUND, ids=by_rule_and_words)
def test_a_sound_case_has_nothing_that_the_rule_reports(rule: Rule, case: Sound) -> None:
    assert check(case.process, (rule,)).findings == ()


@pytest.mark.parametrize("case", [case for _, case in SOUND], ids=by_rule_and_words)
def test_a_sound_case_is_sound_by_every_rule_of_severity_error(case: Sound) -> None:
    assert [f.message for f in check(case.process).findings if f.is_error] == []


@pytest.mark.parametrize(("rule", "case"), FAULTY, ids=by_rule_and_words)
def test_a_faulty_case_has_exactly_the_findings_it_names(rule: Rule, case: Faulty) -> None:
    found = check(case.process, (rule,)).findings
    assert [finding.steps for finding in found] == [wanted.steps for wanted in case.findings]
    for finding, wanted in zip(found, case.findings, strict=True):
        assert finding.days == wanted.days
        if wanted.edges is not None:
            assert finding.edges == wanted.edges


@pytest.mark.parametrize(
    ("rule", "case"), [(rule, case) for rule, case in FAULTY if case.mended], ids=by_rule_and_words
)
def test_each_fix_of_a_faulty_case_makes_what_the_case_shows(rule: Rule, case: Faulty) -> None:
    finding = check(case.process, (rule,)).findings[0]
    for mended in case.mended:
        made = apply_fix(case.process, finding.id, mended.fix).process
        assert skeleton(made) == skeleton(mended.process)
        assert check(made, (rule,)).findings == ()


@pytest.mark.parametrize("rule", all_rules(), ids=by_rule_and_words)
def test_a_rule_says_what_it_reports_and_why_it_matters(rule: Rule) -> None:
    assert rule.reports[0].islower() or rule.reports[0] == "a"
    assert rule.why.endswith(".")
    assert cases(rule.id).sound
    assert cases(rule.id).faulty


def skeleton(process: Process) -> tuple[object, object]:
    """The graph of a process without its details: kinds of steps, waits and conditions."""
    return (
        {step.id: (step.kind, step.channel, step.outcome) for step in process.steps},
        {(e.source, e.target): (process.minutes(e.max_wait), e.when) for e in process.edges},
    )
