"""Checksums of processes and updates; what is there already gets those of what it is now."""

import sqlalchemy as sa
from alembic import op

from touchline.store import checksums
from touchline.store.errors import is_damage
from touchline.store.rows import head_checksum
from touchline.store.tables import Moment

revision = "0002"
down_revision = "0001"

# As they are between this migration and the next.
_processes = sa.table(
    "processes",
    sa.column("id", sa.String),
    sa.column("name", sa.Text),
    sa.column("created_at", Moment),
    sa.column("edited_at", Moment),
    sa.column("deleted_at", Moment),
    sa.column("version", sa.Integer),
    sa.column("seq", sa.Integer),
    sa.column("epoch", sa.Integer),
    sa.column("updates_sum", sa.LargeBinary),
    sa.column("checksum", sa.LargeBinary),
)
_updates = sa.table(
    "updates",
    sa.column("process_id", sa.String),
    sa.column("seq", sa.Integer),
    sa.column("blob", sa.LargeBinary),
    sa.column("checksum", sa.LargeBinary),
)


def upgrade() -> None:
    """Add the columns and fill them in."""
    op.add_column("updates", sa.Column("checksum", sa.LargeBinary))
    op.add_column("processes", sa.Column("epoch", sa.Integer, nullable=False, server_default="0"))
    for name in ("updates_sum", "checksum", "summary_checksum"):
        op.add_column("processes", sa.Column(name, sa.LargeBinary))
    connection = op.get_bind()
    for process_id in connection.scalars(sa.select(_processes.c.id)).all():
        try:
            _fill_in(connection, process_id)
        except (sa.exc.DBAPIError, ValueError, TypeError) as error:
            # Without a checksum it counts as damaged, which it is; the others must not suffer.
            if not is_damage(error):
                raise


def _fill_in(connection: sa.Connection, process_id: str) -> None:
    its = _updates.c.process_id == process_id
    total = checksums.NOTHING
    for seq in connection.scalars(sa.select(_updates.c.seq).where(its)).all():
        this = its & (_updates.c.seq == seq)
        blob = connection.scalars(sa.select(_updates.c.blob).where(this)).one()
        checksum = checksums.of_update(process_id, seq, bytes(blob))
        connection.execute(sa.update(_updates).where(this).values(checksum=checksum))
        total = checksums.added_up(total, [checksum])
    this = _processes.c.id == process_id
    row = connection.execute(sa.select(_processes).where(this)).one()
    connection.execute(
        sa.update(_processes)
        .where(this)
        .values(updates_sum=total, checksum=head_checksum(row._mapping, total))
    )
