"""The whole bot on a simulated Discord with each database: it counts, and a restart forgets nothing."""

from __future__ import annotations

from simcord import Env

from bot.desk import Desk, Where
from bot.discord_app.client import AnswerBot, Options
from bot.library import Library
from bot.storage.store import Database
from bot.store import DEFAULTS
from tests.discord_app.town import HOME, Town, found, shown
from tests.sample_pack import DATES_ASK, sample_pack
from tests.shelf import Shelf
from tests.storage.running import QUICK, Printed, database, opened


def a_bot(store: Database, shelf: Shelf) -> AnswerBot:
    """Return a bot that remembers in a database."""
    library = Library(shelf)
    library.load_first()
    return AnswerBot(Desk(library, store), Options(frozenset({HOME})), lambda _: None)


async def usage(town: Town) -> str:
    """Return what a moderator is told of the server."""
    result = await town.moderator.slash(town.channel, "stats usage")
    assert result.response is not None
    return shown(result.response.embeds[0])


async def test_counts_and_published_commands_outlive_a_restart(url: str, printed: Printed) -> None:
    shelf = Shelf(sample_pack())
    first = database(url, printed, QUICK)
    first.start()
    await opened(first)
    env = Env(a_bot(first, shelf))
    await env.start()
    town = found(env, shelf, HOME)
    await town.ask(DATES_ASK)
    before = await usage(town)
    await first.close()

    second = database(url, printed, QUICK)
    second.start()
    await opened(second)
    await env.restart_bot(a_bot(second, shelf))
    await town.ask(DATES_ASK)
    after = await usage(town)
    published = [request.path for request in env.http_requests if request.method == "PUT"]
    await env.shutdown()
    await second.close()

    assert "1 question asked" in before
    assert "2 questions asked" in after
    assert len(published) == 1
    assert printed == []


async def test_an_answer_does_not_wait_for_the_database(url: str, printed: Printed) -> None:
    store = database(url, printed)
    library = Library(Shelf(sample_pack()))
    library.load_first()
    desk, where = Desk(library, store), Where(guild=HOME)
    answer = await desk.ask(DATES_ASK, where)
    desk.record(answer, where, "ask")
    settings = store.settings(HOME)
    store.start()
    usage = await desk.usage(HOME)
    await store.close()

    assert settings == DEFAULTS
    assert usage.entries == (("When was the dialogue held?", 1),)
