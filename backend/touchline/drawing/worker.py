"""The process that alone talks to the Graphviz libraries; `pool.py` starts it and feeds it.

It runs as a script of its own, with nothing of Touchline imported, so that it starts quickly. On
standard input come requests, on standard output go answers: each a line of JSON, then as many bytes
as the line says. It ends when its standard input does.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from typing import Any, BinaryIO


def main() -> None:
    """Answer requests until there are no more."""
    settings = json.loads(sys.argv[1])
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    # Graphviz writes warnings wherever it likes; they must not get between the answers.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    # Ctrl-C is meant for the server, which then closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(settings["memory_bytes"])
    # Set before the import: fontconfig reads it once. Only the bundled fonts are named there.
    os.chdir(settings["fonts"])
    os.environ["FONTCONFIG_FILE"] = os.path.join(settings["fonts"], "fonts.conf")
    # With SERVER_NAME set, Graphviz reads no file for an image, whatever a chart asks.
    os.environ["SERVER_NAME"] = "touchline"
    os.environ.pop("GV_FILE_PATH", None)
    try:
        import pygraphviz
    except ImportError as error:
        _refuse_all(requests, answers, f"pygraphviz cannot be loaded: {error}")
        return

    while line := requests.readline():
        request = json.loads(line)
        body = requests.read(request["bytes"])
        with _deadline(request["seconds"]):
            answer, content = _answer(pygraphviz, request, body)
        if len(content) > settings["output_bytes"]:
            answer, content = {"problem": "too-large"}, b""
        _send(answers, answer, content)


def _answer(pygraphviz: Any, request: dict[str, Any], body: bytes) -> tuple[dict[str, str], bytes]:
    try:
        if request["task"] == "graph":
            graph = pygraphviz.AGraph(string=body.decode())
            content = graph.draw(format=request["format"], prog=request["engine"])
        else:
            graph = pygraphviz.AGraph(string=request["frame"])
            # Set here and not in the source: the language of DOT cannot write every text.
            graph.graph_attr["_background"] = body.decode()
            content = graph.draw(format=request["format"], prog="nop2")
        graph.close()
    except MemoryError:
        return {"problem": "memory"}, b""
    except (ValueError, pygraphviz.DotError) as error:
        return {"problem": "refused", "detail": str(error)}, b""
    return {}, content


def _refuse_all(requests: BinaryIO, answers: BinaryIO, reason: str) -> None:
    while line := requests.readline():
        requests.read(json.loads(line)["bytes"])
        _send(answers, {"problem": "refused", "detail": reason}, b"")


def _send(answers: BinaryIO, answer: dict[str, str], content: bytes) -> None:
    head = json.dumps({**answer, "bytes": len(content)})
    answers.write(head.encode() + b"\n" + content)
    answers.flush()


def _limit_memory(limit_bytes: int) -> None:
    # Windows has no such limits and macOS refuses some; the deadline still holds there.
    with contextlib.suppress(ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, limit_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def _deadline(seconds: int) -> Any:
    """End this process when a drawing takes that long, even if the parent is gone by then."""
    if not hasattr(signal, "alarm"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    main()
