"""A changed process goes into a person's file, and nothing else in that file changes."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import HealthCheck, Phase, assume, given
from hypothesis import strategies as st
from tests.any_process import processes
from tests.examples import examples

from touchline import templates
from touchline.checking.wellformed import read_process, write_process
from touchline.formats.yaml.edit import edit
from touchline.formats.yaml.reader import read
from touchline.formats.yaml.writer import keeps_its_style, update, write
from touchline.model.duration import Duration
from touchline.model.process import Process

HANDMADE = """\
# Our way of selling
touchline: 1
name:   'Small sale'      # keep it short
max_gap: 5d
warn_gap: "3 days"

stages: [Discovery,   Closing]

steps:
  # --- Discovery ---
  - id: lead
    name: Lead arrives
    kind: start

  # the first minutes count
  - name: First call     # never an email
    id: call
    kind: contact
    channel: call
    stage: Discovery
    checklist:
    - Ask who decides  # really
    - Agree the next step
    notes: >
      folded
      text

  # --- Closing ---
  - {id: won, name: Won, kind: end, outcome: won}  # hooray

edges:
  - {from: lead, to: call,   max_wait: 1d}  # sooner is better
  # nobody should wait that long
  - {from: call, to: won, max_wait: 9 days}   # procurement
"""


def changed(text: str, **edits: object) -> Process:
    """The process in `text` with changes at dotted places, such as steps__1__owner."""
    data = write_process(read(text).process)
    for place, value in edits.items():
        *way, last = [int(part) if part.isdigit() else part for part in place.split("__")]
        here = data
        for part in way:
            here = here[part]
        if value is None:
            del here[last]
        elif isinstance(last, int) and last == len(here):
            here.append(value)
        else:
            here[last] = value
    return read_process(data)


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_an_unchanged_process_leaves_every_byte_as_it_is() -> None:
    assert update(HANDMADE, read(HANDMADE).process) == HANDMADE


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            {"name": "Large sale"},
            [
                "-name:   'Small sale'      # keep it short",
                "+name:   Large sale      # keep it short",
            ],
        ),
        (
            {"edges__1__max_wait": "2 days"},
            [
                "-  - {from: call, to: won, max_wait: 9 days}   # procurement",
                "+  - {from: call, to: won, max_wait: 2 days}   # procurement",
            ],
        ),
        (
            {"edges__1__when": "Signed"},
            [
                "-  - {from: call, to: won, max_wait: 9 days}   # procurement",
                "+  - {from: call, to: won, max_wait: 9 days, when: Signed}   # procurement",
            ],
        ),
        ({"steps__1__owner": "Ann"}, ["+    owner: Ann"]),
        ({"steps__1__notes": None}, ["-    notes: >", "-      folded", "-      text"]),
        ({"steps__1__checklist__2": "Say thanks"}, ["+    - Say thanks"]),
        (
            {"steps__1__checklist__0": "Ask"},
            ["-    - Ask who decides  # really", "+    - Ask  # really"],
        ),
        ({"steps__1__checklist": ["Agree the next step"]}, ["-    - Ask who decides  # really"]),
        ({"description": "Two\nlines"}, ["+description: |-", "+  Two", "+  lines"]),
        (
            {"stages__2": "After"},
            [
                "-stages: [Discovery,   Closing]",
                *("+stages:", "+  - Discovery", "+  - Closing", "+  - After"),
            ],
        ),
        (
            {"steps__3": {"id": "lost", "name": "Lost", "kind": "end"}},
            ["+  - id: lost", "+    name: Lost", "+    kind: end", "+"],
        ),
        (
            {"edges__2": {"from": "lead", "to": "won", "max_wait": "1 hour"}},
            ["+  - {from: lead, to: won, max_wait: 1 hour}"],
        ),
        ({"edges__0": None}, ["-  - {from: lead, to: call,   max_wait: 1d}  # sooner is better"]),
    ],
)  # fmt: skip
def test_a_change_touches_its_own_lines_only(edits: dict[str, object], expected: list[str]) -> None:
    process = changed(HANDMADE, **edits)
    after = update(HANDMADE, process)
    assert read(after).process == process
    assert difference(HANDMADE, after) == expected


def test_an_exception_that_goes_farther_keeps_its_comments() -> None:
    exception = "allow: [{rule: gap, reason: procurement, up_to: 9d}]"
    handmade = HANDMADE.replace("9 days}", f"9 days, {exception}}}")
    assert update(handmade, read(handmade).process) == handmade
    waiver = {"rule": "gap", "reason": "procurement", "up_to": "12 days"}
    after = update(
        handmade, changed(handmade, edges__1__max_wait="12 days", edges__1__allow__0=waiver)
    )
    assert difference(handmade, after) == [
        f"-  - {{from: call, to: won, max_wait: 9 days, {exception}}}   # procurement",
        f"+  - {{from: call, to: won, max_wait: 12 days, {exception.replace('9d', '12 days')}}}"
        "   # procurement",
    ]


def test_a_touch_between_two_steps_keeps_the_comments_of_both() -> None:
    data = write_process(read(HANDMADE).process)
    data["steps"].insert(2, {"id": "recap", "name": "Recap", "kind": "contact", "channel": "recap"})
    data["edges"][1:] = [
        {"from": "call", "to": "recap", "max_wait": "3 days"},
        {"from": "recap", "to": "won", "max_wait": "3 days"},
    ]
    after = update(HANDMADE, read_process(data))
    assert difference(HANDMADE, after) == [
        "+  - id: recap",
        "+    name: Recap",
        "+    kind: contact",
        "+    channel: recap",
        "+",
        "-  - {from: call, to: won, max_wait: 9 days}   # procurement",
        "+  - {from: call, to: recap, max_wait: 3 days}   # procurement",
        "+  - {from: recap, to: won, max_wait: 3 days}",
    ]
    assert "      text\n\n  - id: recap" in after
    assert "  # --- Closing ---\n  - {id: won" in after


def test_windows_line_ends_and_the_byte_order_mark_are_kept() -> None:
    text = "\ufeff" + HANDMADE.replace("\n", "\r\n")
    after = update(text, changed(HANDMADE, steps__1__owner="Ann"))
    assert after == text.replace("    name: First call", "    name: First call").replace(
        "    stage: Discovery\r\n", "    stage: Discovery\r\n    owner: Ann\r\n"
    )


ALIASES = """\
# ours
x-defaults: &seller   # who sells
  owner: Ann
  stage: &s Talk
