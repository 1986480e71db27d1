"""First tables: questions asked, replies, settings of servers, notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "asked",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("entry", sa.Text),
        sa.Column("question", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_asked"),
    )
    op.create_index("ix_asked_guild_outcome", "asked", ["guild", "outcome"])
    words = sa.text("question IS NOT NULL")
    op.create_index("ix_asked_words", "asked", ["at"], sqlite_where=words, postgresql_where=words)
    op.create_table(
        "replies",
        sa.Column("question", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("messages", sa.JSON, nullable=False),
        sa.Column("linked", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("question", name="pk_replies"),
    )
    op.create_index("ix_replies_linked", "replies", ["linked"])
    op.create_table(
        "settings",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("enabled", sa.Boolean, nullable=False),
        sa.Column("channels", sa.JSON, nullable=False),
        sa.Column("moderator_roles", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("guild", name="pk_settings"),
    )
    op.create_table(
        "notes",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_notes"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("notes", "settings", "replies", "asked"):
        op.drop_table(table)
