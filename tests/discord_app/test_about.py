"""/help says how to use the bot, /about what it knows and how often it is wrong."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from discord import app_commands
from simcord import InteractionResult

from bot.browsing import Browsing
from bot.discord_app.about import Command, render_help
from bot.discord_app.client import AnswerBot
from bot.discord_app.cogs.about import commands_of
from bot.knowledge.model import Question
from tests.answering.archive import pack
from tests.discord_app.judge import problems
from tests.discord_app.town import Town, shown
from tests.sample_pack import DATES_ASK, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


def told(result: InteractionResult) -> str:
    """Return all text of a command's only reply."""
    message = result.response or result.followups[0]
    (embed,) = message.embeds
    return shown(embed)


async def test_help_is_private_and_says_how_to_ask_with_examples(town: Town) -> None:
    result = await town.member.slash(town.channel, "help")

    assert result.ephemeral
    for words in ("the dialogue", "Mention me", "direct message", "/ask", DATES_ASK, "/setup where I answer"):
        assert words in told(result)


async def test_help_lists_every_command_of_the_tree_in_one_line(town: Town) -> None:
    lines = told(await town.member.slash(town.channel, "help")).splitlines()
    bot = town.env.bot
    assert isinstance(bot, AnswerBot)
    names = {command.name for command in commands_of(bot.tree)}

    assert names >= {"/ask", "/about", "/help", "/sources", "/quote", "/timeline", "/stats figures"}
    for name in names:
        assert len([line for line in lines if line.startswith(f"• {name} — ")]) == 1
    assert any(line.startswith("• /facts reload") and "(needs Manage Messages)" in line for line in lines)


async def test_a_command_of_a_menu_and_a_permission_are_called_as_discord_calls_them(town: Town) -> None:
    bot = town.env.bot
    assert isinstance(bot, AnswerBot)

    @bot.tree.context_menu(name="Answer this")
    @app_commands.guild_only()
    async def answer_this(interaction: discord.Interaction, message: discord.Message) -> None:
        pass

    text = told(await town.member.slash(town.channel, "help"))
    assert "• Answer this — in the menu of a message, under Apps; in a server only" in text
    assert answer_this.name in text
    assert "• /setup — " in text
    assert "or switch me off (needs Manage Server)" in text
    assert "Members with Manage Server choose with /setup where I answer" in text


async def test_help_and_about_work_in_a_direct_message(town: Town) -> None:
    user = town.member.user

    assert "Mention me" in told(await user.slash("help"))
    assert "Revision" in told(await user.slash("about"))


def test_help_of_an_empty_pack_fits_and_has_no_examples() -> None:
    (reply,) = render_help("", [Command("/ask", "Ask.")], ())

    assert problems(reply) == []
    assert [name for name, _ in reply.fields] == ["Ask me", "Commands", "Too much of me?"]
    assert "I answer only when I am asked" in reply.fields[-1][1]


async def test_about_names_topic_counts_revision_and_that_it_was_not_measured(town: Town) -> None:
    result = await town.member.slash(town.channel, "about")
    text = told(result)

    assert not result.ephemeral
    assert text.startswith("the dialogue\n")
    assert "2 facts · 4 figures · 1 quotation · 1 checked claim, from 3 sources" in text
    assert ", live since <t:" in text
    assert "Not measured" in text
    assert "As of" not in text


async def test_about_can_be_private(town: Town) -> None:
    assert (await town.member.slash(town.channel, "about", private=True)).ephemeral


async def test_about_tells_how_often_it_was_wrong_with_the_interval(town: Town) -> None:
    town.shelf.pack = pack()
    await town.moderator.slash(town.channel, "facts reload")
    text = told(await town.member.slash(town.channel, "about"))

    assert "Attacks and talks." in text
    assert "As of\nJanuary 2024" in text
    assert "Of 1 questions that my sources don't cover, I answered 0 (0.0 %; 0.0–79.3 %)" in text
    assert "Of 1 questions that they do cover, I answered 0 (0.0 %; 0.0–79.3 %) correctly" in text


@pytest.mark.parametrize(
    ("question", "there", "missing"),
    [
        (Question(question="Why?", split="report"), "don't cover", "do cover"),
        (Question(question="Why?", expect=("x",), split="report"), "do cover", "don't cover"),
    ],
)
async def test_only_what_was_measured_is_told(
    town: Town, question: Question, there: str, missing: str
) -> None:
    sample = sample_pack()
    town.shelf.pack = replace(sample, questions=(question,))
    await town.moderator.slash(town.channel, "facts reload")
    text = told(await town.member.slash(town.channel, "about"))

    assert there in text
    assert missing not in text


async def test_about_an_empty_pack_says_that_it_knows_nothing_yet(town: Town) -> None:
    town.shelf.pack = sample_pack(without=list(sample_pack().entries))
    await town.moderator.slash(town.channel, "facts reload")

    assert "Nothing yet, from 3 sources" in told(await town.member.slash(town.channel, "about"))


async def test_about_says_when_the_questions_can_not_be_read(town: Town) -> None:
    town.shelf.break_with(1)

    assert "can't be read just now" in told(await town.member.slash(town.channel, "about"))


async def test_about_that_fails_is_told_with_a_reference(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_: Browsing) -> None:
        raise RuntimeError

    monkeypatch.setattr(Browsing, "about", fail)
    result = await town.member.slash(town.channel, "about", private=True)

    assert result.ephemeral
    assert result.response is not None
    assert "reference" in result.response.content
    assert len(town.env.errors) == 1
