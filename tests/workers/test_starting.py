"""Workers are started safely, and none outlives its server."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workers import work
from tests.workers.test_pool import easy, gone, hard, pool_of, run
from touchline.workers.errors import Busy
from touchline.workers.starting import Forking, Spawning, Starter, shared_starter

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

SERVER = """
import asyncio, os, signal, sys
from tests.workers import work
from touchline.workers.job import Job
from touchline.workers.pool import Pool
from touchline.workers.starting import Forking, Spawning

async def main():
    pool = Pool(starter={starter}())
    print(await pool.run(Job(work.pid)), flush=True)
    await pool.run(Job(work.endless))

asyncio.run(main())
"""


@pytest.mark.parametrize("starter", ["Forking", "Spawning"])
def test_no_worker_outlives_a_server_that_is_killed(starter: str) -> None:
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER.format(starter=starter)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    )
    assert server.stdout is not None
    assert server.stderr is not None
    worker = int(server.stdout.readline())
    server.kill()
    server.wait()
    run(gone(worker))
    # Whatever it had started had this pipe as well.
    assert server.stderr.read() == ""
    server.stdout.close()
    server.stderr.close()


@pytest.mark.parametrize("starter", [Forking(), Spawning()])
def test_a_worker_has_no_socket_but_its_own(starter: Starter) -> None:
    async def test() -> None:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            listening.set_inheritable(True)
            async with pool_of(starter) as pool:
                assert await pool.run(easy(work.open_sockets)) == 1

    run(test())
    starter.close()


def test_a_template_forks_with_one_thread_alone() -> None:
    starter = Forking(("touchline.workers.tasks",))

    async def test() -> None:
        async with pool_of(starter) as pool:
            await pool.run(easy(work.pid))
            assert len(os.listdir(f"/proc/{starter.template_pid}/task")) == 1

    run(test())
    starter.close()


def test_a_template_that_dies_is_replaced_and_its_workers_still_end() -> None:
    starter = Forking()

    async def test() -> None:
        async with pool_of(starter) as pool:
            before = await pool.run(easy(work.pid))
            template = starter.template_pid
            assert template is not None
            os.kill(template, signal.SIGKILL)
            os.waitid(os.P_PID, template, os.WEXITED | os.WNOWAIT)
            # The worker goes on; another, for hard work, needs a new template.
            assert await pool.run(easy(work.pid)) == before
            assert await pool.run(hard(work.pid)) != before
            assert starter.template_pid != template
            pool.close()
            await gone(before)

    run(test())
    starter.close()


def test_closing_ends_the_template_and_its_workers() -> None:
    starter = Forking()
    pids: list[int] = []

    async def test() -> None:
        async with pool_of(starter) as pool:
            pids.append(await pool.run(easy(work.pid)))
            assert starter.template_pid is not None
            pids.append(starter.template_pid)
            await asyncio.to_thread(starter.close)
            for pid in pids:
                await gone(pid)

    run(test())


def test_a_forked_process_gives_no_orders_to_its_parents_template() -> None:
    starter = shared_starter()

    async def test() -> None:
        async with pool_of(starter) as pool:
            before = await pool.run(easy(work.pid))
            child = os.fork()
            if child == 0:
                os._exit(0 if shared_starter() is not starter else 1)
            _, status = os.waitpid(child, 0)
            assert os.waitstatus_to_exitcode(status) == 0
            assert await pool.run(easy(work.pid)) == before

    run(test())


def test_where_no_process_can_be_started_one_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that starts no more processes is a reason to try again, not a fault."""
    starter = Spawning()

    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refused)

    async def test() -> None:
        async with pool_of(starter) as pool:
            with pytest.raises(Busy, match="could not start"):
                await pool.run(easy(work.pid))

    run(test())


def test_what_lies_in_the_working_directory_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported what lies here')")
    monkeypatch.chdir(tmp_path)
    starter = Forking()

    async def test() -> None:
        async with pool_of(starter) as pool:
            assert await pool.run(easy(work.doubled, 4)) == 8

    run(test())
    starter.close()
