"""Where the bot lacks a permission, members still get the answer or hear, once a day, why not."""

from __future__ import annotations

from datetime import timedelta

import discord
import pytest
import structlog
from simcord import ChannelHandle

from bot.discord_app import daily
from bot.discord_app.access import CannotWriteError, asked_for, lacking
from bot.discord_app.errors import tell_message
from bot.knowledge.model import Citation, Fact
from tests.discord_app.town import Town, pings
from tests.sample_pack import DATES_ASK, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

DATES = "Pakistan and the United States held a dialogue on 6 and 7 March 2023."
SOURCE = "• [Pakistan, US reaffirm commitment](https://example.org/dawn) · Dawn · 7 March 2023"


def without(town: Town, **denied: bool) -> ChannelHandle:
    """Return a channel in which the bot lacks some permissions."""
    me = town.env.bot.user
    assert me is not None
    return town.guild.create_text_channel("narrow", overwrites={me: discord.PermissionOverwrite(**denied)})


async def ask(town: Town, channel: ChannelHandle, question: str = DATES_ASK) -> list[discord.Message]:
    """Let the member ask in a channel; return all of the bot's messages in it."""
    await town.member.send(channel, f"{town.mention} {question}")
    return [message for message in channel.history() if message.author.id == town.env.backend.bot_user.id]


def told(town: Town) -> list[str]:
    """Return what the bot wrote to the member in private."""
    return [message.content for message in town.member.user.dm_channel.history()]


async def test_without_embed_links_the_answer_comes_whole_as_text_and_the_permission_is_named(
    town: Town,
) -> None:
    (answer,) = await ask(town, without(town, embed_links=False))

    assert answer.embeds == []
    assert answer.content.splitlines() == [
        DATES,
        "**Source**",
        SOURCE,
        "“The two-day dialogue concluded.”",
        "**Note**",
        "The second day was a Tuesday.",
        "As of 7 March 2023",
        "-# This is plain text because I'm missing Embed Links in this channel.",
    ]
    assert answer.reference is not None


async def test_without_the_message_history_the_answer_comes_without_a_reference(town: Town) -> None:
    (answer,) = await ask(town, without(town, read_message_history=False))

    assert answer.reference is None
    assert answer.embeds[0].description == DATES
    assert answer.content.endswith("I'm missing Read Message History in this channel.")


async def test_without_attach_files_an_answer_that_needs_a_file_says_so(town: Town) -> None:
    long = Fact(
        id="long", statement="word " * 9000, asks=("What is long?",), citations=(Citation(source="dawn"),)
    )
    town.shelf.pack = sample_pack([long])
    await town.moderator.slash(town.channel, "facts reload")
    (answer,) = await ask(town, without(town, attach_files=False), "What is long?")

    assert answer.attachments == []
    assert "I'm missing Attach Files" in answer.content


async def test_without_attach_files_an_answer_without_a_file_is_as_ever(town: Town) -> None:
    (answer,) = await ask(town, without(town, attach_files=False))

    assert (answer.content, answer.embeds[0].description) == ("", DATES)


async def test_where_the_bot_may_not_write_the_asker_hears_so_in_private_once_a_day(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = without(town, send_messages=False)
    with structlog.testing.capture_logs() as lines:
        assert await ask(town, channel) == []
        assert await ask(town, channel) == []

    (sentence,) = told(town)
    assert sentence == (
        f"I can't answer in <#{channel.id}>, because I'm missing Send Messages there. "
        "Use /ask in that channel, or ask me here."
    )
    assert [line["event"] for line in lines] == ["cannot write", "cannot write"]

    other = without(town, send_messages=False)
    await ask(town, other)
    assert len(told(town)) == 2

    monkeypatch.setattr(daily, "EVERY", timedelta(0))
    await ask(town, channel)
    assert len(told(town)) == 3
    assert pings(town) == []


async def test_what_the_notice_says_is_so(town: Town) -> None:
    channel = without(town, send_messages=False, embed_links=False)
    await ask(town, channel)
    result = await town.member.slash(channel, "ask", question=DATES_ASK)
    await town.member.send_dm(DATES_ASK)
    answer = town.member.user.dm_channel.last_message

    assert result.response is not None
    assert result.response.embeds[0].description == DATES
    assert answer is not None
    assert answer.embeds[0].description == DATES


async def test_in_a_thread_what_counts_is_the_permission_for_threads(town: Town) -> None:
    channel = without(town, send_messages_in_threads=False)
    parent = town.env.bot.get_channel(channel.id)
    assert isinstance(parent, discord.TextChannel)
    thread = await parent.create_thread(name="side", type=discord.ChannelType.public_thread)
    await town.env.settle()
    (handle,) = channel.threads
    assert await ask(town, handle) == []

    assert "I'm missing Send Messages in Threads" in told(town)[0]
    assert lacking(thread, thread.guild) == ("send_messages_in_threads",)


async def test_closed_direct_messages_are_accepted_in_silence(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    with structlog.testing.capture_logs() as lines:
        assert await ask(town, without(town, send_messages=False)) == []

    assert told(town) == []
    assert [line for line in lines if line["event"] == "failed"] == []


async def test_a_notice_that_fails_is_logged(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=500)
    with structlog.testing.capture_logs() as lines:
        await ask(town, without(town, send_messages=False))

    assert [line["where"] for line in lines if line["event"] == "failed"] == ["notice"]


async def test_a_permission_of_which_discord_knows_better_is_told_in_private_too(town: Town) -> None:
    town.env.inject_error("POST", f"/channels/{town.channel.id}/messages", status=403, code=50013, times=2)
    with structlog.testing.capture_logs() as lines:
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert town.sent == []
    assert "because I'm missing a permission there" in told(town)[0]
    assert [line["where"] for line in lines if line["event"] == "failed"] == ["message", "report"]


async def test_a_failure_where_the_bot_may_not_write_is_told_in_private(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        message = "boom"
        raise RuntimeError(message)

    channel = without(town, send_messages=False)
    monkeypatch.setattr("bot.desk.Desk.ask", fail)
    await ask(town, channel)

    assert len(told(town)) == 1


async def test_without_a_way_to_tell_in_private_nothing_is_sent(town: Town) -> None:
    sent = await town.member.send(town.channel, "hello")
    await tell_message(sent, CannotWriteError(("send_messages",)))

    assert told(town) == []


async def test_every_permission_that_is_looked_at_is_asked_for_and_no_other() -> None:
    assert {name for name, on in asked_for() if on} == {
        "read_messages",
        "send_messages",
        "send_messages_in_threads",
        "embed_links",
        "attach_files",
        "read_message_history",
    }


async def test_a_channel_that_the_client_does_not_know_is_left_to_discord(town: Town) -> None:
    guild = town.env.bot.get_guild(town.guild.id)
    assert guild is not None

    assert lacking(town.env.bot.get_partial_messageable(1), guild) == ()
    assert lacking(object(), None) == ()
