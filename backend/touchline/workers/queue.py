"""Whose turn it is: one person's work does not wait for another's.

Turns go round the addresses, and within an address round its documents; within a document they go
by arrival. Easy and hard work are two lanes of which neither waits for the other.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class FairQueue(Generic[T]):
    """One lane of work that waits, with a note of whose is being done.

    Taking costs time in the number of addresses that wait, nothing else does.
    """

    def __init__(self) -> None:
        # By address, and there by document; who comes first in a dict has waited longest for a
        # turn.
        self._waiting: dict[str, dict[str, deque[T]]] = {}
        self._running: Counter[str] = Counter()

    def __len__(self) -> int:
        return sum(len(jobs) for documents in self._waiting.values() for jobs in documents.values())

    def __iter__(self) -> Iterator[T]:
        for documents in self._waiting.values():
            for jobs in documents.values():
                yield from jobs

    def add(self, item: T, address: str, document: str, *, first: bool = False) -> None:
        """Put an item last in the row of its document, or first, for one that had its turn."""
        row = self._waiting.setdefault(address, {}).setdefault(document, deque())
        if first:
            row.appendleft(item)
        else:
            row.append(item)

    def take(self) -> T | None:
        """The next item, which then counts as being done until `done`; None when nothing waits.

        It is of the address with the fewest being done, of those the one that has had no turn for
        longest.
        """
        if not self._waiting:
            return None
        address = min(self._waiting, key=lambda address: self._running[address])
        documents = self._waiting.pop(address)
        document, row = next(iter(documents.items()))
        item = row.popleft()
        del documents[document]
        if row:
            documents[document] = row
        if documents:
            self._waiting[address] = documents
        self._running[address] += 1
        return item

    def began(self, address: str) -> None:
        """Count an item that was begun in another lane."""
        self._running[address] += 1

    def done(self, address: str) -> None:
        """An item that was taken needs no turn any longer."""
        self._running[address] -= 1
        if not self._running[address]:
            del self._running[address]

    def remove(self, item: T, address: str, document: str) -> bool:
        """Take out an item that nobody waits for any longer. Whether it was there."""
        documents = self._waiting.get(address, {})
        row = documents.get(document)
        if row is None or item not in row:
            return False
        row.remove(item)
        if not row:
            del documents[document]
        if not documents:
            del self._waiting[address]
        return True

    def last_of_the_busiest(self) -> T | None:
        """The newest item of the address with most waiting: who is refused when there is no room
        for more, so that a flood keeps out nobody but its sender."""
        if not self._waiting:
            return None
        documents = max(self._waiting.values(), key=lambda rows: sum(map(len, rows.values())))
        row = max(documents.values(), key=len)
        return row[-1]
