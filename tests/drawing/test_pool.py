"""The drawing worker is watched: limits hold, a dead one is replaced, nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from touchline.drawing.pool import DrawingLimitError, Limits, Pool, shared_pool
from touchline.model.errors import DrawingError, TouchlineError

DRAW = {"task": "graph", "engine": "dot", "format": "plain"}
SMALL = b"digraph { a -> b }"
# Every node joined to every other, with curved edges: hours of work.
HEAVY = ("digraph { splines=true " + " ".join(
    f"n{a} -> n{b};" for a in range(120) for b in range(120)
) + "}").encode()  # fmt: skip


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(1)
    yield pool
    pool.close()


def worker_pid(pool: Pool) -> int:
    (worker,) = pool.workers
    return worker.pid


def test_a_worker_stays_warm(pool: Pool) -> None:
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")
    first = worker_pid(pool)
    pool.ask(DRAW, SMALL)
    assert worker_pid(pool) == first


def test_a_killed_worker_is_replaced(pool: Pool) -> None:
    pool.ask(DRAW, SMALL)
    pid = worker_pid(pool)
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")
    assert worker_pid(pool) != pid


def test_a_worker_killed_at_work_gives_a_clear_error_and_the_next_drawing_succeeds(
    pool: Pool,
) -> None:
    pool.ask(DRAW, SMALL)
    with pool.worker() as worker:
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(DrawingError, match="ended unexpectedly"):
            worker.ask(DRAW, SMALL)
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")


def test_a_drawing_that_takes_too_long_is_stopped() -> None:
    # Long enough for the next, small one on a machine that is busy with other tests.
    pool = Pool(1, Limits(seconds=2))
    with pytest.raises(DrawingLimitError, match="longer than 2 seconds"):
        pool.ask(DRAW, HEAVY)
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")
    pool.close()


def test_a_drawing_that_needs_too_much_memory_is_stopped() -> None:
    pool = Pool(1, Limits(memory_bytes=256 * 1024**2))
    with pytest.raises(DrawingLimitError, match="memory"):
        pool.ask(DRAW, ("digraph { " + "a -> b; " * 3_000_000 + "}").encode())
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")
    pool.close()


def test_an_answer_that_is_too_large_is_not_kept() -> None:
    pool = Pool(1, Limits(output_bytes=100))
    with pytest.raises(DrawingLimitError, match="larger than"):
        pool.ask({**DRAW, "format": "svg"}, SMALL)
    pool.close()


def test_what_graphviz_cannot_read_is_an_error_of_ours(pool: Pool) -> None:
    with pytest.raises(TouchlineError, match="could not draw"):
        pool.ask(DRAW, b"digraph { a -> ")
    with pytest.raises(TouchlineError, match="could not draw"):
        pool.ask({**DRAW, "engine": "nothing"}, SMALL)
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")


def test_no_file_is_read_for_an_image(pool: Pool) -> None:
    source = b'digraph { a [image="/etc/hostname" shape=none] b [image="Arimo-OFL.txt"] }'
    svg = pool.ask({**DRAW, "format": "svg"}, source)
    assert b"<image" not in svg


def test_many_threads_draw_at_once() -> None:
    pool = Pool(2)
    sources = [f"digraph {{ n{number} -> b }}".encode() for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda source: pool.ask(DRAW, source), sources))
    assert all(f"n{number} ".encode() in answer for number, answer in enumerate(answers))
    assert len(pool.workers) <= 2
    pool.close()


def test_a_forked_process_draws_with_a_worker_of_its_own() -> None:
    shared_pool().ask(DRAW, SMALL)
    child = os.fork()
    if child == 0:
        answer = shared_pool().ask(DRAW, b"digraph { child -> b }")
        os._exit(0 if b"child " in answer else 1)
    assert shared_pool().ask(DRAW, b"digraph { parent -> b }").count(b"node parent ") == 1
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def test_a_worker_ends_when_its_parent_is_killed() -> None:
    script = (
        "import sys, os, signal\n"
        "from touchline.drawing.pool import Pool\n"
        "pool = Pool(1)\n"
        f"pool.ask({DRAW!r}, {SMALL!r})\n"
        "print('drawn', flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=env, text=True
    )
    assert parent.stdout is not None
    # The worker has this pipe's other end as well, as long as it lives.
    parent.stdout.readline()
    assert parent.stdout.read() == ""
    parent.wait(timeout=10)
    parent.stdout.close()


def test_it_works_without_a_search_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    pool = Pool(1)
    assert pool.ask(DRAW, SMALL).startswith(b"graph ")
    pool.close()
