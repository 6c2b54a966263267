"""One process's shared document, always as it is on disk.

Not thread-safe and blocking: a room calls it from worker threads, one call at a time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto

from pycrdt import Subscription, TransactionEvent, merge_updates

from touchline.errors import TouchlineError
from touchline.limits import COMPACT_AFTER_UPDATES, MAX_DOCUMENT_BYTES, MAX_EDGES, MAX_STEPS
from touchline.live.deletions import EMPTY_UPDATE, adds_nothing
from touchline.live.document import ROOTS, SharedDoc, document_of_updates, plain
from touchline.live.messages import MalformedMessage
from touchline.live.nesting import expect_shallow
from touchline.live.reader import Reading, read_document, settings
from touchline.live.writer import write_document
from touchline.model import Process
from touchline.store import Behind, Head, NoSuchProcess, ProcessStore

logger = logging.getLogger(__name__)


class StaleVersion(TouchlineError):
    """The process has changed since the version that a change was meant for."""


class DocumentTooLarge(TouchlineError):
    """The document has grown beyond a limit."""


class Verdict(Enum):
    """What became of an update: stored, known already (so that there was nothing to store), or
    refused as malformed."""

    STORED = auto()
    KNOWN = auto()
    MALFORMED = auto()


@dataclass(frozen=True, slots=True)
class Committed:
    """What one commit has put on disk.

    `verdicts` are on the updates that were offered, `written` the updates that were made of a
    change, `foreign` those that other programs had stored before; `state` is the state vector of
    all that is stored now.
    """

    head: Head
    verdicts: tuple[Verdict, ...]
    written: tuple[bytes, ...]
    foreign: tuple[bytes, ...]
    state: bytes


@dataclass
class SharedProcess:
    """A process's document and its place in the store."""

    id: str
    store: ProcessStore
    _doc: SharedDoc | None = None
    _head: Head | None = None
    _stored: int = 0
    _bytes: int = 0
    _changes: list[bytes] = field(default_factory=list)
    _subscription: Subscription | None = None

    def catch_up(self) -> tuple[Head, tuple[bytes, ...]]:
        """Take in what is stored and not yet here: everything at first, later what other programs
        have stored. Returns those updates. Raises NoSuchProcess, also for one in the bin."""
        after = self._head.seq if self._head is not None and self._doc is not None else 0
        head, updates = self.store.read(self.id, after)
        if head.deleted_at is not None:
            raise NoSuchProcess(self.id, in_bin=True)
        blobs = tuple(update.blob for update in updates)
        if after == 0 or self._doc is None:
            self._load(list(blobs))
        else:
            for blob in blobs:
                self._doc.apply_update(blob)
            self._stored += len(blobs)
            self._bytes += sum(map(len, blobs))
        self._head = head
        return head, blobs if after else ()

    def state(self) -> bytes:
        """The state vector of the document."""
        return self._document.get_state()

    def missing(self, state: bytes) -> bytes:
        """What one with this state vector lacks. Raises ValueError when it is malformed."""
        return self._document.get_update(state)

    def read(self) -> tuple[Head, Reading]:
        """The process as it is on disk."""
        return self._known, read_document(self._document)

    def commit(self, updates: Sequence[bytes]) -> Committed:
        """Store updates, all in one transaction, except those that are malformed.

        When it returns they are on disk. Raises StoreError or DocumentTooLarge when nothing could
        be stored, after which the document is read anew from the store.
        """
        with self._forgotten_on_failure():
            kept: list[bytes] = []
            verdicts: list[Verdict] = []
            seen = False
            for update in updates:
                change = self._apply(update)
                if change is None:
                    verdicts.append(Verdict.MALFORMED)
                elif not change and adds_nothing(update, self.state()):
                    verdicts.append(Verdict.KNOWN)
                else:
                    verdicts.append(Verdict.STORED)
                    kept.append(update)
                    seen = seen or change
            foreign = self._append(kept, seen=seen)
            return Committed(self._known, tuple(verdicts), (), foreign, self.state())

    def change(
        self, versions: Collection[int] | None, change: Callable[[Process], Process]
    ) -> Committed:
        """Replace the process by what `change` makes of it, in as few edits as that takes.

        With `versions` raises StaleVersion when the current one is not among them. Raises what
        `change` raises, nothing being stored, and DocumentTooLarge when the document holds more
        than can be read out of it.
        """
        _, foreign = self.catch_up()
        self._expect(versions)
        reading = read_document(self._document)
        if not reading.complete:
            raise DocumentTooLarge(
                f"This process has more than {MAX_STEPS:,} steps or {MAX_EDGES:,} edges; "
                "remove some in the editor first."
            )
        target = change(reading.process)
        with self._forgotten_on_failure():
            self._changes.clear()
            write_document(self._document, target)
            written = tuple(update for update in self._changes if update != EMPTY_UPDATE)
            foreign += self._append(written, seen=True, versions=versions)
            return Committed(self._known, (), written, foreign, self.state())

    def compact(self) -> bool:
        """Make the stored updates one when they have become many. Whether it was done.

        What replaces them is built from all of them, and only after it has been read back and
        compared; so nothing that is stored can be lost, deletions of content that has not arrived
        yet included.
        """
        if self._stored < COMPACT_AFTER_UPDATES:
            return False
        head, updates = self.store.read(self.id)
        blobs = [update.blob for update in updates]
        before = document_of_updates(blobs)
        merged = merge_updates(before.get_update(), *blobs)
        if not _same(before, document_of_updates([merged])):
            logger.error("compaction given up, it would change the document: process=%s", self.id)
            return False
        if not self.store.compact(self.id, head.seq, len(blobs), merged):
            return False
        self._stored, self._bytes = 1, len(merged)
        return True

    @property
    def _document(self) -> SharedDoc:
        if self._doc is None:
            self.catch_up()
        assert self._doc is not None
        return self._doc

    @property
    def _known(self) -> Head:
        assert self._head is not None
        return self._head

    def _load(self, blobs: list[bytes]) -> None:
        self._doc = document_of_updates(blobs)
        self._subscription = self._doc.observe(self._note)
        self._stored, self._bytes = len(blobs), sum(map(len, blobs))

    def _apply(self, update: bytes) -> bool | None:
        """Whether an update changes what can be read; None when it is malformed."""
        self._changes.clear()
        try:
            expect_shallow(update)
            self._document.apply_update(update)
        except (ValueError, MalformedMessage):
            return None
        return any(change != EMPTY_UPDATE for change in self._changes)

    def _append(
        self, blobs: Sequence[bytes], *, seen: bool, versions: Collection[int] | None = None
    ) -> tuple[bytes, ...]:
        """Store updates that the document has taken in; returns what other programs stored before.

        Updates commute, so those that another program has stored meanwhile are simply taken in.
        """
        foreign: tuple[bytes, ...] = ()
        if not blobs:
            return foreign
        size = sum(map(len, blobs))
        if self._bytes + size > MAX_DOCUMENT_BYTES:
            raise DocumentTooLarge(
                f"This process would take {self._bytes + size:,} bytes; at most "
                f"{MAX_DOCUMENT_BYTES:,} are kept."
            )
        name = settings(plain(self._document, "process"))["name"]
        while True:
            try:
                head = self.store.append(self.id, self._known.seq, blobs, name=name, seen=seen)
            except Behind:
                foreign += self.catch_up()[1]
                self._expect(versions)
            else:
                self._head = head
                self._stored += len(blobs)
                self._bytes += size
                return foreign

    def _expect(self, versions: Collection[int] | None) -> None:
        if versions is not None and self._known.version not in versions:
            raise StaleVersion(
                f"The process is at version {self._known.version} now, another than the one that "
                "was read. Read it again."
            )

    @contextmanager
    def _forgotten_on_failure(self) -> Iterator[None]:
        # The document has taken in what the store has not; what is stored is what counts.
        try:
            yield
        except BaseException:
            self._doc = self._head = self._subscription = None
            raise

    def _note(self, event: TransactionEvent) -> None:
        self._changes.append(event.update)


def _same(one: SharedDoc, other: SharedDoc) -> bool:
    return one.get_state() == other.get_state() and all(
        plain(one, root) == plain(other, root) for root in ROOTS
    )
