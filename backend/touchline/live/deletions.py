"""Tells a Yjs update that cannot change anything, so that opening a window stores nothing.

A browser answers the server's first message with what the server lacks and always with every
deletion it knows of; when nothing is lacking, that answer is the deletions alone.
"""

from __future__ import annotations

from touchline.live.messages import MalformedMessage, read_number

EMPTY_UPDATE = b"\x00\x00"


def adds_nothing(update: bytes, state: bytes) -> bool:
    """Whether an update that changed nothing visible has nothing that may yet take effect either.

    `state` is the state vector of the document. True only when the update has no content and each
    of its deletions is of content that the document has.
    """
    if update == EMPTY_UPDATE:
        return True
    try:
        contents, at = read_number(update, 0)
        if contents:
            return False
        known = _clocks(state)
        return all(end <= known.get(client, 0) for client, end in _deletions(update, at))
    except MalformedMessage:
        # Whatever cannot be understood here is kept.
        return False


def _clocks(state: bytes) -> dict[int, int]:
    """For each client of a state vector, how far its content is known."""
    clocks = {}
    count, at = read_number(state, 0)
    for _ in range(count):
        client, at = read_number(state, at)
        clocks[client], at = read_number(state, at)
    return clocks


def _deletions(update: bytes, at: int) -> list[tuple[int, int]]:
    """Each range of deletions as its client and the clock where it ends."""
    ends = []
    clients, at = read_number(update, at)
    for _ in range(clients):
        client, at = read_number(update, at)
        ranges, at = read_number(update, at)
        for _ in range(ranges):
            clock, at = read_number(update, at)
            length, at = read_number(update, at)
            ends.append((client, clock + length))
    return ends
