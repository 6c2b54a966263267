"""A process that has everything imported and forks a worker whenever it is told to.

A fork of it is ready in milliseconds and shares its memory. It is started with nothing of the
server's open but one socket, never has a second thread, and does no work itself, so that forking is
safe; the server, with its threads and connections, never forks. It alone ends the workers, since
as their parent it knows that a process id is still theirs. When the server is gone, so are they.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import selectors
import signal
import socket
import struct
import sys

from touchline.workers import child

ORDER = struct.Struct(">cQ")
FORK, KILL, SLOW = b"F", b"K", b"S"
"""Orders: a letter and the number of the worker. With FORK comes the worker's socket."""
NICENESS = 10
"""How far hard work stands back for the server, on the scale of `nice`."""
_LEAST_URGENT = 19


def main() -> None:
    """Take orders until the server closes its end."""
    control = socket.socket(fileno=int(sys.argv[1]))
    # Ctrl-C is meant for the server.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in sys.argv[2:]:
        importlib.import_module(name).warm()
    # What is here now stays for ever; a collection in a fork would only copy its pages.
    gc.collect()
    gc.freeze()
    _Template(control).run()


def stand_back(pid: int) -> None:
    """Let a worker and what it has started stand back for all other processes."""
    with contextlib.suppress(OSError):
        usual = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PGRP, pid, min(_LEAST_URGENT, usual + NICENESS))


class _Template:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._pids: dict[int, int] = {}
        self._ended, self._wakeup = os.pipe()
        for end in (self._ended, self._wakeup):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wakeup, warn_on_full_buffer=False)

    def run(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._control, selectors.EVENT_READ)
            selector.register(self._ended, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj is not self._control:
                        self._reap()
                    elif not self._obey(selector):
                        return

    def _obey(self, selector: selectors.BaseSelector) -> bool:
        """Carry out one order. Whether there may be more."""
        order, fds, _, _ = socket.recv_fds(self._control, ORDER.size, 1)
        if not order:
            for number in list(self._pids):
                self._kill(number)
            return False
        letter, number = ORDER.unpack(order)
        if letter == FORK:
            self._fork(number, fds[0], selector)
        elif letter == KILL:
            self._kill(number)
        elif number in self._pids:
            stand_back(self._pids[number])
        return True

    def _fork(self, number: int, fd: int, selector: selectors.BaseSelector) -> None:
        try:
            pid = os.fork()
        except OSError:
            # The server sees its socket closed, and says so to whoever waits.
            os.close(fd)
            return
        if pid == 0:
            try:
                self._become_worker(fd, selector)
            finally:
                os._exit(1)
        os.close(fd)
        # Here as well as there, so that it holds whoever comes first.
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        self._pids[number] = pid

    def _become_worker(self, fd: int, selector: selectors.BaseSelector) -> None:
        os.setpgid(0, 0)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        selector.close()
        self._control.close()
        os.close(self._ended)
        os.close(self._wakeup)
        child.serve(socket.socket(fileno=fd))

    def _kill(self, number: int) -> None:
        """End a worker and what it has started."""
        pid = self._pids.pop(number, None)
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)

    def _reap(self) -> None:
        """Take note of workers that have ended by themselves."""
        with contextlib.suppress(BlockingIOError):
            os.read(self._ended, 4096)
        for number, pid in list(self._pids.items()):
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                # Its group goes with it: what it has started has nobody to answer to.
                self._kill(number)


if __name__ == "__main__":
    main()
