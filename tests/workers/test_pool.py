"""Work is done in processes of its own, in turn and within its budget, or it is ended."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.workers import work
from touchline.model.errors import NotWellFormed
from touchline.workers.budget import Budget
from touchline.workers.errors import Busy, Superseded, TooMuch
from touchline.workers.job import Client, Job, Lane
from touchline.workers.pool import Pool
from touchline.workers.starting import Forking, Spawning, Starter
from touchline.workers.worker import WorkFault

PATIENT = Budget(workers={Lane.EASY: 1, Lane.HARD: 1}, seconds=60, easy_seconds=60)


@pytest.fixture(scope="module")
def starter() -> Iterator[Starter]:
    starter = Forking() if sys.platform == "linux" else Spawning()
    yield starter
    starter.close()


@pytest.fixture(params=["usual", "spawning"])
def any_starter(request: pytest.FixtureRequest, starter: Starter) -> Iterator[Starter]:
    """Where workers are forked, both ways to start them."""
    if request.param == "usual":
        yield starter
        return
    spawning = Spawning()
    yield spawning
    spawning.close()


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    return new_fifo(tmp_path / "fifo")


def new_fifo(path: Path) -> Path:
    os.mkfifo(path)
    return path


@asynccontextmanager
async def pool_of(starter: Starter, budget: Budget = PATIENT) -> AsyncIterator[Pool]:
    pool = Pool(budget, starter)
    try:
        yield pool
    finally:
        pool.close()


def run(test: Coroutine[Any, Any, None]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(60):
            await test

    asyncio.run(in_time())


async def written(fifo: Path) -> str:
    """What a worker writes into a named pipe, once it does."""
    return await asyncio.to_thread(fifo.read_text)


async def told(fifo: Path, text: str) -> None:
    """Write into a named pipe that a worker reads from."""
    await asyncio.to_thread(fifo.write_text, text)


async def gone(pid: int) -> None:
    """Returns when a process has ended; the test's limit of time says when it does not."""
    while os.path.exists(f"/proc/{pid}"):
        await asyncio.sleep(0.005)


def hard(function: Callable[..., Any], *args: Any, **more: Any) -> Job[Any]:
    return Job(function, args, lane=Lane.HARD, **more)


def easy(function: Callable[..., Any], *args: Any, **more: Any) -> Job[Any]:
    return Job(function, args, **more)


def test_work_is_done_in_another_process_that_stays_warm(any_starter: Starter) -> None:
    async def test() -> None:
        async with pool_of(any_starter) as pool:
            first = await pool.run(easy(work.pid))
            assert first != os.getpid()
            assert await pool.run(easy(work.doubled, 21)) == 42
            assert await pool.run(easy(work.pid)) == first
            assert pool.pids == {first}

    run(test())


def test_an_error_of_ours_crosses_as_it_is(any_starter: Starter) -> None:
    async def test() -> None:
        async with pool_of(any_starter) as pool:
            with pytest.raises(NotWellFormed) as caught:
                await pool.run(easy(work.refused))
            assert caught.value.problems[0].line == 3
            assert (caught.value.name, caught.value.unlisted) == ("file.yaml", 2)
            assert str(caught.value).startswith("steps[0]: found a, expected b.")

    run(test())


def test_a_fault_says_where_and_the_worker_goes_on(starter: Starter) -> None:
    async def test() -> None:
        async with pool_of(starter) as pool:
            with pytest.raises(WorkFault, match=r"in faulty(.|\n)*ZeroDivisionError"):
                await pool.run(easy(work.faulty))
            assert await pool.run(easy(work.doubled, 2)) == 4

    run(test())


def test_what_takes_too_long_is_ended_and_said(any_starter: Starter) -> None:
    async def test() -> None:
        # It never ends, so no machine is too slow for this; and it has told before it stands back.
        budget = dataclasses.replace(PATIENT, easy_seconds=2)
        async with pool_of(any_starter, budget) as pool:
            with pytest.raises(TooMuch) as caught:
                await pool.run(easy(work.told_and_endless, doing="Checking", seconds=0.1))
            assert str(caught.value).startswith(
                "Checking a process of 9 steps and 8 edges took longer than 0.1 seconds"
            )
            # What comes next is done by another worker.
            assert await pool.run(hard(work.doubled, 2)) == 4

    run(test())


def test_the_end_of_work_is_the_end_of_all_that_it_has_started(
    any_starter: Starter, fifo: Path
) -> None:
    async def test() -> None:
        async with pool_of(any_starter) as pool:
            working = asyncio.create_task(pool.run(hard(work.endless_with_a_child, fifo)))
            pids = [int(pid) for pid in (await written(fifo)).split()]
            working.cancel()
            for pid in pids:
                await gone(pid)

    run(test())


