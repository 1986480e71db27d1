"""Pages at their limits: slow to make, too much for a button, few, many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import NoReturn

import discord
import pytest
from simcord import InteractionResult

from bot.browsing import Browsing
from bot.discord_app import deferral
from bot.discord_app.layout import Reply
from bot.discord_app.paging import Book, Pager
from bot.discord_app.views.custom_ids import decode
from bot.knowledge.model import Source
from bot.offers import units
from tests.answering.archive import LONG, event, pack
from tests.discord_app.town import Town
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(pack(event(f"e-{n}", f"Event {n}", str(1900 + n)) for n in range(30)))


async def fail(*_: object) -> NoReturn:
    """Fail as a desk with a mistake in it would."""
    raise RuntimeError


async def press(town: Town, result: InteractionResult, label: str) -> InteractionResult:
    """Let the member press a button."""
    assert result.response is not None
    return await town.member.click(result.response, label=label)


async def test_what_takes_long_is_deferred_and_then_shown(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deferral, "PATIENCE", 0.0)
    monkeypatch.setattr(Browsing, "events", slow(Browsing.events))
    result = await town.member.slash(town.channel, "timeline", private=True)
    await press(town, result, "Next")
    await press(town, result, "Last")

    sent = town.env.transcript()
    assert (sent.count("callback {'type': 5, "), sent.count("callback {'type': 6}")) == (1, 2)
    assert result.ephemeral
    assert result.response is not None
    assert (result.response.embeds[0].footer.text or "").startswith("Page 6 of 6")


async def test_what_takes_long_and_then_fails_or_finds_nothing_is_told(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = await town.member.slash(town.channel, "timeline")
    monkeypatch.setattr(deferral, "PATIENCE", 0.0)
    monkeypatch.setattr(Browsing, "events", slow(Browsing.events))
    nothing = await town.member.slash(town.channel, "timeline", about="nothing of the kind")
    monkeypatch.setattr(Browsing, "events", slow(fail))
    pressed = await press(town, shown, "Next")

    assert nothing.response is not None
    assert "I have no event" in nothing.response.content
    assert ["reference" in message.content for message in pressed.followups] == [True]


def slow(work: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
    """Make a use case take a while."""

    async def slowly(*args: object) -> object:
        await asyncio.sleep(0.02)
        return await work(*args)

    return slowly


async def test_options_too_long_for_a_button_show_a_few_pages_and_say_that_there_are_more(town: Town) -> None:
    words = "number of the daily paper " * 4
    found = pack()
    titles = {
        f"s-{n}": Source(id=f"s-{n}", publisher=f"Daily {LONG}", title=f"{words} {n}") for n in range(80)
    }
    town.shelf.pack = replace(found, sources=titles)
    await town.moderator.slash(town.channel, "facts reload")
    result = await town.member.slash(town.channel, "sources", source=words.strip()[:100])

    assert result.response is not None
    assert result.response.components == []
    assert [message.content for message in result.followups] == [
        *[""] * 4,
        "There are 3 more pages. Type less in each option, and I can show them all.",
    ]


async def no_book(_: object) -> Book:
    """Make an empty book."""
    return Book((), ())


async def test_two_or_three_pages_need_no_first_and_last() -> None:
    view = Pager("quote", no_book).buttons(Book((None,), (Reply("1"), Reply("2"), Reply("3"))), 0)

    assert view is not None
    assert [child.label for child in view.children if isinstance(child, discord.ui.Button)] == [
        "Previous",
        "Next",
    ]


@pytest.mark.parametrize("number", [0, 1, 8, 9])
async def test_buttons_are_distinct_and_short_enough_for_discord(number: int) -> None:
    pages = tuple(Reply(str(page)) for page in range(10))
    view = Pager("quote", no_book).buttons(Book(("x" * 20, None, "a|b"), pages), number)
    assert view is not None
    ids = [child.custom_id for child in view.children if isinstance(child, discord.ui.Button)]

    assert len(set(ids)) == len(ids) == 4
    assert all(each is not None and units(each) <= 100 and each.endswith("|a b") for each in ids)


async def test_buttons_that_turn_pages_are_none_of_those_under_answers() -> None:
    view = Pager("sources", no_book).buttons(Book(("abcdefg",), (Reply("1"), Reply("2"))), 0)
    assert view is not None
    ids = [child.custom_id for child in view.children if isinstance(child, discord.ui.Button)]

    assert [decode(each or "") for each in ids] == [None, None]
