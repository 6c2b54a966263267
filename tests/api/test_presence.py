"""Presence is light: what is too much, too often or none at all is dropped and harms nobody."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.api.editor import editor
from tests.api.test_live import name_of, new_process
from touchline.live.messages import Presence, read_block, read_number, with_length, write_number
from touchline.live.presence import Presences
from touchline.model.limits import (
    MAX_PRESENCE_BYTES,
    MAX_PRESENCES,
    MAX_PRESENCES_EACH,
    PRESENCE_BURST_BYTES,
)

ANN, BOB = object(), object()


class Stopwatch:
    """A clock that stands still until it is moved; in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def says(*entries: tuple[int, int, bytes]) -> Presence:
    """A message that says of each client, at its clock, that it is in a state."""
    return Presence(
        write_number(len(entries))
        + b"".join(
            write_number(client) + write_number(clock) + with_length(state)
            for client, clock, state in entries
        )
    )


def told(message: bytes | None) -> dict[int, tuple[int, bytes]]:
    """What a message says of each client."""
    if message is None:
        return {}
    _, at = read_number(message, 0)
    content, _ = read_block(message, at)
    count, at = read_number(content, 0)
    found = {}
    for _ in range(count):
        client, at = read_number(content, at)
        clock, at = read_number(content, at)
        state, at = read_block(content, at)
        found[client] = (clock, state)
    return found


def test_what_one_says_is_told_and_kept_for_newcomers() -> None:
    presences = Presences()
    assert told(presences.note(ANN, says((7, 1, b'{"name":"Ann"}')))) == {7: (1, b'{"name":"Ann"}')}
    assert told(presences.everyone()) == {7: (1, b'{"name":"Ann"}')}
    assert told(presences.farewell(ANN)) == {7: (2, b"null")}
    assert presences.everyone() is None
    assert presences.farewell(ANN) is None


def test_one_connection_speaks_for_two_editors_at_most() -> None:
    presences = Presences()
    heard = told(presences.note(ANN, says(*((client, 1, b"{}") for client in range(200)))))
    assert len(heard) == MAX_PRESENCES_EACH
    # There is room for everybody else.
    assert told(presences.note(BOB, says((500, 1, b"{}")))) == {500: (1, b"{}")}
    # One that has gone makes room for another.
    assert told(presences.note(ANN, says((0, 2, b"null"), (9, 1, b"{}")))) == {
        0: (2, b"null"),
        9: (1, b"{}"),
    }


def test_nobody_speaks_for_another() -> None:
    presences = Presences()
    presences.note(ANN, says((7, 1, b"{}")))
    for state in (b'{"name":"Bob"}', b"null"):
        assert presences.note(BOB, says((7, 9, state))) is None
    assert told(presences.everyone()) == {7: (1, b"{}")}


def test_an_older_word_does_not_replace_a_newer_one() -> None:
    presences = Presences()
    presences.note(ANN, says((7, 5, b'{"at":5}')))
    assert presences.note(ANN, says((7, 4, b'{"at":4}'))) is None
    assert told(presences.everyone()) == {7: (5, b'{"at":5}')}


def test_when_a_room_is_full_one_more_is_only_not_seen() -> None:
    presences = Presences()
    for client in range(MAX_PRESENCES):
        assert presences.note(object(), says((client, 1, b"{}"))) is not None
    assert presences.note(ANN, says((999, 1, b"{}"))) is None
    presences.farewell(ANN)


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"not JSON",
        b"[]",
        b'"text"',
        b"7",
        b"\xff{}",
        b'{"x":NaN}',
        b'{"x":-Infinity}',
        b"{} {}",
        b'{"a":' * 2500 + b"1" + b"}" * 2500,
        b"[" * 15_000,
        b'{"x":"' + b"x" * MAX_PRESENCE_BYTES + b'"}',
    ],
)
def test_what_is_no_state_is_dropped(state: bytes) -> None:
    presences = Presences()
    assert presences.note(ANN, says((7, 1, state))) is None
    assert presences.everyone() is None
    # What is beside it is not.
    assert told(presences.note(BOB, says((8, 1, state[:100]), (9, 1, b"{}")))) == {9: (1, b"{}")}


def test_numbers_that_no_browser_has_are_dropped() -> None:
    presences = Presences()
    assert presences.note(ANN, says((2**60, 1, b"{}"))) is None
    assert presences.note(ANN, says((7, 2**60, b"{}"))) is None


def test_a_flood_is_dropped_until_time_has_gone_by() -> None:
    clock = Stopwatch()
    presences = Presences(clock)
    large = b'{"x":"' + b"x" * 10_000 + b'"}'
    heard = [presences.note(ANN, says((7, n, large))) for n in range(1, 101)]
    passed_on = sum(len(message) for message in heard if message)
    assert 0 < passed_on <= PRESENCE_BURST_BYTES
    # It harms no one else, and her neither, later.
    assert presences.note(BOB, says((8, 1, b"{}"))) is not None
    assert presences.note(ANN, says((7, 200, large))) is None
    clock.now += 60
    assert presences.note(ANN, says((7, 201, large))) is not None


def test_a_message_far_too_large_is_not_even_read() -> None:
    presences = Presences()
    assert presences.note(ANN, Presence(write_number(700_000) + b"\x01\x01\x00" * 700_000)) is None


@given(st.binary(max_size=60))
def test_any_bytes_are_dropped_or_told_as_json(content: bytes) -> None:
    for _, state in told(Presences().note(ANN, Presence(content))).values():
        assert json.loads(state) is None or isinstance(json.loads(state), dict)


def test_who_floods_stays_and_the_others_go_on(client: TestClient) -> None:
    process_id = new_process(client)
    flood = b"\x01" + with_length(b"\x00" * 200_000)
    nonsense = b"\x01" + with_length(says((7, 1, b"no JSON")).content)
    with editor(client, process_id) as hostile, editor(client, process_id) as ann:
        for message in (flood, nonsense) * 5:
            hostile.socket.send(message)
        ann.rename("Meanwhile")
        ann.until_saved()
        # Nothing of it reached her, and who sent it can still edit.
        assert ann.presences == []
        hostile.until(lambda: hostile.process.name == "Meanwhile")
        hostile.rename("In the end")
        hostile.until_saved()
    assert name_of(client, process_id) == "In the end"
