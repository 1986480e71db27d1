"""/stats usage: a server's moderators see how much it asks; the home servers see all servers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NoReturn

import discord
import pytest
from simcord import Env

from bot.discord_app.usage import render_usage
from bot.knowledge.model import Citation, Fact
from bot.memory import MemoryStore
from bot.store import GuildSettings, StoreError, Usage
from tests.discord_app.town import HOME, Town, found, shown
from tests.sample_pack import DATES_ASK
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

TALKS = [
    Fact(
        id=f"venue-{year}",
        statement=f"The talks of {year} took place in {city}.",
        asks=(f"Where were the talks of {year} held?",),
        citations=(Citation(source="dawn"),),
    )
    for year, city in ((2023, "Islamabad"), (2024, "Washington"), (2025, "Doha"))
]
NONSENSE = "Who won the cup final in Peru?"
SINCE = datetime(2026, 11, 25, 12, tzinfo=UTC)


async def usage(town: Town, *, by_member: bool = False) -> str:
    """Run the command and return all that the bot privately says."""
    actor = town.member if by_member else town.moderator
    result = await actor.slash(town.channel, "stats usage")
    assert result.ephemeral
    assert result.response is not None
    return "\n".join([result.response.content, *map(shown, result.response.embeds)])


async def test_every_answer_sent_is_counted_by_what_came_of_it(town: Town) -> None:
    await town.ask(DATES_ASK)
    await town.ask(NONSENSE)
    await town.member.slash(town.channel, "ask", question=DATES_ASK)
    told = await usage(town)

    assert "In this server, 3 questions asked since " in told
    assert "2 answered (67 %), 1 not in my sources (33 %), 0 answered with “did you mean” (0 %)." in told
    assert "Asked most in this server\n• When was the dialogue held? – 2 times" in told
    assert "All servers" not in told
    assert "I count questions, not who asks them." in told


async def test_an_edited_question_counts_once_and_a_pick_is_a_question_more(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {NONSENSE}")
    await town.env.advance_time(1)
    await town.member.edit(question, f"{town.mention} {DATES_ASK}")
    edited = await usage(town)
    await town.publish(*TALKS)
    unclear = await town.ask("Where were the talks held")
    await town.member.click(unclear, label="2")
    picked = await usage(town)

    assert "1 question asked" in edited
    assert "3 questions asked" in picked
    assert "1 answered (33 %), 1 not in my sources (33 %), 1 answered with “did you mean” (33 %)" in picked


async def test_the_home_server_sees_the_other_servers_and_they_do_not_see_it(
    simcord_env: Env, shelf: Shelf
) -> None:
    home, away = found(simcord_env, shelf, HOME), found(simcord_env, shelf, HOME + 1)
    await home.ask(DATES_ASK)
    await away.ask(NONSENSE)
    await away.ask(NONSENSE)
    at_home, elsewhere = await usage(home), await usage(away)

    assert "In this server, 1 question asked" in at_home
    assert "All servers\n3 questions asked since" in at_home
    assert f"• Town ({HOME + 1}) – 2 questions\n• Town ({HOME}) – 1 question" in at_home
    assert "In this server, 2 questions asked" in elsewhere
    assert "All servers" not in elsewhere
    assert str(HOME) not in elsewhere.replace(str(HOME + 1), "")


async def test_nothing_asked_is_said_so(away: Town) -> None:
    assert "Nobody has asked me anything in this server yet." in await usage(away)


async def test_members_are_refused_unless_a_role_of_theirs_moderates(town: Town, store: MemoryStore) -> None:
    refused = await usage(town, by_member=True)
    role = town.guild.create_role("Helpers")
    helper = town.guild.add_member(town.env.create_user("hana"), roles=[role])
    await store.choose(town.guild.id, GuildSettings(moderator_roles=frozenset({role.id})))
    result = await helper.slash(town.channel, "stats usage")

    assert "Only a server's moderators see how much it asks" in refused
    assert result.response is not None
    assert "Nobody has asked" in shown(result.response.embeds[0])


async def test_a_direct_message_has_no_counts_to_see(town: Town) -> None:
    user = town.env.create_user("dora")
    result = await user.slash("stats usage")

    assert "Use the command in your server." in result.response.content


async def test_counts_that_can_not_be_read_are_a_sentence(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> NoReturn:
        message = "What I remember can't be read at the moment."
        raise StoreError(message)

    monkeypatch.setattr(MemoryStore, "usage", broken)

    assert "can't be read at the moment" in await usage(town)


def test_names_of_servers_and_questions_can_do_nothing() -> None:
    whole = Usage(
        since=SINCE,
        answered=1,
        unanswered=2,
        entries=(("**Who** is <@1> @everyone?", 1),),
        guilds=((7, 1), (8, 1), (None, 1)),
    )
    text = "\n".join(
        f"{name}\n{value}"
        for reply in render_usage(Usage(), whole, {7: "[Town](https://example.org) @here"})
        for name, value in reply.fields
    )

    assert "\\*\\*Who\\*\\* is \\<@\u200b1> @\u200beveryone? – 1 time" in text
    assert "• \\[Town\\](https\\://example.org) @\u200bhere (7) – 1 question" in text
    assert "• server 8 – 1 question" in text
    assert "• direct messages – 1 question" in text
    assert "3 questions asked since 25 November 2026" in text


def test_many_servers_are_counted_and_the_first_shown() -> None:
    whole = Usage(since=SINCE, answered=60, guilds=tuple((number, 2) for number in range(30)))
    text = "".join(value for reply in render_usage(Usage(), whole) for _, value in reply.fields)

    assert text.count("• server") == 20
    assert text.endswith("… and 20 questions in 10 more")


def test_all_servers_add_only_the_few_questions_that_are_asked_most() -> None:
    asked = tuple((f"Question {number}?", 9 - number) for number in range(8))
    (reply,) = render_usage(Usage(answered=44, entries=asked), Usage(answered=45, entries=asked))
    shown_in = dict(reply.fields)

    assert shown_in["Asked most in this server"].count("Question") == 8
    assert shown_in["Asked most in all servers"].count("Question") == 5
