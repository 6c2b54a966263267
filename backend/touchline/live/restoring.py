"""Brings processes back from a backup, beside whoever works on the others.

What has gone or is damaged is put back as it was. What is there is changed by edits, as a person's
would be: replacing it would not hold, since every browser that has it open, or a copy of its own,
would bring the newer edits along again. Nothing that is not in the backup is touched.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from touchline.live.document import SharedDoc, plain
from touchline.live.reader import read_document, settings
from touchline.live.shared import DocumentTooLarge
from touchline.live.stored import stored_document
from touchline.live.writer import write_document
from touchline.model.limits import MAX_EDGES, MAX_STEPS
from touchline.model.place import shorten
from touchline.model.process import Process
from touchline.store import (
    Behind,
    Clock,
    Damaged,
    Database,
    Head,
    NoSuchProcess,
    ProcessDamaged,
    ProcessStore,
    Update,
)
from touchline.store.bringing_back import Change, Edited, PutBack, bring_back

_TRIES = 5
"""How often it is worked out anew when somebody edits meanwhile."""
_NOTHING = b"\x00\x00"


@dataclass
class Restored:
    """What a restore did: names of processes."""

    put_back: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_in_bin: list[str] = field(default_factory=list)
    damaged: list[Damaged] = field(default_factory=list)
    """Those of which the backup has only what is left; they were passed over."""
    _changes: list[Change] = field(default_factory=list)


def restore(
    database: Database, clock: Clock, backup: Database, only: Collection[str] = ()
) -> Restored:
    """Bring back every process in a backup, or only those with the ids in `only`; all or none.

    Raises NoSuchProcess when the backup has not one of `only`, and StoreError when nothing was
    changed. Blocks.
    """
    for _ in range(_TRIES):
        restored = _worked_out(ProcessStore(database, clock), ProcessStore(backup, clock), only)
        try:
            bring_back(database, clock, restored._changes)
        except Behind as error:
            behind = error
        else:
            return restored
    raise behind


def _worked_out(store: ProcessStore, backup: ProcessStore, only: Collection[str]) -> Restored:
    found = [*backup.listed(in_bin=False), *backup.listed(in_bin=True)]
    for process_id in only:
        if process_id not in {one.id for one in found}:
            raise NoSuchProcess(process_id)
    restored = Restored()
    for one in found:
        if only and one.id not in only:
            continue
        if isinstance(one, Damaged):
            restored.damaged.append(one)
            continue
        try:
            head, updates = backup.read(one.id)
            wanted = _document(one.id, updates)
        except ProcessDamaged as error:
            restored.damaged.append(replace(error.remains, name=one.name))
            continue
        _bring(store, head, updates, wanted, restored)
    return restored


def _bring(
    store: ProcessStore,
    head: Head,
    updates: Sequence[Update],
    wanted: SharedDoc,
    restored: Restored,
) -> None:
    """Work out what brings one process back."""
    try:
        current, stored = store.read(head.id)
        now = _document(head.id, stored)
    except (NoSuchProcess, ProcessDamaged) as error:
        damaged = isinstance(error, ProcessDamaged)
        restored.put_back.append(head.name)
        restored._changes.append(PutBack(head, updates, damaged))
        return
    target = _whole(head.name, wanted)
    if current.deleted_at is None and _whole(head.name, now) == target:
        restored.unchanged.append(head.name)
    elif head.deleted_at is not None:
        restored.left_in_bin.append(head.name)
    else:
        blobs = _edits(now, target)
        name = settings(plain(now, "process"))["name"]
        restored.changed.append(head.name)
        restored._changes.append(Edited(current, blobs, name))


def _document(process_id: str, updates: Sequence[Update]) -> SharedDoc:
    return stored_document(process_id, [one.blob for one in updates]).doc


def _whole(name: str, doc: SharedDoc) -> Process:
    reading = read_document(doc)
    if not reading.complete:
        raise DocumentTooLarge(
            f"The process “{shorten(name)}” has more than {MAX_STEPS:,} steps or {MAX_EDGES:,} "
            "edges; bring back the others with --only."
        )
    return reading.process


def _edits(doc: SharedDoc, target: Process) -> list[bytes]:
    """The updates that make a document say what `target` does."""
    made: list[bytes] = []
    subscription = doc.observe(lambda event: made.append(event.update))
    write_document(doc, target)
    doc.unobserve(subscription)
    return [update for update in made if update != _NOTHING]
