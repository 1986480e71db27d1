"""/sources lists the sources, and shows what rests on one of them."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from simcord import InteractionResult

from bot.knowledge.model import Pack
from tests.answering.archive import LONG, pack
from tests.discord_app.town import Town, shown
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(pack())


async def sources(town: Town, **options: str | bool) -> InteractionResult:
    """Run the command."""
    return await town.member.slash(town.channel, "sources", **options)


def told(result: InteractionResult) -> str:
    """Return all text of the page."""
    assert result.response is not None
    (embed,) = result.response.embeds
    return shown(embed)


async def test_without_a_name_all_sources_are_listed_with_how_much_rests_on_each(town: Town) -> None:
    assert told(await sources(town)) == (
        "All sources\n"
        "4 sources, the most used first. 1 withdrawn one last. "
        "Name one in /sources to see what rests on it.\n\n"
        "• A year of attacks · The Lorn Gazette · 8 entries\n"
        "• [Courier](https://courier.example/2023/talks-open) · 4 entries\n"
        "• Bridge opens · Courier · 13 May 2021 · 2 entries\n"
        "• Menu · Café Lorn · no entries\n"
        "• Withdrawn story · Old Times · withdrawn, no entries on hold\n"
    )


async def test_words_that_several_sources_have_list_those(town: Town) -> None:
    text = told(await sources(town, source="cour"))

    assert text.startswith("Sources that fit “cour”\n2 sources")


async def test_a_source_shows_what_it_is_and_what_rests_on_it(town: Town) -> None:
    assert told(await sources(town, source="courier-2")) == (
        "Source\n"
        "Bridge opens\n"
        "Courier · 13 May 2021 · news report\n"
        "Reliability: medium\n"
        "2 entries rest on it:\n\n"
        "◆ ⚠ It cost nine crowns.\n"
        "p. 4\n“nine crowns”\n"
        "• ⚠ It cost twelve crowns.\n"
        "◆ rests on this source alone · ⚠ other sources disagree: ask me to see both sides"
    )


async def test_a_withdrawn_source_names_what_is_on_hold_by_questions_that_assert_nothing(town: Town) -> None:
    found = pack()
    gone = replace(found.sources["courier-2"], status="withdrawn", note="Retracted in May 2026.")
    town.shelf.pack = replace(found, sources={**found.sources, "courier-2": gone})
    await town.moderator.slash(town.channel, "facts reload")
    listing = told(await sources(town))

    assert "2 withdrawn ones last." in listing
    assert "• Bridge opens · Courier · 13 May 2021 · withdrawn, 1 entry on hold\n" in listing
    assert told(await sources(town, source="courier-2")) == (
        "Source\n"
        "Bridge opens\n"
        "Courier · 13 May 2021 · news report\n"
        "Reliability: medium\n"
        "Note: Retracted in May 2026.\n"
        "Withdrawn, and no longer cited; 1 entry that rests on nothing else is on hold:\n\n"
        "• Is it true: It cost nine crowns?\n"
    )
    assert "Withdrawn, and no longer cited; no entries that rest on nothing else are on hold." in told(
        await sources(town, source="old")
    )


async def test_author_address_and_quotations_are_shown(town: Town) -> None:
    assert "The Lorn Gazette · E. Aune · no date · news report" in told(await sources(town, source="gazette"))
    courier = told(await sources(town, source="courier"))

    assert "[Courier](https://courier.example/2023/talks-open)\nno date" in courier
    assert "◆ “The Front is a threat to all of us.”\n— Ivo Brandt, 15 February 2023" in courier


async def test_a_source_on_which_nothing_rests_says_so(town: Town) -> None:
    assert "No entries rest on it." in told(await sources(town, source=LONG))


async def test_a_note_is_shown(town: Town) -> None:
    found = pack()
    noted = replace(found.sources["gazette"], note="Not seen.")
    town.shelf.pack = replace(found, sources={**found.sources, "gazette": noted})
    await town.moderator.slash(town.channel, "facts reload")

    assert "Note: Not seen.\n" in told(await sources(town, source="gazette"))


async def test_an_unknown_source_is_told_privately_with_what_to_do(town: Town) -> None:
    result = await sources(town, source="@everyone")

    assert result.ephemeral
    assert result.response is not None
    assert "None of my sources fits “@\u200beveryone”. /sources without a name" in result.response.content


async def test_a_pack_without_sources_says_so(town: Town) -> None:
    town.shelf.pack = Pack(id="p", title="t")
    await town.moderator.slash(town.channel, "facts reload")
    result = await sources(town)

    assert result.response is not None
    assert result.response.content == "I have no sources."


async def test_sources_are_offered_by_words_of_publisher_and_title(town: Town) -> None:
    offered = await town.member.autocomplete(town.channel, "sources", "source", "opens courier")

    assert [(choice["name"], choice["value"]) for choice in offered] == [
        ("Courier · Bridge opens · 13 May 2021", "courier-2")
    ]


async def test_it_can_be_private_and_works_in_a_direct_message(town: Town) -> None:
    assert (await sources(town, private=True)).ephemeral
    assert "4 sources" in told(await town.member.user.slash("sources"))
