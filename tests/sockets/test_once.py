"""A question is answered once, whatever comes twice, gets lost or breaks on the way; the reply follows it."""

from __future__ import annotations

import pytest
from simcord.backend import serializers

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import DiscordServer, until
from tests.sockets.faults import CUT, SEND, Broken
from tests.sockets.member import Member
from tests.sockets.pack import DATES, DATES_ANSWER, PLACE, PLACE_ANSWER

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def answered_once(member: Member, question: int) -> None:
    """Check that a question has one right answer, and still only one when the next question has its own."""
    assert (await member.hears(question)).embeds[0]["description"] == DATES_ANSWER
    await member.hears(member.asks(PLACE))
    assert len(member.discord.replies(question)) == 1


async def test_a_question_told_of_twice_is_answered_once(server: DiscordServer, member: Member) -> None:
    server.gateway.repeating = True
    question = member.asks(DATES)
    server.gateway.repeating = False

    await answered_once(member, question)


async def test_a_question_told_of_again_after_a_kill_is_not_answered_again(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    question = member.asks(DATES)
    await member.hears(question)
    sessions = len(server.gateway.sessions)
    bot.kill()
    bot.start()
    await until(lambda: len(server.gateway.sessions) > sessions)
    message = server.backend.get_message(member.channel, question)
    server.backend.emit("MESSAGE_CREATE", {**serializers.message_payload(server.backend, message)})

    await answered_once(member, question)


@pytest.mark.parametrize("status", [500, CUT])
async def test_an_answer_that_arrived_although_discord_did_not_say_so_is_there_once(
    server: DiscordServer, member: Member, status: int
) -> None:
    server.rest.faults.append(Broken(where=SEND, status=status, done=True))

    await answered_once(member, member.asks(DATES))


async def test_an_answer_lost_with_its_connection_is_sent_again(
    server: DiscordServer, member: Member
) -> None:
    server.rest.faults.append(Broken(where=SEND, status=CUT))

    await answered_once(member, member.asks(DATES))


async def test_the_reply_follows_the_edit_and_the_deletion_of_its_question(
    server: DiscordServer, member: Member
) -> None:
    question = member.asks(PLACE)
    reply = await member.hears(question)
    before = reply.embeds[0]["description"]
    member.rewords(question, DATES)
    await until(lambda: reply.embeds[0]["description"] != before)

    assert (before, reply.embeds[0]["description"]) == (PLACE_ANSWER, DATES_ANSWER)
    member.withdraws(question)
    await until(lambda: not server.replies(question))
