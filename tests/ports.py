"""Ports for servers that are killed and started again in the same place."""

import random
import socket

# Below the ports that systems lend to outgoing connections, so that none of those takes the port
# while its server is down: Linux lends from 32,768 up, others from 49,152.
PORTS = range(20_000, 32_000)


def free_port() -> int:
    """A port on which nothing listens; raises RuntimeError when there is none."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as listener:
            # As the server itself does: a port may be taken again right after its server's end.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"Every port from {PORTS.start} to {PORTS.stop - 1} is taken.")
