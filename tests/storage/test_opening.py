"""The database is opened beside the bot: after it is connected, or after a few seconds at most."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import NoReturn

import pytest
import structlog
from sqlalchemy import inspect

from bot.storage import store as storing
from bot.storage.engines import engine_of
from bot.storage.places import place_of
from bot.storage.tables import Moment
from bot.store import GuildSettings, StoreError
from tests.storage.running import QUICK, Printed, asked, database, opened, run_sql, running

SLOW = replace(QUICK, head_start=60)


async def never() -> None:
    """Stay unconnected for ever."""
    await asyncio.Event().wait()


async def tables(url: str) -> list[str]:
    """Return the names of the tables there are."""
    engine = engine_of(place_of(url), QUICK)
    async with engine.connect() as connection:
        found = await connection.run_sync(lambda inner: inspect(inner).get_table_names())
    await engine.dispose()
    return found


async def test_a_bot_that_does_not_get_connected_opens_it_all_the_same(url: str, printed: Printed) -> None:
    store = database(url, printed, replace(QUICK, head_start=0.01))
    store.start(never)
    await opened(store)
    await store.close()


async def test_a_bot_that_never_was_connected_touches_no_table(url: str, printed: Printed) -> None:
    store = database(url, printed, SLOW)
    store.start(never)
    await asyncio.sleep(0)
    await store.close()

    assert await tables(url) == []


async def test_what_was_counted_before_it_was_opened_is_written_at_the_end(
    url: str, printed: Printed
) -> None:
    store = database(url, printed, SLOW)
    store.record(asked())
    store.start(never)
    await asyncio.sleep(0)
    await store.close()
    async with running(url, printed) as again:
        assert (await again.usage()).asked == 1


async def test_a_server_can_not_choose_before_its_earlier_choices_are_read(
    url: str, printed: Printed
) -> None:
    earlier = GuildSettings(enabled=False, channels=frozenset({7}))
    async with running(url, printed) as store:
        await opened(store)
        await store.choose(1, earlier)
    async with running(url, printed) as store:
        with pytest.raises(StoreError, match="Try again in a minute"):
            await store.choose(1, GuildSettings(moderator_roles=frozenset({8})))
        await opened(store)

        assert store.settings(1) == earlier


async def test_a_store_that_was_never_started_says_what_it_lost(url: str, printed: Printed) -> None:
    store = database(url, printed)
    store.record(asked())
    with structlog.testing.capture_logs() as lines:
        await store.close()

    assert [(line["event"], line["lost"]) for line in lines] == [("counts were lost", 1)]


async def test_a_mistake_of_the_store_is_logged_and_costs_no_answer(
    url: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> NoReturn:
        raise RuntimeError

    monkeypatch.setattr(storing, "_import", broken)
    with structlog.testing.capture_logs() as lines:
        async with running(url, printed, replace(QUICK, patience=0.02)) as store:
            store.record(asked())
            with suppress(StoreError):
                await store.usage()

    assert [line["event"] for line in lines] == [
        "the store stopped",
        "the store can't be used",
        "counts were lost",
    ]


async def test_a_database_whose_settings_can_not_be_read_is_not_used(url: str, printed: Printed) -> None:
    async with running(url, printed) as store:
        await opened(store)
    await run_sql(url, "DROP TABLE settings")
    async with running(url, printed, replace(QUICK, patience=0.2)) as store:
        with pytest.raises(StoreError):
            await store.usage()

    assert printed[0].endswith("tries again; counts wait until then.")


def test_no_moment_is_none(url: str) -> None:
    dialect = engine_of(place_of(url), QUICK).dialect

    assert Moment().process_bind_param(None, dialect) is None
    assert Moment().process_result_value(None, dialect) is None
