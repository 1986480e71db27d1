"""A reply to one of the bot's answers may be short: it is read with that answer, and with no other."""

from __future__ import annotations

from collections.abc import Callable

import discord
import pytest

from bot.discord_app import contexts
from bot.discord_app.client import AnswerBot
from bot.knowledge.model import Entry
from tests.discord_app.town import Town, shown
from tests.sample_pack import DATES_ASK, figure, sample_pack
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

KILLED = "How many people were killed in Pakistan in 2022 according to PIPS?"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(sample_pack(counts(), without=["picss-2022", "picss-2023-01"]))


def counts() -> list[Entry]:
    """Return deaths of two years, by two counters."""
    return [
        figure("pips-2021", 335, "pips", "2021"),
        figure("pips-2022", 419, "pips", "2022"),
        figure("pips-2023", 693, "pips", "2023"),
        figure("picss-2021", 388, "picss", "2021"),
    ]


def text(message: discord.Message) -> str:
    """Return all that a message shows."""
    return "\n".join([message.content, *map(shown, message.embeds)])


async def test_a_short_reply_is_read_with_the_answer_that_it_replies_to(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, "what about 2023?", reply_to=answer)

    assert "counted 693 people killed" in text(town.last)
    assert "Dawn" in text(town.last)


async def test_anybody_may_reply_to_an_answer_and_each_reply_counts_for_itself(town: Town) -> None:
    first = await town.ask(KILLED)
    await town.ask(DATES_ASK)
    await town.moderator.send(town.channel, "and 2021?", reply_to=first)

    assert "counted 335 people killed" in text(town.last)


async def test_a_reply_to_a_reply_goes_on_from_there(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, "what about 2023?", reply_to=answer)
    await town.member.send(town.channel, "source?", reply_to=town.last)

    assert "counted 693 people killed" in text(town.last)


async def test_a_year_that_is_not_covered_is_not_answered_with_another(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, "what about 2019?", reply_to=answer)

    assert text(town.last).lstrip().startswith("That is not in my sources")


async def test_without_a_reply_nothing_that_was_said_before_counts(town: Town) -> None:
    await town.ask(KILLED)

    assert "counted" not in text(await town.ask("what about 2023?"))


async def test_a_whole_question_as_a_reply_is_read_on_its_own(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, DATES_ASK, reply_to=answer)

    assert "6 and 7 March 2023" in text(town.last)


async def test_who_said_it_and_the_source_of_it_are_told(town: Town) -> None:
    answer = await town.ask("What did Ned Price say about the TTP?")
    await town.member.send(town.channel, "who said that?", reply_to=answer)

    assert "— Ned Price, State Department spokesperson" in text(town.last)

    await town.member.send(town.channel, "source?", reply_to=answer)

    assert "The Express Tribune" in text(town.last)


async def test_a_reply_to_what_was_not_answered_is_read_on_its_own(town: Town) -> None:
    answer = await town.ask("What is the capital of Peru?")
    await town.member.send(town.channel, "source?", reply_to=answer)

    assert text(town.last).lstrip().startswith("I see no question to look up.")


async def test_a_reply_to_what_was_not_answered_goes_on_from_what_was_asked(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, "what about 2019?", reply_to=answer)
    await town.member.send(town.channel, "and 2021?", reply_to=town.last)

    assert "counted 335 people killed" in text(town.last)


async def test_where_it_is_not_clear_what_is_meant_a_whole_question_is_asked_for(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, "who announced it?", reply_to=answer)

    assert (
        text(town.last)
        .lstrip()
        .startswith("I can't tell what that asks about; please put it as a whole question.")
    )

    await town.member.send(town.channel, "and 2021?", reply_to=town.last)

    assert "counted 335 people killed" in text(town.last)


async def test_why_tells_how_a_short_reply_was_read(town: Town) -> None:
    answer = await town.ask(KILLED)
    await town.member.send(town.channel, "what about 2023?", reply_to=answer)
    pressed = await town.member.click(town.last, label="Why")

    assert pressed.response is not None
    told = "\n".join(map(shown, pressed.response.embeds))
    assert "As a reply to an answer of mine: how many people killed" in told


async def test_after_a_restart_the_buttons_tell_what_was_answered(
    town: Town, new_bot: Callable[[], AnswerBot]
) -> None:
    answer = await town.ask(KILLED)
    await town.env.restart_bot(new_bot())
    await town.member.send(town.channel, "what about 2023?", reply_to=answer)

    assert "counted 693 people killed" in text(town.last)


async def test_a_question_that_was_edited_is_followed_from_what_its_answer_says_now(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    await town.member.edit(question, f"{town.mention} {KILLED}")
    await town.member.send(town.channel, "what about 2023?", reply_to=town.last)

    assert "counted 693 people killed" in text(town.last)


async def test_the_oldest_answers_are_forgotten_first_and_then_told_by_their_buttons(
    town: Town, new_bot: Callable[[], AnswerBot], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contexts, "MOST", 1)
    await town.env.restart_bot(new_bot())
    first = await town.ask(KILLED)
    await town.ask(DATES_ASK)
    await town.member.send(town.channel, "what about 2023?", reply_to=first)

    assert "counted 693 people killed" in text(town.last)
