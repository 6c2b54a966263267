"""What runs in a worker: it takes one call after the other until the server closes its socket.

Run as `python -m touchline.workers.child` where workers are not forked.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import NoReturn

from touchline.model.errors import TouchlineError
from touchline.workers.wire import (
    HEAD,
    Answer,
    Begun,
    Call,
    Done,
    Fault,
    OutOfMemory,
    Raised,
    Ready,
    Settings,
    Told,
    TooLarge,
    framed,
    receive,
)

_channel: socket.socket | None = None
"""The socket of this worker, which is one for its whole life, for what the work has to tell."""


def tell(about: str) -> None:
    """Say what the work is about, once that is known, for the message should it be too much.

    Outside a worker nobody asks, and nothing happens.
    """
    if _channel is not None:
        _send(_channel, framed(Told(about)))


def serve(channel: socket.socket) -> NoReturn:
    """Answer calls until there are no more, then end this process."""
    global _channel
    # Ctrl-C is meant for the server, which then closes our socket.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings: Settings | None = receive(channel)
    if settings is None:
        _end()
    _limit_memory(settings.memory_bytes)
    _channel = channel
    _send(channel, framed(Ready(os.getpid())))
    calls: SimpleQueue[Call] = SimpleQueue()
    # A thread reads, so that a worker whose server is gone ends in the middle of its work.
    threading.Thread(target=_listen, args=(channel, calls), daemon=True).start()
    while True:
        call = calls.get()
        _send(channel, framed(Begun()))
        _send(channel, _answered(call, settings.output_bytes))
        del call


def _send(channel: socket.socket, content: bytes) -> None:
    try:
        channel.sendall(content)
    except OSError:
        # The server is gone, and nobody is left to work for.
        _end()


def _listen(channel: socket.socket, calls: SimpleQueue[Call]) -> None:
    try:
        while (call := receive(channel)) is not None:
            calls.put(call)
    finally:
        _end()


def _answered(call: Call, most_bytes: int) -> bytes:
    """The answer to a call, framed."""
    answer: Answer
    try:
        answer = Done(call.function(*call.args))
        content = framed(answer)
    except TouchlineError as error:
        # Where it was raised is of no use to the server, and cannot be pickled.
        return framed(Raised(error.with_traceback(None)))
    except MemoryError:
        return framed(OutOfMemory())
    except Exception:  # noqa: BLE001 - the server says it in its log
        return framed(Fault(traceback.format_exc()))
    return content if len(content) - HEAD.size <= most_bytes else framed(TooLarge())


def _limit_memory(limit_bytes: int) -> None:
    # Windows has no such limits and macOS refuses some; the deadline still holds there.
    with contextlib.suppress(ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, limit_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end() -> NoReturn:
    """End at once, together with what the work has started: it is a process group."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def main() -> None:
    """Serve on the socket that was inherited (POSIX) or is shared over standard input (Windows)."""
    if len(sys.argv) > 1:
        serve(socket.socket(fileno=int(sys.argv[1])))
    # On Windows a socket is handed on as bytes that only the process with our id can use.
    serve(socket.fromshare(sys.stdin.buffer.read()))  # type: ignore[attr-defined]


if __name__ == "__main__":
    # By its name, so that what the work imports as `touchline.workers.child` is this module.
    from touchline.workers.child import main as of_the_module

    of_the_module()
