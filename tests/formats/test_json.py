"""JSON read: the same errors as of YAML, with the same places; hostile texts are refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchline.formats.json import read
from touchline.formats.json_places import places_of
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_NESTING

SALE = """\
{
\t"touchline": 1,
\t"name": "Sale \\ud83d\\ude42 \\/",
\t"steps": [
\t\t{"id": "lead", "name": "Lead", "kind": "start"},
\t\t{"id": "won", "name": "Won", "kind": "end", "outcome": "won"}
\t],
\t"edges": [{"from": "lead", "to": "won", "max_wait": 2}]
}
"""


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(NotWellFormed) as refused:
        read(text, "sale.json")
    return tuple(refused.value.problems)


def test_json_that_no_yaml_reader_takes_is_read() -> None:
    """Tabs that indent, escaped pairs of surrogates, an escaped slash, a byte order mark."""
    process = read("\ufeff" + SALE).process
    assert process.name == "Sale 🙂 /"
    assert process.edges[0].max_wait is not None
    assert str(process.edges[0].max_wait) == "2 days"


def test_every_mistake_is_said_with_its_line_column_and_that_line() -> None:
    text = SALE.replace('"start"', '"strat"').replace('"to": "won"', '"to": "wno"')
    first, second = problems(text)
    assert (first.path, first.line, first.column) == ("steps[0].kind", 5, 42)
    assert first.hint == "start"
    assert first.quote == text.splitlines()[4].replace("\t", " ")
    assert (second.path, second.line, second.column) == ("edges[0].to", 8, 35)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('{"name": "A",}', 1, "not JSON"),
        ('{\n"name": "A"\n"steps": []}', 3, "not JSON"),
        ("", 1, "not JSON"),
        ('{"name": "' + '\\"' * 300_000, 1, "not JSON"),
    ],
)
def test_what_is_not_json_is_said_with_the_place(text: str, line: int, says: str) -> None:
    (problem,) = problems(text)
    assert problem.line == line
    assert says in problem.found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"name": "A", "name": "B"}', "the key “name” twice"),
        ('{"name": "A", "max_gap": NaN}', "NaN"),
        ('{"name": ' + "1" * 5_000 + "}", "digits"),
        ("[" * 900_000, f"nested {900_000} deep"),
        ('{"a":' * 51 + "1" + "}" * 51, f"nested {MAX_NESTING + 1} deep"),
    ],
)
def test_json_that_could_be_read_two_ways_or_without_end_is_refused(text: str, found: str) -> None:
    (problem,) = problems(text)
    assert found in problem.found


def test_brackets_in_a_text_are_no_nesting() -> None:
    assert read(SALE.replace('"Lead"', json.dumps("[{" * 200))).process.steps[0].name == "[{" * 200


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_at_each_place_stands_the_value_that_is_there(
    value: Any, indent: int | str | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    if "\u2028" in text or "\x85" in text or "\u2029" in text:
        return  # where splitlines of Python counts lines that JSON has not

    def stands_there(value: Any, places: Any) -> None:
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in entries:
            spot = places[key]
            offset = starts[spot.value.line] + spot.value.column
            assert json.JSONDecoder().raw_decode(text, offset)[0] == inner
            if isinstance(value, dict):
                offset = starts[spot.key.line] + spot.key.column
                assert json.JSONDecoder().raw_decode(text, offset)[0] == key
            if isinstance(inner, dict | list):
                stands_there(inner, spot.inside)

    if isinstance(value, dict | list):
        stands_there(value, places_of(text))
    else:
        assert places_of(text) is None
