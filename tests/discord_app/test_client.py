"""The client asks for no privileged intent, publishes its commands and prints its invite link."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import discord
import pytest
import simcord
import structlog
from discord.ext import commands
from discord.http import Route
from simcord import Env

from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options, intents
from bot.discord_app.sending import NO_PINGS
from bot.library import Library
from tests.discord_app.town import HOME, Town, found
from tests.sample_pack import DATES_ASK
from tests.shelf import Shelf


def test_no_privileged_intent_is_asked_for() -> None:
    asked = intents()

    assert (asked.message_content, asked.members, asked.presences) == (False, False, False)
    assert {name for name, on in asked if on} == {"guilds", "guild_messages", "dm_messages"}


def test_no_message_pings_unless_it_says_so(simcord_bot: AnswerBot) -> None:
    assert simcord_bot.allowed_mentions is not None
    assert simcord_bot.allowed_mentions.to_dict() == NO_PINGS.to_dict() == {"parse": []}


async def test_the_invite_link_asks_for_what_is_needed_only(simcord_env: Env, announced: list[str]) -> None:
    (line,) = announced
    query = parse_qs(urlsplit(line.split()[-1]).query)
    permissions = discord.Permissions(int(query["permissions"][0]))

    assert query["client_id"] == [str(simcord_env.backend.application_id)]
    assert query["scope"] == ["bot applications.commands"]
    assert {name for name, on in permissions if on} == {
        "view_channel",
        "read_messages",
        "send_messages",
        "send_messages_in_threads",
        "embed_links",
        "attach_files",
        "read_message_history",
    } - {"view_channel"}


async def test_no_more_connections_are_opened_than_discord_has_a_use_for(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9")  # where nobody listens
    bot = AnswerBot(Desk(Library(shelf)), Options(), lambda _: None)

    with pytest.raises(OSError, match="Cannot connect"):
        await bot.login("made-up")

    assert bot.http.connector.limit == 64
    await bot.close()


async def test_the_commands_are_published(town: Town) -> None:
    assert set(town.member.available_commands(town.channel)) == {
        "about",
        "ask",
        "check",
        "help",
        "quote",
        "sources",
        "stats article",
        "stats chart",
        "stats compare",
        "stats figures",
        "stats usage",
        "timeline",
    }
    assert "facts reload" in town.moderator.available_commands(town.channel)


async def test_commands_that_can_not_be_published_leave_mentions_working(
    new_bot: Callable[[], AnswerBot], shelf: Shelf
) -> None:
    env = Env(new_bot(), check_errors=False)
    env.inject_error("PUT", "/applications/*", status=500)
    with structlog.testing.capture_logs() as lines:
        await env.start()
    try:
        answer = await found(env, shelf, HOME).ask(DATES_ASK)
    finally:
        await env.shutdown()

    assert answer.embeds
    assert [line["where"] for line in lines if line["event"] == "failed"] == ["publishing the commands"]


async def test_a_development_server_gets_the_commands_to_itself(shelf: Shelf) -> None:
    library = Library(shelf)
    library.load_first()
    bot = AnswerBot(Desk(library), Options(dev_guild=HOME), lambda _: None)
    env = Env(bot)
    found(env, shelf, HOME)
    await env.start()
    try:
        scopes = {scope for scope, commands in env.backend.commands.items() if commands}
    finally:
        await env.shutdown()

    assert scopes == {HOME}


async def test_the_greeting_has_three_questions_that_are_answered(
    new_bot: Callable[[], AnswerBot], shelf: Shelf
) -> None:
    bot = new_bot()
    async with simcord.run(bot) as env:
        town = found(env, shelf, HOME)
        channel = bot.get_channel(town.channel.id)
        assert isinstance(channel, discord.TextChannel)
        await bot.greet(channel)
        _, field = town.last.embeds[0].fields
        questions = [line.removeprefix("• ") for line in (field.value or "").splitlines()]
        answers = [(await town.ask(question)).embeds[0].fields[0].name for question in questions]

    assert len(questions) == 3
    assert set(answers) <= {"Source", "Sources"}


@pytest.mark.simcord(approved_intents=discord.Intents.none())
async def test_nothing_is_cached_that_needs_an_intent(town: Town, simcord_bot: AnswerBot) -> None:
    await town.ask(DATES_ASK)
    guild = simcord_bot.get_guild(town.guild.id)

    assert guild is not None
    assert [member.id for member in guild.members] == [town.env.backend.bot_user.id]
    assert list(simcord_bot.cached_messages) == []


@pytest.mark.parametrize(("missing", "attempts"), [("sequence", 2), ("something_else", 1)])
async def test_only_a_first_connection_that_failed_is_tried_again(
    new_bot: Callable[[], AnswerBot], monkeypatch: pytest.MonkeyPatch, missing: str, attempts: int
) -> None:
    tried: list[bool] = []

    async def connect(_: object, *, reconnect: bool = True) -> None:
        tried.append(reconnect)
        if len(tried) == 1:
            raise AttributeError(name=missing)

    monkeypatch.setattr(commands.Bot, "connect", connect)
    with contextlib.suppress(AttributeError):
        await new_bot().connect()

    assert len(tried) == attempts


async def test_what_is_asked_while_the_knowledge_is_read_is_answered_then(shelf: Shelf) -> None:
    library = Library(shelf)
    bot = AnswerBot(Desk(library), Options(frozenset({HOME})), lambda _: None)

    def read() -> None:
        library.load_first()
        bot.open()

    async with simcord.run(bot, strict_sync=False) as env:
        town = found(env, shelf, HOME)
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
        before = len(town.sent)
        asyncio.get_running_loop().call_later(0.1, read)
        told = await town.member.slash(town.channel, "ask", question=DATES_ASK)
        answers = [message.embeds[0].description for message in town.sent]

    assert before == 0
    assert told.response is not None
    assert answers == [told.response.embeds[0].description] * 2
