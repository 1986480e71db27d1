"""A slow step is acknowledged in time and answered later; a fast one is answered at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import discord
import pytest
import structlog
from simcord import Env, InteractionResult

from bot.answering.answer import Answer, Context
from bot.answering.figures.listing import Table
from bot.answering.figures.sieve import Filters
from bot.desk import Desk, Where
from bot.discord_app import deferral
from bot.discord_app.client import AnswerBot, Options
from bot.library import Library, Revision
from bot.memory import MemoryStore
from tests.discord_app.town import HOME, Town, shown
from tests.sample_pack import DATES_ASK, figure, sample_pack
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

SHORT = 0.005
"""Seconds of patience in these tests."""


class SlowDesk(Desk):
    """Takes a while for everything once ``seconds`` is set, and fails afterwards once ``broken`` is."""

    seconds = 0.0
    broken = False

    async def ask(self, question: str, where: Where, about: Context | None = None) -> Answer:
        """Answer, in a while."""
        await self._dawdle()
        return await super().ask(question, where, about)

    async def figures(self, filters: Filters) -> Table:
        """Return figures, in a while."""
        await self._dawdle()
        return await super().figures(filters)

    async def reload(self) -> Revision:
        """Reload, in a while."""
        await self._dawdle()
        return await super().reload()

    async def _dawdle(self) -> None:
        """Take a while."""
        await asyncio.sleep(self.seconds)
        if self.broken:
            message = "boom"
            raise RuntimeError(message)


@pytest.fixture
def desk(shelf: Shelf, store: MemoryStore) -> SlowDesk:
    shelf.pack = sample_pack(figure(f"f{year}", year, "picss", str(year)) for year in range(1990, 2010))
    library = Library(shelf)
    library.load_first()
    return SlowDesk(library, store)


@pytest.fixture
def new_bot(desk: SlowDesk) -> Callable[[], AnswerBot]:
    return lambda: AnswerBot(desk, Options(frozenset({HOME})), lambda _: None)


@pytest.fixture
def slow(desk: SlowDesk, monkeypatch: pytest.MonkeyPatch) -> SlowDesk:
    monkeypatch.setattr(deferral, "PATIENCE", SHORT)
    desk.seconds = 10 * SHORT
    return desk


def responses(env: Env) -> list[str]:
    """Return the kinds of request by which the bot answered interactions."""
    return [
        f"{entry.method} {entry.path.split('/')[1]}"
        for entry in env.http_requests
        if entry.path.startswith(("/interactions", "/webhooks"))
    ]


async def ask(town: Town, *, private: bool = False) -> InteractionResult:
    """Let the member use /ask."""
    return await town.member.slash(town.channel, "ask", question=DATES_ASK, private=private)


async def test_a_fast_answer_is_the_first_response(town: Town) -> None:
    result = await ask(town)

    assert responses(town.env) == ["POST interactions"]
    assert result.response is not None


@pytest.mark.parametrize("private", [False, True])
async def test_a_slow_answer_is_acknowledged_first_and_as_private_as_asked(
    town: Town, slow: SlowDesk, *, private: bool
) -> None:
    result = await ask(town, private=private)

    assert slow.seconds
    assert responses(town.env) == ["POST interactions", "POST webhooks"]
    assert result.response is not None
    assert result.ephemeral is private
    assert result.response.embeds[0].author.name == DATES_ASK


async def test_a_slow_failure_is_told_in_private_and_nobody_is_left_looking_at_thinking(
    town: Town, slow: SlowDesk
) -> None:
    slow.broken = True
    result = await ask(town)

    assert responses(town.env) == [
        "POST interactions",
        "PATCH webhooks",
        "DELETE webhooks",
        "POST webhooks",
    ]
    assert town.channel.history(viewer=town.moderator) == []
    (followup,) = result.followups
    assert followup.ephemeral
    assert "reference" in followup.content
    assert len(town.env.errors) == 1


async def test_a_slow_private_failure_is_told_in_private(town: Town, slow: SlowDesk) -> None:
    slow.broken = True
    result = await ask(town, private=True)

    assert responses(town.env) == ["POST interactions", "POST webhooks"]
    assert result.ephemeral
    assert len(town.env.errors) == 1


@pytest.mark.parametrize("broken", [False, True])
async def test_a_slow_page_is_turned(town: Town, slow: SlowDesk, *, broken: bool) -> None:
    slow.seconds = 0.0
    result = await town.member.slash(town.channel, "stats figures")
    assert result.response is not None
    slow.seconds, slow.broken = 10 * SHORT, broken
    pressed = await town.member.click(result.response, label="Next")

    turned = "Page 2" in shown(result.response.embeds[0])
    assert turned is not broken
    assert ["reference" in followup.content for followup in pressed.followups] == [True] * broken


async def test_slow_figures_and_a_slow_reload_are_answered(town: Town, slow: SlowDesk) -> None:
    figures = await town.member.slash(town.channel, "stats figures")
    reload = await town.moderator.slash(town.channel, "facts reload")

    assert slow.seconds
    assert figures.response is not None
    assert "Page 1" in shown(figures.response.embeds[0])
    assert reload.ephemeral
    assert reload.response is not None
    assert "no entry has changed" in shown(reload.response.embeds[0])


async def test_an_acknowledgement_that_fails_is_logged_and_the_answer_still_goes_out(
    town: Town, slow: SlowDesk
) -> None:
    town.env.inject_error("POST", "/interactions/*", status=500)
    with structlog.testing.capture_logs() as lines:
        result = await ask(town)

    assert slow.seconds
    assert [line["where"] for line in lines if line["event"] == "failed"] == ["acknowledging"]
    assert result.response is not None


async def test_thinking_that_can_not_be_taken_away_is_logged_and_the_failure_still_told(
    town: Town, slow: SlowDesk
) -> None:
    slow.broken = True
    town.env.inject_error("PATCH", "/webhooks/*", status=500)
    with structlog.testing.capture_logs() as lines:
        result = await ask(town)

    assert [line["where"] for line in lines if line["event"] == "failed"] == ["acknowledging", "ask"]
    assert result.response is not None
    assert "reference" in result.response.content
    assert len(town.env.errors) == 1