def test_what_needs_too_much_memory_is_ended_and_said(any_starter: Starter) -> None:
    async def test() -> None:
        budget = dataclasses.replace(PATIENT, memory_bytes=600 * 1024**2)
        async with pool_of(any_starter, budget) as pool:
            before = await pool.run(easy(work.pid))
            with pytest.raises(TooMuch, match="needed more than 600 MiB of memory"):
                await pool.run(easy(work.hoards))
            assert await pool.run(easy(work.pid)) != before

    run(test())


def test_an_answer_that_is_too_large_is_not_kept(starter: Starter) -> None:
    async def test() -> None:
        budget = dataclasses.replace(PATIENT, output_bytes=1024**2)
        async with pool_of(starter, budget) as pool:
            with pytest.raises(TooMuch, match="more than 1 MiB"):
                await pool.run(easy(work.large, 2 * 1024**2))
            assert len(await pool.run(easy(work.large, 1024**2 - 100))) == 1024**2 - 100

    run(test())


def test_a_worker_that_dies_at_work_is_replaced(starter: Starter) -> None:
    async def test() -> None:
        async with pool_of(starter) as pool:
            with pytest.raises(TooMuch, match="ended unexpectedly"):
                await pool.run(easy(work.dies))
            assert await pool.run(easy(work.doubled, 2)) == 4

    run(test())


def test_nobody_notices_that_an_idle_worker_was_killed(any_starter: Starter) -> None:
    async def test() -> None:
        async with pool_of(any_starter) as pool:
            pid = await pool.run(easy(work.pid))
            os.kill(pid, signal.SIGKILL)
            assert await pool.run(easy(work.pid)) != pid

    run(test())


def test_hard_work_takes_no_worker_of_easy_work(starter: Starter, fifo: Path) -> None:
    async def test() -> None:
        async with pool_of(starter) as pool:
            hard_ones = [asyncio.create_task(pool.run(hard(work.endless, fifo))) for _ in range(3)]
            await written(fifo)
            for number in range(20):
                assert await pool.run(easy(work.doubled, number)) == 2 * number
            assert (pool.running(Lane.HARD), pool.waiting(Lane.HARD)) == (1, 2)
            assert not any(task.done() for task in hard_ones)

    run(test())


def test_hard_work_stands_back_and_easy_work_does_not(any_starter: Starter) -> None:
    async def test() -> None:
        async with pool_of(any_starter) as pool:
            usual = work.niceness()
            assert await pool.run(easy(work.niceness)) == usual
            assert await pool.run(hard(work.niceness)) == min(19, usual + 10)

    run(test())


def test_what_was_taken_for_easy_goes_on_as_hard_work(starter: Starter, fifo: Path) -> None:
    async def test() -> None:
        budget = dataclasses.replace(PATIENT, easy_seconds=0.01)
        async with pool_of(starter, budget) as pool:
            slow = asyncio.create_task(pool.run(easy(work.waits_for, fifo)))
            while not pool.running(Lane.HARD):
                await asyncio.sleep(0)
            # Its place is free for others.
            assert pool.running(Lane.EASY) == 0
            await told(fifo, "at last")
            assert await slow == "at last"

    run(test())


def test_what_was_taken_for_easy_waits_its_turn_among_hard_work(
    starter: Starter, tmp_path: Path
) -> None:
    async def test() -> None:
        budget = dataclasses.replace(PATIENT, easy_seconds=0.01)
        hard_one, easy_one = new_fifo(tmp_path / "hard"), new_fifo(tmp_path / "easy")
        async with pool_of(starter, budget) as pool:
            first = asyncio.create_task(pool.run(hard(work.waits_for, hard_one)))
            second = asyncio.create_task(pool.run(easy(work.waits_for, easy_one)))
            while not pool.waiting(Lane.HARD):
                await asyncio.sleep(0)
            assert pool.running(Lane.EASY) == 0
            await told(hard_one, "one")
            await told(easy_one, "two")
            assert (await first, await second) == ("one", "two")

    run(test())


def test_hard_work_that_nobody_waits_for_any_longer_is_ended(starter: Starter, fifo: Path) -> None:
    async def test() -> None:
        async with pool_of(starter) as pool:
            working = asyncio.create_task(pool.run(hard(work.endless, fifo)))
            pid = int(await written(fifo))
            waiting = asyncio.create_task(pool.run(hard(work.pid)))
            working.cancel()
            # The other had no worker before this one was ended.
            assert await waiting != pid
            await gone(pid)
            assert working.cancelled()

    run(test())


