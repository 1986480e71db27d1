"""What servers chose is known before the first answer, and what another process changes is heard."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from bot.memory import MemoryStore
from bot.storage.choices import Choices
from bot.storage.choosing import choose_store
from bot.storage.first_look import first_look
from bot.storage.store import Database
from bot.store import DEFAULTS, GuildSettings
from tests.storage.running import QUICK, Printed, database, opened, run_sql, running, until
from tests.storage.server import Server

OFF = GuildSettings(enabled=False, channels=frozenset({2**62}), moderator_roles=frozenset({8}))
LATE = replace(QUICK, head_start=60)
"""The tables are opened long after the tests are over."""
SECONDS = 20.0
CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE query LIKE '%FROM settings%' AND pid <> pg_backend_pid()"
)


async def never() -> None:
    """Stay unconnected for ever."""
    await asyncio.Event().wait()


@asynccontextmanager
async def starting(url: str, printed: Printed) -> AsyncGenerator[Database]:
    """Start a store whose tables are not opened yet."""
    store = database(url, printed, LATE)
    store.start(never)
    try:
        yield store
    finally:
        await store.close()


async def keep(url: str, settings: GuildSettings) -> None:
    """Let a server choose, in a run before."""
    async with running(url, []) as store:
        await opened(store)
        await store.choose(1, settings)


async def test_what_a_server_chose_is_known_before_the_tables_are_opened(url: str, printed: Printed) -> None:
    await keep(url, OFF)
    async with starting(url, printed) as store:
        assert await store.knows_settings(SECONDS)
        assert store.settings(1) == OFF
        assert store.settings(2) == DEFAULTS


async def test_of_an_empty_database_it_is_known_that_nobody_chose_anything(
    url: str, printed: Printed
) -> None:
    async with starting(url, printed) as store:
        assert await store.knows_settings(SECONDS)
        assert store.settings(1) == DEFAULTS


async def test_a_file_is_read_before_the_start_is_over(tmp_path: Path, printed: Printed) -> None:
    url = f"sqlite:///{tmp_path / 'bot.sqlite3'}"
    await keep(url, OFF)
    async with starting(url, printed) as store:
        assert await store.knows_settings(0)


async def test_what_is_not_known_in_time_is_said_to_be_unknown_until_the_database_is_back(
    server: Server, printed: Printed
) -> None:
    url = server.new_database()
    await keep(url, OFF)
    server.stop()
    with structlog.testing.capture_logs() as lines:
        async with starting(url, printed) as store:
            at_first = [await store.knows_settings(patience) for patience in (0, 0.2)]
            server.start()
            later = await store.knows_settings(SECONDS)

    assert at_first == [False, False]
    assert later
    assert store.settings(1) == OFF
    assert [line["event"] for line in lines].count("what servers chose is not heard") == 1


async def test_a_file_that_is_locked_is_read_when_it_is_opened(tmp_path: Path, printed: Printed) -> None:
    path = tmp_path / "bot.sqlite3"
    url = f"sqlite:///{path}"
    await keep(url, OFF)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    async with running(url, printed) as store:
        at_first = await store.knows_settings(0)
        other.close()
        later = await store.knows_settings(SECONDS)

    assert (at_first, later) == (False, True)
    assert store.settings(1) == OFF


def can_not_be_locked(lock: Path) -> None:
    """Put a folder where the lock would be."""
    lock.unlink()
    lock.mkdir()


async def test_what_a_server_chose_holds_where_the_file_can_only_be_read(
    tmp_path: Path, printed: Printed
) -> None:
    path = tmp_path / "bot.sqlite3"
    await keep(f"sqlite:///{path}", OFF)
    can_not_be_locked(Path(f"{path}.lock"))
    store = choose_store(f"sqlite:///{path}", printed.append)

    assert isinstance(store, MemoryStore)
    assert store.settings(1) == OFF
    assert len(printed) == 1


def test_a_file_that_is_no_database_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").write_text("no database at all", encoding="utf-8")

    assert first_look(tmp_path / "bot.sqlite3") is None
    assert first_look(tmp_path / "none.sqlite3") is None
    assert not (tmp_path / "none.sqlite3").exists()


async def is_off(store: Database) -> bool:
    """Whether a server has switched the bot off."""
    return not store.settings(1).enabled


async def test_a_process_hears_what_a_server_chose_through_another(server: Server) -> None:
    url = server.new_database()
    slow = replace(QUICK, reread=600)
    async with running(url, [], slow) as one, running(url, [], slow) as other:
        await opened(one)
        await opened(other)
        await one.choose(1, OFF)
        await until(lambda: is_off(other))

        assert other.settings(1) == OFF


async def test_it_is_read_again_now_and_then_where_no_notice_comes_through(server: Server) -> None:
    url = server.new_database()
    async with running(url, [], replace(QUICK, reread=0.05)) as store:
        await opened(store)
        await run_sql(url, "INSERT INTO settings VALUES (1, false, '[]', '[]')")
        await until(lambda: is_off(store))

        assert store.settings(1) == GuildSettings(enabled=False)


async def test_a_process_whose_line_was_cut_hears_again(server: Server) -> None:
    url = server.new_database()
    slow = replace(QUICK, reread=600)
    async with running(url, [], slow) as one, running(url, [], slow) as other:
        await opened(one)
        await opened(other)
        server.sql(CUT)
        await one.choose(1, OFF)
        await until(lambda: is_off(other))


@pytest.mark.parametrize("broken", ["not json", '["x"]'])
async def test_settings_that_can_not_be_read_are_not_taken_for_none(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "bot.sqlite3"
    await keep(f"sqlite:///{path}", OFF)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE settings SET channels = ?", (broken,))
    other.close()

    assert first_look(path) is None


async def test_what_was_read_before_a_server_chose_is_out_of_date() -> None:
    choices = Choices()
    read_at = choices.edition
    choices.put(1, OFF)

    assert not choices.load({}, read_at)
    assert choices.of(1) == OFF
    assert choices.load({}, choices.edition)
    assert choices.of(1) == DEFAULTS
