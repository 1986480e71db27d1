"""Commands are published when they have changed, in the code or on Discord, and otherwise left alone."""

from __future__ import annotations

from collections.abc import AsyncGenerator, MutableMapping
from contextlib import asynccontextmanager
from typing import Any, NoReturn

import aiohttp
import discord
import pytest
import structlog
from discord import app_commands
from simcord import Env

from bot.desk import Desk
from bot.discord_app import publishing
from bot.discord_app.client import AnswerBot, Options
from bot.discord_app.publishing import compare, publish
from bot.library import Library
from bot.memory import MemoryStore
from bot.store import StoreError
from tests.discord_app.town import HOME, found
from tests.sample_pack import DATES_ASK
from tests.shelf import Shelf

Lines = list[MutableMapping[str, Any]]
EVERYWHERE = None


class Forgetful(MemoryStore):
    """Can't keep or recall any note."""

    async def recall(self, key: str) -> NoReturn:
        """Fail."""
        raise StoreError(key)

    async def keep(self, key: str, value: str) -> NoReturn:
        """Fail."""
        raise StoreError(key, value)


def a_bot(shelf: Shelf, store: MemoryStore, dev_guild: int | None = None) -> AnswerBot:
    """Return a client as after a restart; what is remembered is in the store."""
    library = Library(shelf)
    library.load_first()
    return AnswerBot(Desk(library, store), Options(dev_guild=dev_guild), lambda _: None)


@asynccontextmanager
async def started(bot: AnswerBot) -> AsyncGenerator[Env]:
    """Run a bot on a Discord that has no command of it yet."""
    env = Env(bot)
    env.create_guild("Town", id=HOME)
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()


def publications(env: Env) -> int:
    """Return how often commands were published."""
    return sum(request.method == "PUT" for request in env.http_requests)


def names(env: Env, scope: int | None = EVERYWHERE) -> set[str]:
    """Return the names of the commands that Discord has."""
    return {name for name, _ in env.backend.commands.get(scope, {})}


async def test_a_restart_without_a_change_publishes_nothing(shelf: Shelf, store: MemoryStore) -> None:
    async with started(a_bot(shelf, store)) as env:
        first = publications(env)
        await env.restart_bot(a_bot(shelf, store))
        again = publications(env)

    assert (first, again) == (1, 1)


async def test_a_changed_command_is_published(shelf: Shelf, store: MemoryStore) -> None:
    changed = a_bot(shelf, store)
    async with started(a_bot(shelf, store)) as env:
        changed.tree.add_command(app_commands.Group(name="new", description="Something new."))
        await env.restart_bot(changed)
        published = names(env)

    assert "new" in published


async def test_commands_changed_elsewhere_are_named_and_published_again(
    shelf: Shelf, store: MemoryStore
) -> None:
    async with started(a_bot(shelf, store)) as env:
        kept = env.backend.commands[EVERYWHERE]
        before = names(env)
        ask = {**kept.pop(("ask", 1)), "name": "question"}
        kept[("question", 1)] = ask
        kept[("stats", 1)] = {**kept[("stats", 1)], "description": "Something else."}
        with structlog.testing.capture_logs() as lines:
            await env.restart_bot(a_bot(shelf, store))
        after = names(env)
    (line,) = [line for line in lines if line["log_level"] == "warning"]

    assert line["event"] == "the commands on Discord were changed elsewhere"
    assert line["removed"] == ("ask (chat_input)",)
    assert line["edited"] == ("stats (chat_input)",)
    assert line["added"] == ("question (chat_input)",)
    assert before == after


async def test_a_permission_changed_elsewhere_is_a_change(shelf: Shelf, store: MemoryStore) -> None:
    async with started(a_bot(shelf, store)) as env:
        env.backend.commands[EVERYWHERE][("facts", 1)]["default_member_permissions"] = None
        await env.restart_bot(a_bot(shelf, store))
        facts = env.backend.find_command("facts", None)

    assert facts is not None
    assert facts["default_member_permissions"] is not None


async def test_a_development_server_is_published_to_for_itself(shelf: Shelf, store: MemoryStore) -> None:
    async with started(a_bot(shelf, store, HOME)) as env:
        at_first = names(env), names(env, HOME)
        await env.restart_bot(a_bot(shelf, store))
        then = names(env)
        await env.restart_bot(a_bot(shelf, store, HOME))
        count = publications(env)

    assert at_first == (set(), then)
    assert count == 2


@pytest.mark.parametrize("note", ["no json", "[]", '{"tree": 1}', '{"tree": "x", "commands": 3}'])
async def test_a_note_that_makes_no_sense_is_no_note(shelf: Shelf, store: MemoryStore, note: str) -> None:
    bot = a_bot(shelf, store)
    async with started(bot) as env:
        await store.keep(f"commands:{bot.application_id}:everywhere", note)
        await publish(bot.tree, store)
        count = publications(env)

    assert count == 2


async def test_without_notes_every_start_publishes_and_the_bot_answers(shelf: Shelf) -> None:
    async with started(a_bot(shelf, Forgetful())) as env:
        await env.restart_bot(a_bot(shelf, Forgetful()))
        count = publications(env)
        answer = await found(env, shelf, HOME + 1).ask(DATES_ASK)

    assert count == 2
    assert answer.embeds


async def test_a_comparison_that_fails_is_logged(shelf: Shelf, store: MemoryStore) -> None:
    async with started(a_bot(shelf, store)) as env:
        env.inject_error("GET", "/applications/*/commands", status=403)
        with structlog.testing.capture_logs() as lines:
            await env.restart_bot(a_bot(shelf, store))

    assert [line["where"] for line in lines if line["event"] == "failed"] == ["publishing the commands"]


class Broken(app_commands.CommandTree[discord.Client]):
    """Loses the connection as it publishes, a number of times."""

    failures = 1

    async def sync(self, *, guild: object = None) -> list[app_commands.AppCommand]:
        """Fail, or publish nothing."""
        self.failures -= 1
        if self.failures >= 0:
            raise aiohttp.ServerDisconnectedError(str(guild))
        return []


@pytest.mark.parametrize("failures", [3, 12])
async def test_where_discord_can_not_be_reached_it_is_tried_again_until_it_can_without_a_traceback(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch, failures: int
) -> None:
    monkeypatch.setattr(publishing, "LATER", (0.0, 0.0, 0.0))
    tree = Broken(discord.Client(intents=discord.Intents.none()))
    tree.failures = failures
    with structlog.testing.capture_logs() as lines:
        await publish(tree, store)

    told = [line["event"] for line in lines]
    assert told.count("the commands are not published yet") == failures
    assert "failed" not in told
    assert not any("exc_info" in line for line in lines)


def test_what_differs_is_sorted_by_name() -> None:
    drift = compare({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "e": "1", "d": "1"})

    assert (drift.removed, drift.edited, drift.added) == (("a",), ("b",), ("d", "e"))
    assert drift
    assert not compare({"a": "1"}, {"a": "1"})
