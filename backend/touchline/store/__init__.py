"""What is kept on disk: processes and every update of their shared documents."""

from touchline.store.database import Database
from touchline.store.errors import (
    Behind,
    DocumentDamaged,
    NoSuchProcess,
    NotInBin,
    NotStored,
    StoreError,
    StoreUnreadable,
)
from touchline.store.migrate import migrate
from touchline.store.processes import ProcessStore
from touchline.store.records import Clock, Head, Summary, Update, system_clock

__all__ = [
    "Behind",
    "Clock",
    "Database",
    "DocumentDamaged",
    "Head",
    "NoSuchProcess",
    "NotInBin",
    "NotStored",
    "ProcessStore",
    "StoreError",
    "StoreUnreadable",
    "Summary",
    "Update",
    "migrate",
    "system_clock",
]
