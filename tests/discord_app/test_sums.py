"""What is worked out is shown with its result first, the sums, and every count with its sources."""

from __future__ import annotations

import discord
import pytest

from tests.discord_app.town import Town, shown
from tests.sample_pack import figure, sample_pack
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


@pytest.fixture
def shelf() -> Shelf:
    counts = [figure("pips-2021", 335, "pips", "2021"), figure("pips-2022", 419, "pips", "2022")]
    return Shelf(sample_pack([*counts, figure("picss-2020", 506, "picss", "2020")]))


async def test_a_difference_is_shown_with_its_sum_and_the_sources_of_both_counts(town: Town) -> None:
    (embed,) = (
        await town.ask("How many more deaths in Pakistan in 2022 than in 2021 according to PIPS?")
    ).embeds

    assert (embed.description or "").splitlines() == [
        "Deaths in Pakistan, counted by PIPS, rose by 84, from 335 in 2021 to 419 in 2022.",
        "• Difference: 419 \u2212 335 = 84: a rise",
        "• Ratio: 419 ÷ 335 ≈ 1.25 (25.1 % more)",
    ]
    assert [field.name for field in embed.fields] == [
        "Counts that go into it (1 of 2)",
        "Counts that go into it (2 of 2)",
    ]
    assert shown(embed).count("https://example.org/dawn") == 2


async def test_its_sources_and_why_tell_of_every_count(town: Town) -> None:
    answer = await town.ask("How many more deaths in Pakistan in 2022 than in 2021 according to PIPS?")
    sources = await town.member.click(answer, label="Sources")
    why = await town.member.click(answer, label="Why")

    assert sources.response is not None
    assert "counted 335" in shown(sources.response.embeds[0])
    assert "counted 419" in shown(sources.response.embeds[0])
    assert why.response is not None
    assert "I worked the answer out from 2 stored counts" in shown(why.response.embeds[0])


async def test_a_sum_that_makes_no_sense_is_refused_with_the_reason(town: Town) -> None:
    (embed,) = (await town.ask("What is the sum of deaths in Pakistan in 2020 and 2021?")).embeds

    assert (embed.description or "").startswith(
        "That is not in my sources: their figures do not measure the same thing: one was counted by"
    )
