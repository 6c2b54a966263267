"""Who has a process open and where they are: Yjs awareness, kept for newcomers, never stored."""

from __future__ import annotations

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
from touchline.model.limits import MAX_PRESENCE_BYTES, MAX_PRESENCES

_GONE = b"null"


@dataclass(frozen=True, slots=True)
class _Entry:
    clock: int
    state: bytes


@dataclass
class Presences:
    """The latest state of every client in a room, by the member that speaks for it."""

    _entries: dict[int, _Entry] = field(default_factory=dict)
    _owners: dict[int, object] = field(default_factory=dict)

    def note(self, member: object, presence: Presence) -> None:
        """Remember what a member says. Raises MalformedMessage, and when it says too much."""
        for client, entry in _entries(presence.content):
            if entry.state == _GONE:
                self._entries.pop(client, None)
                self._owners.pop(client, None)
                continue
            if client not in self._entries and len(self._entries) >= MAX_PRESENCES:
                raise MalformedMessage(f"found more than {MAX_PRESENCES} editors in one process")
            self._entries[client] = entry
            self._owners[client] = member

    def everyone(self) -> bytes | None:
        """The message that tells a newcomer who is there; None when nobody is."""
        return _message(self._entries) if self._entries else None

    def farewell(self, member: object) -> bytes | None:
        """Forget a member; the message that tells the others, None when it never said anything."""
        clients = [client for client, owner in self._owners.items() if owner is member]
        gone = {}
        for client in clients:
            # Only a higher clock overrules what the client itself has said last.
            gone[client] = _Entry(self._entries.pop(client).clock + 1, _GONE)
            del self._owners[client]
        return _message(gone) if gone else None


def _entries(content: bytes) -> list[tuple[int, _Entry]]:
    found = []
    count, at = read_number(content, 0)
    for _ in range(count):
        client, at = read_number(content, at)
        clock, at = read_number(content, at)
        state, at = read_block(content, at)
        if len(state) > MAX_PRESENCE_BYTES:
            raise MalformedMessage(
                f"found {len(state):,} bytes of presence, expected at most {MAX_PRESENCE_BYTES:,}"
            )
        found.append((client, _Entry(clock, state)))
    return found


def _message(entries: dict[int, _Entry]) -> bytes:
    content = write_number(len(entries)) + b"".join(
        write_number(client) + write_number(entry.clock) + with_length(entry.state)
        for client, entry in entries.items()
    )
    return write_number(Kind.AWARENESS) + with_length(content)
