"""/facts stale: moderators of the home servers see what is past its review date, most used first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import discord
import pytest

from bot.discord_app.cogs.facts import NOT_HOME, NOT_MODERATOR
from bot.discord_app.reviews import render_overdue
from bot.knowledge.freshness import Overdue
from bot.knowledge.model import Citation, Fact
from tests.discord_app.judge import problems
from tests.discord_app.town import Town, shown

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

LEADER = Fact(
    id="leader",
    statement="Ann Lee leads the talks.",
    asks=("Who leads the talks?",),
    citations=(Citation(source="dawn"),),
    review_by=date(2020, 1, 31),
)
VENUE = replace(LEADER, id="venue", asks=("Where is it held?",), review_by=date(2019, 1, 31))


async def stale(town: Town, *, by_member: bool = False) -> str:
    """Run /facts stale and return all that the bot privately says."""
    actor = town.member if by_member else town.moderator
    result = await actor.slash(town.channel, "facts stale")
    assert result.ephemeral
    assert result.response is not None
    return "\n".join([result.response.content, *map(shown, result.response.embeds)])


async def test_what_is_past_its_date_is_listed_most_used_first_with_its_place(town: Town) -> None:
    await town.publish(LEADER, VENUE)
    town.shelf.pack.places["leader"] = "facts/talks.yaml:12"
    await town.ask("Who leads the talks?")
    told = await stale(town)

    assert "2 entries are past their review date, the most used first." in told
    assert (
        "To review\n• leader · facts/talks.yaml:12 · due by 31 January 2020 · answered 1 time\n• venue · "
        in told
    )
    assert "answered 0 times" in told


async def test_nothing_past_its_date_is_said_too(town: Town) -> None:
    assert "No entry is past its review date." in await stale(town)


async def test_an_old_answer_carries_the_caution_in_the_channel(town: Town) -> None:
    await town.publish(LEADER)
    (embed,) = (await town.ask("Who leads the talks?")).embeds

    assert "Caution\nThis may be out of date: it was to be reviewed by 31 January 2020" in shown(embed)


async def test_only_moderators_of_home_servers_may_look(town: Town) -> None:
    command = town.env.backend.find_command("facts", town.guild.id)
    assert command is not None
    town.guild.set_command_permissions(int(command["id"]), {town.member: True})

    assert await stale(town, by_member=True) == NOT_MODERATOR


async def test_a_moderator_of_another_server_is_refused(away: Town) -> None:
    assert await stale(away) == NOT_HOME


def test_without_counts_the_list_says_why_it_is_in_order_of_date() -> None:
    (reply,) = render_overdue([Overdue("a", date(2026, 7, 31))], counted=False)

    assert reply.description.startswith(
        "1 entry is past its review date. How often each answered can't be read"
    )
    assert reply.fields == (("To review", "• a · due by 31 July 2026"),)


def test_a_long_list_is_cut_where_the_command_line_goes_on() -> None:
    rows = [Overdue(f"an-entry-{n}", date(2026, 7, 31), f"facts/_x_@everyone.yaml:{n}", n) for n in range(60)]
    replies = render_overdue(rows, counted=True)

    assert [found for reply in replies for found in problems(reply)] == []
    assert "… and 10 more; bot check --stale lists them all" in replies[-1].fields[-1][1]
