"""The bot starts and answers although Discord is not ready for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import DiscordServer, until
from tests.sockets.member import Member
from tests.sockets.pack import DATES, DATES_ANSWER, write

DATABASES = "sqlite,postgresql"
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def process(server: DiscordServer, database_url: str, tmp_path: Path) -> Iterator[BotProcess]:
    """Return a bot that was not started yet."""
    process = BotProcess(server.address, write(tmp_path / "pack"), database_url)
    yield process
    process.kill()


async def test_a_question_is_answered_before_the_servers_have_arrived(
    server: DiscordServer, process: BotProcess, guild: int
) -> None:
    member = Member.of(server, "mina", guild)
    sessions = len(server.gateway.sessions)
    server.gateway.guilds_withheld = True
    process.start()
    await until(lambda: len(server.gateway.sessions) > sessions)
    ignored = member.says(DATES)
    reply = await member.hears(member.asks(DATES))
    server.gateway.release_guilds()
    server.gateway.guilds_withheld = False

    assert reply.embeds[0]["description"] == DATES_ANSWER
    assert server.replies(ignored) == []
    assert await process.stop() == 0


async def test_a_bot_started_while_the_gateway_is_out_of_order_waits_for_it(
    server: DiscordServer, process: BotProcess, guild: int
) -> None:
    member = Member.of(server, "mina", guild)
    sessions = len(server.gateway.sessions)
    server.gateway.refusing = True
    process.start()
    await until(lambda: server.gateway.refused > 2)
    server.gateway.refusing = False
    await until(lambda: len(server.gateway.sessions) > sessions)

    assert (await member.hears(member.asks(DATES))).embeds[0]["description"] == DATES_ANSWER
    assert await process.stop() == 0
