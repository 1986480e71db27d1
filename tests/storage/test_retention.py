"""What is kept how long: replies a day, words ninety days, counts for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.storage.places import place_of
from bot.storage.recent import Recent
from bot.storage.rows import open_rows
from bot.store import REMEMBERED, GuildSettings, Reply
from tests.storage.running import NOW, QUICK, Clock, asked, opened, run_sql, running, until

REPLY = Reply(question=5, channel=2, messages=(3, 4))
FORGETFUL = replace(QUICK, replies=1)
MOMENT = timedelta(seconds=1)


async def test_replies_settings_and_notes_outlive_a_restart(url: str) -> None:
    chosen = GuildSettings(enabled=False, channels=frozenset({7}), moderator_roles=frozenset({8, 9}))
    async with running(url, []) as store:
        await opened(store)
        store.link(REPLY)
        store.link(replace(REPLY, question=6))
        store.unlink(6)
        await store.choose(1, chosen)
        await store.keep("key", "value")
    async with running(url, []) as store:
        assert await store.recall("key") == "value"
        assert store.settings(1) == chosen
        assert await store.reply(5) == REPLY
        assert await store.reply(6) is None


async def test_a_reply_is_forgotten_after_a_day(url: str) -> None:
    clock = Clock()
    async with running(url, [], clock=clock) as store:
        store.link(REPLY)
        clock.pass_(REMEMBERED)
        kept = await store.reply(5)
        clock.pass_(MOMENT)
        gone = await store.reply(5)
    async with running(url, [], clock=clock) as again:
        await again.usage()
        gone_too = await again.reply(5)

    assert (kept, gone, gone_too) == (REPLY, None, None)


async def test_old_replies_are_removed_from_the_database_while_the_bot_runs(url: str) -> None:
    clock = Clock()
    async with running(url, [], replace(QUICK, tidy=0.02), clock) as store:
        store.link(REPLY)
        store.record(asked("unanswered", question="Old?"))
        await store.usage()
        clock.pass_(timedelta(days=91))
        store.record(asked("unanswered", question="New?", at=clock.now))

        async def one_left() -> bool:
            return len(await store.unanswered()) == 1

        await until(one_left)
        words, usage = await store.unanswered(), await store.usage()
    rows = await open_rows(place_of(url), QUICK)
    found = await rows.reply(5, NOW)
    await rows.close()

    assert words == (("New?", 1),)
    assert usage.unanswered == 2
    assert found is None


async def test_a_reply_that_memory_has_no_room_for_is_asked_of_the_database(url: str) -> None:
    async with running(url, [], FORGETFUL) as store:
        for question in (5, 6):
            store.link(replace(REPLY, question=question))
        await store.usage()

        assert await store.reply(5) == REPLY
        assert await store.reply(7) is None


async def test_a_reply_that_the_database_can_not_give_now_is_none(url: str) -> None:
    async with running(url, [], FORGETFUL) as store:
        for question in (5, 6):
            store.link(replace(REPLY, question=question))
        await store.usage()
        await run_sql(url, "DROP TABLE replies")

        assert await store.reply(5) is None
        assert await store.reply(6) is not None


def test_what_is_loaded_does_not_undo_what_was_linked_meanwhile() -> None:
    recent = Recent(most=3)
    recent.unlink(5, NOW)
    recent.load([(REPLY, NOW), (replace(REPLY, question=6), NOW)])

    assert recent.knows(7)
    assert recent.reply(5, NOW) is None
    assert recent.reply(6, NOW) is not None


def test_what_does_not_fit_makes_room_from_the_oldest() -> None:
    recent = Recent(most=2)
    recent.load((replace(REPLY, question=question), NOW) for question in (1, 2, 3))

    assert [recent.knows(question) for question in (1, 2, 3)] == [False, True, True]
