"""Plain data is read as a process, or refused as a whole with every problem at once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from tests.any_process import processes
from tests.examples import examples
from touchline.checking.wellformed import read_process, write_process
from touchline.model.errors import NotWellFormed
from touchline.model.limits import MAX_EDGES, MAX_PROBLEMS, MAX_STEPS
from touchline.model.process import Process

GAP = {"rule": "gap", "reason": "procurement"}


def data(**changes: Any) -> dict[str, Any]:
    """A small well-formed process in plain data, with changes."""
    return {
        "touchline": 1,
        "name": "Small",
        "stages": ["Discovery"],
        "steps": [
            {"id": "lead", "name": "Lead arrives", "kind": "start"},
            {"id": "first-call", "name": "First call", "kind": "contact", "stage": "Discovery"},
            {"id": "won", "name": "Won", "kind": "end", "outcome": "won"},
        ],
        "edges": [
            {"from": "lead", "to": "first-call", "max_wait": "1 day"},
            {"from": "first-call", "to": "won", "max_wait": 2},
        ],
    } | changes


def problems(document: object) -> list[tuple[str, str]]:
    with pytest.raises(NotWellFormed) as refused:
        read_process(document)
    return [(problem.path, problem.message) for problem in refused.value.problems]


def only_problem(document: object) -> tuple[str, str]:
    found = problems(document)
    assert len(found) == 1, found
    return found[0]


def with_step(**changes: Any) -> dict[str, Any]:
    document = data()
    document["steps"][1] |= changes
    return document


def with_edge(**changes: Any) -> dict[str, Any]:
    document = data()
    document["edges"][1] |= changes
    return document


@examples(50)
@given(processes())
def test_reading_what_was_written_gives_the_same_process(process: Process) -> None:
    written = write_process(process)
    assert read_process(json.loads(json.dumps(written))) == process
    assert write_process(read_process(written)) == written


def test_absent_fields_are_left_out_and_keys_keep_the_order_of_the_format() -> None:
    written = write_process(read_process(data()))
    assert list(written) == [
        *("touchline", "name", "days", "max_gap", "warn_gap", "stages", "steps", "edges"),
    ]
    assert written["steps"][0] == {"id": "lead", "name": "Lead arrives", "kind": "start"}
    assert written["edges"][1] == {"from": "first-call", "to": "won", "max_wait": "2 days"}


def test_positions_are_kept_to_a_tenth_of_a_pixel_and_shares_as_numbers() -> None:
    document = with_step(position={"x": 10.04, "y": -3})
    document["edges"][0]["share"] = 1.0
    written = write_process(read_process(document))
    assert written["steps"][1]["position"] == {"x": 10, "y": -3}
    assert written["edges"][0]["share"] == 1


def test_the_default_warning_never_comes_later_than_the_limit() -> None:
    assert str(read_process(data(max_gap="2 days")).warn_gap) == "2 days"
    assert str(read_process(data(max_gap="9 days")).warn_gap) == "3 days"


@pytest.mark.parametrize(
    ("document", "path", "message"),
    [
        (None, "", "found nothing, expected a process, that is a group of keys"),
        ([], "", "found an empty list, expected a process"),
        (data(name=2024), "name", "found 2024, expected text; put it in quotes."),
        (data(name=["x"]), "name", "found a list, expected text."),
        (data(name=" "), "name", "found empty text, expected text that is not empty."),
        (data(touchline=2), "touchline", "found version 2 of the format, expected 1, the only"),
        (data(touchline=True), "touchline", "found version true of the format"),
        (data(dyas="calendar"), "dyas", "Did you mean “days”?"),
        (data(days="workdays"), "days", "Did you mean “business”?"),
        (data(max_gap="0 days"), "max_gap", "found 0 days, expected a length of time that is more"),
        (data(stages=["Discovery", "Discovery "]), "stages[1]", "again, as in stages[0]"),
        (data(stages="Discovery"), "stages", "found “Discovery”, expected a list of names."),
        (with_step(kind="contat"), "steps[1].kind", "Did you mean “contact”?"),
        (with_step(kind="call"), "steps[1].kind", "Did you mean “contact”?"),
        (with_step(chanel="call"), "steps[1].chanel", "Did you mean “channel”?"),
        (with_step(channel="vidoe call"), "steps[1].channel", "Did you mean “video call”?"),
        (with_step(channel="Phone"), "steps[1].channel", "Did you mean “call”?"),
        (with_step(stage="Discovry"), "steps[1].stage", "Did you mean “Discovery”?"),
        (with_step(outcome="won"), "steps[1].outcome", "expected an outcome on ends only."),
        (with_step(duration="4 fortnights"), "steps[1].duration", "expected a length of time"),
        (with_step(duration=-1), "steps[1].duration", "found -1, expected a length of time that"),
        (with_step(position={"x": 1}), "steps[1].position.y", "found nothing, expected `y`"),
        (with_step(assets=[{"name": "a", "url": "javascript:alert(1)"}]), "steps[1].assets[0].url",
         "expected an address that begins with http://, https:// or mailto:"),
        (with_step(allow=[{"rule": "gap"}]), "steps[1].allow[0].reason", "which must be given"),
        (with_step(allow=[GAP | {"up_to": "a while"}]), "steps[1].allow[0].up_to",
         "found “a while”, expected a length of time such as"),
        (with_step(allow=[GAP | {"upto": "6 days"}]), "steps[1].allow[0].upto",
         "Did you mean “up_to”?"),
        (with_edge(allow=[GAP, GAP | {"rule": "dead-end", "up_to": 6}]), "edges[1].allow[1].up_to",
         "found an end for the waiver of the rule “dead-end”, expected `up_to` with gap or "
         "gap-near-limit only, the rules that report a number of days."),
        (with_edge(to="wonn"), "edges[1].to", "Did you mean “won”?"),
        (with_edge(to="First call"), "edges[1].to", "Did you mean “first-call”?"),
        (with_edge(share=True), "edges[1].share",
         "found true, expected a number from 0 to 1, or a percentage such as 20%."),
        (with_edge(share=2), "edges[1].share",
         "found 2, expected a number from 0 to 1, or a percentage such as 20%."),
        (with_edge(share=float("nan")), "edges[1].share", "found nan, expected a number"),
        (with_edge(source="lead"), "edges[1].source", "Did you mean “from”?"),
        (with_edge(**{"from": "lead", "to": "first-call"}), "edges[1]", "as in edges[0]"),
        (with_edge(**{"a b\x1b[2J": 1}), 'edges[1]["a b [2J"]', "found the key `a b [2J`"),
        (with_edge(to="x\ud800"), "edges[1].to", "expected the id of a step"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_plain_words(document: object, path: str, message: str) -> None:
    if not message:
        read_process(document)
        return
    found_path, found_message = only_problem(document)
    assert found_path == path
    assert message in found_message


def test_every_problem_is_reported_at_once_in_the_order_of_the_document() -> None:
    document = data(name=5, max_gap="soon")
    document["steps"][0]["id"] = "first-call"
    document["steps"][2]["kind"] = "ende"
    document["edges"][0]["max_wiat"] = "1 day"
    assert [path for path, _ in problems(document)] == [
        "name",
        "steps[1].id",
        "steps[2].kind",
        "edges[0].from",
        "edges[0].max_wiat",
        "max_gap",
    ]


def test_limits_are_looked_at_before_anything_else_and_named_in_the_error() -> None:
    assert problems(data(steps=[None] * (MAX_STEPS + 1), edges=[None] * (MAX_EDGES + 1))) == [
        ("steps", "found 5,001 steps, expected at most 5,000."),
        ("edges", "found 20,001 edges, expected at most 20,000."),
    ]


def test_a_thousand_problems_are_counted_and_the_first_ones_listed() -> None:
    with pytest.raises(NotWellFormed) as refused:
        read_process(data(edges=[{"from": "lead", "to": f"no-{i}"} for i in range(1000)]))
    assert len(refused.value.problems) == MAX_PROBLEMS
    assert refused.value.unlisted == 1000 - MAX_PROBLEMS


def test_fields_named_as_in_the_code_are_not_accepted_for_their_names_in_the_format() -> None:
    document = data(edges=[{"source": "lead", "target": "won"}])
    assert [path for path, _ in problems(document)] == [
        "edges[0].from", "edges[0].to", "edges[0].source", "edges[0].target",
    ]  # fmt: skip
