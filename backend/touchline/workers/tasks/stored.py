"""What is made of a stored process, from its updates as they are in the store."""

from __future__ import annotations

from collections.abc import Sequence

from touchline.formats.format import Choices, Theme
from touchline.live.reader import read_document
from touchline.live.stored import stored_document
from touchline.model.process import Process
from touchline.workers.child import tell
from touchline.workers.tasks.body import size_of
from touchline.workers.tasks.drawn import File, drawn, drawn_small


def exported(process_id: str, blobs: Sequence[bytes], format: str, choices: Choices) -> File:
    """A stored process as a file. Raises StoreUnreadable, DrawingError."""
    return drawn(_read(process_id, blobs), format, choices)


def stored_drawn_small(process_id: str, blobs: Sequence[bytes], theme: Theme) -> File:
    """The thumbnail of a stored process. Raises StoreUnreadable, DrawingError."""
    return drawn_small(_read(process_id, blobs), theme)


def _read(process_id: str, blobs: Sequence[bytes]) -> Process:
    process = read_document(stored_document(process_id, blobs).doc).process
    tell(size_of(process))
    return process
