"""Pages of sources, quotations and events turn, after a restart too, for who asked only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

import discord
import pytest
import structlog
from simcord import InteractionResult

from bot.browsing import Browsing
from bot.discord_app.client import AnswerBot
from bot.knowledge.model import Entity, Pack, Source
from tests.answering.archive import event, pack, quote
from tests.discord_app.town import Town
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

COMMANDS = ("sources", "quote", "timeline")
LONG_PLACE = "a-place-whose-id-is-longer-than-a-button-likes"


def library() -> Pack:
    """Return an archive with pages of everything."""
    found = pack(
        [
            Entity(id=LONG_PLACE, name="Far away"),
            *(quote(f"q-{n}", LONG_PLACE, f"Words {n}.", str(1900 + n), LONG_PLACE) for n in range(14)),
            *(event(f"e-{n}", f"Event {n}", str(1900 + n), LONG_PLACE) for n in range(30)),
        ]
    )
    more = {f"s-{n}": Source(id=f"s-{n}", publisher="Paper", title=f"Number {n}") for n in range(40)}
    return replace(found, sources={**found.sources, **more})


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(library())


def footer(result: InteractionResult) -> str:
    """Return which page is shown."""
    assert result.response is not None
    return result.response.embeds[0].footer.text or ""


async def press(town: Town, result: InteractionResult, label: str) -> InteractionResult:
    """Let the member press a button."""
    assert result.response is not None
    return await town.member.click(result.response, label=label)


@pytest.mark.parametrize("command", COMMANDS)
async def test_buttons_turn_to_the_next_the_last_and_back(town: Town, command: str) -> None:
    result = await town.member.slash(town.channel, command)
    pages = footer(result).rpartition(" ")[2]
    for label, number in (("Next", "2"), ("Last", pages), ("Previous", str(int(pages) - 1)), ("First", "1")):
        await press(town, result, label)
        assert footer(result).endswith(f"Page {number} of {pages}")


@pytest.mark.parametrize(
    ("command", "options", "pages"),
    [
        ("sources", {"source": "paper"}, 4),
        ("sources", {"source": "gazette"}, 5),
        ("quote", {"speaker": LONG_PLACE, "topic": "far away", "date": "1900-01-01 to 1920-12-30"}, 4),
        ("quote", {"topic": "words"}, 4),
        ("timeline", {"from": "1900-01-02", "to": "1940-12-30", "about": LONG_PLACE}, 5),
    ],
)
async def test_the_options_are_kept_through_a_restart(
    town: Town, new_bot: Callable[[], AnswerBot], command: str, options: dict[str, str], pages: int
) -> None:
    result = await town.member.slash(town.channel, command, **options)
    assert result.response is not None
    heading = result.response.embeds[0].author.name
    await town.env.restart_bot(new_bot())
    await press(town, result, "Next")

    assert footer(result).endswith(f"Page 2 of {pages}")
    assert command == "sources" or result.response.embeds[0].author.name == heading


async def test_private_pages_turn_too_and_in_a_direct_message(town: Town) -> None:
    private = await town.member.slash(town.channel, "timeline", private=True)
    await press(town, private, "Next")
    direct = await town.member.user.slash("timeline")
    assert direct.response is not None
    await town.member.user.click(direct.response, label="Next")

    assert footer(private).startswith("Page 2")
    assert footer(direct).startswith("Page 2")


@pytest.mark.parametrize("command", COMMANDS)
async def test_only_who_asked_turns_the_pages(town: Town, command: str) -> None:
    result = await town.member.slash(town.channel, command)
    assert result.response is not None
    pressed = await town.moderator.click(result.response, label="Next")

    assert pressed.ephemeral
    assert pressed.response is not None
    assert f"Use /{command} yourself" in pressed.response.content
    assert "Page 1" in footer(result)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("sources", {"source": "gazette"}),
        ("quote", {"speaker": "far away"}),
        ("timeline", {"about": "far away"}),
    ],
)
async def test_pages_of_what_is_gone_say_so(town: Town, command: str, options: dict[str, str]) -> None:
    result = await town.member.slash(town.channel, command, **options)
    town.shelf.pack = Pack(id="p", title="t")
    await town.moderator.slash(town.channel, "facts reload")
    pressed = await press(town, result, "Next")

    assert pressed.ephemeral
    assert pressed.response is not None
    assert "no longer in my sources" in pressed.response.content


async def test_fewer_pages_after_a_reload_turn_to_the_last(town: Town) -> None:
    result = await town.member.slash(town.channel, "timeline")
    town.shelf.pack = pack()
    await town.moderator.slash(town.channel, "facts reload")
    await press(town, result, "Last")

    assert result.response is not None
    assert result.response.components == []
    assert result.response.embeds[0].description == "5 events, the earliest first."


async def test_a_button_of_another_time_says_that_it_is_gone_and_others_are_left_alone(town: Town) -> None:
    channel = town.env.bot.get_channel(town.channel.id)
    assert isinstance(channel, discord.TextChannel)
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Old", custom_id="turn:quote:what it was before"))
    view.add_item(discord.ui.Button(label="Other", custom_id="other:1"))
    view.stop()
    message = await channel.send("x", view=view)
    old = await town.member.click(message, label="Old")

    assert old.response is not None
    assert "no longer in my sources" in old.response.content
    assert not (await town.member.click(message, label="Other")).acknowledged


@pytest.mark.parametrize(
    ("command", "method"), [("sources", "sources"), ("quote", "quotations"), ("timeline", "events")]
)
async def test_what_fails_is_told_with_a_reference_that_is_in_the_log(
    town: Town, monkeypatch: pytest.MonkeyPatch, command: str, method: str
) -> None:
    shown = await town.member.slash(town.channel, command)
    monkeypatch.setattr(Browsing, method, fail)
    with structlog.testing.capture_logs() as lines:
        asked = await town.member.slash(town.channel, command)
        pressed = await press(town, shown, "Next")

    told = [result.response.content for result in (asked, pressed) if result.response]
    references = [line["reference"] for line in lines if line["event"] == "failed"]
    assert [reference in text for reference, text in zip(references, told, strict=True)] == [True, True]
    assert asked.ephemeral
    assert pressed.ephemeral
    assert len(town.env.errors) == 1


@pytest.mark.parametrize(
    ("command", "option", "method"),
    [
        ("sources", "source", "source_choices"),
        ("quote", "topic", "quote_choices"),
        ("timeline", "from", "event_choices"),
    ],
)
async def test_autocomplete_that_fails_offers_nothing_and_is_logged(
    town: Town, monkeypatch: pytest.MonkeyPatch, command: str, option: str, method: str
) -> None:
    monkeypatch.setattr(Browsing, method, fail)
    with structlog.testing.capture_logs() as lines:
        assert await town.member.autocomplete(town.channel, command, option, "x") == []

    assert [line["where"] for line in lines if line["event"] == "failed"] == [f"{command} autocomplete"]


async def fail(*_: object) -> NoReturn:
    """Fail as a desk with a mistake in it would."""
    raise RuntimeError
