"""YAML is read as people mean it, and refused as a whole with every mistake in its place."""

from __future__ import annotations

import pytest

from touchline.formats.yaml.reader import read
from touchline.formats.yaml.scalars import resolve
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.process import Process

SMALL = """\
# ours
touchline: 1
name: Small
steps:
  - id: lead
    name: Lead
    kind: start
  - {id: won, name: Won, kind: end, outcome: won}
edges:
  - from: lead
    to: won
    max_wait: 3
"""


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(NotWellFormed) as refused:
        read(text, "file.yaml")
    assert refused.value.name == "file.yaml"
    return refused.value.problems


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("2026-01-31", "2026-01-31"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("=", "="),
        ("1 day", "1 day"),
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("-0012", -12),
        ("0o17", 15),
        ("0x1F", 31),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-.inf", float("-inf")),
        ("9" * 5000, 10**30),
        ("0" * 5000 + "7", 7),
    ],
)
def test_plain_scalars_follow_the_core_schema_of_yaml_1_2(written: str, meant: object) -> None:
    assert resolve(written) == meant
    # A number may know more than its value: how it was written.
    assert isinstance(resolve(written), type(meant))
    assert isinstance(resolve(written), bool) is isinstance(meant, bool)


def test_words_that_yaml_1_1_takes_for_something_else_are_text() -> None:
    process = read("name: no\ndescription: 12:30\nstages: [on, 2026-01-31, y]\n").process
    assert (process.name, process.description) == ("no", "12:30")
    assert process.stages == ("on", "2026-01-31", "y")


def test_line_and_column_of_everything() -> None:
    source = read(SMALL)
    assert source.position(("name",)) == (3, 7)
    assert source.position(("steps", 0)) == (5, 5)
    assert source.position(("steps", 1, "kind")) == (8, 32)
    assert source.position(("edges", 0, "max_wait")) == (12, 15)
    assert source.position(("edges", 0, "when")) == (10, 5), "of what is around it"
    lines = source.lines()
    assert lines.of((), [("lead", "won")]) == 10
    assert lines.of(("won", "lead"), []) == 8
    assert lines.of((), []) == 1


@pytest.mark.parametrize("change", ["\r\n", "\ufeff", "bytes", "---", "json"])
def test_the_same_process_in_other_clothes(change: str) -> None:
    process: Process = read(SMALL).process
    match change:
        case "\r\n":
            other: str | bytes = SMALL.replace("\n", "\r\n")
        case "\ufeff":
            other = f"\ufeff{SMALL}"
        case "bytes":
            other = b"\xef\xbb\xbf" + SMALL.encode()
        case "---":
            other = f"%YAML 1.2\n---\n{SMALL}...\n"
        case _:
            other = (
                '{"touchline": 1, "name": "Small", "steps": [{"id": "lead", "name": "Lead", '
                '"kind": "start"},\n'
                '{"id": "won", "name": "Won", "kind": "end", "outcome": "won"}],\n'
                '\t"edges": [{"from": "lead", "to": "won", "max_wait": 3}]}'
            )
    assert read(other).process == process


def test_aliases_within_the_limits_stand_for_what_they_name() -> None:
    text = (
        "name: a\nsteps:\n  - {id: a, name: A, kind: task, checklist: &list [x, y]}\n"
        "  - {id: b, name: B, kind: task, checklist: *list}\n"
    )
    steps = read(text).process.steps
    assert steps[0].checklist == steps[1].checklist == ("x", "y")


OWN = """\
touchline: 1
x-defaults: &seller
  owner: Ann
  duration: 1 hour
  x-team: 5
name: Small
steps:
  - <<: *seller
    id: lead
    name: Lead
    kind: start
    x-crm: [17, {y: ~}]
  - {id: call, name: Call, kind: task, owner: Bob, <<: [*seller, {owner: Cy, notes: N}]}
edges:
  - {from: lead, to: call, max_wait: 1d, x-note: later}
"""


def test_keys_of_ones_own_are_kept_out_and_merge_keys_read() -> None:
    lead, call = read(OWN).process.steps
    assert (lead.owner, str(lead.duration)) == ("Ann", "1 hour")
    # What stands in the group itself comes first, then what was merged earlier.
    assert (call.owner, call.notes, str(call.duration)) == ("Bob", "N", "1 hour")


def test_a_mistake_in_what_is_merged_is_told_where_it_stands() -> None:
    (problem, again) = problems(OWN.replace("1 hour", "soon"))
    assert (problem.line, problem.column, problem.path) == (4, 13, "steps[0].duration")
    assert again.path == "steps[1].duration"


def test_only_groups_of_keys_can_be_merged() -> None:
    (problem,) = problems("name: a\n<<: [b]\n")
    assert (problem.line, problem.message) == (
        2,
        "found “b” to merge (`<<`), expected a group of keys, or a list of such groups.",
    )
    assert read('name: a\nx-a: {"<<": b}\n').process.name == "a", "in quotes it is a key"


EDGE = "name: A\nsteps: [{id: a, name: A, kind: task}, {id: b, name: B, kind: task}]\nedges:\n"


@pytest.mark.parametrize(
    ("edge", "wait", "share"),
    [
        ("{max_wait: '2,5 days', share: 50%}", "2.5 days", 0.5),
        ("{max_wait: 0.125, share: '12,5 %'}", "3 hours", 0.125),
        ("{max_wait: 1.50, share: '0,3'}", "1.5 days", 0.3),
    ],
)
def test_numbers_are_read_as_people_write_them(edge: str, wait: str, share: float) -> None:
    (found,) = read(EDGE + f"  - {edge.replace('{', '{from: a, to: b, ')}\n").process.edges
    assert (str(found.max_wait), found.share) == (wait, share)


