"""Whatever fails, whoever asked hears one sentence with a reference, once, and the log has the rest."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, NoReturn, cast

import aiohttp
import discord
import pytest
import structlog
from discord import app_commands
from hypothesis import given
from simcord import Env, InteractionResult

from bot.desk import Desk
from bot.discord_app import correspondence, errors
from bot.discord_app.client import AnswerBot
from bot.discord_app.cogs import asking, stats
from bot.discord_app.layout import Reply
from bot.knowledge.problems import BotError
from bot.store import StoreError
from tests.discord_app import strategies
from tests.discord_app.judge import length, problems
from tests.discord_app.town import Town
from tests.sample_pack import DATES_ASK, figure, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


@dataclass
class Answered:
    """What discord.py's errors want to know of a response."""

    status: int
    reason: str = "because"


def answer(status: int) -> aiohttp.ClientResponse:
    """Return a response of Discord's with a status."""
    return cast("aiohttp.ClientResponse", Answered(status))


Lines = list[MutableMapping[str, Any]]


def boom(*_: object, **__: object) -> NoReturn:
    """Fail as a renderer with a mistake in it would."""
    message = "a mistake with the text of secrets"
    raise RuntimeError(message)


def failures(lines: Lines) -> list[str]:
    """Return where something failed, in order."""
    return [line["where"] for line in lines if line["event"] == "failed"]


async def test_a_message_that_can_not_be_rendered_gets_a_reference_that_is_in_the_log(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correspondence, "render", boom)

    with structlog.testing.capture_logs() as lines:
        answer = await town.ask(DATES_ASK)

    assert len(town.sent) == 1
    assert "secrets" not in answer.content
    (line,) = [line for line in lines if line["event"] == "failed"]
    assert line["reference"] in answer.content
    assert isinstance(line["exc_info"], RuntimeError)


async def test_a_command_that_can_not_be_rendered_is_told_privately(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "render", boom)
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert result.ephemeral
    assert result.response is not None
    assert "reference" in result.response.content
    assert len(town.env.errors) == 1


async def test_an_answer_that_can_not_be_sent_is_reported_once(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=500)

    with structlog.testing.capture_logs() as lines:
        answer = await town.ask(DATES_ASK)

    assert "reference" in answer.content
    assert failures(lines) == ["message"]


async def test_a_report_that_can_not_be_sent_ends_there(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    before = len(town.env.http_requests)

    with structlog.testing.capture_logs() as lines:
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert failures(lines) == ["message", "report"]
    assert len(town.env.http_requests) - before == 2


async def test_a_command_whose_report_can_not_be_sent_ends_there(town: Town) -> None:
    town.env.inject_error("POST", "/interactions/*", status=500, times=None)

    with structlog.testing.capture_logs() as lines:
        await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert failures(lines) == ["ask", "report"]
    assert len(town.env.errors) == 1


async def test_a_follow_up_that_can_not_be_sent_is_reported_by_the_next(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "render", two_replies)
    town.env.inject_error("POST", "/webhooks/*", status=500)
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert ["reference" in followup.content for followup in result.followups] == [True]
    assert len(town.env.errors) == 1


def two_replies(*_: object, **__: object) -> tuple[Reply, ...]:
    """Render an answer of two messages."""
    return (Reply("one"), Reply("two"))


async def test_a_missing_permission_is_named(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    answer = await town.ask(DATES_ASK)

    assert "embed links" in answer.content


@pytest.mark.parametrize("code", [10003, 10008, 10015, 10062, 40060])
async def test_an_interaction_that_is_gone_is_only_logged(town: Town, code: int) -> None:
    status = 400 if code == 40060 else 404
    town.env.inject_error("POST", "/interactions/*", status=status, code=code)
    before = len(town.env.http_requests)

    with structlog.testing.capture_logs() as lines:
        await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert failures(lines) == ["ask"]
    assert len(town.env.http_requests) - before == 1
    assert len(town.env.errors) == 1


async def test_a_message_whose_channel_is_gone_is_only_logged(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=404, code=10003)
    before = len(town.env.http_requests)

    with structlog.testing.capture_logs() as lines:
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert failures(lines) == ["message"]
    assert len(town.env.http_requests) - before == 1


@pytest.mark.parametrize(
    ("name", "option"), [("ask", "question"), ("stats figures", "place"), ("stats figures", "metric")]
)
async def test_autocomplete_that_fails_offers_nothing_and_is_logged(
    town: Town, monkeypatch: pytest.MonkeyPatch, name: str, option: str
) -> None:
    monkeypatch.setattr(Desk, "prompts", boom)
    monkeypatch.setattr(Desk, "figure_choices", boom)

    with structlog.testing.capture_logs() as lines:
        assert await town.member.autocomplete(town.channel, name, option, "x") == []

    assert failures(lines) == [f"{name} autocomplete"]


async def test_a_page_that_can_not_be_turned_is_reported(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    result = await many_figures(town)
    monkeypatch.setattr(stats, "render_table", boom)
    assert result.response is not None
    pressed = await town.member.click(result.response, label="Next")

    assert pressed.ephemeral
    assert pressed.followups or pressed.response


async def many_figures(town: Town) -> InteractionResult:
    """Run a command whose answer has pages."""
    town.shelf.pack = sample_pack(figure(f"f{year}", year, "picss", str(year)) for year in range(1990, 2010))
    await town.moderator.slash(town.channel, "facts reload")
    return await town.member.slash(town.channel, "stats figures")


async def test_a_log_that_fails_costs_no_answer(town: Town) -> None:
    structlog.configure(processors=[boom])
    try:
        answer = await town.ask(DATES_ASK)
    finally:
        structlog.reset_defaults()

    assert answer.embeds


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (app_commands.CommandNotFound("x", []), "That command has changed. Reload Discord (Ctrl+R)"),
        (app_commands.CheckFailure(), "You can't use that command here."),
        (StoreError("The database does not answer."), "The database does not answer (reference abc123)."),
        (BotError("@everyone, **look**"), "@\u200beveryone, \\*\\*look\\*\\* (reference abc123)."),
        (discord.Forbidden(answer(403), ""), "I'm missing a permission in this channel"),
        (discord.HTTPException(answer(429), ""), "Discord asks me to slow down"),
        (discord.RateLimited(60.0), "Discord asks me to slow down"),
        (discord.DiscordServerError(answer(503), ""), "Discord has trouble just now"),
        (aiohttp.ClientConnectionError(), "Discord has trouble just now"),
        (TimeoutError(), "That took too long"),
        (discord.HTTPException(answer(400), ""), "Something went wrong on my side."),
        (RuntimeError("secret"), "Something went wrong on my side."),
    ],
)
def test_every_failure_has_its_sentence(error: Exception, words: str) -> None:
    told = errors.sentence(error, "abc123")

    assert told.startswith(words)
    assert "secret" not in told


@given(strategies.any_text)
def test_an_error_of_our_own_fits_a_message_and_nothing_in_it_is_live(text: str) -> None:
    assert problems(Reply(f"x{errors.sentence(BotError(text), 'abc123')}")) == []
    assert length(errors.sentence(BotError(text), "abc123")) <= 2000


async def test_a_listener_that_fails_is_logged(simcord_env: Env, simcord_bot: AnswerBot) -> None:
    async def on_something(*_: object) -> None:
        boom()

    simcord_bot.add_listener(on_something)
    with structlog.testing.capture_logs() as lines:
        simcord_env.bot.dispatch("something")
        await simcord_env.settle()

    assert failures(lines) == ["on_something"]
    assert len(simcord_env.errors) == 1
