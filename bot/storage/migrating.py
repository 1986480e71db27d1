"""Brings a database to the newest migration; Alembic is imported only where there is one to run."""

from __future__ import annotations

import asyncio
import importlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text

from bot.logs import logger, quietly
from bot.storage.faults import GoneError
from bot.storage.tables import HEAD, Table

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.storage.places import Place

log = logger(__name__)

SCRIPTS: Final = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME: Final = 7_061_741_011_832_917
"""Any number: the key of the lock under which PostgreSQL lets one process migrate."""


async def migrate(connection: AsyncConnection, place: Place) -> None:
    """Run what migrations the database lacks, in the caller's transaction: all of them or none.

    Raises ``GoneError`` where the database was made by a newer version of the bot.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    now = await connection.run_sync(revision)
    if now == HEAD:
        return
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells every step of its own
    await asyncio.to_thread(importlib.import_module, "alembic.command")
    if now is None and not await connection.run_sync(_is_free):
        message = f"{place} holds tables of another program; set DATABASE_URL to a database of the bot's own."
        raise GoneError(message)
    if now is not None and now not in revisions():
        message = (
            f"{place} is of a newer version of the bot (revision {now[:40]}) than this one; "
            "install that version, or set DATABASE_URL to another database."
        )
        raise GoneError(message)
    await connection.run_sync(_upgrade)
    quietly(log.info, "made the tables" if now is None else "changed the tables", revision=HEAD)


def revision(connection: Connection) -> str | None:
    """Return which migration a database is at; None for one that is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: object = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found if isinstance(found, str) else None


def _is_free(connection: Connection) -> bool:
    """Whether none of the names of the bot's tables is taken."""
    return Table.metadata.tables.keys().isdisjoint(inspect(connection).get_table_names())


def revisions() -> frozenset[str]:
    """Return the migrations that this version of the bot knows."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415  # slow to import, rarely needed

    scripts = ScriptDirectory.from_config(config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def config() -> Config:
    """Return Alembic's settings; there is no alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415  # as above

    found = Config()
    found.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    found.set_main_option("path_separator", "os")
    return found


def _upgrade(connection: Connection) -> None:
    """Run the migrations."""
    from alembic import command  # noqa: PLC0415  # as above

    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
