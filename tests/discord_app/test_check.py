"""/check and "Check this claim" give a verdict with its sources; /stats article lists the checked claims."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from simcord import InteractionResult

from bot.answering.verdicts.checked import Checked
from bot.answering.verdicts.claims import checked_claims
from bot.discord_app.verdicts import NO_CLAIMS, render_check, render_claims
from bot.knowledge.model import Claim
from tests.answering.disputed_world import verdict, world
from tests.discord_app.town import Town, pings, shown
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(world().pack)


def page(result: InteractionResult) -> discord.Embed:
    """Return the embed shown."""
    assert result.response is not None
    (embed,) = result.response.embeds
    return embed


async def test_check_shows_the_verdict_what_differs_and_the_source(town: Town) -> None:
    embed = page(
        await town.member.slash(town.channel, "check", claim="ISS counted 64 attacks in January 2023.")
    )

    assert embed.description == (
        "**Contradicted by my sources**.\n• The number differs: “64 attacks”, but my source has “44 attacks”."
    )
    assert "The Lorn Gazette" in shown(embed)


async def test_what_no_source_covers_is_said_so(town: Town) -> None:
    embed = page(await town.member.slash(town.channel, "check", claim="Peru attended the Lorn Dialogue."))

    assert embed.description == "**Not covered by my sources**: they say nothing about Peru."


async def test_what_comes_closest_is_shown_where_no_words_settle_it(town: Town) -> None:
    claim = "The Harrow bridge was inaugurated in May 2021"
    text = shown(page(await town.member.slash(town.channel, "check", claim=claim)))

    assert "My sources neither confirm nor deny it in these words" in text
    assert "This comes closest" in text
    assert "opened on 12 May 2021" in text
    assert "The Lorn Gazette" in text


async def test_both_sides_of_a_dispute_are_shown(town: Town) -> None:
    claim = "84 people were killed in the market bombing."
    text = shown(page(await town.member.slash(town.channel, "check", claim=claim)))

    assert "Supported by my sources, but sources disagree" in text
    assert "at 101." in text
    assert "95 in a first count." in text


async def test_a_message_is_checked_for_the_eyes_of_who_asks(town: Town) -> None:
    message = await town.moderator.send(town.channel, "The FVF ended its ceasefire in June 2022. @everyone")
    result = await town.member.context_menu(town.channel, "Check this claim", message)

    assert result.response is not None
    assert result.response.ephemeral
    assert not pings(town)


async def test_a_message_without_words_can_not_be_checked(town: Town) -> None:
    message = await town.ask("When was the Lorn Dialogue held?")
    result = await town.member.context_menu(town.channel, "Check this claim", message)

    assert result.response is not None
    assert result.response.content == "There are no words in that message to check."


async def test_the_claims_are_listed_with_the_text_they_are_made_in(town: Town) -> None:
    embed = page(await town.member.slash(town.channel, "stats article"))

    assert embed.author.name == "The article, checked"
    assert (embed.description or "").startswith("The article is this text:\n• [On the talks]")
    assert embed.fields[0].name == "✗ The FVF ended its ceasefire in June 2022."
    assert "ended on 28 November 2022" in (embed.fields[0].value or "")


async def test_the_claims_can_be_chosen_by_verdict(town: Town) -> None:
    embed = page(await town.member.slash(town.channel, "stats article", verdict="imprecise"))
    choices = await town.member.autocomplete(town.channel, "stats article", "verdict", "contr")

    assert embed.author.name == "The article, checked, claims that are imprecise"
    assert [field.name for field in embed.fields] == ["≈ The Harrow Brigade has 500 fighters."]
    assert [choice["value"] for choice in choices] == ["contradicted"]


async def test_a_verdict_that_there_is_not_is_named_with_those_there_are(town: Town) -> None:
    result = await town.member.slash(town.channel, "stats article", verdict="nonsense")

    assert result.response is not None
    assert "No claim has the verdict “nonsense”" in (result.response.content or "")


async def test_a_pack_without_claims_says_so(town: Town) -> None:
    entries = {key: entry for key, entry in world().pack.entries.items() if not isinstance(entry, Claim)}
    town.shelf.pack = replace(world().pack, entries=entries)
    await town.moderator.slash(town.channel, "facts reload")
    result = await town.member.slash(town.channel, "stats article")

    assert result.response is not None
    assert result.response.content == NO_CLAIMS


def test_a_claim_longer_than_a_heading_is_told_below_it() -> None:
    found = checked_claims(world())
    long = replace(found.rows[0], claim="So it is. " * 60, note="As told.")
    (reply, *_) = render_claims(replace(found, rows=(long,)))

    assert reply.fields[0][0] == "✗ Contradicted"
    assert "So it is. So it is." in reply.fields[0][1]


def test_a_verdict_fits_discord_whatever_was_said() -> None:
    found = verdict("The FVF ended its ceasefire in November 2022.")
    replies = render_check(replace(found, sentence="**@everyone** " * 300))

    assert all(len(reply.author) <= 256 for reply in replies)
    assert render_check(Checked("", "not covered"))[0].description == "**Not covered by my sources**."