def test_work_that_waits_is_not_begun_when_nobody_waits_for_it(
    starter: Starter, fifo: Path
) -> None:
    async def test() -> None:
        async with pool_of(starter) as pool:
            working = asyncio.create_task(pool.run(hard(work.waits_for, fifo)))
            waiting = asyncio.create_task(pool.run(hard(work.endless)))
            while not pool.waiting(Lane.HARD):
                await asyncio.sleep(0)
            waiting.cancel()
            await told(fifo, "done")
            assert await working == "done"
            assert await pool.run(hard(work.doubled, 1)) == 2

    run(test())


def test_a_window_that_asks_anew_gets_only_the_last_answer(starter: Starter, fifo: Path) -> None:
    async def test() -> None:
        window = Client("a", "document", "window")
        async with pool_of(starter) as pool:
            older = asyncio.create_task(pool.run(hard(work.endless, fifo, client=window)))
            pid = int(await written(fifo))
            assert await pool.run(hard(work.doubled, 2, client=window)) == 4
            with pytest.raises(Superseded):
                await older
            await gone(pid)

    run(test())


@pytest.mark.parametrize(
    "other",
    [
        hard(work.doubled, 1, client=Client("a", "document", "other window")),
        hard(work.doubled, 1, client=Client("a", "other document", "window")),
        hard(work.doubled, 1, client=Client("a", "document", "window"), doing="Drawing"),
        hard(work.doubled, 1),
    ],
)
def test_nothing_else_supersedes(starter: Starter, fifo: Path, other: Job[Any]) -> None:
    async def test() -> None:
        window = Client("a", "document", "window")
        async with pool_of(starter, budget_of(hard=2)) as pool:
            first = asyncio.create_task(pool.run(hard(work.waits_for, fifo, client=window)))
            assert await pool.run(other) == 2
            await told(fifo, "still here")
            assert await first == "still here"

    run(test())


def budget_of(*, hard: int) -> Budget:
    return dataclasses.replace(PATIENT, workers={Lane.EASY: 1, Lane.HARD: hard})


def test_who_waits_too_long_is_told(starter: Starter, fifo: Path) -> None:
    async def test() -> None:
        budget = dataclasses.replace(PATIENT, queue_seconds=0.1)
        async with pool_of(starter, budget) as pool:
            working = asyncio.create_task(pool.run(hard(work.endless, fifo)))
            await written(fifo)
            with pytest.raises(Busy, match=r"could not be begun within 0\.1 seconds"):
                await pool.run(hard(work.pid))
            assert not working.done()

    run(test())


@pytest.mark.parametrize("limits", [{"waiting": 3}, {"waiting_bytes": 30}])
def test_where_there_is_no_room_a_flood_keeps_out_its_sender(
    starter: Starter, fifo: Path, limits: dict[str, int]
) -> None:
    async def test() -> None:
        budget = dataclasses.replace(PATIENT, **limits)
        async with pool_of(starter, budget) as pool:
            working = asyncio.create_task(pool.run(hard(work.waits_for, fifo)))
            while not pool.running(Lane.HARD):
                await asyncio.sleep(0)
            flood = [
                asyncio.create_task(
                    pool.run(hard(work.doubled, number, client=Client("flood"), size=10))
                )
                for number in range(5)
            ]
            await asyncio.sleep(0)
            honest = asyncio.create_task(
                pool.run(hard(work.doubled, 50, client=Client("honest"), size=10))
            )
            await told(fifo, "")
            assert await honest == 100
            answers = await asyncio.gather(*flood, return_exceptions=True)
            assert answers[:2] == [0, 2]
            assert all(isinstance(answer, Busy) for answer in answers[2:])
            assert await working == ""

    run(test())


def test_the_end_of_a_pool_is_the_end_of_its_workers(any_starter: Starter, fifo: Path) -> None:
    async def test() -> None:
        async with pool_of(any_starter) as pool:
            idle = await pool.run(easy(work.pid))
            working = asyncio.create_task(pool.run(hard(work.endless, fifo)))
            pid = int(await written(fifo))
            waiting = asyncio.create_task(pool.run(hard(work.pid)))
            await asyncio.sleep(0)
            pool.close()
            for task in (working, waiting):
                with pytest.raises(Busy, match="stopping"):
                    await task
            with pytest.raises(Busy, match="stopping"):
                await pool.run(easy(work.pid))
            await gone(idle)
            await gone(pid)

    run(test())
