"""/timeline shows what happened in a span of time, in order, with the sources."""

from __future__ import annotations

import discord
import pytest
from simcord import InteractionResult

from bot.knowledge.model import Event
from tests.answering.archive import event, pack
from tests.discord_app.town import Town
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

SOURCE = "• A year of attacks · The Lorn Gazette"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(pack())


async def events(town: Town, **options: str | bool) -> InteractionResult:
    """Run the command."""
    return await town.member.slash(town.channel, "timeline", **options)


def page(result: InteractionResult) -> discord.Embed:
    """Return the page shown."""
    assert result.response is not None
    (embed,) = result.response.embeds
    return embed


async def test_all_events_come_in_order_of_time_with_their_sources(town: Town) -> None:
    embed = page(await events(town))

    assert (embed.author.name, embed.description) == ("All events", "5 events, the earliest first.")
    assert [(field.name, field.value) for field in embed.fields] == [
        ("2019", f"2019: The Front is founded.\n{SOURCE}"),
        ("12 May 2021 · Bridge", f"The bridge opened.\n{SOURCE}"),
        ("30 January 2023 · Rally", f"A rally of the Front.\n{SOURCE}"),
        ("30 January to 2 February 2023 · Siege", f"A siege.\n{SOURCE}"),
        ("No date", f"Something.\n{SOURCE}"),
    ]


@pytest.mark.parametrize(
    ("options", "heading", "count"),
    [
        ({"from": "2022-11 to 2023-03"}, "Events from November 2022 to March 2023", 2),
        ({"from": "2020", "to": "January 2022"}, "Events from January 2020 to January 2022", 1),
        ({"to": "2021", "about": "FVF"}, "Events up to 2021 about Free Valmora Front (FVF)", 1),
        ({"from": "since 2023", "about": "siege"}, "Events since 2023 about “siege”", 1),
    ],
)
async def test_a_range_is_typed_as_people_type_dates(
    town: Town, options: dict[str, str], heading: str, count: int
) -> None:
    embed = page(await events(town, **options))

    assert (embed.author.name, len(embed.fields)) == (heading, count)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"from": "some @everyone"}, "I can't read “some @\u200beveryone” as a date. Write a year"),
        ({"from": "2022", "to": "31 February 2023"}, "I can't read “31 February 2023” as a date"),
        ({"from": "1999 to 2001"}, "I have no event in 1999–2001. Leave the option empty"),
    ],
)
async def test_what_can_not_be_shown_is_told_privately_with_what_to_do(
    town: Town, options: dict[str, str], words: str
) -> None:
    result = await events(town, **options)

    assert result.ephemeral
    assert result.response is not None
    assert words in result.response.content


async def test_a_pack_without_events_shows_its_dated_facts(town: Town) -> None:
    town.shelf.pack = pack(without=[Event])
    await town.moderator.slash(town.channel, "facts reload")
    embed = page(await events(town))

    assert embed.description == "1 event."
    assert (embed.fields[0].value or "").splitlines() == [
        "It cost nine crowns.",
        "• Bridge opens · Courier · 13 May 2021 · p. 4",
        "“nine crowns”",
        "⚠ Sources disagree: It cost twelve crowns.",
        SOURCE,
        "• Bridge opens · Courier · 13 May 2021",
        "⚠ Sources disagree: Ten, by the mayor.",
    ]


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("from", "2023", ["2023", "2023-01"]),
        ("to", "may", ["2021-05"]),
        ("about", "tarn", ["tarnholm"]),
    ],
)
async def test_each_option_offers_what_there_is(
    town: Town, option: str, typed: str, offered: list[str]
) -> None:
    choices = await town.member.autocomplete(town.channel, "timeline", option, typed)

    assert [choice["value"] for choice in choices] == offered


async def test_options_offer_only_what_fits_the_others(town: Town) -> None:
    options = {"from": "2020", "to": "2022"}
    choices = await town.member.autocomplete(town.channel, "timeline", "about", "", **options)

    assert [choice["value"] for choice in choices] == ["tarnholm"]


async def test_a_long_headline_moves_below_the_date(town: Town) -> None:
    long = event("e-long", "Headline " * 40, "2020", statement="It happened.")
    town.shelf.pack = pack([long])
    await town.moderator.slash(town.channel, "facts reload")
    (field,) = page(await events(town, **{"from": "2020", "to": "2020"})).fields

    assert field.name == "2020"
    assert (field.value or "").startswith("2020 · Headline Headline")


async def test_it_can_be_private_and_works_in_a_direct_message(town: Town) -> None:
    assert (await events(town, private=True)).ephemeral
    assert page(await town.member.user.slash("timeline")).author.name == "All events"
