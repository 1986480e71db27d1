"""A database that is away delays counts and loses none; what must be lost is said in the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator, MutableMapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
import structlog

from bot.storage.changes import Count, Link, Tidy, Unlink
from bot.storage.places import SQLitePlace, place_of
from bot.storage.rows import open_rows
from bot.storage.store import Database
from bot.store import GuildSettings, Reply, StoreError
from tests.storage.running import NOW, QUICK, Printed, asked, database, opened, running, until
from tests.storage.server import Server

Lines = list[MutableMapping[str, Any]]
IMPATIENT = replace(QUICK, patience=0.05, connect=0.3, drain=0.1, most=10)


@contextmanager
def away(url: str, request: pytest.FixtureRequest) -> Generator[None]:
    """Take the database away: lock the file from outside, or stop the server."""
    place = place_of(url)
    if isinstance(place, SQLitePlace):
        other = sqlite3.connect(place.path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            other.close()
        return
    server: Server = request.getfixturevalue("server")
    server.stop()
    try:
        yield
    finally:
        server.start()


def logged(lines: Lines, event: str) -> Callable[[], Awaitable[bool]]:
    """Return whether an event is in the log."""

    async def is_logged() -> bool:
        return event in events(lines)

    return is_logged


def events(lines: Lines) -> list[str]:
    """Return what was logged, in order."""
    return [line["event"] for line in lines]


async def test_counts_wait_while_the_database_is_away_and_none_is_lost(
    url: str, printed: Printed, request: pytest.FixtureRequest
) -> None:
    with structlog.testing.capture_logs() as lines:
        async with running(url, printed, replace(QUICK, patience=0.3)) as store:
            await opened(store)
            with away(url, request):
                for _ in range(20):
                    store.record(asked())
                store.link(Reply(question=5, channel=1, messages=(6,)))
                await until(logged(lines, "counts wait"))
                found = await store.reply(5)
            await until(logged(lines, "the database is back"))
            usage = await store.usage()

    assert found is not None
    assert usage.asked == 20
    assert events(lines).count("counts wait") == events(lines).count("the database is back") == 1


async def test_a_database_that_is_away_at_the_start_is_named_once_and_counts_wait(
    url: str, printed: Printed, request: pytest.FixtureRequest
) -> None:
    store = database(url, printed, replace(QUICK, patience=0.05))

    async def told() -> bool:
        return bool(printed)

    with structlog.testing.capture_logs() as lines:
        with away(url, request):
            store.start()
            store.record(asked())
            await until(told)
            with pytest.raises(StoreError, match="Try again in a minute"):
                await store.usage()
        await opened(store)
        usage = await store.usage()
        await store.close()

    assert usage.asked == 1
    assert printed[0].endswith("The bot answers all the same and tries again; counts wait until then.")
    assert len(printed) == len(set(printed))
    assert printed[0] in events(lines)


async def test_what_can_not_be_read_or_kept_is_said_in_a_sentence(
    url: str, printed: Printed, request: pytest.FixtureRequest
) -> None:
    async with running(url, printed, replace(QUICK, patience=0.2, connect=0.3)) as store:
        await opened(store)
        with away(url, request):
            for use in (
                lambda: store.choose(1, GuildSettings(enabled=False)),
                lambda: store.keep("a", "b"),
            ):
                await refused(use)
        assert store.settings(1).enabled


async def refused(use: Callable[[], Awaitable[object]]) -> None:
    """Use the store, in vain."""
    with pytest.raises(StoreError, match="can't be read or changed at the moment"):
        await use()


async def test_the_log_says_when_counts_are_lost_and_how_many(
    url: str, printed: Printed, request: pytest.FixtureRequest
) -> None:
    with structlog.testing.capture_logs() as lines:
        async with running(url, printed, replace(IMPATIENT, drain=3, patience=5)) as store:
            await opened(store)
            with away(url, request):
                for _ in range(25):
                    store.record(asked())
                await until(logged(lines, "counts wait"))
            await until(logged(lines, "the database is back"))
            usage = await store.usage()

    assert usage.asked == 10
    assert events(lines).count("counts are being lost") == 1
    assert [line["lost"] for line in lines if line["event"] == "the database is back"] == [15]


async def test_stopping_does_not_wait_long_for_a_database_that_is_away(
    url: str, printed: Printed, request: pytest.FixtureRequest
) -> None:
    with structlog.testing.capture_logs() as lines:
        async with running(url, printed, replace(IMPATIENT, patience=5)) as store:
            await opened(store)
            lock = away(url, request)
            lock.__enter__()
            store.record(asked())
        lock.__exit__(None, None, None)

    assert [line["lost"] for line in lines if line["event"] == "counts were lost"] == [1]


async def test_stopping_writes_what_waits(url: str, printed: Printed) -> None:
    async with running(url, printed, replace(QUICK, linger=60, batch=100)) as store:
        for _ in range(30):
            store.record(asked())
    async with running(url, printed) as again:
        assert (await again.usage()).asked == 30


async def test_a_value_that_is_never_taken_costs_no_other(url: str, printed: Printed) -> None:
    with structlog.testing.capture_logs() as lines:
        async with running(url, printed, replace(QUICK, batch=50)) as store:
            for guild in (1, 2**70, 3):
                store.record(asked(guild=guild))
            usage = await store.usage()

    assert dict(usage.guilds) == {1: 1, 3: 1}
    assert [line["what"] for line in lines if line["event"] == "not stored"] == ["Count"]


async def test_words_that_no_database_takes_are_kept_without_them(store: Database) -> None:
    store.record(asked("unanswered", question="a\0b\ud83dc"))

    assert await store.unanswered() == (("abc", 1),)


async def test_writing_again_after_an_unclear_end_counts_once(url: str) -> None:
    place = place_of(url)
    reply = Reply(question=1, channel=2, messages=(3,))
    changes = [Count(7, asked()), Link(reply, NOW), Unlink(9), Tidy(NOW)]
    rows = await open_rows(place, QUICK)
    await rows.write(changes)
    await rows.write(changes)
    usage, found = await rows.usage(None), await rows.reply(1, NOW)
    await rows.close()

    assert usage.asked == 1
    assert found == reply
