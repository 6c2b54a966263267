"""The tables, as the newest migration leaves them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

REVISION = "0002"
"""The migration that leaves the tables as they are here."""

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC; a moment without a zone is a mistake of the caller's."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """With the zone UTC, whatever the database gave."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if dialect.name == "sqlite" else moment.astimezone(UTC)


metadata = MetaData(naming_convention=NAMING)

processes = Table(
    "processes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("edited_at", Moment, nullable=False, index=True),
    Column("deleted_at", Moment),
    Column("version", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("summary_version", Integer),
    Column("summary_rules", String(100)),
    Column("summary_facts", Text),
    # Raised when a process is put back from a backup in the place of a damaged one.
    Column("epoch", Integer, nullable=False, server_default="0"),
    # What the checksums of its updates add up to, and the checksum of the row itself.
    Column("updates_sum", LargeBinary),
    Column("checksum", LargeBinary),
    Column("summary_checksum", LargeBinary),
)

updates = Table(
    "updates",
    metadata,
    Column(
        "process_id",
        String(32),
        ForeignKey("processes.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("blob", LargeBinary, nullable=False),
    Column("checksum", LargeBinary),
)
