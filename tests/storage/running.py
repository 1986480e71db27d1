"""Opens a store as the bot does, only less patient, with a clock that is set by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import text

from bot.storage.engines import engine_of
from bot.storage.lock import hold
from bot.storage.pace import Pace
from bot.storage.places import SQLitePlace, place_of
from bot.storage.store import Database
from bot.store import Asked, StoreError

Printed: TypeAlias = list[str]
QUICK: Final = Pace(
    linger=0.0,
    batch=3,
    most=500,
    first_retry=0.02,
    longest_retry=0.05,
    patience=15.0,
    busy=0.05,
    head_start=0.05,
    connect=5.0,
    drain=10.0,
)
NOW: Final = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.now = NOW

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def pass_(self, time: timedelta) -> None:
        """Let time pass."""
        self.now += time


def database(url: str, printed: Printed, pace: Pace = QUICK, clock: Clock | None = None) -> Database:
    """Return a store that is not opened yet."""
    place = place_of(url)
    lock = hold(place.path) if isinstance(place, SQLitePlace) else None
    return Database(place, printed.append, pace, clock or Clock(), lock)


@asynccontextmanager
async def running(
    url: str, printed: Printed, pace: Pace = QUICK, clock: Clock | None = None
) -> AsyncGenerator[Database]:
    """Open a store and close it."""
    store = database(url, printed, pace, clock)
    store.start()
    try:
        yield store
    finally:
        await store.close()


def asked(outcome: str = "answered", **given: object) -> Asked:
    """Return a question put at noon."""
    entry = {"answered": "dates"}.get(outcome)
    question = {"unanswered": "What is the price of tea?"}.get(outcome)
    whole = {"at": NOW, "guild": 1, "way": "ask", "revision": "r1", "entry": entry, "question": question}
    return Asked(outcome=outcome, **(whole | given))  # type: ignore[arg-type]


async def run_sql(url: str, *statements: str) -> None:
    """Run statements as another program would."""
    engine = engine_of(place_of(url), QUICK)
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something is so, twenty seconds at most."""
    async with asyncio.timeout(20):
        while not await true():  # noqa: ASYNC110  # what is waited for sets no event
            await asyncio.sleep(0.01)


async def opened(store: Database) -> None:
    """Wait until a store is open, however busy the machine."""

    async def is_open() -> bool:
        with suppress(StoreError):
            return bool(await store.usage())
        return False

    await until(is_open)
