"""/stats compare: two sides with their sums and sources, or a sentence that says why not."""

from __future__ import annotations

import discord
import pytest
from simcord import InteractionResult

from bot.knowledge.model import Conflict, Entity, Figure
from tests.discord_app.town import Town, pings, shown
from tests.sample_pack import figure, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

COUNTS = (
    figure("a", 388, "picss", "2021", note="As first published."),
    figure(
        "b", 539, "picss", "2022", conflicts=(Conflict(entry="pips-2023-01"), Conflict(note="530 in a paper"))
    ),
    figure("c", 533, "picss", "2022"),
    figure("d", 335, "pips", "2021"),
    figure("e", 50, "picss", "2021", place="kp"),
)


async def compared(town: Town, *figures: Figure, **options: str) -> InteractionResult:
    """Publish some figures and compare some of them."""
    town.shelf.pack = sample_pack(figures or COUNTS, without=["picss-2022"])
    await town.moderator.slash(town.channel, "facts reload")
    return await town.member.slash(town.channel, "stats compare", **{"metric": "deaths", **options})


def words(result: InteractionResult) -> str:
    """Return all that the reply says."""
    assert result.response is not None
    return "\n".join(shown(embed) for embed in result.response.embeds) + result.response.content


async def test_two_periods_stand_side_by_side_with_their_sums_and_sources(town: Town) -> None:
    told = words(await compared(town, period="2021", with_period="2022"))

    assert "Deaths, 2021 – compared with 2022" in told
    assert "Deaths, Pakistan, counted by Pakistan Institute for Conflict" in told
    assert "2021: 388 people \\[1\\]\n2022: 539 people \\[1\\], or 533 people \\[1\\]\n" in told
    assert "Difference: 539 \u2212 388 = 151: a rise\nRatio: 539 ÷ 388 ≈ 1.39 (38.9 % more)" in told
    assert "\n2021 (388): As first published." in told
    assert "⚠ sources disagree: Pak Institute for Peace Studies (PIPS) counted at least 101" in told
    assert "⚠ sources disagree: 530 in a paper" in told
    assert "\\[1\\] [Pakistan, US reaffirm commitment](https://example.org/dawn) · Dawn" in told
    assert "As of 7 March 2023" in told


async def test_two_counters_stand_side_by_side_without_a_verdict(town: Town) -> None:
    result = await compared(town, counted_by="picss", with_counter="pips", period="2021")
    told = words(result)

    assert "(PICSS): 388 people" in told
    assert "(PIPS): 335 people" in told
    assert "Difference: 388 \u2212 335 = 53\n" in told
    assert "Counters may define what they count differently." in told
    assert not result.ephemeral
    assert pings(town) == []


async def test_two_places_stand_side_by_side(town: Town) -> None:
    told = words(await compared(town, place="pakistan", with_place="KP", period="2021"))

    assert "388 \u2212 50 = 338: more in Pakistan" in told
    assert "Khyber Pakhtunkhwa lies in Pakistan" in told


async def test_pairs_without_room_are_counted(town: Town) -> None:
    counts = [figure(f"{c}{y}", y, c, str(y)) for c in ("picss", "pips") for y in range(1990, 2010)]
    told = words(await compared(town, *counts, counted_by="picss", with_counter="pips"))

    assert "15 more pairs have no room; fill in more options to choose." in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({}, "Choose what to compare with"),
        ({"with_period": "2022"}, "To compare two periods, fill in both period and with\\_period."),
        ({"period": "2021", "with_period": "2023-01"}, "2021 is a year, January 2023 is a month"),
        ({"place": "pakistan", "with_place": "<@&1> *x*"}, "know nothing of “\\<@\u200b&1> \\*x\\*”"),
    ],
)
async def test_what_can_not_be_compared_is_refused_privately_with_the_reason(
    town: Town, options: dict[str, str], told: str
) -> None:
    result = await compared(town, **options)

    assert result.ephemeral
    assert told in words(result)
    assert pings(town) == []


@pytest.mark.parametrize(
    ("option", "filled", "values"),
    [
        ("metric", {}, ["deaths"]),
        ("period", {"metric": "deaths", "counted_by": "picss"}, ["2023-01", "2022", "2021"]),
        ("with_period", {"metric": "deaths", "period": "2021"}, ["2022"]),
        ("with_place", {"metric": "deaths", "place": "pakistan"}, ["kp"]),
        ("with_counter", {"metric": "deaths", "counted_by": "picss"}, ["pips"]),
        ("counted_by", {"metric": "deaths", "with_counter": "picss"}, ["pips"]),
    ],
)
async def test_each_option_offers_only_what_there_is_to_compare(
    town: Town, option: str, filled: dict[str, str], values: list[str]
) -> None:
    await compared(town)
    offered = await town.member.autocomplete(town.channel, "stats compare", option, "", **filled)

    assert [choice["value"] for choice in offered] == values


async def test_names_too_long_for_a_heading_are_in_the_text(town: Town) -> None:
    long = Entity(id="long", name="A body with a name that goes on " * 9)
    counts = [figure(f"f{year}", year, "long", str(year)) for year in (2001, 2002)]
    town.shelf.pack = sample_pack([long, *counts])
    await town.moderator.slash(town.channel, "facts reload")
    compared_ = await town.member.slash(
        town.channel, "stats compare", metric="deaths", period="2001", with_period="2002"
    )
    drawn = await town.member.slash(town.channel, "stats chart", metric="deaths", period="2001/2002")

    assert "Comparison" in words(compared_)
    assert "Figures" in "\n".join(shown(each.embeds[0]) for each in drawn.followups if each.embeds) + words(
        drawn
    )
