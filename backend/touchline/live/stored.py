"""Documents as the store keeps them: as the updates that add up to them."""

from __future__ import annotations

from collections.abc import Sequence

from pycrdt import merge_updates

from touchline.live.document import ROOTS, SharedDoc, document_of_updates, plain
from touchline.live.reader import read_document
from touchline.model.process import Process
from touchline.store import Head, ProcessStore, StoreUnreadable


def read_stored(store: ProcessStore, process_id: str) -> tuple[Head, Process]:
    """A process as it is stored, in the bin or not, without opening it.

    Raises NoSuchProcess, StoreUnreadable. Blocks.
    """
    head, updates = store.read(process_id)
    doc = stored_document(process_id, [update.blob for update in updates])
    return head, read_document(doc).process


def stored_document(process_id: str, blobs: Sequence[bytes]) -> SharedDoc:
    """The document that a process's stored updates add up to. Raises StoreUnreadable."""
    try:
        return document_of_updates(blobs)
    except (ValueError, RuntimeError) as error:
        # Each was taken in before it was stored, so this is a fault of the disk.
        raise StoreUnreadable(
            f"The process {process_id} cannot be read: one of its stored edits is damaged. "
            "Restore the database from a copy."
        ) from error


def made_one(blobs: Sequence[bytes]) -> bytes | None:
    """One update that has all that is in many; None when that would change the document.

    It is read back and compared, so that nothing that is stored can be lost.
    """
    before = document_of_updates(blobs)
    # The document's own encoding comes first, since it has let go of what was deleted.
    merged = merge_updates(before.get_update(), *blobs)
    return merged if _same(before, document_of_updates([merged])) else None


def _same(one: SharedDoc, other: SharedDoc) -> bool:
    return one.get_state() == other.get_state() and all(
        plain(one, root) == plain(other, root) for root in ROOTS
    )
