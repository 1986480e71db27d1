"""Alembic's entry: runs the steps on the connection that ``bot.storage.migrating`` hands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

from bot.storage.tables import Table

if TYPE_CHECKING:
    from sqlalchemy import Connection

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    transactional_ddl=True,  # all steps or none, on SQLite too
)
with context.begin_transaction():
    context.run_migrations()
