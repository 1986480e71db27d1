"""Opens SQLite or PostgreSQL with the settings the bot needs; the first connection comes with use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.places import Place, SQLitePlace

if TYPE_CHECKING:
    from bot.storage.pace import Pace


class _Cursor(Protocol):
    """What a driver's cursor can do."""

    def execute(self, statement: str, /) -> object:
        """Run a statement."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class _DriverConnection(Protocol):
    """What a driver's connection can do."""

    def cursor(self) -> _Cursor:
        """Return a cursor."""
        ...


def engine_of(place: Place, pace: Pace) -> AsyncEngine:
    """Return an engine for a place; nothing is opened yet."""
    if isinstance(place, SQLitePlace):
        return _sqlite(place, pace)
    connect = {
        "dsn": place.dsn,
        "timeout": pace.connect,
        "command_timeout": pace.connect,
        # a pooler in front of the server may give each transaction another session, which knows
        # no statement prepared in this one
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "prepared_statement_name_func": lambda: f"bot_{uuid4().hex}",
    }
    return create_async_engine(
        "postgresql+asyncpg://",
        connect_args=connect,
        pool_size=2,
        max_overflow=0,
        pool_timeout=pace.connect,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def _sqlite(place: SQLitePlace, pace: Pace) -> AsyncEngine:
    """Return an engine for a file."""
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(place.path)),
        connect_args={"timeout": pace.busy, "isolation_level": None},
        pool_size=2,
        max_overflow=0,
        pool_timeout=pace.connect,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _use_a_log)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _use_a_log(connection: _DriverConnection, record: object) -> None:
    """Let one write while others read, and keep the file whole if the process dies."""
    del record
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin in so many words: Python's driver begins too late for a migration to be undone."""
    connection.exec_driver_sql("BEGIN")
