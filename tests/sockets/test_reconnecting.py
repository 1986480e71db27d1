"""Whatever the gateway does to the bot, it comes back and answers, once."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.sockets.bot_process import HASTE, BotProcess
from tests.sockets.discord_server import DiscordServer, until
from tests.sockets.gateway import HEARTBEAT, IDENTIFY, RESUME
from tests.sockets.member import Member
from tests.sockets.pack import DATES, DATES_ANSWER, PLACE

pytestmark = pytest.mark.asyncio(loop_scope="module")

OUTAGE = 600 / HASTE
"""Ten minutes, in the time of a bot in haste."""


async def answered_once(member: Member, question: int) -> None:
    """Check that a question is answered, and still only once when the next one has been."""
    assert (await member.hears(question)).embeds[0]["description"] == DATES_ANSWER
    await member.hears(member.asks(PLACE))
    assert len(member.discord.replies(question)) == 1


def heard(server: DiscordServer, opcode: int) -> int:
    """Return how often the bot has sent an opcode."""
    return server.gateway.received.count(opcode)


async def test_a_question_missed_on_a_dead_line_is_answered_once_after_a_resume(
    server: DiscordServer, member: Member
) -> None:
    await member.hears(member.asks(PLACE))  # it is ready, so there is a session to resume
    resumed = heard(server, RESUME)
    server.gateway.lose_everything()
    question = member.asks(DATES)
    server.gateway.hang_up()

    await answered_once(member, question)
    assert heard(server, RESUME) == resumed + 1


async def test_a_question_answered_before_the_line_broke_is_not_answered_again(
    server: DiscordServer, member: Member
) -> None:
    question = member.asks(DATES)
    await member.hears(question)
    server.gateway.hang_up()

    await answered_once(member, question)


async def test_the_bot_reconnects_when_it_is_asked_to(server: DiscordServer, member: Member) -> None:
    resumed = heard(server, RESUME)
    server.gateway.ask_to_reconnect()
    question = member.asks(DATES)

    await answered_once(member, question)
    assert heard(server, RESUME) == resumed + 1


async def test_a_session_that_can_be_resumed_is_resumed(server: DiscordServer, member: Member) -> None:
    resumed, identified = heard(server, RESUME), heard(server, IDENTIFY)
    server.gateway.invalidate(resumable=True)
    await until(lambda: heard(server, RESUME) == resumed + 1)

    await answered_once(member, member.asks(DATES))
    assert heard(server, IDENTIFY) == identified


async def test_a_session_that_is_gone_is_begun_anew(server: DiscordServer, member: Member) -> None:
    identified = heard(server, IDENTIFY)
    server.gateway.invalidate(resumable=False)
    await until(lambda: heard(server, IDENTIFY) == identified + 1)

    await answered_once(member, member.asks(DATES))


async def test_the_bot_recovers_from_ten_minutes_without_discord(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    await until(lambda: server.backend.commands)
    resumed, before = heard(server, RESUME), len(bot.log)
    await server.go_down()
    await asyncio.sleep(OUTAGE)
    question = member.asks(DATES)
    await server.come_back()

    await answered_once(member, question)
    assert heard(server, RESUME) == resumed + 1
    logged = bot.log[before:]
    waits = [float(wait) for wait in re.findall(r"Attempting a reconnect in ([\d.]+)s", logged)]
    assert max(waits) * HASTE <= 32
    assert "Traceback" not in logged


async def test_a_session_that_discord_forgot_in_an_outage_is_begun_anew(
    server: DiscordServer, member: Member
) -> None:
    identified = heard(server, IDENTIFY)
    await server.go_down()
    server.gateway.sessions.clear()
    await server.come_back()
    await until(lambda: heard(server, IDENTIFY) == identified + 1)

    await answered_once(member, member.asks(DATES))


async def test_the_connection_is_kept_alive(server: DiscordServer, member: Member) -> None:
    beats = heard(server, HEARTBEAT)
    await until(lambda: heard(server, HEARTBEAT) > beats)

    await answered_once(member, member.asks(DATES))
