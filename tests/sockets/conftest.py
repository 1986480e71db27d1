"""One Discord and one bot process for the tests of a file; each test gets people and channels of its own.

The bot remembers in SQLite; in the files that say so, with ``DATABASES``, also in PostgreSQL. To try
all of them with one or both, set SOCKETS_DATABASES=sqlite,postgresql.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from typing import cast

import pytest
import pytest_asyncio

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import TOKEN, DiscordServer, until
from tests.sockets.member import Member
from tests.sockets.pack import write
from tests.storage.server import Server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of a file with each database that is asked for."""
    if "database_url" in metafunc.fixturenames:
        module = cast("object", metafunc.module)
        kinds = os.environ.get("SOCKETS_DATABASES") or str(getattr(module, "DATABASES", "sqlite"))
        metafunc.parametrize("database_url", kinds.split(","), indirect=True, scope="module")


@pytest.fixture(scope="module")
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the bot remembers: an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('database') / 'bot.sqlite3'}"
    started: Server = request.getfixturevalue("postgresql")
    return started.new_database()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[DiscordServer]:
    """A Discord on this machine."""
    async with DiscordServer() as found:
        yield found


@pytest.fixture(scope="module")
def guild(server: DiscordServer) -> int:
    """A server that the bot is in."""
    return server.backend.create_guild("Town").id


@pytest.fixture(scope="module")
def process(
    server: DiscordServer, database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Return the bot's process, not started yet."""
    process = BotProcess(server.address, write(tmp_path_factory.mktemp("bot") / "pack"), database_url)
    yield process
    process.kill()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(server: DiscordServer, guild: int, process: BotProcess) -> AsyncIterator[BotProcess]:
    """Start the bot and wait until it is connected."""
    assert guild in server.backend.guilds
    sessions = len(server.gateway.sessions)
    process.start()
    await until(lambda: not process.alive or len(server.gateway.sessions) > sessions)
    assert process.alive, process.log
    yield process
    assert await process.stop() == 0, process.log
    assert TOKEN not in process.log
    assert server.rest.gaps == []


@pytest.fixture
def join(server: DiscordServer, guild: int) -> Callable[[str], Member]:
    """Let someone join the server, in a channel of their own."""

    def joined(name: str) -> Member:
        return Member.of(server, name, guild)

    return joined


@pytest_asyncio.fixture(loop_scope="module")
async def member(server: DiscordServer, bot: BotProcess, guild: int) -> AsyncIterator[Member]:
    """Someone in a channel of their own; whatever goes wrong ends with the test."""
    assert bot.alive, bot.log
    yield Member.of(server, "mina", guild)
    server.rest.faults.clear()
    server.gateway.repeating = False
