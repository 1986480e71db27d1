"""/stats figures: the numbers that fit, each with its counter, its sources and its disputes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import discord
import pytest
from simcord import InteractionResult

from bot.discord_app.client import AnswerBot
from bot.knowledge.model import Entity, Figure
from tests.discord_app.town import Town, shown
from tests.sample_pack import figure, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

LINK = "[Pakistan, US reaffirm commitment](https://example.org/dawn) · Dawn · 7 March 2023"


async def figures(town: Town, **options: str) -> discord.Embed:
    """Run the command and return its first page."""
    result = await town.member.slash(town.channel, "stats figures", **options)
    assert result.response is not None
    return result.response.embeds[0]


async def with_pages(town: Town, **options: str) -> InteractionResult:
    """Run the command over more figures than a page holds."""
    town.shelf.pack = sample_pack(figure(f"f{year}", year, "picss", str(year)) for year in range(1990, 2010))
    await town.moderator.slash(town.channel, "facts reload")
    return await town.member.slash(town.channel, "stats figures", **options)


async def test_every_figure_comes_with_counter_unit_place_and_source(town: Town) -> None:
    embed = await figures(town, period="January 2023", counted_by="PIPS", place="Pakistan")
    first = embed.fields[1]

    assert embed.description is not None
    assert embed.description.startswith("2 figures: Pakistan, January 2023, counted by Pak Institute")
    assert first.name == "January 2023 · Pak Institute for Peace Studies (PIPS)"
    assert first.value is not None
    assert first.value.startswith(f"at least 101 people · deaths · Pakistan\n• {LINK}\n")


async def test_a_figure_in_dispute_shows_the_other_value_with_its_source(town: Town) -> None:
    embed = await figures(town, period="2023-01", counted_by="picss")
    (row,) = embed.fields

    assert row.value is not None
    assert "134 people" in row.value
    assert "⚠ Sources disagree: Pak Institute for Peace Studies (PIPS) counted at least 101" in row.value
    assert row.value.count(LINK) == 2


async def test_a_dispute_named_on_the_other_side_only_is_shown_too(town: Town) -> None:
    embed = await figures(town, counted_by="pips", place="pakistan")

    assert "⚠ Sources disagree: Pakistan Institute for Conflict" in shown(embed)
    assert "⚠ Sources disagree: 7 by one paper" in shown(embed)


async def test_a_place_includes_the_places_inside_it(town: Town) -> None:
    assert "4 figures" in shown(await figures(town, place="pakistan"))
    assert "1 figure: Khyber Pakhtunkhwa" in shown(await figures(town, place="KP"))


async def test_a_unit_that_says_what_is_counted_is_not_said_twice(town: Town) -> None:
    attacks = figure("attacks", 207, "pips", "2021", metric="attacks", unit="attacks")
    town.shelf.pack = sample_pack([attacks])
    await town.moderator.slash(town.channel, "facts reload")
    embed = await figures(town, metric="attacks")

    assert embed.fields[0].value is not None
    assert embed.fields[0].value.startswith("207 attacks · Pakistan\n")


async def test_a_range_and_thousands_are_kept(town: Town) -> None:
    assert "about 1,234,567 to 2,000,000 people" in shown(await figures(town, period="2022"))


async def test_a_filter_that_the_pack_does_not_know_is_named(town: Town) -> None:
    embed = await figures(town, place="Atlantis @everyone", period="some day")

    assert "the place “Atlantis @\u200beveryone”; the period “some day”" in shown(embed)


async def test_nothing_that_fits_is_said_so(town: Town) -> None:
    assert "My sources have no figure for 2019." in shown(await figures(town, period="2019"))


async def test_a_pack_without_figures_says_so(town: Town) -> None:
    pack = sample_pack()
    figureless = {key: entry for key, entry in pack.entries.items() if not isinstance(entry, Figure)}
    town.shelf.pack = replace(pack, entries=figureless)
    await town.moderator.slash(town.channel, "facts reload")

    assert shown(await figures(town)).strip() == "My sources have no figures."


@pytest.mark.parametrize(
    ("option", "typed", "name", "value"),
    [
        ("metric", "dea", "deaths", "deaths"),
        ("place", "khy", "Khyber Pakhtunkhwa", "kp"),
        ("period", "jan", "January 2023", "2023-01"),
        ("counted_by", "pips", "Pak Institute for Peace Studies (PIPS)", "pips"),
    ],
)
async def test_each_option_offers_what_has_figures(
    town: Town, option: str, typed: str, name: str, value: str
) -> None:
    offered = await town.member.autocomplete(town.channel, "stats figures", option, typed)

    assert (offered[0]["name"], offered[0]["value"]) == (name, value)


async def test_options_offer_only_what_fits_the_others(town: Town) -> None:
    offered = await town.member.autocomplete(
        town.channel, "stats figures", "counted_by", "", place="kp", metric="deaths"
    )

    assert [choice["value"] for choice in offered] == ["pips"]


async def test_more_than_a_page_has_buttons_that_turn_it(town: Town) -> None:
    result = await with_pages(town, counted_by="picss")
    assert result.response is not None
    await town.member.click(result.response, label="Next")
    embed = result.response.embeds[0]

    assert embed.footer.text == "Page 2 of 3"
    assert embed.fields[0].name is not None
    assert embed.fields[0].name.startswith("1998")

    await town.member.click(result.response, label="Previous")
    assert result.response.embeds[0].footer.text == "Page 1 of 3"


async def test_buttons_work_after_a_restart(town: Town, new_bot: Callable[[], AnswerBot]) -> None:
    result = await with_pages(town)
    assert result.response is not None
    await town.env.restart_bot(new_bot())
    await town.member.click(result.response, label="Next")

    assert "Page 2" in (result.response.embeds[0].footer.text or "")


async def test_only_who_asked_turns_the_pages(town: Town) -> None:
    result = await with_pages(town)
    assert result.response is not None
    pressed = await town.moderator.click(result.response, label="Next")

    assert pressed.ephemeral
    assert "Page 1" in (result.response.embeds[0].footer.text or "")


async def test_pages_that_are_gone_after_a_reload_turn_to_the_last(town: Town) -> None:
    result = await with_pages(town)
    assert result.response is not None
    town.shelf.pack = sample_pack()
    await town.moderator.slash(town.channel, "facts reload")
    await town.member.click(result.response, label="Next")

    assert result.response.components == []
    assert "4 figures" in shown(result.response.embeds[0])


async def test_filters_typed_at_length_still_get_buttons(town: Town) -> None:
    result = await with_pages(
        town,
        counted_by="Pakistan Institute for Conflict and Security Studies (PICSS)",
        metric="people killed",
        period="1990/2009",
    )
    assert result.response is not None
    await town.member.click(result.response, label="Next")

    assert "Page 2 of 3" in (result.response.embeds[0].footer.text or "")


async def test_filters_too_long_for_a_button_show_every_page(town: Town) -> None:
    long = "a-place-" * 12
    town.shelf.pack = sample_pack(
        [
            Entity(id=long, name="Far away"),
            *(figure(f"f{year}", year, "picss", str(year), place=long) for year in range(1990, 2010)),
        ]
    )
    await town.moderator.slash(town.channel, "facts reload")
    result = await town.member.slash(town.channel, "stats figures", place="far away", period="1990/2009")

    assert result.response is not None
    assert result.response.components == []
    assert len(result.followups) == 2


async def test_a_button_of_another_kind_is_left_alone(town: Town) -> None:
    channel = town.env.bot.get_channel(town.channel.id)
    assert isinstance(channel, discord.TextChannel)
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Other", custom_id="other:1"))
    view.stop()
    message = await channel.send("x", view=view)
    pressed = await town.member.click(message, label="Other")

    assert not pressed.acknowledged