@pytest.mark.parametrize(
    ("edge", "path", "message"),
    [
        ("max_wait: 1,000 hours", "max_wait",
         "found “1,000 hours”, expected 1000 or 1: the “,” in 1,000 could part thousands or"),
        ("max_wait: 1.000", "max_wait", "found 1.000, expected 1000 or 1: the “.” in 1.000 could"),
        ("max_wait: 1.125", "max_wait", "found 1.125, expected 1125 or 1.1250: the “.” in"),
        ("max_wait: 3 working days", "max_wait",
         "found “3 working days”, expected days of the calendar, such as 3 days, since this "
         "process counts those; `days: business` at its top counts working days throughout."),
        ("when: 0777", "when", "found 0777, expected text; put it in quotes."),
        ("when: 1.10", "when", "found 1.10, expected text; put it in quotes."),
        ("share: 1.50", "share", "found 1.50, expected a number from 0 to 1"),
        ("share: 0x1F", "share", "found 0x1F, expected a number from 0 to 1"),
        ("share: 120%", "share", "found “120%”, expected a number from 0 to 1, or a percentage"),
    ],
)  # fmt: skip
def test_a_number_is_quoted_as_it_stands(edge: str, path: str, message: str) -> None:
    (problem,) = problems(f"{EDGE}  - from: a\n    to: b\n    {edge}\n")
    assert problem.path == f"edges[0].{path}"
    assert problem.message.startswith(message)


def test_working_days_are_read_where_the_process_counts_them() -> None:
    edge = "  - {from: a, to: b, max_wait: 3 working days}\n"
    (found,) = read(f"days: business\n{EDGE}{edge}").process.edges
    assert str(found.max_wait) == "3 days"


def test_a_comma_in_braces_asks_for_quotes() -> None:
    (problem,) = problems(EDGE + "  - {from: a, to: b, max_wait: 2,5 days}\n")
    assert (problem.line, problem.column) == (4, 34)
    assert problem.message == (
        "found the key `5 days`, since a comma within braces ends a value, expected quotes around "
        'text with a comma in it: `max_wait: "2,5 days"`.'
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("LinkedIn", "social"), ("WhatsApp", "text"), ("Google-Meet", "video call"),
     ("Zoom", "video call"), ("phone", "call"), ("E-Mail", "email"), ("emial", "email"),
     ("white_paper", "white paper")],
)  # fmt: skip
def test_the_word_of_another_tool_suggests_the_channel(written: str, meant: str) -> None:
    step = f"{{id: a, name: A, kind: contact, channel: {written}}}"
    (problem,) = problems(f"name: a\nsteps: [{step}]\n")
    assert problem.hint == meant


def test_every_mistake_is_reported_in_the_order_of_the_file_with_its_line_quoted() -> None:
    text = (
        "edges:\n  - {from: a, to: z, max_wiat: 1d}\nname: 5\nname: again\n"
        "steps:\n  - {id: a, name: !!str A, kind: contat}\n"
    )
    found = problems(text)
    assert [(p.line, p.column, p.path) for p in found] == [
        (2, 19, "edges[0].to"),
        (2, 22, "edges[0].max_wiat"),
        (3, 7, "name"),
        (4, 1, "name"),
        (6, 19, "steps[0].name"),
        (6, 34, "steps[0].kind"),
    ]
    assert found[1].hint == "max_wait"
    assert found[1].quote == "  - {from: a, to: z, max_wiat: 1d}"
    assert found[5].message.endswith("Did you mean “contact”?")


def test_a_long_line_is_quoted_around_the_mistake() -> None:
    text = "{name: x, description: '" + "d" * 5000 + "', dyas: calendar}"
    (problem,) = problems(text)
    assert problem.quote is not None
    assert len(problem.quote) < 200
    assert "dyas: calendar" in problem.quote


def test_a_mistake_in_the_yaml_itself_is_told_in_plain_words_where_it_was_made() -> None:
    (problem,) = problems('name: x\ndescription: "never closed\nsteps: []\n')
    assert (problem.line, problem.column, problem.path) == (2, 14, "description")
    assert problem.message == (
        "found the end of the file inside quotes, expected the quote that closes the text."
    )


def test_what_is_said_of_bytes_that_are_no_text_has_its_place() -> None:
    (problem,) = problems(b"name: x\ndescription: \xe4\n")
    assert (problem.line, problem.column) == (2, 14)


def test_a_bad_key_hides_nothing_of_what_stands_beside_it() -> None:
    found = problems("? [a]\n: b\n!!str days: never\nname: 5\n*x : y\n")
    assert [problem.line for problem in found] == [1, 3, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: |x\n  y\n", "found something after “|” or “>”"),
        ("name: |0\n  y\n", "found “0” after “|” or “>”"),
        ("%\n---\nname: a\n", "found a line that begins with “%”"),
        ("%NAME x\n---\nname: a\n", "found a line that begins with “%”"),
        ("%YAML x\n---\nname: a\n", "found a line that begins with “%”"),
        ("name: %a\n", "found text that begins with “%”, expected quotes around it."),
        ("name: `a`\n", "found text that begins with “`”, expected quotes around it."),
        ("name:\n\t- a\n", "found a tab"),
        ("name: !<a b\n", "found a tag, expected no tags"),
        ("name: !a%zz b\n", "found a tag, expected no tags"),
        ("name: a ? b: c\n", "found a “:” where no key can stand"),
        ("stages: [a, b\n", "expected “,” or “]”."),
        ("{name: a\n", "expected “,” or “}”."),
        ("name: a\n... b\n", "expected"),
    ],
)
def test_no_mistake_is_told_in_the_words_of_a_parser(text: str, says: str) -> None:
    (problem,) = problems(text)
    assert says in problem.message
    assert "which is no YAML" not in problem.message
