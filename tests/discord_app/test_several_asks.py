"""A message that asks two things gets both answers in one reply, with the sources and the reasons of both."""

from __future__ import annotations

import discord
import pytest

from tests.discord_app.town import Town, shown

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

BOTH = "When was the dialogue held and what did Ned Price say about the TTP?"


async def test_both_answers_come_in_one_reply_with_the_sources_of_both(town: Town) -> None:
    (embed,) = (await town.ask(BOTH)).embeds

    told = shown(embed)
    assert "6 and 7 March 2023" in (embed.description or "")
    assert "Also asked: what did Ned Price say about the TTP" in told
    assert "These are threats to us as well." in told
    assert "https://example.org/dawn" in told
    assert "https://example.org/tribune" in told


async def test_the_buttons_know_both(town: Town) -> None:
    answer = await town.ask(BOTH)
    sources = await town.member.click(answer, label="Sources")
    why = await town.member.click(answer, label="Why")

    assert sources.response is not None
    assert "The Express Tribune" in shown(sources.response.embeds[0])
    assert why.response is not None
    assert "What else the message asks" in shown(why.response.embeds[0])


async def test_a_part_without_an_answer_is_named_and_pings_nobody(town: Town) -> None:
    answer = await town.ask("When was the dialogue held and who is the cook of @everyone?")
    (embed,) = answer.embeds

    assert "6 and 7 March 2023" in (embed.description or "")
    assert embed.fields[-1].name == "I have no answer to this part"
    assert "who is the cook of" in (embed.fields[-1].value or "")
    assert not answer.mention_everyone
