"""Loops of tasks and decisions are broken on the edges that an analysis anew would choose."""

from __future__ import annotations

from hypothesis import given, settings

from tests.core.processes import processes
from touchline.checking.analysis import Analysis
from touchline.checking.fixes import BreakLoop, SetWait
from touchline.checking.fixes.fix import Fix
from touchline.checking.fixes.loops import edges_back
from touchline.checking.mending import fix_all
from touchline.checking.report import check
from touchline.checking.wellformed import read_process
from touchline.model.process import Process


def broken_one_by_one(process: Process, component: tuple[str, ...]) -> list[tuple[str, str]]:
    """The edges to break, each found after the one before has been taken out."""
    broken: list[tuple[str, str]] = []
    while True:
        edges = tuple(edge for edge in process.edges if edge.pair not in broken)
        now = Analysis(process.model_copy(update={"edges": edges}))
        left = [
            loop for loop in now.silence.endless_components if not set(loop).isdisjoint(component)
        ]
        if not left:
            return broken
        first, graph = left[0][0], now.graph
        back = [step for step in graph.predecessors[first] if step in left[0]]
        broken.append((max(back, key=graph.index.__getitem__), first))


@settings(max_examples=200)
@given(processes(most_steps=10, most_edges=26))
def test_loops_are_broken_where_one_after_the_other_would_be(process: Process) -> None:
    analysis = Analysis(process)
    for component in analysis.silence.endless_components:
        assert list(edges_back(analysis.graph, component)) == broken_one_by_one(process, component)


def test_many_loops_and_waits_are_mended_from_one_analysis_each() -> None:
    """As one by one, which takes as many passes over the process as there are faults."""
    pairs = [(f"a{i}", f"b{i}") for i in range(20)] + [(f"b{i}", f"a{i}") for i in range(20)]
    process = read_process(
        {
            "name": "Twenty loops",
            "steps": [
                {"id": f"{side}{i}", "name": f"{side}{i}", "kind": "task", "duration": "1 day"}
                for i in range(20)
                for side in "ab"
            ],
            "edges": [{"from": a, "to": b} for a, b in pairs],
        }
    )
    report = check(process)
    for kind, count in ((BreakLoop, 20), (SetWait, 40)):
        fixes: list[Fix] = [f for found in report.findings for f in found.fixes if type(f) is kind]
        assert len(fixes) == count
        one_by_one = process
        for fix in fixes:
            one_by_one = fix.change(report.analysis, one_by_one)
        assert kind.change_all(fixes, report.analysis, process) == one_by_one  # type: ignore[arg-type]
    mended = check(fix_all(process).process)
    assert not {"wait-missing", "endless-silence", "gap"} & {f.rule for f in mended.findings}
