"""Checksums of what is stored, so that a byte that the disk has changed is found wherever it is.

BLAKE2b (RFC 7693) of 16 bytes: in the standard library, as fast as the disk, and unlike a CRC no
damage of whatever size and shape is likely to leave it as it was. It has no key: it guards against
disks, not against people.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b
from typing import TypeAlias

_BYTES = 16

Plain: TypeAlias = str | int | bytes | datetime | None

NOTHING = bytes(_BYTES)
"""What no checksums at all add up to."""


def of_update(process_id: str, seq: int, blob: bytes) -> bytes:
    """Of one update in its place: in another place it would be wrong."""
    return _digest(json.dumps([process_id, seq]).encode(), blob)


def of_values(*values: Plain) -> bytes:
    """Of the values of a row, in the order of its columns."""
    return _digest(json.dumps([_written(value) for value in values]).encode())


def added_up(total: bytes, changed: Iterable[bytes]) -> bytes:
    """The sum of a set of checksums after some have come or gone, in whatever order.

    One update more or less makes another sum, so a set from which one has vanished is found out.
    """
    number = int.from_bytes(total)
    for checksum in changed:
        number ^= int.from_bytes(checksum)
    return number.to_bytes(_BYTES)


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_BYTES, person=b"touchline")
    for part in parts:
        # With its length, so that no two lists of parts run together into the same bytes.
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


def _written(value: Plain) -> str | int | None:
    if isinstance(value, datetime):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
