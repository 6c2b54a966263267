"""Processes and the updates of their shared documents."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "processes",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("summary_version", sa.Integer),
        sa.Column("summary_rules", sa.String(100)),
        sa.Column("summary_facts", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_processes"),
    )
    op.create_index("ix_processes_edited_at", "processes", ["edited_at"])
    op.create_table(
        "updates",
        sa.Column("process_id", sa.String(32), nullable=False),
        sa.Column("seq", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("blob", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("process_id", "seq", name="pk_updates"),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name="fk_updates_process_id", ondelete="CASCADE"
        ),
    )
