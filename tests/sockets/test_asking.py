"""The real bot process, over real sockets: who asks is answered once, with the sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sockets.bot_process import BotProcess
from tests.sockets.discord_server import TOKEN, DiscordServer
from tests.sockets.member import Member
from tests.sockets.pack import CITATION, DATES, DATES_ANSWER, PLACE, PLACE_ANSWER

pytestmark = pytest.mark.asyncio(loop_scope="module")
DATABASES = "sqlite,postgresql"

Join = Callable[[str], Member]


async def test_a_question_is_answered_once_with_its_source(member: Member) -> None:
    question = member.asks(DATES)
    (embed,) = (await member.hears(question)).embeds
    await member.hears(member.asks(PLACE))

    assert embed["description"] == DATES_ANSWER
    assert embed["fields"][0]["value"] == f"• {CITATION}"
    assert len(member.discord.replies(question)) == 1


async def test_a_direct_message_is_answered(member: Member) -> None:
    friend = Member.of(member.discord, "dina", None)

    assert (await friend.hears(friend.says(PLACE))).embeds[0]["description"] == PLACE_ANSWER


async def test_a_command_is_answered_with_its_source(member: Member) -> None:
    (embed,) = (await member.slash("ask", question=DATES)).embeds

    assert embed["description"] == DATES_ANSWER
    assert CITATION in embed["fields"][0]["value"]


async def test_a_private_answer_is_private(member: Member) -> None:
    assert (await member.slash("ask", question=DATES, private=True)).is_ephemeral


async def test_questions_are_offered_while_typing(member: Member) -> None:
    assert (await member.types("ask", "question", "talks"))[0] == DATES


async def test_a_pressed_button_turns_the_page(member: Member) -> None:
    page = await member.slash("stats figures", metric="deaths")
    first = page.embeds[0]["footer"]["text"]
    pressed = await member.presses(page, "Next")

    assert pressed.response_kind == "update"
    assert (first, page.embeds[0]["footer"]["text"]) == ("Page 1 of 3", "Page 2 of 3")


async def test_many_people_at_once_each_get_their_own_answer(member: Member, join: Join) -> None:
    people = [member, *(join(f"member-{number}") for number in range(5))]
    asked = [
        (person, (DATES, DATES_ANSWER) if number % 2 else (PLACE, PLACE_ANSWER))
        for number in range(5)
        for person in people
    ]
    questions = [(person, person.asks(ask), answer) for person, (ask, answer) in asked]

    for person, question, answer in questions:
        assert (await person.hears(question)).embeds[0]["description"] == answer


async def test_what_is_not_for_the_bot_gets_no_reply(member: Member) -> None:
    ignored = member.says(DATES)
    await member.hears(member.asks(DATES))

    assert member.discord.replies(ignored) == []


async def test_no_log_line_holds_the_token(server: DiscordServer, bot: BotProcess, member: Member) -> None:
    await member.hears(member.asks(DATES))

    assert server.gateway.sessions
    assert "asked" in bot.log
    assert TOKEN not in bot.log
