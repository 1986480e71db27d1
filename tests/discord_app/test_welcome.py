"""A server that adds the bot hears once what it does, how to ask and how to switch it off."""

from __future__ import annotations

from typing import Any, cast

import discord
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from simcord import ChannelHandle
from simcord.backend import serializers

from bot.discord_app.greeting import welcome
from bot.memory import MemoryStore
from bot.store import GuildSettings, StoreError
from tests.discord_app import strategies
from tests.discord_app.judge import problems
from tests.discord_app.test_render_properties import often
from tests.discord_app.town import Town, shown

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


def with_system_channel(town: Town, **denied: bool) -> ChannelHandle:
    """Give the server a system channel in which the bot lacks some permissions."""
    me = town.env.bot.user
    assert me is not None
    channel = town.guild.create_text_channel("hall", overwrites={me: discord.PermissionOverwrite(**denied)})
    town.env.backend.edit_guild(town.guild.id, {"system_channel_id": channel.id})
    return channel


def told(town: Town) -> dict[str, Any]:
    """Return what Discord tells of the server."""
    backend = town.env.backend
    return cast("dict[str, Any]", serializers.guild_create_payload(backend, backend.get_guild(town.guild.id)))


async def told_of(town: Town, *, leaving: bool = True, **changed: object) -> None:
    """Let Discord tell that the bot joined the server, after it left."""
    backend = town.env.backend
    payload = told(town)
    if leaving:
        backend.emit("GUILD_DELETE", {"id": str(town.guild.id)})
    del payload["unavailable"]
    backend.emit("GUILD_CREATE", payload | changed)
    await town.env.settle()


async def test_the_welcome_says_what_the_bot_does_how_to_ask_and_how_to_switch_it_off(town: Town) -> None:
    hall = with_system_channel(town)
    await told_of(town)
    (message,) = hall.history()
    text = shown(message.embeds[0])

    lead, *lines = text.strip().splitlines()
    assert lead == (
        "Hello! I answer questions on one topic: the dialogue. Every answer names its sources, and when "
        "they don't cover a question, I say so."
    )
    assert lines == [
        "How to ask",
        "• Mention me with a question, or reply to one of my messages.",
        "• Use /ask, which offers questions as you type.",
        "• Send me a direct message.",
        "• /help lists everything else: numbers, charts, quotations, a timeline, my sources.",
        "For example",
        "• When was the dialogue held?",
        "• People killed in Pakistan in January 2023, by PICSS?",
        "• What did Ned Price say about the TTP?",
        "If you manage this server",
        "/setup chooses where I answer and who moderates me, or switches me off.",
    ]
    stored = town.env.backend.messages[hall.id][message.id]
    assert (stored.mention_everyone, [*stored.ping_user_ids, *stored.ping_role_ids]) == (False, [])


async def test_a_join_told_of_twice_gets_one_welcome_and_a_second_join_another(town: Town) -> None:
    hall = with_system_channel(town)
    await told_of(town)
    await told_of(town, leaving=False)
    await told_of(town)
    assert len(hall.history()) == 1

    await town.env.advance_time(1)
    later = [member | {"joined_at": town.env.now().isoformat()} for member in told(town)["members"]]
    await told_of(town, members=later)
    assert len(hall.history()) == 2


async def test_a_server_back_after_an_outage_gets_no_welcome(town: Town) -> None:
    hall = with_system_channel(town)
    backend = town.env.backend
    backend.emit("GUILD_DELETE", {"id": str(town.guild.id), "unavailable": True})
    backend.emit("GUILD_CREATE", told(town))
    await town.env.settle()

    assert hall.history() == []


async def test_without_a_system_channel_nothing_is_sent_anywhere(town: Town) -> None:
    before = len(town.env.http_requests)
    await told_of(town)

    assert len(town.env.http_requests) == before


@pytest.mark.parametrize("need", ["view_channel", "send_messages"])
async def test_where_the_bot_may_not_write_nothing_is_sent_anywhere(town: Town, need: str) -> None:
    with_system_channel(town, **{need: False})
    before = len(town.env.http_requests)
    await told_of(town)

    assert len(town.env.http_requests) == before


async def test_without_embed_links_the_welcome_is_plain_text(town: Town) -> None:
    hall = with_system_channel(town, embed_links=False, read_message_history=False)
    await told_of(town)
    (message,) = hall.history()

    assert message.embeds == []
    assert message.content.startswith("Hello! I answer questions on one topic: the dialogue.")
    assert "**If you manage this server**\n/setup" in message.content
    assert message.content.endswith("because I'm missing Embed Links in this channel.")


async def test_a_welcome_that_can_not_be_sent_is_logged_and_not_tried_again(town: Town) -> None:
    hall = with_system_channel(town)
    town.env.inject_error("POST", "/channels/*/messages", status=500)
    with structlog.testing.capture_logs() as lines:
        await told_of(town)
        await told_of(town)

    assert hall.history() == []
    assert [line["where"] for line in lines if line["event"] == "failed"] == ["on_guild_join"]
    assert len(town.env.errors) == 1


async def test_a_welcome_that_can_not_be_remembered_is_still_given(
    town: Town, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(key: str) -> str | None:
        message = f"Can't recall {key}."
        raise StoreError(message)

    monkeypatch.setattr(store, "recall", fail)
    hall = with_system_channel(town)
    with structlog.testing.capture_logs() as lines:
        await told_of(town)

    assert len(hall.history()) == 1
    assert [line["where"] for line in lines if line["event"] == "failed"] == ["welcome"]


async def test_a_server_that_had_switched_the_bot_off_hears_that_it_still_is(
    town: Town, store: MemoryStore
) -> None:
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    hall = with_system_channel(town)
    await told_of(town)

    assert "I was switched off in this server, and still am" in shown(hall.history()[0].embeds[0])


@given(strategies.any_text, st.lists(strategies.text.map(lambda text: text[:90]), max_size=3))
@often
def test_a_welcome_is_one_message_whatever_the_pack_is_called(title: str, examples: list[str]) -> None:
    assert problems(welcome(title, examples)) == []
