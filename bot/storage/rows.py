"""Reads and writes rows, in SQLite or PostgreSQL; whatever a driver raises leaves as a ``StoreError``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage import queries
from bot.storage.changes import Change, Tidy
from bot.storage.engines import engine_of
from bot.storage.faults import fault
from bot.storage.migrating import migrate
from bot.storage.pace import Pace
from bot.storage.places import Place
from bot.storage.tables import AskedRow, NoteRow, ReplyRow, SettingsRow, Table
from bot.store import GuildSettings, Reply, StoreError, Usage

_GOODBYE: Final = 2.0
"""Seconds that closing may take."""


class Rows:
    """The tables of one database."""

    def __init__(self, engine: AsyncEngine, place: Place) -> None:
        """Keep the engine; ``open_rows`` makes one that is migrated."""
        self._engine = engine
        self._place = place

    async def close(self) -> None:
        """Close every connection; a server that is away is not waited for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE):
                await self._engine.dispose()

    async def prepare(self) -> None:
        """Run the migrations."""
        async with self._transaction() as connection:
            await migrate(connection, self._place)

    async def write(self, changes: Sequence[Change]) -> None:
        """Write changes in one transaction; writing the same ones again changes nothing."""
        counted, linked = queries.counted(changes), queries.linked(changes)
        links = [row for row in linked.values() if row is not None]
        gone = [question for question, row in linked.items() if row is None]
        async with self._transaction() as connection:
            if counted:
                await connection.execute(queries.insert_new(self._dialect, AskedRow), counted)
            if links:
                await self._put(connection, ReplyRow, "question", links)
            if gone:
                await connection.execute(queries.unlinked(gone))
            for change in changes:
                if isinstance(change, Tidy):
                    for statement in queries.too_old(change.at):
                        await connection.execute(statement)

    async def usage(self, guild: int | None) -> Usage:
        """Return the counts of one server, or of all of them."""
        async with self._transaction() as connection:
            outcomes = (await connection.execute(queries.outcomes(guild))).tuples().all()
            entries = (await connection.execute(queries.entries(guild))).tuples().all()
            guilds = (await connection.execute(queries.guilds())).tuples().all() if guild is None else ()
        counts = {outcome: count for outcome, count, _ in outcomes}
        return Usage(
            since=min((first for _, _, first in outcomes), default=None),
            answered=counts.get("answered", 0),
            ambiguous=counts.get("ambiguous", 0),
            unanswered=counts.get("unanswered", 0),
            entries=_named(entries),
            guilds=tuple(guilds),
        )

    async def uses(self) -> dict[str, int]:
        """Return how often each entry answered, in all servers."""
        async with self._transaction() as connection:
            return dict(_named((await connection.execute(queries.uses())).tuples().all()))

    async def unanswered(self, guild: int | None, limit: int) -> tuple[tuple[str, int], ...]:
        """Return questions that were not answered, with how often each was put, most first."""
        async with self._transaction() as connection:
            return _named((await connection.execute(queries.unanswered(guild, limit))).tuples().all())

    async def reply(self, question: int, now: datetime) -> Reply | None:
        """Return the messages that answer one, unless that is too long ago."""
        async with self._transaction() as connection:
            row = (await connection.execute(queries.reply(question, now))).tuples().first()
        if row is None:
            return None
        channel, messages = row
        return Reply(question=question, channel=channel, messages=tuple(messages))

    async def replies(self, now: datetime, limit: int) -> list[tuple[Reply, datetime]]:
        """Return the latest replies with the moment they were linked, oldest first."""
        async with self._transaction() as connection:
            rows = (await connection.execute(queries.replies(now, limit))).tuples().all()
        return [
            (Reply(question=question, channel=channel, messages=tuple(messages)), linked)
            for question, channel, messages, linked in reversed(rows)
        ]

    async def settings(self) -> dict[int, GuildSettings]:
        """Return what every server chose."""
        async with self._transaction() as connection:
            rows = (await connection.execute(queries.settings())).tuples().all()
        return {
            guild: GuildSettings(
                enabled=enabled, channels=frozenset(channels), moderator_roles=frozenset(roles)
            )
            for guild, enabled, channels, roles in rows
        }

    async def choose(self, guild: int, settings: GuildSettings) -> None:
        """Keep what a server chose."""
        row = {
            "guild": guild,
            "enabled": settings.enabled,
            "channels": sorted(settings.channels),
            "moderator_roles": sorted(settings.moderator_roles),
        }
        async with self._transaction() as connection:
            await self._put(connection, SettingsRow, "guild", [row])
            if self._dialect == "postgresql":
                await connection.execute(queries.notice(guild))

    async def recall(self, key: str) -> str | None:
        """Return a note."""
        async with self._transaction() as connection:
            return await connection.scalar(queries.note(key))

    async def keep(self, key: str, value: str) -> None:
        """Keep a note."""
        async with self._transaction() as connection:
            await self._put(connection, NoteRow, "key", [{"key": key, "value": value}])

    @property
    def _dialect(self) -> str:
        """Which database it is."""
        return self._engine.dialect.name

    async def _put(
        self, connection: AsyncConnection, table: type[Table], key: str, rows: list[dict[str, Any]]
    ) -> None:
        """Insert rows, or change those that are there already."""
        changed = [name for name in rows[0] if name != key]
        await connection.execute(queries.insert_or_change(self._dialect, table, key, changed), rows)

    @asynccontextmanager
    async def _transaction(self) -> AsyncGenerator[AsyncConnection]:
        """Give a connection whose work is kept at the end, or not at all."""
        try:
            async with self._engine.begin() as connection:
                yield connection
        except StoreError:
            raise
        except Exception as error:
            raise fault(self._place, error) from error


async def open_rows(place: Place, pace: Pace) -> Rows:
    """Open a database and bring it up to date; ``StoreError`` when that can't be done now."""
    rows = Rows(engine_of(place, pace), place)
    try:
        await rows.prepare()
    except BaseException:
        await rows.close()
        raise
    return rows


def _named(rows: Iterable[tuple[str | None, int]]) -> tuple[tuple[str, int], ...]:
    """Return counts without those of nothing."""
    return tuple((name, count) for name, count in rows if name is not None)
