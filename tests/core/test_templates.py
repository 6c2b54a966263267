"""Every template is a process that a practitioner can start from."""

from __future__ import annotations

from collections import Counter

import pytest

from touchline.checking.report import check
from touchline.formats.yaml import reader as yaml_reader
from touchline.formats.yaml import writer as yaml_writer
from touchline.model.errors import TouchlineError
from touchline.model.process import CONTENT_CHANNELS, Kind, Process
from touchline.templates import load, names

EVERY_TEMPLATE = pytest.mark.parametrize("name", names())


def process(name: str) -> Process:
    return load(name)[0]


def test_there_are_at_least_twelve_ways_of_selling() -> None:
    assert len(names()) >= 12
    assert len({process(name).name for name in names()}) == len(names())


@EVERY_TEMPLATE
def test_it_is_sound_and_thought_through(name: str) -> None:
    report = check(process(name))
    assert [f.message for f in report.findings if f.is_error] == []
    assert report.detail_score >= 90
    assert 12 <= len(report.process.steps) <= 40
    assert report.longest_gap_days is not None


@EVERY_TEMPLATE
def test_it_branches_goes_round_and_ends_in_more_than_one_way(name: str) -> None:
    found = process(name)
    exits = Counter(edge.source for edge in found.edges)
    assert any(exits[step.id] > 1 for step in found.steps if step.kind is Kind.DECISION)
    assert len({step.outcome for step in found.steps if step.kind is Kind.END}) > 1
    order = {step.id: place for place, step in enumerate(found.steps)}
    assert any(order[edge.target] < order[edge.source] for edge in found.edges)


@EVERY_TEMPLATE
def test_every_detail_of_every_step_is_filled(name: str) -> None:
    for step in process(name).steps:
        assert step.stage, step.id
        if step.kind is Kind.CONTACT:
            assert step.owner, step.id
            assert step.purpose, step.id
            assert step.prospect_gain, step.id
            assert step.checklist, step.id
            assert step.exit_criteria, step.id
            assert step.channel, step.id


def test_all_kinds_of_content_are_sent() -> None:
    sent = {step.channel for name in names() for step in process(name).steps}
    assert sent.issuperset(CONTENT_CHANNELS)


@EVERY_TEMPLATE
def test_editors_find_the_schema_and_reading_and_writing_loses_nothing(name: str) -> None:
    text = load(name)[1]
    assert text.startswith("# yaml-language-server: $schema=touchline.schema.json\n")
    assert yaml_reader.read(yaml_writer.write(process(name)), name).process == process(name)


def test_a_mistyped_template_is_answered_with_the_nearest() -> None:
    with pytest.raises(TouchlineError, match="inbound-demo"):
        load("inbound-demos")
