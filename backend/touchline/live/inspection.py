"""Looks through everything that is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace

from touchline.live.stored import read_stored
from touchline.store import Clock, Damaged, Database, NoSuchProcess, ProcessDamaged, ProcessStore
from touchline.store.faults import faults


@dataclass(frozen=True, slots=True)
class Inspection:
    """How many processes are as they were stored, those that are not, and what is wrong with the
    database as a whole."""

    sound: int
    damaged: tuple[Damaged, ...]
    faults: tuple[str, ...]


def inspected(database: Database, clock: Clock) -> Inspection:
    """Read every process, those in the bin too, to its last edit. Raises StoreError. Blocks."""
    store = ProcessStore(database, clock)
    sound = 0
    damaged: list[Damaged] = []
    for one in [*store.listed(in_bin=False), *store.listed(in_bin=True)]:
        if isinstance(one, Damaged):
            damaged.append(one)
            continue
        try:
            read_stored(store, one.id)
        except NoSuchProcess:
            # Deleted for good meanwhile.
            continue
        except ProcessDamaged as error:
            damaged.append(replace(error.remains, name=one.name))
        else:
            sound += 1
    return Inspection(sound, tuple(damaged), tuple(faults(database)))
