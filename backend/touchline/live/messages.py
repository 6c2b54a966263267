"""The messages of the live connection: lib0's variable-length integers, Yjs's sync and awareness,
and Touchline's own *saved*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from touchline.model.errors import TouchlineError

_MAX_SHIFT = 63


class MalformedMessage(TouchlineError):
    """A message that the protocol does not know."""


class Kind(IntEnum):
    """The first number of a message."""

    SYNC = 0
    AWARENESS = 1
    SAVED = 4


class Sync(IntEnum):
    """The second number of a sync message."""

    STEP_1 = 0
    STEP_2 = 1
    UPDATE = 2


@dataclass(frozen=True, slots=True)
class StateRequest:
    """“This is what I have; send me the rest.”"""

    state: bytes


@dataclass(frozen=True, slots=True)
class Edit:
    """An update of the document, new or in answer to a state request."""

    update: bytes


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is there and where they are: passed on, never stored."""

    content: bytes


Message: TypeAlias = StateRequest | Edit | Presence


def read_message(data: bytes) -> Message:
    """The one message in `data`. Raises MalformedMessage."""
    kind, at = read_number(data, 0)
    if kind == Kind.AWARENESS:
        content, at = read_block(data, at)
        _expect_end(data, at)
        return Presence(content)
    if kind != Kind.SYNC:
        raise MalformedMessage(f"found a message of the kind {kind}, expected 0 or 1")
    step, at = read_number(data, at)
    content, at = read_block(data, at)
    _expect_end(data, at)
    if step == Sync.STEP_1:
        return StateRequest(content)
    if step in (Sync.STEP_2, Sync.UPDATE):
        return Edit(content)
    raise MalformedMessage(f"found a sync message of the kind {step}, expected 0, 1 or 2")


def state_request(state: bytes) -> bytes:
    """Sync step 1."""
    return bytes((Kind.SYNC, Sync.STEP_1)) + with_length(state)


def answer(update: bytes) -> bytes:
    """Sync step 2."""
    return bytes((Kind.SYNC, Sync.STEP_2)) + with_length(update)


def edit(update: bytes) -> bytes:
    """A sync update."""
    return bytes((Kind.SYNC, Sync.UPDATE)) + with_length(update)


def saved(count: int, state: bytes) -> bytes:
    """`count` edits of this connection are on disk, and the document there has this state."""
    return bytes((Kind.SAVED,)) + write_number(count) + with_length(state)


def write_number(number: int) -> bytes:
    """A variable-length integer: seven bits a byte, the lowest first."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def read_number(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where it ends. Raises MalformedMessage."""
    number = shift = 0
    while at < len(data) and shift < _MAX_SHIFT:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return number, at
        shift += 7
    raise MalformedMessage("found a number without its end")


def with_length(data: bytes) -> bytes:
    return write_number(len(data)) + data


def read_block(data: bytes, at: int) -> tuple[bytes, int]:
    """The framed block that begins at `at`, and where it ends. Raises MalformedMessage."""
    length, at = read_number(data, at)
    end = at + length
    if end > len(data):
        raise MalformedMessage(f"found {len(data) - at} bytes, expected {length}")
    return data[at:end], end


def _expect_end(data: bytes, at: int) -> None:
    if at != len(data):
        raise MalformedMessage(f"found {len(data) - at} bytes after the end of the message")
