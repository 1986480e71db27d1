"""One Discord and one bot process for the tests of a file; each test gets people and channels of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import TOKEN, DiscordServer, until
from tests.sockets.member import Member
from tests.sockets.pack import write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the bot's files are."""
    return tmp_path_factory.mktemp("bot")


@pytest.fixture(scope="module")
def database_url() -> str:
    """Where the bot remembers; empty for its own choice."""
    return ""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[DiscordServer]:
    """A Discord on this machine."""
    async with DiscordServer() as found:
        yield found


@pytest.fixture(scope="module")
def guild(server: DiscordServer) -> int:
    """A server that the bot is in."""
    return server.backend.create_guild("Town").id


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(
    server: DiscordServer, guild: int, folder: Path, database_url: str
) -> AsyncIterator[BotProcess]:
    """The bot's process, connected and with its commands published."""
    assert guild in server.backend.guilds
    process = BotProcess(server.address, write(folder / "pack"), database_url)
    process.start()
    try:
        await until(lambda: not process.alive or (server.gateway.sessions and server.backend.commands))
        assert process.alive, process.log
        yield process
        assert await process.stop() == 0, process.log
    finally:
        process.kill()
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
