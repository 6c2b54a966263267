"""What travels between the server and a worker: a length, then a pickled message.

Pickle runs whatever it is told to, so it is only for processes that trust each other. These do: a
worker is this program, started by this program, over a pair of sockets that nobody else can open,
and what came from outside travels as bytes inside the message and is read as JSON or YAML in the
worker. In return a process, a report and an error of ours cross as they are, at the speed of C.
"""

from __future__ import annotations

import pickle
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

HEAD = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Settings:
    """The first message to a worker: how much it may use, and how urgently it works."""

    memory_bytes: int
    output_bytes: int


@dataclass(frozen=True, slots=True)
class Call:
    """What a worker is asked."""

    function: Callable[..., Any]
    args: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first message."""

    pid: int


@dataclass(frozen=True, slots=True)
class Begun:
    """The work is in hand; a worker that dies from here on died of it, or at least in it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the work is about, now that it has been read."""

    about: str


@dataclass(frozen=True, slots=True)
class Done:
    """What the function returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """An error of ours that the function raised."""

    error: Exception


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The function needed more memory than there may be."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The answer is larger than may be sent."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that is nobody's but ours, as a traceback."""

    traceback: str


Answer: TypeAlias = Done | Raised | OutOfMemory | TooLarge | Fault
Message: TypeAlias = Ready | Begun | Told | Answer


def framed(message: object) -> bytes:
    """A message as it travels."""
    content = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(content)) + content


def receive(channel: socket.socket) -> Any:
    """The next message; None when the other side has closed. Blocks."""
    head = _exactly(channel, HEAD.size)
    if head is None:
        return None
    content = _exactly(channel, *HEAD.unpack(head))
    return None if content is None else pickle.loads(content)


def _exactly(channel: socket.socket, count: int) -> bytearray | None:
    content = bytearray(count)
    rest = memoryview(content)
    while rest:
        try:
            read = channel.recv_into(rest)
        except OSError:
            return None
        if not read:
            return None
        rest = rest[read:]
    return content
