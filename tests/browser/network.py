"""A network that can fail without a word, between the browser and the server."""

import selectors
import socket
import threading
from contextlib import suppress

from tests.ports import free_port


class Network:
    """Passes on what goes between a port of its own and a server, until it `swallows` everything:
    connections stay open and nothing arrives, as when a cable is pulled behind the next switch."""

    def __init__(self, server_port: int) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server_port = server_port
        self._swallowing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._open: list[socket.socket] = [self._listener]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def swallow(self) -> None:
        self._swallowing.set()

    def recover(self) -> None:
        """New connections work again; those that lost something are closed, as a router would."""
        self._swallowing.clear()
        for one in self._open[1:]:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(browser)
            threading.Thread(target=self._pass_on, args=(browser,), daemon=True).start()

    def _pass_on(self, browser: socket.socket) -> None:
        if self._swallowing.is_set():
            # Accepted by something on the way, and never answered.
            return
        try:
            server = socket.create_connection(("127.0.0.1", self._server_port))
        except OSError:
            browser.close()
            return
        self._open.append(server)
        others = {browser: server, server: browser}
        with selectors.DefaultSelector() as ready, suppress(OSError):
            for one in others:
                ready.register(one, selectors.EVENT_READ)
            while True:
                for key, _ in ready.select():
                    one = key.fileobj
                    assert isinstance(one, socket.socket)
                    data = one.recv(65536)
                    if not data:
                        raise ConnectionResetError
                    if not self._swallowing.is_set():
                        others[one].sendall(data)
        for one in others:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
