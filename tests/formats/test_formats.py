"""The registry of formats, and what holds for every format in it."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from tests.any_process import processes

from touchline import templates
from touchline.checking.notation import process as notated
from touchline.formats import Format, all_formats, formats_by_id, readable, writable
from touchline.formats.format import Choices
from touchline.formats.listing import listing
from touchline.model.errors import NotWellFormed, TouchlineError
from touchline.model.process import Process

SALE = notated("start -> call 1d -> won 2d", name="Sale & “more” 🙂")
BEGINNINGS = {
    "svg": b"<svg",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "dot": b"digraph",
    "html": b"<!doctype html>",
    "yaml": b"#",
    "json": b"{",
}
BOTH_WAYS = [one for one in all_formats() if one.reads and one.writes]


def written(format: Format, process: Process = SALE) -> bytes:
    assert format.writes is not None
    return format.writes(process, Choices()).content


def test_each_has_a_name_endings_and_media_types_that_no_other_has() -> None:
    formats = all_formats()
    for values in (
        [one.id for one in formats],
        [one.name for one in formats],
        [one.rank for one in formats],
        list(chain.from_iterable(one.endings for one in formats)),
        list(chain.from_iterable(one.media_types for one in formats)),
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []
    assert all(one.use and one.endings and one.media_types for one in formats)
    assert all(one.reads or one.writes for one in formats)


@pytest.mark.parametrize("format", all_formats(), ids=lambda one: one.id)
def test_each_writes_what_its_name_promises(format: Format) -> None:
    assert written(format).lstrip().lower().startswith(BEGINNINGS[format.id].lower())
    for ending in format.endings:
        assert writable(f"some.folder/Sale.{ending.upper()}") is format


@pytest.mark.parametrize("format", BOTH_WAYS, ids=lambda one: one.id)
@pytest.mark.parametrize("template", templates.names())
def test_what_a_format_writes_it_reads_back(format: Format, template: str) -> None:
    process, _ = templates.load(template)
    content = written(format, process)
    for ending in format.endings:
        assert readable(f"sale.{ending}").read(content, "sale").process == process


@pytest.mark.parametrize("format", BOTH_WAYS, ids=lambda one: one.id)
@given(process=processes())
def test_so_it_does_with_whatever_a_process_can_hold(format: Format, process: Process) -> None:
    assert format.reads is not None
    assert format.reads(written(format, process), "any").process == process


def test_a_name_that_says_nothing_is_read_as_yaml() -> None:
    content = written(formats_by_id()["yaml"])
    for name in ("-", "sale", "sale.txt", "sale.svg"):
        assert readable(name).read(content, name).process == SALE


def test_a_name_that_says_nothing_is_not_written() -> None:
    with pytest.raises(TouchlineError, match=r"“\.pgn”.*Did you mean “png”\?"):
        writable("chart.pgn")
    with pytest.raises(TouchlineError, match="a name without an ending"):
        writable("chart")


@pytest.mark.parametrize("format", BOTH_WAYS, ids=lambda one: one.id)
@pytest.mark.parametrize("content", [b"", b"\xff", b"\x00", b"{", b"[]", b"5", b"null", b"{}"])
def test_a_file_that_is_none_of_ours_is_refused_with_what_was_expected(
    format: Format, content: bytes
) -> None:
    assert format.reads is not None
    with pytest.raises(NotWellFormed) as refused:
        format.reads(content, "odd")
    assert all(problem.found and problem.expected for problem in refused.value.problems)


def test_the_editor_lists_the_formats_that_there_are() -> None:
    """`make types` writes the list anew."""
    kept = Path(__file__).parents[2] / "frontend" / "src" / "model" / "formats.json"
    assert kept.read_text(encoding="utf-8") == listing()
