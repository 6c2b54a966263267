"""The order in which a deal runs through a process, as the playbook and the outline tell it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.core.processes import processes
from tests.twins import cases
from touchline.checking.analysis.run_order import run_order
from touchline.model.process import Edge, Kind, Process, Step


def ids(process: Process) -> list[str]:
    return [step.id for step in run_order(process)]


@pytest.mark.parametrize("case", cases("run_order"), ids=lambda case: case["what"])
def test_steps_are_told_as_a_deal_comes_to_them(case: dict[str, str]) -> None:
    told = Process(
        name="Test",
        steps=tuple(
            Step(id=step, name=step, kind=Kind.START if step.startswith("start") else Kind.CONTACT)
            for step in case["steps"].split()
        ),
        edges=tuple(
            Edge(source=source, target=target)
            for source, _, target in (pair.partition(">") for pair in case["edges"].split())
        ),
    )
    assert ids(told) == case["order"].split()


@given(processes())
def test_every_step_is_there_once(process: Process) -> None:
    assert sorted(ids(process)) == sorted(step.id for step in process.steps)
