"""What can still be read of a damaged process, so that a person can go on from there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from touchline.live.reader import UNNAMED_PROCESS, read_document
from touchline.live.stored import stored_document
from touchline.model.process import Process
from touchline.store import DocumentDamaged, ProcessDamaged, ProcessStore
from touchline.store.records import Damaged


@dataclass(frozen=True, slots=True)
class Remains:
    """A process as far as it can be read; `damaged` is how many of its `edits` are not as they were
    stored, and may have brought wrong letters or nothing at all."""

    process: Process
    edits: int
    damaged: int

    @property
    def warning(self) -> str:
        """What one who goes on with it has to know."""
        return (
            f"Read from a damaged process: of {self.edits} stored edits {self.damaged} are not as "
            "they were stored. Look through every step before you rely on it."
        )


def read_remains(store: ProcessStore, process_id: str) -> Remains:
    """What can be read of a process, damaged or not. Blocks.

    Raises NoSuchProcess, and ProcessDamaged when that is nothing at all.
    """
    head, updates, damaged = store.remains(process_id)
    document = stored_document(process_id, [])
    for update in updates:
        # What damage has made unreadable, and what builds on that, is left out.
        with suppress(DocumentDamaged):
            document.take_in([update.blob])
    process = read_document(document.doc).process
    if not process.steps and process.name == UNNAMED_PROCESS:
        name = head.name or process_id
        raise ProcessDamaged(Damaged(process_id, "nothing of it can be read", name))
    return Remains(process, len(updates), damaged)
