"""/quote shows who said what, word for word, with the sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import discord
import pytest
from simcord import InteractionResult

from bot.knowledge.model import Citation, Conflict, Entity
from bot.knowledge.proof import Proof
from bot.knowledge.proving import provables
from tests.answering.archive import pack, quote
from tests.discord_app.town import Town, shown
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

LINK = "• [Courier](https://courier.example/2023/talks-open)"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(pack())


async def quotes(town: Town, **options: str | bool) -> InteractionResult:
    """Run the command."""
    return await town.member.slash(town.channel, "quote", **options)


def page(result: InteractionResult) -> discord.Embed:
    """Return the page shown."""
    assert result.response is not None
    (embed,) = result.response.embeds
    return embed


async def test_all_quotations_come_newest_first_with_speaker_date_and_source(town: Town) -> None:
    embed = page(await quotes(town))

    assert embed.author.name == "All quotations"
    assert (
        embed.description == "4 quotations, the newest first. Words not yet checked against the source text."
    )
    assert [field.name for field in embed.fields] == [
        "Una Holt, February 2023",
        "Ivo Brandt, 15 February 2023",
        "Ivo Brandt, 12 May 2021",
        "Una Holt, No date",
    ]
    assert embed.fields[0].value == f"“We talked of attacks.”\n{LINK}"


async def test_checked_words_are_named_with_source_and_day(town: Town) -> None:
    whole = pack()
    threat = whole.entries["q-threat"]
    (wanted,) = provables(threat)
    proof = Proof("q-threat", "courier", "words", wanted.sha256, "0" * 64, date(2026, 11, 26))
    town.shelf.pack = replace(whole, proofs=(proof,))
    await town.moderator.slash(town.channel, "facts reload")

    many, one = (
        page(await quotes(town)),
        page(await quotes(town, speaker="ivo-brandt", date="15 February 2023")),
    )

    assert many.description == (
        "4 quotations, the newest first. Words checked against the source text: 1 of 4."
    )
    checked = "Words checked against the source on 26 November 2026."
    assert [checked in (field.value or "") for field in many.fields] == [False, True, False, False]
    assert (one.description, checked in (one.fields[0].value or "")) == ("1 quotation.", True)


async def test_role_occasion_note_and_disputes_are_shown(town: Town) -> None:
    full = replace(
        quote("q-full", "una-holt", "It is so.", "2020"),
        role="mayor",
        occasion="Opening of the fair.",
        note="A translation.",
        conflicts=(Conflict(entry="q-threat"), Conflict(note="She denies it.")),
        citations=(Citation(source="courier", quote="Es ist so."),),
    )
    town.shelf.pack = pack([full])
    await town.moderator.slash(town.channel, "facts reload")
    embed = page(await quotes(town, date="2020"))

    assert embed.description == "1 quotation. Words not yet checked against the source text."
    assert (embed.fields[0].value or "").splitlines() == [
        "“It is so.”",
        "— mayor. Opening of the fair.",
        LINK,
        "“Es ist so.”",
        "Note: A translation.",
        "⚠ Sources disagree: “The Front is a threat to all of us.”",
        "— Ivo Brandt, 15 February 2023",
        LINK,
        "⚠ Sources disagree: She denies it.",
    ]


async def test_the_options_narrow_each_other(town: Town) -> None:
    embed = page(await quotes(town, speaker="brandt", topic="FVF", date="2023"))

    assert embed.author.name == "Quotations by Ivo Brandt about Free Valmora Front (FVF) in 2023"
    assert len(embed.fields) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"speaker": "Nobody"}, "I have no quotation by “Nobody”. Leave the option empty"),
        ({"speaker": "holt", "topic": "fvf"}, "about Free Valmora Front (FVF). Leave some options empty"),
        ({"date": "6/3/2023"}, "I can't read “6/3/2023” as a date. Write a year, a month or a day"),
    ],
)
async def test_nothing_found_is_told_privately_with_what_to_do(
    town: Town, options: dict[str, str], words: str
) -> None:
    result = await quotes(town, **options)

    assert result.ephemeral
    assert result.response is not None
    assert words in result.response.content


async def test_a_pack_without_quotations_says_so(town: Town) -> None:
    town.shelf.pack = pack(without=[type(quote("q", "x", "y", None))])
    await town.moderator.slash(town.channel, "facts reload")
    result = await quotes(town)

    assert result.response is not None
    assert result.response.content == "I have no quotation."


async def test_long_words_are_shortened_among_others_with_a_link_to_the_rest(town: Town) -> None:
    words = "Many words were said. " * 40
    linked = quote("q-long", "una-holt", words, "2020")
    bare = replace(quote("q-bare", "una-holt", words, "2020"), citations=(Citation(source="gazette"),))
    town.shelf.pack = pack([linked, bare])
    await town.moderator.slash(town.channel, "facts reload")
    short, whole, *_ = page(await quotes(town, date="2020")).fields

    assert "…” [read on](https://courier.example/2023/talks-open)" in (short.value or "")
    assert "…" not in (whole.value or "")
    alone = page(await quotes(town, date="2020", topic="many"))
    assert "…" in (alone.fields[0].value or "")


async def test_a_single_quotation_is_never_shortened(town: Town) -> None:
    town.shelf.pack = pack([quote("q-long", "una-holt", "Many words were said. " * 40, "2020")])
    await town.moderator.slash(town.channel, "facts reload")

    assert "…" not in shown(page(await quotes(town, date="2020")))


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("speaker", "bra", ["ivo-brandt"]),
        ("topic", "tarn", ["tarnholm"]),
        ("date", "may 2021", ["2021-05", "2021-05-12"]),
    ],
)
async def test_each_option_offers_what_there_is(
    town: Town, option: str, typed: str, offered: list[str]
) -> None:
    choices = await town.member.autocomplete(town.channel, "quote", option, typed)

    assert [choice["value"] for choice in choices] == offered


async def test_options_offer_only_what_fits_the_others(town: Town) -> None:
    choices = await town.member.autocomplete(town.channel, "quote", "topic", "", speaker="una-holt")

    assert [choice["value"] for choice in choices] == ["valmora"]


async def test_a_speaker_with_a_long_name_still_has_a_heading(town: Town) -> None:
    speaker = Entity(id="long", name="Name " * 60)
    town.shelf.pack = pack([speaker, quote("q-long", "long", "Yes.", "2020")])
    await town.moderator.slash(town.channel, "facts reload")
    (field,) = page(await quotes(town, date="2020")).fields

    assert field.name == "2020"
    assert (field.value or "").startswith("Name Name")


async def test_it_can_be_private_and_works_in_a_direct_message(town: Town) -> None:
    assert (await quotes(town, private=True)).ephemeral
    assert page(await town.member.user.slash("quote", speaker="holt")).author.name == "Quotations by “holt”"
