"""The bot can be killed at any moment: it answers again at once, and nothing twice."""

from __future__ import annotations

import pytest

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import DiscordServer, until
from tests.sockets.faults import Broken
from tests.sockets.member import Member
from tests.sockets.pack import DATES, DATES_ANSWER, PLACE, PLACE_ANSWER

pytestmark = pytest.mark.asyncio(loop_scope="module")
DATABASES = "sqlite,postgresql"


async def restarted(server: DiscordServer, bot: BotProcess) -> None:
    """Kill the bot and start it again."""
    sessions = len(server.gateway.sessions)
    bot.kill()
    bot.start()
    await until(lambda: len(server.gateway.sessions) > sessions, "the bot did not come back")


async def test_a_bot_killed_after_an_answer_answers_on_and_nothing_twice(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    question = member.asks(DATES)
    await member.hears(question)
    await restarted(server, bot)

    assert (await member.hears(member.asks(PLACE))).embeds[0]["description"] == PLACE_ANSWER
    assert len(server.replies(question)) == 1


async def test_buttons_of_before_a_kill_still_work(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    page = await member.slash("stats figures", metric="deaths")
    await restarted(server, bot)
    await member.presses(page, "Next")

    assert page.embeds[0]["footer"]["text"] == "Page 2 of 3"


async def test_a_question_is_answered_before_the_servers_have_arrived(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    server.gateway.guilds_withheld = True
    await restarted(server, bot)
    ignored = member.says(DATES)
    reply = await member.hears(member.asks(DATES))
    server.gateway.release_guilds()

    assert reply.embeds[0]["description"] == DATES_ANSWER
    assert server.replies(ignored) == []


async def test_a_bot_started_while_the_gateway_is_out_of_order_waits_for_it(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    sessions = len(server.gateway.sessions)
    server.gateway.refusing = True
    bot.kill()
    bot.start()
    await until(lambda: server.gateway.refused > 2)
    server.gateway.refusing = False
    await until(lambda: len(server.gateway.sessions) > sessions)

    assert (await member.hears(member.asks(DATES))).embeds[0]["description"] == DATES_ANSWER


async def test_a_token_that_discord_refuses_ends_the_bot_with_a_sentence(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    server.rest.faults.append(Broken(where="GET /users/@me", status=401))
    bot.kill()
    before = len(bot.log)
    bot.start()
    await until(lambda: not bot.alive)

    assert "Discord does not accept DISCORD_TOKEN" in bot.log[before:]
    assert "Traceback" not in bot.log[before:]
    server.rest.faults.clear()
    await restarted(server, bot)
    await member.hears(member.asks(DATES))
