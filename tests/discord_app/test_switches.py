"""A server's managers say whether and where messages are answered; commands say so in private."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord
import pytest
import structlog

from bot.discord_app.admission import elsewhere
from bot.discord_app.daily import Daily
from bot.memory import MemoryStore
from bot.store import GuildSettings
from tests.discord_app.town import Town
from tests.sample_pack import DATES_ASK

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

HALF_A_DAY = 12 * 60 * 60


async def only_in(town: Town, store: MemoryStore, name: str) -> int:
    """Let messages be answered in a new channel only; return its id."""
    channel = town.guild.create_text_channel(name)
    await store.choose(town.guild.id, GuildSettings(channels=frozenset({channel.id})))
    return channel.id


def hints(town: Town) -> list[str]:
    """Return what the bot wrote to the member directly."""
    return [message.content for message in town.member.user.dm_channel.history()]


async def test_messages_are_not_answered_where_the_bot_is_switched_off(
    town: Town, store: MemoryStore
) -> None:
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert town.sent == []
    assert hints(town) == []


async def test_other_servers_and_direct_messages_are_answered_all_the_same(
    town: Town, store: MemoryStore
) -> None:
    await store.choose(town.guild.id + 1, GuildSettings(enabled=False))
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    await town.member.send_dm(DATES_ASK)

    assert len(town.member.user.dm_channel.history()) == 2


@pytest.mark.parametrize("name", ["ask", "stats figures", "facts reload"])
async def test_commands_say_in_private_that_the_bot_is_switched_off(
    town: Town, store: MemoryStore, name: str
) -> None:
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    options = {"question": DATES_ASK} if name == "ask" else {}
    result = await town.moderator.slash(town.channel, name, **options)

    assert result.ephemeral
    assert result.response is not None
    assert "switched off" in result.response.content


async def test_what_is_offered_while_typing_is_no_matter_of_the_switch(
    town: Town, store: MemoryStore
) -> None:
    await store.choose(town.guild.id, GuildSettings(enabled=False))

    assert await town.member.autocomplete(town.channel, "ask", "question", "when was")


async def test_a_switch_that_can_not_be_told_of_is_logged(town: Town, store: MemoryStore) -> None:
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    town.env.inject_error("POST", "/interactions/*", status=500)
    with structlog.testing.capture_logs() as lines:
        result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert [line["where"] for line in lines if line["event"] == "failed"] == ["ask"]
    assert result.response is not None
    assert "reference" in result.response.content


async def test_messages_in_the_chosen_channels_and_their_threads_are_answered(
    town: Town, store: MemoryStore
) -> None:
    await store.choose(town.guild.id, GuildSettings(channels=frozenset({town.channel.id})))
    answer = await town.ask(DATES_ASK)
    channel = town.env.bot.get_channel(town.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="side talk", message=answer)
    await town.env.settle()
    (thread,) = town.channel.threads
    await town.member.send(thread, f"{town.mention} {DATES_ASK}")

    assert answer.embeds
    assert thread.history()[-1].embeds


async def test_a_question_elsewhere_is_pointed_in_private_to_where_to_ask_once_a_day(
    town: Town, store: MemoryStore
) -> None:
    chosen = await only_in(town, store, "questions")
    for seconds in (0, HALF_A_DAY, HALF_A_DAY):
        await town.env.advance_time(seconds)
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    hint = (
        f"In Town I answer messages only in <#{chosen}>. Ask there, or use /ask where you are: "
        "the answer is then shown to you only."
    )
    assert town.sent == []
    assert hints(town) == [hint, hint]


async def test_who_takes_no_direct_messages_is_left_alone(town: Town, store: MemoryStore) -> None:
    await only_in(town, store, "questions")
    town.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
    with structlog.testing.capture_logs() as lines:
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert lines == []
    assert town.sent == []


async def test_an_answer_to_a_command_elsewhere_is_shown_to_the_asker_only(
    town: Town, store: MemoryStore
) -> None:
    await only_in(town, store, "questions")
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert result.ephemeral


def test_a_hint_names_a_few_channels_and_shows_no_markup() -> None:
    hint = elsewhere("**@everyone**", GuildSettings(channels=frozenset(range(1, 9))))

    assert "\\*\\*@\u200beveryone\\*\\*" in hint
    assert "<#5>" in hint
    assert "<#6>" not in hint


def test_each_is_told_once_a_day() -> None:
    daily, noon = Daily(), datetime(2026, 1, 1, 12, tzinfo=UTC)

    assert daily.due((1, 1), noon)
    assert not daily.due((1, 1), noon + timedelta(hours=23))
    assert daily.due((1, 2), noon)
    assert daily.due((1, 1), noon + timedelta(hours=24))


def test_whom_it_told_is_remembered_within_bounds() -> None:
    daily, noon = Daily(most=2), datetime(2026, 1, 1, 12, tzinfo=UTC)

    assert [daily.due((1, user), noon) for user in (1, 2, 3, 1)] == [True] * 4
