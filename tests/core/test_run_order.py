"""The order in which a deal runs through a process, as the playbook and the outline tell it."""

from __future__ import annotations

from hypothesis import given

from tests.core.processes import processes
from touchline.checking.analysis.run_order import run_order
from touchline.checking.notation import process
from touchline.model.process import Process


def ids(process: Process) -> list[str]:
    return [step.id for step in run_order(process)]


def test_a_step_put_in_afterwards_stands_where_a_deal_comes_to_it() -> None:
    later = process("won 0d\nproposal -> won 1d\nstart -> call 1d -> proposal 1d")
    assert ids(later) == ["start", "call", "proposal", "won"]


def test_a_branch_is_told_to_its_end_and_where_branches_meet_comes_after_both() -> None:
    meeting = process("start -> <ask> 0d -yes-> a 1d -> meet 1d\n<ask> -no-> b 1d -> meet 1d")
    assert ids(meeting) == ["start", "ask", "a", "b", "meet"]


def test_a_loop_keeps_its_entry_first_and_what_no_start_leads_to_comes_last() -> None:
    looped = process("lonely 1d\nstart -> a 1d -> b 1d -> a 1d")
    assert ids(looped) == ["start", "a", "b", "lonely"]


@given(processes())
def test_every_step_is_there_once(process: Process) -> None:
    assert sorted(ids(process)) == sorted(step.id for step in process.steps)
