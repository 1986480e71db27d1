"""Whatever fails, whoever asked hears one sentence with a reference, once, and the log has the rest."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, NoReturn

import discord
import pytest
import structlog
from discord import app_commands
from simcord import Env, InteractionResult

from bot.desk import Desk
from bot.discord_app import errors
from bot.discord_app.client import AnswerBot
from bot.discord_app.cogs import asking, stats
from bot.discord_app.layout import Reply
from tests.discord_app.town import Town
from tests.sample_pack import DATES_ASK, figure, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

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
    monkeypatch.setattr(asking, "render", boom)

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


async def test_an_expired_interaction_is_only_logged(town: Town) -> None:
    town.env.inject_error("POST", "/interactions/*", status=404, code=10062)
    before = len(town.env.http_requests)

    with structlog.testing.capture_logs() as lines:
        await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert failures(lines) == ["ask"]
    assert len(town.env.http_requests) - before == 1
    assert len(town.env.errors) == 1


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

    assert failures(lines) == [f"{name.split(maxsplit=1)[0]} autocomplete"]


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
        (app_commands.CommandNotFound("x", []), "Reload Discord"),
        (app_commands.CheckFailure(), "can't use that command"),
        (RuntimeError("x"), "abc123"),
    ],
)
def test_every_failure_has_its_sentence(error: Exception, words: str) -> None:
    assert words in errors.sentence(error, "abc123")


async def test_a_listener_that_fails_is_logged(simcord_env: Env, simcord_bot: AnswerBot) -> None:
    async def on_something(*_: object) -> None:
        boom()

    simcord_bot.add_listener(on_something)
    with structlog.testing.capture_logs() as lines:
        simcord_env.bot.dispatch("something")
        await simcord_env.settle()

    assert failures(lines) == ["on_something"]
    assert len(simcord_env.errors) == 1
