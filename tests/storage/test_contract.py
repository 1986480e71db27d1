"""What every store does, in memory and in both databases: count, link, choose, keep."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.memory import MemoryStore
from bot.store import DEFAULTS, GuildSettings, Reply, Store, Usage
from tests.storage.running import NOW, asked, opened, running
from tests.storage.server import Server

CHOSEN = GuildSettings(enabled=False, channels=frozenset({2**62, 7}), moderator_roles=frozenset({3}))
REPLY = Reply(question=2**62 + 1, channel=2, messages=(2**62 + 3, 4))


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    url = f"sqlite:///{tmp_path / 'bot.sqlite3'}"
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("server")
        url = server.new_database()
    async with running(url, []) as store:
        await opened(store)
        yield store


async def test_nothing_was_asked_at_first(store: Store) -> None:
    assert await store.usage() == await store.usage(1) == Usage()
    assert await store.unanswered() == ()


async def test_questions_are_counted_by_outcome_with_the_first_moment(store: Store) -> None:
    store.record(asked(at=NOW + timedelta(days=1)))
    store.record(asked("unanswered"))
    store.record(asked("ambiguous", at=NOW + timedelta(days=2)))
    store.record(asked(entry="other"))
    usage = await store.usage(1)

    assert (usage.asked, usage.answered, usage.unanswered, usage.ambiguous) == (4, 2, 1, 1)
    assert usage.since == NOW
    assert set(usage.entries) == {("dates", 1), ("other", 1)}
    assert usage.guilds == ()


async def test_a_server_sees_its_own_and_all_servers_are_counted_together(store: Store) -> None:
    for guild in (1, 2, 2, 2, None, None):
        store.record(asked(guild=guild))
    here, everywhere = await store.usage(1), await store.usage()

    assert here.asked == 1
    assert everywhere.asked == 6
    assert everywhere.guilds == ((2, 3), (None, 2), (1, 1))


async def test_the_entries_that_answered_most_come_first_and_are_ten_at_most(store: Store) -> None:
    for number in range(12):
        for _ in range(number + 1):
            store.record(asked(entry=f"e{number}"))
    usage = await store.usage(1)

    assert usage.entries == tuple((f"e{number}", number + 1) for number in range(11, 1, -1))


async def test_the_uses_of_every_entry_are_counted_over_all_servers(store: Store) -> None:
    assert await store.uses() == {}
    for number in range(12):
        store.record(asked(entry=f"e{number}", guild=number % 2))
    store.record(asked(entry="e1", guild=None))
    store.record(asked("unanswered"))

    assert await store.uses() == {f"e{number}": 1 for number in range(12)} | {"e1": 2}


async def test_words_not_answered_are_counted_most_first(store: Store) -> None:
    for question in ("Tea?", "Coffee?", "Coffee?", "Milk 🥛 ẞ?"):
        store.record(asked("unanswered", question=question))
    store.record(asked("unanswered", question="Elsewhere?", guild=2))

    assert (await store.unanswered(1, limit=1)) == (("Coffee?", 2),)
    assert len(await store.unanswered(1)) == 3
    assert len(await store.unanswered()) == 4


async def test_a_reply_is_found_until_it_is_unlinked(store: Store) -> None:
    store.link(REPLY)
    assert await store.reply(REPLY.question) == REPLY

    store.unlink(REPLY.question)
    assert await store.reply(REPLY.question) is None
    assert await store.reply(1) is None


async def test_a_reply_can_get_other_messages(store: Store) -> None:
    longer = Reply(question=REPLY.question, channel=2, messages=(1, 2, 3))
    store.link(REPLY)
    store.link(longer)

    assert await store.reply(REPLY.question) == longer


async def test_a_server_has_the_defaults_until_it_chooses(store: Store) -> None:
    assert store.settings(1) == DEFAULTS
    await store.choose(1, DEFAULTS)
    await store.choose(1, CHOSEN)

    assert store.settings(1) == CHOSEN
    assert store.settings(2) == DEFAULTS


async def test_a_note_is_kept_and_can_change(store: Store) -> None:
    assert await store.recall("commands") is None
    await store.keep("commands", "a")
    await store.keep("commands", "b")

    assert await store.recall("commands") == "b"
