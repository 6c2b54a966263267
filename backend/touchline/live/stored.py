"""Documents as the store keeps them: as the updates that add up to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pycrdt import merge_updates

from touchline.live.contents import clocks_of
from touchline.live.document import ROOTS, SharedDoc, document_of_updates, new_document, plain
from touchline.live.levels import Levels
from touchline.live.messages import MalformedMessage
from touchline.live.reader import Reading, read_document
from touchline.live.walk import stored_contents_of
from touchline.model.process import Process
from touchline.store import DocumentDamaged, Head, ProcessStore


@dataclass
class StoredDocument:
    """What a process's stored updates add up to.

    `levels` tells how deep each piece of it is nested, which the document itself does not.
    """

    process_id: str
    doc: SharedDoc = field(default_factory=new_document)
    levels: Levels = field(default_factory=Levels)

    def take_in(self, updates: Sequence[bytes]) -> None:
        """Go on with updates in their stored order. Raises DocumentDamaged.

        Each was let in before it was stored. But the store may be damaged, or written to by others,
        and the library that holds the document would end the process on one that is too deep: so
        each is looked at again.
        """
        for update in updates:
            try:
                contents = stored_contents_of(update, self.levels)
                fits = contents.fits(self.levels.ends())
                if fits:
                    self.doc.apply_update(update)
            except (ValueError, RuntimeError, MalformedMessage) as error:
                raise DocumentDamaged(self.process_id) from error
            if not fits:
                # One before it is missing.
                raise DocumentDamaged(self.process_id)
            self.levels.take_in(contents.levels)


def read_stored(store: ProcessStore, process_id: str) -> tuple[Head, Process]:
    """A process as it is stored, in the bin or not, without opening it.

    Raises NoSuchProcess, StoreUnreadable. Blocks.
    """
    head, reading = read_whole(store, process_id)
    return head, reading.process


def read_whole(store: ProcessStore, process_id: str) -> tuple[Head, Reading]:
    """The same, with the text that the process was imported from."""
    head, updates = store.read(process_id)
    stored = stored_document(process_id, [update.blob for update in updates])
    return head, read_document(stored.doc)


def stored_document(process_id: str, blobs: Sequence[bytes]) -> StoredDocument:
    """The document that a process's stored updates add up to. Raises DocumentDamaged."""
    stored = StoredDocument(process_id)
    stored.take_in(blobs)
    return stored


def made_one(process_id: str, blobs: Sequence[bytes]) -> bytes | None:
    """One update that has all that is in many; None when that would change the document.

    It is read back and compared, so that nothing that is stored can be lost. Raises
    DocumentDamaged.
    """
    before = stored_document(process_id, blobs).doc
    # The document's own encoding comes first, since it has let go of what was deleted.
    merged = merge_updates(before.get_update(), *blobs)
    return merged if _same(before, document_of_updates([merged])) else None


def _same(one: SharedDoc, other: SharedDoc) -> bool:
    # As maps: the order of a state vector's entries is another with every document.
    return clocks_of(one.get_state()) == clocks_of(other.get_state()) and all(
        plain(one, root) == plain(other, root) for root in ROOTS
    )
