"""Migrations make exactly the tables, all or nothing, and leave alone what they do not know."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from bot.storage import migrating
from bot.storage.engines import engine_of
from bot.storage.migrating import config, revision
from bot.storage.places import SQLitePlace, place_of
from bot.storage.rows import Rows, open_rows
from bot.storage.tables import HEAD, Table
from bot.store import StoreError
from tests.storage.running import QUICK, asked, run_sql, running
from tests.storage.server import Server


def differences(connection: Connection) -> list[object]:
    """Return what tells a database from the tables."""
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return list(compare_metadata(context, Table.metadata))


async def test_from_nothing_they_make_exactly_the_tables(url: str) -> None:
    rows = await open_rows(place_of(url), QUICK)
    await rows.close()
    engine = engine_of(place_of(url), QUICK)
    async with engine.connect() as connection:
        found = await connection.run_sync(differences)
        at = await connection.run_sync(revision)
    await engine.dispose()

    assert found == []
    assert at == HEAD == ScriptDirectory.from_config(config()).get_current_head()


async def test_running_them_again_keeps_what_is_there(url: str) -> None:
    async with running(url, []) as store:
        store.record(asked())
    async with running(url, []) as store:
        assert (await store.usage()).asked == 1


async def refusal(url: str) -> str:
    """Return why a database is not opened."""
    with pytest.raises(StoreError) as caught:
        await open_rows(place_of(url), QUICK)
    return str(caught.value)


async def test_a_database_of_a_newer_version_is_left_alone_with_a_sentence(url: str) -> None:
    await (await open_rows(place_of(url), QUICK)).close()
    await run_sql(url, "UPDATE alembic_version SET version_num = '9999'")

    assert "is of a newer version of the bot (revision 9999) than this one; install" in await refusal(url)


async def test_tables_of_another_program_are_left_alone_with_a_sentence(url: str) -> None:
    await run_sql(url, "CREATE TABLE notes (mine INTEGER)")

    assert "holds tables of another program; set DATABASE_URL" in await refusal(url)


async def test_a_migration_that_fails_leaves_nothing_half_made(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_free(_: Connection) -> bool:
        return True

    monkeypatch.setattr(migrating, "_is_free", is_free)
    await run_sql(url, "CREATE TABLE notes (mine INTEGER)")
    await refusal(url)
    engine = engine_of(place_of(url), QUICK)
    async with engine.connect() as connection:
        left = await connection.run_sync(lambda inner: inspect(inner).get_table_names())
    await engine.dispose()

    assert left == ["notes"]


async def test_they_can_be_undone(url: str) -> None:
    await (await open_rows(place_of(url), QUICK)).close()
    engine = engine_of(place_of(url), QUICK)
    async with engine.begin() as connection:
        await connection.run_sync(undo)
        left = await connection.run_sync(lambda inner: inspect(inner).get_table_names())
    await engine.dispose()

    assert left == ["alembic_version"]


def undo(connection: Connection) -> None:
    """Run the migrations backwards."""
    settings = config()
    settings.attributes["connection"] = connection
    command.downgrade(settings, "base")


async def test_several_bots_may_migrate_one_postgresql_at_once(server: Server) -> None:
    place = place_of(server.new_database())
    opened = await asyncio.gather(*(open_rows(place, QUICK) for _ in range(3)))
    assert all(isinstance(rows, Rows) for rows in opened)
    for rows in opened:
        await rows.close()


async def test_sqlite_writes_ahead_so_that_backups_do_not_stop_the_bot(tmp_path: Path) -> None:
    file = tmp_path / "wal.sqlite3"
    await (await open_rows(SQLitePlace(file), QUICK)).close()
    other = sqlite3.connect(file)
    mode = other.execute("PRAGMA journal_mode").fetchone()
    other.close()

    assert mode == ("wal",)
