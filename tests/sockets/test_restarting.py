"""The bot can be killed at any moment: it answers again at once, and nothing twice."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import pytest_asyncio
from simcord.backend.models import Message

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import DiscordServer, until
from tests.sockets.faults import Broken
from tests.sockets.member import Member
from tests.sockets.pack import DATES, PLACE, PLACE_ANSWER

pytestmark = pytest.mark.asyncio(loop_scope="module")
DATABASES = "sqlite,postgresql"


@dataclass(frozen=True, slots=True)
class Before:
    """What a member got of a bot that was killed then, and is running again."""

    member: Member
    page: Message
    question: int


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def before(server: DiscordServer, bot: BotProcess, guild: int) -> Before:
    """Kill the bot right after an answer, and start it again."""
    member = Member.of(server, "mina", guild)
    page = await member.slash("stats figures", metric="deaths")
    question = member.asks(DATES)
    await member.hears(question)
    sessions = len(server.gateway.sessions)
    bot.kill()
    bot.start()
    await until(lambda: len(server.gateway.sessions) > sessions, "the bot did not come back")
    return Before(member, page, question)


async def test_a_token_that_discord_refuses_ends_the_bot_with_a_sentence(
    server: DiscordServer, process: BotProcess
) -> None:
    server.rest.faults.append(Broken(where="GET /users/@me", status=401))
    process.start()  # the tests below start it again, with the token that it has by then
    await until(lambda: not process.alive)
    server.rest.faults.clear()

    assert "Discord does not accept DISCORD_TOKEN" in process.log
    assert "Traceback" not in process.log


async def test_a_bot_killed_after_an_answer_answers_on_and_nothing_twice(
    server: DiscordServer, before: Before
) -> None:
    reply = await before.member.hears(before.member.asks(PLACE))

    assert reply.embeds[0]["description"] == PLACE_ANSWER
    assert len(server.replies(before.question)) == 1


async def test_buttons_of_before_a_kill_still_work(before: Before) -> None:
    await before.member.presses(before.page, "Next")

    assert before.page.embeds[0]["footer"]["text"] == "Page 2 of 3"