name: A
stages: [*s]
steps:
  # the first
  - id: a
    name: &n Same  # twice
    kind: start
  - {id: b, name: *n, kind: contact, <<: *seller, x-crm: 17}  # b
  - id: c
    <<: *seller   # by the seller
    name: C
    kind: task
    checklist: &list [One, Two]
  - id: d
    name: D
    kind: task
    checklist: *list
    owner: Bob
  - {id: e, name: E, kind: end, x-last: true}
edges:
  - {from: a, to: b, max_wait: &long 9 days}  # too long
  - {from: b, to: c, max_wait: *long}
  - &e {from: c, to: d, max_wait: 1d}
  - {<<: *e, to: e, x-why: because}
"""


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        # An alias gives way where its value changes, and only there.
        (
            {"edges__1__max_wait": "2 days"},
            [
                "-  - {from: b, to: c, max_wait: *long}",
                "+  - {from: b, to: c, max_wait: 2 days}",
            ],
        ),
        # What it stands for changes: those that do not are written out.
        (
            {"edges__0__max_wait": "3 days"},
            [
                "-  - {from: a, to: b, max_wait: &long 9 days}  # too long",
                "-  - {from: b, to: c, max_wait: *long}",
                "+  - {from: a, to: b, max_wait: &long 3 days}  # too long",
                "+  - {from: b, to: c, max_wait: 9 days}",
            ],
        ),
        # Both change alike: so does what it stands for.
        (
            {"edges__0__max_wait": "3 days", "edges__1__max_wait": "3 days"},
            [
                "-  - {from: a, to: b, max_wait: &long 9 days}  # too long",
                "+  - {from: a, to: b, max_wait: &long 3 days}  # too long",
            ],
        ),
        # A merged key is written where it differs; its like elsewhere stays merged.
        (
            {"steps__2__owner": "Cy"},
            ["+    owner: Cy"],
        ),
        ({"steps__2__owner": None}, ["+    owner: null"]),
        (
            {"steps__1__owner": "Cy"},
            [
                "-  - {id: b, name: *n, kind: contact, <<: *seller, x-crm: 17}  # b",
                "+  - {id: b, name: *n, kind: contact, owner: Cy, <<: *seller, x-crm: 17}  # b",
            ],
        ),
        (
            {"edges__2__max_wait": "2 days"},
            [
                "-  - &e {from: c, to: d, max_wait: 1d}",
                "-  - {<<: *e, to: e, x-why: because}",
                "+  - &e {from: c, to: d, max_wait: 2 days}",
                "+  - {<<: *e, to: e, max_wait: 1 day, x-why: because}",
            ],
        ),
        (
            {"steps__2__checklist": ["One"]},
            [
                "-    checklist: &list [One, Two]",
                "+    checklist:",
                "+      - One",
                "-    checklist: *list",
                "+    checklist:",
                "+      - One",
                "+      - Two",
            ],
        ),
        ({"edges__3": None}, ["-  - {<<: *e, to: e, x-why: because}"]),
    ],
)  # fmt: skip
def test_aliases_merge_keys_and_own_keys_stay(
    edits: dict[str, object], expected: list[str]
) -> None:
    process = changed(ALIASES, **edits)
    after = update(ALIASES, process)
    assert read(after).process == process
    assert difference(ALIASES, after) == expected


def test_what_an_alias_stands_for_can_be_deleted() -> None:
    data = write_process(read(ALIASES).process)
    del data["steps"][0]
    del data["edges"][0]
    process = read_process(data)
    after = update(ALIASES, process)
    assert read(after).process == process
    assert "{id: b, name: Same, kind: contact, <<: *seller, x-crm: 17}  # b" in after
    assert "{from: b, to: c, max_wait: 9 days}" in after


MIXED = "# windows\r\nname: A\r\nsteps:\n  - id: a\r    name: B\r\n    kind: end\n"


def test_every_line_keeps_its_own_end() -> None:
    after = update(MIXED, changed(MIXED, steps__0__name="C", steps__0__owner="Ann"))
    # A new line ends as the one before it.
    assert after == MIXED.replace("name: B\r\n", "name: C\r\n").replace(
        "kind: end\n", "kind: end\n    owner: Ann\n"
    )
    windows = MIXED.replace("kind: end\n", "kind: end\r\n")
    assert "owner: Ann\r\n" in update(windows, changed(windows, steps__0__owner="Ann"))


def test_a_warning_that_nobody_wrote_is_written_where_it_no_longer_follows() -> None:
    process = changed(HANDMADE.replace('warn_gap: "3 days"\n', ""), max_gap="2 days")
    text = HANDMADE.replace('warn_gap: "3 days"\n', "")
    after = update(text, process)
    assert read(after).process == process
    assert difference(text, after) == ["-max_gap: 5d", "+max_gap: 2 days", "+warn_gap: 3 days"]


@pytest.mark.parametrize("text", [HANDMADE, ALIASES, MIXED])
def test_the_ways_in_which_people_write_can_be_edited(text: str) -> None:
    assert keeps_its_style(text, read(text).process)


def test_a_way_of_writing_that_cannot_is_known_beforehand() -> None:
    text = "name: A\nsteps:\n  - ? id\n    : a\n    ? name\n    : A\n    ? kind\n    : end\n"
    process = read(text).process
    assert not keeps_its_style(text, process)
    after = update(text, process.model_copy(update={"steps": ()}))
    assert read(after).process.steps == ()


def test_json_is_yaml_and_stays_json_where_it_can() -> None:
    text = '{"name": "A", "steps": [{"id": "a", "name": "B", "kind": "end"}]}\n'
    process = changed(text, steps__0__name="C, D")
    assert update(text, process) == text.replace('"B"', '"C, D"')


@examples(
    30,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking two processes takes minutes
)
@given(processes(), processes(), st.data())
def test_any_change_is_made_in_place_and_every_comment_on_its_own_line_survives(
    before: Process, other: Process, data: st.DataObject
) -> None:
    lines = write(before).split("\n")
    places = [
        number
        for number, line in enumerate(lines)
        if line.startswith("  - id:") or (line and line[0].isalpha())
    ]
    for number in sorted(data.draw(st.sets(st.sampled_from(places), max_size=4)), reverse=True):
        lines.insert(number, f"{'  ' if lines[number][0] == ' ' else ''}# kept {number}")
    text = "\n".join(lines)
    assert read(text).process == before
    after = _mixture(before, other, data)
    # With the last step goes the list of steps, and what is written in it.
    assume(after.steps or not before.steps)
    edited = edit(text, write_process(before), write_process(after))
    assert read(edited).process == after
    assert [line for line in lines if "# kept" in line] == [
        line for line in edited.split("\n") if "# kept" in line
    ]


@examples(10, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(templates.names()), st.data())
def test_a_template_that_somebody_has_commented_keeps_every_word_of_theirs(
    name: str, data: st.DataObject
) -> None:
    process, text = templates.load(name)
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if line.startswith(("  - id:", "  - {from"))]
    noted = sorted(data.draw(st.sets(st.sampled_from(starts), max_size=5)), reverse=True)
    for number in noted:
        lines.insert(number, f"  # noted {number}")
    lines.insert(0, "x-ours: [1, two]")
    text = "\r\n".join(lines)
    changed_steps = tuple(
        step.model_copy(update={"owner": "Cy", "duration": None})
        if data.draw(st.integers(0, 9)) == 0
        else step
        for step in process.steps
    )
    changed_edges = tuple(
        edge.model_copy(update={"max_wait": Duration.of(3600)})
        if data.draw(st.integers(0, 9)) == 0
        else edge
        for edge in process.edges
        if data.draw(st.integers(0, 19))
    )
    after = process.model_copy(update={"steps": changed_steps, "edges": changed_edges})
    edited = update(text, after)
    assert read(edited).process == after
    assert "\n" not in edited.replace("\r\n", "")
    comments = [line for line in text.split("\r\n") if line.strip().startswith("#")]
    assert comments == [line for line in edited.split("\r\n") if line.strip().startswith("#")]
    assert "x-ours: [1, two]" in edited


def _mixture(before: Process, other: Process, data: st.DataObject) -> Process:
    """Some steps and edges of one process and some of another, in any order."""
    own = {step.id: step for step in before.steps if data.draw(st.booleans())}
    changed = {
        step.id: step.model_copy(update={"notes": f"new\n{step.name}", "owner": None})
        for step in own.values()
        if data.draw(st.booleans())
    }
    steps = {step.id: step for step in other.steps} | own | changed
    ids = data.draw(st.permutations(sorted(steps)) | st.just(list(steps)))
    edges = {edge.pair: edge for edge in (*before.edges, *other.edges) if data.draw(st.booleans())}
    return other.model_copy(
        update={
            "stages": tuple(dict.fromkeys(before.stages + other.stages)),
            "steps": tuple(steps[step] for step in ids),
            "edges": tuple(e for e in edges.values() if e.source in steps and e.target in steps),
        }
    )
