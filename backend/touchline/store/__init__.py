"""What is kept on disk: processes and every update of their shared documents."""

from touchline.store.database import Database
from touchline.store.errors import (
    Behind,
    DocumentDamaged,
    NoSuchProcess,
    NotInBin,
    NotStored,
    ProcessDamaged,
    StoreError,
    StoreUnreadable,
)
from touchline.store.migrate import migrate
from touchline.store.processes import ProcessStore
from touchline.store.records import Clock, Damaged, Head, Summary, Update, system_clock

__all__ = [
    "Behind",
    "Clock",
    "Damaged",
    "Database",
    "DocumentDamaged",
    "Head",
    "NoSuchProcess",
    "NotInBin",
    "NotStored",
    "ProcessDamaged",
    "ProcessStore",
    "StoreError",
    "StoreUnreadable",
    "Summary",
    "Update",
    "migrate",
    "system_clock",
]
