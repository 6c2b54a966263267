"""What is made of a stored process, from its updates as they are in the store."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from touchline.formats.format import Choices, Theme
from touchline.live.reader import Reading, read_document
from touchline.live.stored import stored_document
from touchline.model.errors import NotWellFormed
from touchline.model.process import Process
from touchline.workers.child import tell
from touchline.workers.tasks.body import size_of
from touchline.workers.tasks.drawn import File, drawn, drawn_small

logger = logging.getLogger(__name__)


def exported(process_id: str, blobs: Sequence[bytes], format: str, choices: Choices) -> File:
    """A stored process as a file; as YAML, the text that it was imported from with its changes put
    into it, where there is one. Raises StoreUnreadable, DrawingError."""
    reading = _read_whole(process_id, blobs)
    made = drawn(reading.process, format, choices)
    if format != "yaml" or reading.origin is None:
        return made
    text = _in_its_text(reading, reading.origin)
    return made if text is None else replace(made, content=text.encode())


def _in_its_text(reading: Reading, origin: str) -> str | None:
    """The text with its changes; None when it is none, whatever an editor has put there.

    A step that an editor has put somewhere by itself gets no place: nobody has said one.
    """
    from touchline.formats.yaml.writer import update

    steps = tuple(
        step.model_copy(update={"position": None}) if step.id in reading.arranged else step
        for step in reading.process.steps
    )
    try:
        return update(origin, reading.process.model_copy(update={"steps": steps}))
    except NotWellFormed:
        logger.warning("origin passed over: it is no process")
        return None


def stored_drawn_small(process_id: str, blobs: Sequence[bytes], theme: Theme) -> File:
    """The thumbnail of a stored process. Raises StoreUnreadable, DrawingError."""
    return drawn_small(_read(process_id, blobs), theme)


def _read(process_id: str, blobs: Sequence[bytes]) -> Process:
    return _read_whole(process_id, blobs).process


def _read_whole(process_id: str, blobs: Sequence[bytes]) -> Reading:
    reading = read_document(stored_document(process_id, blobs).doc)
    tell(size_of(reading.process))
    return reading
