"""Hears from PostgreSQL what servers chose: at once at the start, and whenever another process changes it.

It has a connection of its own, by asyncpg alone: SQLAlchemy is imported later. Behind a pooler no
notice may come through, so everything is read again now and then, too.
"""

from __future__ import annotations

import asyncio
import importlib
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final, Protocol

from bot.logs import logger, quietly
from bot.storage.choices import QUERY, parsed
from bot.storage.faults import fault

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

    from bot.storage.choices import Choices
    from bot.storage.pace import Pace
    from bot.storage.places import PostgreSQLPlace
    from bot.store import GuildSettings

log = logger(__name__)

CHANNEL: Final = "bot_settings"
"""On which a process tells the others that a server has chosen something."""
_NO_TABLE: Final = "42P01"
_GOODBYE: Final = 1.0
"""Seconds that closing may take."""


class _Connection(Protocol):
    """What asyncpg's connection can do."""

    async def add_listener(self, channel: str, callback: Callable[..., None]) -> None: ...

    def add_termination_listener(self, callback: Callable[..., None]) -> None: ...

    async def fetch(self, query: str) -> Iterable[Iterable[object]]: ...

    async def close(self) -> None: ...

    def is_closed(self) -> bool: ...


async def hear(place: PostgreSQLPlace, pace: Pace, choices: Choices) -> None:
    """Keep what servers chose up to date until cancelled, however often the database goes away."""
    told, waits = "", pace.retries()
    while True:
        before, why = choices.readings, ""
        try:
            async with _connected(place, pace) as connection:
                await _follow(connection, pace, choices)
        except Exception as error:  # noqa: BLE001  # whatever a driver raises: it is tried again
            why = str(fault(place, error))
        if choices.readings > before:
            told, waits = "", pace.retries()
        if why and why != told:
            quietly(log.warning, "what servers chose is not heard", why=why)
            told = why
        await asyncio.sleep(next(waits))


async def _follow(connection: _Connection, pace: Pace, choices: Choices) -> None:
    """Read what servers chose at every notice, and now and then without one; ends with the connection."""
    due = asyncio.Event()
    connection.add_termination_listener(lambda *_: due.set())
    await connection.add_listener(CHANNEL, lambda *_: due.set())
    while not connection.is_closed():
        due.clear()
        edition = choices.edition
        if choices.load(await _read(connection), edition):
            with suppress(TimeoutError):
                async with asyncio.timeout(pace.reread):
                    await due.wait()


async def _read(connection: _Connection) -> dict[int, GuildSettings]:
    """Return what every server chose; nothing where the tables are not made yet."""
    try:
        return parsed(await connection.fetch(QUERY))
    except Exception as error:
        if getattr(error, "sqlstate", None) == _NO_TABLE:
            return {}
        raise


@asynccontextmanager
async def _connected(place: PostgreSQLPlace, pace: Pace) -> AsyncGenerator[_Connection]:
    """Connect, and disconnect at the end."""
    asyncpg = await asyncio.to_thread(importlib.import_module, "asyncpg")
    connect: Callable[..., Awaitable[_Connection]] = asyncpg.connect
    connection = await connect(
        place.dsn, timeout=pace.connect, command_timeout=pace.connect, statement_cache_size=0
    )
    try:
        yield connection
    finally:
        with suppress(Exception):  # it may be broken
            async with asyncio.timeout(_GOODBYE):
                await connection.close()
