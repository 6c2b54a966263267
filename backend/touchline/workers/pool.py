"""The pool: takes work in, gives it to workers in turn, and ends what takes too long."""

from __future__ import annotations

import asyncio
import logging
from typing import TypeVar

from touchline.model.errors import TouchlineError
from touchline.workers.budget import Budget
from touchline.workers.errors import Busy, Superseded, TooMuch
from touchline.workers.job import Client, Job, Lane
from touchline.workers.queue import FairQueue
from touchline.workers.staff import Staff
from touchline.workers.starting import Starter, shared_starter
from touchline.workers.ticket import Ticket
from touchline.workers.worker import Gone, Worker, needs_memory

logger = logging.getLogger(__name__)

T = TypeVar("T")
_TRIES = 2


class Pool:
    """Runs jobs in worker processes. Belongs to one event loop, which never waits for it.

    Easy and hard work have workers of their own, so that however much hard work there is, easy work
    is done at once; hard work stands back for everything else on the machine.
    """

    def __init__(self, budget: Budget | None = None, starter: Starter | None = None) -> None:
        self.budget = budget or Budget()
        self._staff = Staff(self.budget, starter or shared_starter())
        self._queues: dict[Lane, FairQueue[Ticket]] = {lane: FairQueue() for lane in Lane}
        self._running: dict[Ticket, asyncio.Task[None]] = {}
        self._latest: dict[tuple[Client, str], Ticket] = {}
        self._waiting_bytes = 0
        self._closed = False

    async def run(self, job: Job[T]) -> T:
        """What the job's function returns or raises, of errors those of the family.

        Raises TooMuch past a limit of the budget, Busy when it cannot be begun, Superseded when its
        window asks anew. Cancelled, the work is given up and its worker freed.
        """
        if self._closed:
            raise Busy("The server is stopping.")
        ticket = Ticket(job, asyncio.get_running_loop().create_future())
        self._supersede(ticket)
        self._enqueue(ticket)
        self._make_room()
        self._hand_out()
        try:
            result: T = await ticket.future
        finally:
            self._give_up(ticket)
            if job.replaces is not None and self._latest.get(job.replaces) is ticket:
                del self._latest[job.replaces]
        return result

    def warm(self) -> None:
        """Get ready, so that the first job need not wait for a worker to start."""
        self._staff.warm()

    def close(self) -> None:
        """End all workers; whoever waits is told that the server is stopping."""
        self._closed = True
        for queue in self._queues.values():
            for ticket in list(queue):
                self._dequeue(ticket)
                ticket.fail(Busy("The server is stopping."))
        for ticket, task in list(self._running.items()):
            ticket.fail(Busy("The server is stopping."))
            task.cancel()
        self._staff.close()

    def waiting(self, lane: Lane) -> int:
        """How many pieces of work wait for their turn."""
        return len(self._queues[lane])

    def running(self, lane: Lane) -> int:
        """How many pieces of work are being done."""
        return sum(ticket.lane is lane for ticket in self._running)

    @property
    def pids(self) -> frozenset[int]:
        """The ids of the workers that have reported for work and not been ended."""
        return self._staff.pids

    def _supersede(self, ticket: Ticket) -> None:
        replaces = ticket.job.replaces
        if replaces is None:
            return
        if older := self._latest.get(replaces):
            older.fail(Superseded("The same window has asked anew, so this was given up."))
            self._give_up(older)
        self._latest[replaces] = ticket

    def _enqueue(self, ticket: Ticket, *, first: bool = False) -> None:
        client = ticket.job.client
        self._queues[ticket.lane].add(ticket, client.address, client.document, first=first)
        self._waiting_bytes += ticket.job.size
        loop = asyncio.get_running_loop()
        ticket.patience = loop.call_later(self.budget.queue_seconds, self._lose_patience, ticket)

    def _dequeue(self, ticket: Ticket) -> bool:
        """Whether it waited, and does no longer."""
        client = ticket.job.client
        if not self._queues[ticket.lane].remove(ticket, client.address, client.document):
            return False
        self._leave_queue(ticket)
        return True

    def _leave_queue(self, ticket: Ticket) -> None:
        self._waiting_bytes -= ticket.job.size
        if ticket.patience is not None:
            ticket.patience.cancel()

    def _lose_patience(self, ticket: Ticket) -> None:
        if self._dequeue(ticket):
            ticket.fail(
                Busy(
                    f"{ticket.job.doing} {ticket.about} could not be begun within "
                    f"{self.budget.queue_seconds:g} seconds, because so much else is being done; "
                    "try again in a moment."
                )
            )

    def _make_room(self) -> None:
        """Refuse what is too much, from whoever has most waiting."""
        while (
            sum(map(len, self._queues.values())) > self.budget.waiting
            or self._waiting_bytes > self.budget.waiting_bytes
        ):
            ticket = max(self._queues.values(), key=len).last_of_the_busiest()
            if ticket is None:
                return
            self._dequeue(ticket)
            ticket.fail(Busy("Too much waits to be done already; try again in a moment."))

    def _hand_out(self) -> None:
        """Begin what can be begun."""
        for lane, queue in self._queues.items():
            while not self._closed and self.running(lane) < self.budget.workers[lane]:
                ticket = queue.take()
                if ticket is None:
                    break
                self._leave_queue(ticket)
                self._running[ticket] = asyncio.create_task(self._do(ticket))

    def _give_up(self, ticket: Ticket) -> None:
        """Nobody waits for it any longer. What is easy is finished, which costs less than a new
        worker; it is ended should it turn out to be hard."""
        if self._dequeue(ticket):
            return
        task = self._running.get(ticket)
        if task is not None and ticket.lane is Lane.HARD:
            task.cancel()

    async def _do(self, ticket: Ticket) -> None:
        try:
            for left in reversed(range(_TRIES)):
                try:
                    await self._do_once(ticket)
                    return
                except Gone as gone:
                    # One that died before it began is no fault of the work's.
                    if gone.begun:
                        ticket.fail(self._too_much(ticket, _ended(self.budget.memory_bytes)))
                        return
                    if not left:
                        raise
        except (Gone, OSError) as error:
            logger.error("no worker could be started: reason=%s", error)
            ticket.fail(Busy("The server could not start a process to do this; try again."))
        except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever it is
            ticket.fail(error)
        finally:
            del self._running[ticket]
            self._queues[ticket.taken_from].done(ticket.job.client.address)
            if ticket.postponed:
                self._postpone(ticket)
            self._hand_out()

    async def _do_once(self, ticket: Ticket) -> None:
        job = ticket.job
        worker = self._staff.take(slow=ticket.lane is Lane.HARD)
        try:
            await worker.ready()
            asking = asyncio.create_task(worker.ask(job.function, job.args, ticket.tell))
            try:
                if (
                    ticket.lane is Lane.EASY
                    and not await _within(self.budget.easy_seconds, asking)
                    and not self._go_on_as_hard(ticket, worker)
                ):
                    return
                seconds = job.seconds or self.budget.seconds
                if await _within(seconds, asking):
                    ticket.settle(asking, lambda error: self._too_much(ticket, str(error)))
                else:
                    ticket.fail(
                        self._too_much(
                            ticket,
                            f"took longer than {seconds:g} seconds and was stopped",
                        )
                    )
            finally:
                if not asking.done():
                    asking.cancel()
                    worker.kill()
        except asyncio.CancelledError:
            worker.kill()
            raise
        finally:
            self._staff.give_back(worker)

    def _go_on_as_hard(self, ticket: Ticket, worker: Worker) -> bool:
        """What was taken for easy is not. Whether it goes on now, or is to begin anew."""
        if ticket.future.done():
            return False
        if self.running(Lane.HARD) < self.budget.workers[Lane.HARD]:
            self._queues[Lane.EASY].done(ticket.job.client.address)
            self._queues[Lane.HARD].began(ticket.job.client.address)
            ticket.lane = ticket.taken_from = Lane.HARD
            worker.slow_down()
            # An easy worker is free to be started in its place.
            asyncio.get_running_loop().call_soon(self._hand_out)
            return True
        ticket.postponed = True
        return False

    def _postpone(self, ticket: Ticket) -> None:
        ticket.postponed = False
        if not ticket.future.done() and not self._closed:
            ticket.lane = ticket.taken_from = Lane.HARD
            self._enqueue(ticket, first=True)

    def _too_much(self, ticket: Ticket, what: str) -> TouchlineError:
        return TooMuch(
            f"{ticket.job.doing} {ticket.about} {what}. Divide the process into smaller ones, or "
            "take out some of its edges."
        )


async def _within(seconds: float, task: asyncio.Task[object]) -> bool:
    """Whether a task ends within some time; it goes on if it does not."""
    done, _ = await asyncio.wait({task}, timeout=seconds)
    return bool(done)


def _ended(limit_bytes: int) -> str:
    return f"ended unexpectedly, most likely because it {needs_memory(limit_bytes)}"
