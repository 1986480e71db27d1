"""Rate limits delay answers and lose none; errors of Discord's own are retried once and then reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import DiscordServer, until
from tests.sockets.faults import CALLBACK, SEND, Broken, GlobalLimit, Refused, RouteLimit
from tests.sockets.member import Member
from tests.sockets.pack import DATES, DATES_ANSWER, PLACE, PLACE_ANSWER
from tests.sockets.rest import CLAIMED, WINDOW

pytestmark = pytest.mark.asyncio(loop_scope="module")

Join = Callable[[str], Member]
MEMBERS = 8


def crowd(join: Join) -> list[Member]:
    """Let some people join, each in a channel of their own."""
    return [join(f"member-{number}") for number in range(MEMBERS)]


async def all_answered_once(people: Sequence[Member], count: int) -> None:
    """Let people ask, taking turns, and check that each question gets its own answer exactly once."""
    asked: list[tuple[Member, int, str]] = []
    for number in range(count):
        question, answer = ((DATES, DATES_ANSWER), (PLACE, PLACE_ANSWER))[number // len(people) % 2]
        person = people[number % len(people)]
        asked.append((person, person.asks(question), answer))
    for person, question, answer in asked:
        assert (await person.hears(question)).embeds[0]["description"] == answer
    for person in people:
        await person.hears(person.asks(DATES))
    server = people[0].discord
    assert [len(server.replies(question)) for _, question, _ in asked] == [1] * count


async def test_200_questions_under_limits_of_their_routes_are_all_answered_once(
    server: DiscordServer, member: Member, join: Join
) -> None:
    server.rest.faults.append(RouteLimit(SEND, most=CLAIMED - 1, seconds=WINDOW))
    await all_answered_once([member, *crowd(join)], 200)

    assert server.rest.counted(429) > 0


async def test_a_global_limit_delays_answers_and_loses_none(
    server: DiscordServer, member: Member, join: Join
) -> None:
    before = server.rest.counted(429)
    server.rest.faults.append(GlobalLimit(seconds=0.3))
    await all_answered_once([member, *crowd(join)], 50)

    assert server.rest.counted(429) > before


async def test_an_answer_that_is_refused_more_often_than_discord_py_tries_is_sent_later(
    server: DiscordServer, member: Member
) -> None:
    server.rest.faults.append(Refused(where=SEND, times=12))
    question = member.asks(DATES)

    assert (await member.hears(question)).embeds[0]["description"] == DATES_ANSWER
    assert sends(server, member) == [429] * 12 + [200]
    assert len(server.replies(question)) == 1


async def test_an_answer_that_is_always_refused_is_reported_in_private_and_in_the_log(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    server.rest.faults.append(Refused(where=f"POST /channels/{member.channel}/messages", times=None))
    member.asks(DATES)
    private = server.backend.messages[server.backend.get_dm_channel(member.id).id]
    await until(lambda: private, "the asker was not told")

    (told,) = private.values()
    (reference,) = re.findall(r"reference (\w{6})", told.content)
    assert "Discord asks me to slow down" in told.content
    assert f"reference={reference}" in bot.log


async def test_an_answer_to_a_command_that_is_refused_is_sent_later(
    server: DiscordServer, member: Member
) -> None:
    server.rest.faults.append(Refused(where=CALLBACK, times=7))

    assert (await member.slash("ask", question=DATES)).embeds[0]["description"] == DATES_ANSWER


async def test_an_answer_that_met_an_error_of_discord_is_sent_again(
    server: DiscordServer, member: Member
) -> None:
    server.rest.faults.append(Broken(where=SEND))
    reply = await member.hears(member.asks(DATES))

    assert reply.embeds[0]["description"] == DATES_ANSWER
    assert sends(server, member) == [500, 200]


async def test_an_answer_that_meets_two_errors_is_reported_to_the_asker_and_in_the_log(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    server.rest.faults.append(Broken(where=SEND, times=2))
    reply = await member.hears(member.asks(DATES))

    (reference,) = re.findall(r"reference (\w{6})", reply.content)
    assert f"reference={reference}" in bot.log
    assert sends(server, member) == [500, 500, 200]


async def test_errors_that_do_not_end_are_only_logged(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    before = len(bot.log)
    server.rest.faults.append(Broken(where=SEND, times=None))
    question = member.asks(DATES)
    await until(lambda: "where=report" in bot.log[before:])

    assert sends(server, member) == [500, 500, 500, 500]
    assert server.replies(question) == []
    server.rest.faults.clear()
    await member.hears(member.asks(DATES))


async def test_a_command_that_met_an_error_is_answered_and_with_two_reported(
    server: DiscordServer, bot: BotProcess, member: Member
) -> None:
    server.rest.faults.append(Broken(where=CALLBACK))
    answered = await member.slash("ask", question=DATES)
    server.rest.faults.append(Broken(where=CALLBACK, times=2))
    reported = await member.slash("ask", question=DATES)

    assert answered.embeds[0]["description"] == DATES_ANSWER
    (reference,) = re.findall(r"reference (\w{6})", reported.content)
    assert f"reference={reference}" in bot.log


def sends(server: DiscordServer, member: Member) -> list[int]:
    """Return the status of every attempt to send to the member's channel."""
    path = f"/channels/{member.channel}/messages"
    return [call.status for call in server.rest.calls if call.path == path]
