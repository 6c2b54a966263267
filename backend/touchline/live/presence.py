"""Who has a process open and where they are: Yjs awareness, kept for newcomers, never stored.

What is too much, too often or no presence at all is dropped, and who sends it stays: it is of no
weight, and none of it may cost an editor its connection or the others their time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from touchline.live.messages import (
    Kind,
    MalformedMessage,
    Presence,
    read_block,
    read_number,
    with_length,
    write_number,
)
from touchline.model.limits import (
    MAX_PRESENCE_BYTES,
    MAX_PRESENCE_MESSAGE_BYTES,
    MAX_PRESENCES,
    MAX_PRESENCES_EACH,
    PRESENCE_BURST_BYTES,
    PRESENCE_BYTES_PER_SECOND,
)

_GONE = b"null"
_LARGEST_NUMBER = 2**53
"""Browsers count no further."""
_EACH_MESSAGE_BYTES = 512
"""What a message counts for besides its length: passing it on costs something as well."""


@dataclass(frozen=True, slots=True)
class _Entry:
    clock: int
    state: bytes


@dataclass(slots=True)
class _Voice:
    """What one member says: as which editors, and how much it may still say at this moment."""

    clients: set[int]
    allowance: float
    since: float


@dataclass
class Presences:
    """The latest state of every client in a room, by the member that speaks for it.

    `clock` is in seconds.
    """

    clock: Callable[[], float] = time.monotonic
    _entries: dict[int, _Entry] = field(default_factory=dict)
    _voices: dict[object, _Voice] = field(default_factory=dict)

    def note(self, member: object, presence: Presence) -> bytes | None:
        """Remember what a member says; the message that tells the others, None for nothing."""
        if not self._may_say(member, len(presence.content)):
            return None
        try:
            entries = _read(presence.content)
        except MalformedMessage:
            return None
        voice = self._voices[member]
        told = {client: entry for client, entry in entries if self._take(voice, client, entry)}
        return _message(told) if told else None

    def everyone(self) -> bytes | None:
        """The message that tells a newcomer who is there; None when nobody is."""
        return _message(self._entries) if self._entries else None

    def farewell(self, member: object) -> bytes | None:
        """Forget a member; the message that tells the others, None when it never said anything."""
        voice = self._voices.pop(member, None)
        # Only a higher clock overrules what the client itself has said last.
        gone = {
            client: _Entry(self._entries.pop(client).clock + 1, _GONE)
            for client in sorted(voice.clients if voice else ())
        }
        return _message(gone) if gone else None

    def _may_say(self, member: object, size: int) -> bool:
        """Whether a member has not said too much of late; what it says now is counted."""
        now = self.clock()
        voice = self._voices.setdefault(member, _Voice(set(), PRESENCE_BURST_BYTES, now))
        earned = (now - voice.since) * PRESENCE_BYTES_PER_SECOND
        voice.allowance = min(PRESENCE_BURST_BYTES, voice.allowance + earned)
        voice.since = now
        cost = size + _EACH_MESSAGE_BYTES
        if size > MAX_PRESENCE_MESSAGE_BYTES or cost > voice.allowance:
            return False
        voice.allowance -= cost
        return True

    def _take(self, voice: _Voice, client: int, entry: _Entry) -> bool:
        """Whether a member may say this of a client: one of its own, or one that is still free."""
        if client not in voice.clients:
            if entry.state == _GONE or client in self._entries:
                # An editor tells of others that it has not heard of for long; they tell themselves.
                return False
            if len(voice.clients) >= MAX_PRESENCES_EACH or len(self._entries) >= MAX_PRESENCES:
                return False
            voice.clients.add(client)
        elif entry.clock < self._entries[client].clock:
            return False
        if entry.state == _GONE:
            voice.clients.discard(client)
            del self._entries[client]
        else:
            self._entries[client] = entry
        return True


def _read(content: bytes) -> list[tuple[int, _Entry]]:
    """The entries of a message that say something. Raises MalformedMessage."""
    found = []
    count, at = read_number(content, 0)
    for _ in range(count):
        client, at = read_number(content, at)
        clock, at = read_number(content, at)
        state, at = read_block(content, at)
        if max(client, clock) < _LARGEST_NUMBER and _is_state(state):
            found.append((client, _Entry(clock, state)))
    if at != len(content):
        raise MalformedMessage("found more after the end of a presence")
    return found


def _is_state(state: bytes) -> bool:
    """Whether these are a browser's words: an object of JSON, or null for one who has gone."""
    if state == _GONE:
        return True
    if len(state) > MAX_PRESENCE_BYTES:
        return False
    try:
        value = json.loads(state.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict)


def _refuse(constant: str) -> None:
    # NaN and Infinity, which Python reads and browsers do not.
    raise ValueError(constant)


def _message(entries: dict[int, _Entry]) -> bytes:
    content = write_number(len(entries)) + b"".join(
        write_number(client) + write_number(entry.clock) + with_length(entry.state)
        for client, entry in entries.items()
    )
    return write_number(Kind.AWARENESS) + with_length(content)
