"""One process's shared document, always as it is on disk.

Not thread-safe and blocking: a room calls it from worker threads, one call at a time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto

from pycrdt import Subscription, TransactionEvent

from touchline.live.contents import Contents, UpdateTooLarge, clocks_of
from touchline.live.document import SharedDoc, plain
from touchline.live.messages import MalformedMessage
from touchline.live.reader import Reading, read_document, settings
from touchline.live.stored import StoredDocument, made_one, stored_document
from touchline.live.walk import contents_of, stored_contents_of
from touchline.live.writer import write_document
from touchline.model.errors import TouchlineError
from touchline.model.limits import COMPACT_AFTER_UPDATES, MAX_DOCUMENT_BYTES, MAX_EDGES, MAX_STEPS
from touchline.model.process import Process
from touchline.store import Behind, Head, NoSuchProcess, ProcessStore, StoreError, Update

logger = logging.getLogger(__name__)

_NOTHING = b"\x00\x00"
"""The update that says nothing."""


class StaleVersion(TouchlineError):
    """The process has changed since the version that a change was meant for."""


class Replaced(StoreError):
    """The process was brought back from a backup: what was known of it no longer holds."""

    def __init__(self, process_id: str) -> None:
        super().__init__(f"The process {process_id} was brought back from a backup; reconnect.")


class DocumentTooLarge(TouchlineError):
    """The document has grown beyond a limit."""


class Verdict(Enum):
    """What became of an update: stored, known already (so that there was nothing to store), refused
    as malformed, as more than is taken in at once, or because it builds on content that is not
    here."""

    STORED = auto()
    KNOWN = auto()
    MALFORMED = auto()
    TOO_LARGE = auto()
    OUT_OF_STEP = auto()


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
    _whole: StoredDocument | None = None
    _head: Head | None = None
    _stored: int = 0
    _bytes: int = 0
    _compact_from: int = 0
    _changes: list[bytes] = field(default_factory=list)
    _foreign: list[bytes] = field(default_factory=list)
    _subscription: Subscription | None = None

    def catch_up(self) -> tuple[Head, tuple[bytes, ...]]:
        """Take in what is stored and not yet here: everything at first, later what other programs
        have stored. Returns those updates. Raises NoSuchProcess, also for one in the bin."""
        self._take_in_foreign()
        return self._known, self._told_of_foreign()

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
        """Store updates, all in one transaction, except those that are refused.

        When it returns they are on disk. Raises StoreError or DocumentTooLarge when nothing could
        be stored, after which the document is read anew from the store.
        """
        with self._forgotten_on_failure():
            kept: list[bytes] = []
            verdicts: list[Verdict] = []
            for update in updates:
                verdicts.append(self._take_in(update, kept))
                if verdicts[-1] is Verdict.STORED:
                    kept.append(update)
            self._append(kept)
            return self._committed(verdicts=verdicts)

    def change(
        self, versions: Collection[int] | None, change: Callable[[Process], Process]
    ) -> Committed:
        """Replace the process by what `change` makes of it, in as few edits as that takes.

        With `versions` raises StaleVersion when the current one is not among them. Raises what
        `change` raises, nothing being stored, and DocumentTooLarge when the document holds more
        than can be read out of it.
        """
        self._take_in_foreign()
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
            written = tuple(update for update in self._changes if update != _NOTHING)
            for update in written:
                self._note_levels(stored_contents_of(update, self._all.levels))
            self._append(written, versions)
            return self._committed(written=written)

    def compact(self) -> bool:
        """Make the stored updates one when they have become many. Whether it was done.

        What replaces them is built from all of them and read back and compared before it does, so
        that nothing that is stored can be lost.
        """
        if self._stored < max(COMPACT_AFTER_UPDATES, self._compact_from):
            return False
        # Should it fail, it is not tried again with every edit.
        self._compact_from = 2 * self._stored
        return self._make_one()

    def _make_one(self) -> bool:
        head, updates = self.store.read(self.id)
        merged = made_one(self.id, [update.blob for update in updates])
        if merged is None:
            logger.error("compaction given up, it would change the document: process=%s", self.id)
            return False
        if not self.store.compact(self.id, head.seq, len(updates), merged):
            return False
        self._stored, self._bytes, self._compact_from = 1, len(merged), 0
        return True

    @property
    def _all(self) -> StoredDocument:
        if self._whole is None:
            self._take_in_foreign()
        assert self._whole is not None
        return self._whole

    @property
    def _document(self) -> SharedDoc:
        return self._all.doc

    @property
    def _known(self) -> Head:
        assert self._head is not None
        return self._head

    def _take_in_foreign(self) -> None:
        if self._whole is None:
            self._read_anew([])
            return
        head, updates = self._read_store(self._known.seq)
        with self._forgotten_on_failure():
            self._whole.take_in([update.blob for update in updates])
        self._stored += len(updates)
        self._bytes += sum(len(update.blob) for update in updates)
        self._foreign += [update.blob for update in updates]
        self._head = head

    def _read_anew(self, kept: Sequence[bytes]) -> None:
        """Read everything that is stored, in its order, and let `kept` in behind it."""
        head, updates = self._read_store(after=0)
        self._load([update.blob for update in updates])
        self._all.take_in(kept)
        if self._head is not None:
            known = self._head.seq
            self._foreign += [update.blob for update in updates if update.seq > known]
        self._head = head

    def _read_store(self, after: int) -> tuple[Head, list[Update]]:
        head, updates = self.store.read(self.id, after)
        if head.deleted_at is not None:
            raise NoSuchProcess(self.id, in_bin=True)
        if self._head is not None and head.epoch != self._head.epoch:
            self._head = self._whole = self._subscription = None
            self._foreign.clear()
            raise Replaced(self.id)
        return head, updates

    def _load(self, blobs: Sequence[bytes]) -> None:
        self._whole = stored_document(self.id, blobs)
        self._subscription = self._whole.doc.observe(self._note)
        self._stored, self._bytes = len(blobs), sum(map(len, blobs))

    def _take_in(self, update: bytes, kept: Sequence[bytes]) -> Verdict:
        """Let an update into the document, which has taken in `kept` since it was stored."""
        self._changes.clear()
        try:
            contents = contents_of(update, self._all.levels)
            if not contents.fits(clocks_of(self.state())):
                return Verdict.OUT_OF_STEP
            self._document.apply_update(update)
        except UpdateTooLarge:
            return Verdict.TOO_LARGE
        except (ValueError, MalformedMessage):
            return Verdict.MALFORMED
        except RuntimeError:
            possible = False
        else:
            # A part that refers to itself, or two that refer to each other, are set aside for ever.
            possible = contents.is_in(clocks_of(self.state()))
        if not possible:
            # In part it was taken in before that showed.
            self._read_anew(kept)
            return Verdict.MALFORMED
        self._note_levels(contents)
        changed = any(change != _NOTHING for change in self._changes)
        return Verdict.STORED if changed else Verdict.KNOWN

    def _note_levels(self, contents: Contents) -> None:
        self._all.levels.take_in(contents.levels)

    def _committed(
        self, verdicts: Sequence[Verdict] = (), written: tuple[bytes, ...] = ()
    ) -> Committed:
        return Committed(
            self._known, tuple(verdicts), written, self._told_of_foreign(), self.state()
        )

    def _append(self, blobs: Sequence[bytes], versions: Collection[int] | None = None) -> None:
        """Store updates that the document has taken in.

        Updates commute, so those that another program has stored meanwhile are put before these.
        """
        if not blobs:
            return
        size = sum(map(len, blobs))
        self._expect_room_for(size)
        while True:
            name = settings(plain(self._document, "process"))["name"]
            try:
                head = self.store.append(self.id, self._known.seq, blobs, name)
            except Behind:
                self._read_anew(blobs)
                self._expect(versions)
            else:
                self._head = head
                self._stored += len(blobs)
                self._bytes += size
                return

    def _expect_room_for(self, size: int) -> None:
        if self._bytes + size > MAX_DOCUMENT_BYTES:
            self._make_one()
        if self._bytes + size > MAX_DOCUMENT_BYTES:
            raise DocumentTooLarge(
                f"This process would take {self._bytes + size:,} bytes; at most "
                f"{MAX_DOCUMENT_BYTES:,} are kept."
            )

    def _told_of_foreign(self) -> tuple[bytes, ...]:
        """What other programs have stored and nobody here has been told of yet."""
        foreign = tuple(self._foreign)
        self._foreign.clear()
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
            self._whole = self._subscription = None
            raise

    def _note(self, event: TransactionEvent) -> None:
        self._changes.append(event.update)
