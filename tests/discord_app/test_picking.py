"""Who asks what may mean several things picks one, and the message becomes its answer."""

from __future__ import annotations

from collections.abc import Callable

import discord
import pytest

from bot.discord_app.client import AnswerBot
from bot.knowledge.model import Citation, Fact
from bot.memory import MemoryStore
from bot.store import GuildSettings
from tests.discord_app.town import Town, labels, pings, shown
from tests.sample_pack import DATES_ASK

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

UNCLEAR = "Where were the talks held"


def venue(year: int, statement: str, source: str = "dawn") -> Fact:
    """Return where the talks of a year took place."""
    asks = (f"Where were the talks of {year} held?",)
    return Fact(id=f"venue-{year}", statement=statement, asks=asks, citations=(Citation(source=source),))


TALKS = (
    venue(2023, "The talks of 2023 took place in Islamabad."),
    venue(2024, "The talks of 2024 took place in Washington.", "tribune"),
    venue(2025, "The talks of 2025 took place in Doha."),
)
LONG = (*TALKS[:2], venue(2025, "word " * 1500))


async def offered(town: Town) -> discord.Message:
    """Ask something that may mean three things."""
    await town.publish(*TALKS)
    return await town.ask(UNCLEAR)


async def test_an_unclear_question_offers_numbered_questions_and_a_button_for_each(town: Town) -> None:
    message = await offered(town)
    (field,) = message.embeds[0].fields

    assert field.name == "Did you mean"
    assert field.value == "\n".join(
        f"{number} · Where were the talks of {year} held?"
        for number, year in ((1, 2023), (2, 2024), (3, 2025))
    )
    assert labels(message) == ["1", "2", "3", "Why", "Delete"]


async def test_a_pick_makes_the_message_the_answer(town: Town) -> None:
    message = await offered(town)
    await town.member.click(message, label="2")

    assert len(town.sent) == 1
    assert town.last.id == message.id
    assert town.last.embeds[0].description == "The talks of 2024 took place in Washington."
    assert town.last.embeds[0].fields[0].name == "Source"
    assert labels(town.last) == ["Sources", "Why", "Delete"]
    assert pings(town) == []


async def test_only_who_asked_can_pick(town: Town) -> None:
    message = await offered(town)
    pressed = await town.moderator.click(message, label="2")

    assert pressed.ephemeral
    assert pressed.response is not None
    assert "Only the member who asked" in pressed.response.content
    assert labels(town.last) == ["1", "2", "3", "Why", "Delete"]


async def test_a_pick_works_after_a_restart(town: Town, new_bot: Callable[[], AnswerBot]) -> None:
    message = await offered(town)
    await town.env.restart_bot(new_bot())
    await town.member.click(message, label="1")

    assert town.last.embeds[0].description == "The talks of 2023 took place in Islamabad."


async def test_the_nearest_topics_of_what_is_not_answered_can_be_picked(town: Town) -> None:
    message = await town.ask("How many people were killed in March 2019?")
    assert labels(message) == ["1", "2", "3", "Why", "Delete"]
    await town.member.click(message, label="2")

    assert "counted at least 101 people killed" in (town.last.embeds[0].description or "")


async def test_what_was_picked_but_is_gone_gets_a_sentence(town: Town) -> None:
    message = await offered(town)
    await town.publish()
    pressed = await town.member.click(message, label="2")

    assert pressed.ephemeral
    assert pressed.response is not None
    assert "no longer in my sources" in pressed.response.content
    assert labels(town.last) == ["1", "2", "3", "Why", "Delete"]


async def test_a_slash_command_keeps_its_question_above_the_picked_answer(town: Town) -> None:
    await town.publish(*TALKS)
    result = await town.member.slash(town.channel, "ask", question=UNCLEAR)
    assert result.response is not None
    await town.member.click(result.response, label="1")
    (embed,) = result.response.embeds

    assert embed.author.name == UNCLEAR
    assert embed.description == "The talks of 2023 took place in Islamabad."
    assert labels(result.response) == ["Sources", "Why", "Delete"]


async def test_a_private_reply_stays_private_when_picked_and_has_no_delete(town: Town) -> None:
    await town.publish(*LONG)
    result = await town.member.slash(town.channel, "ask", question=UNCLEAR, private=True)
    assert result.response is not None
    assert labels(result.response) == ["1", "2", "3", "Why"]
    pressed = await town.member.click(result.response, label="3")

    assert labels(result.response) == []
    assert [message.ephemeral for message in pressed.followups] == [True]
    assert labels(pressed.followups[0]) == ["Sources", "Why"]


async def test_a_picked_answer_of_two_messages_goes_with_its_question(town: Town) -> None:
    await town.publish(*LONG)
    question = await town.member.send(town.channel, f"{town.mention} {UNCLEAR}")
    await town.member.click(town.last, label="3")
    assert [labels(message) for message in town.sent] == [[], ["Sources", "Why", "Delete"]]
    await town.member.delete(question)

    assert town.sent == []


async def test_a_pick_that_comes_while_an_edit_is_followed_leaves_the_answer_to_the_edit(town: Town) -> None:
    await town.publish(*TALKS)
    question = await town.member.send(town.channel, f"{town.mention} {UNCLEAR}")
    offer = town.last
    edited = {"content": f"{town.mention} {DATES_ASK}"}
    town.env.backend.edit_message(town.channel.id, question.id, edited)
    pressed = await town.member.click(offer, label="2")

    assert pressed.response is not None
    assert "just now" in pressed.response.content
    assert "6 and 7 March" in (town.last.embeds[0].description or "")


async def test_nobody_picks_where_the_bot_is_switched_off(town: Town, store: MemoryStore) -> None:
    message = await offered(town)
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    pressed = await town.member.click(message, label="2")

    assert pressed.response is not None
    assert "switched off" in pressed.response.content


async def test_a_pick_in_a_direct_message_works(town: Town) -> None:
    await town.publish(*TALKS)
    await town.member.send_dm(UNCLEAR)
    message = town.member.user.dm_channel.last_message
    assert message is not None
    await town.member.user.click(message, label="2")
    picked = town.member.user.dm_channel.last_message

    assert picked is not None
    assert "Washington" in shown(picked.embeds[0])
