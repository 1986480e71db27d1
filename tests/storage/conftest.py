"""Both databases, real ones: a SQLite file for each test, and a database each on one PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.storage.store import Database
from tests.storage.running import Printed, running
from tests.storage.server import Server


@pytest.fixture
def server(postgresql: Server) -> Server:
    return postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bot.sqlite3'}"
    server: Server = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def printed() -> Printed:
    return []


@pytest.fixture
async def store(url: str, printed: Printed) -> AsyncGenerator[Database]:
    async with running(url, printed) as opened:
        yield opened
