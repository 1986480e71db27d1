"""Under an answer: its sources in full and why, for whoever presses; delete, for the asker or a moderator."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import replace
from typing import Any

import discord
import pytest
import structlog
from simcord import InteractionResult

from bot.discord_app.client import AnswerBot
from bot.discord_app.cogs import pressing
from bot.knowledge.model import Citation, Fact
from bot.memory import MemoryStore
from bot.store import GuildSettings
from tests.discord_app.town import Town, labels, shown
from tests.sample_pack import DATES_ASK, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

LONG = Fact(
    id="long", statement="word " * 1500, asks=("What is long?",), citations=(Citation(source="dawn"),)
)


def private(pressed: InteractionResult) -> str:
    """Return all that a press told its user alone."""
    messages = [message for message in (pressed.response, *pressed.followups) if message is not None]
    assert messages
    assert all(message.ephemeral for message in messages)
    return "\n".join(
        part for message in messages for part in (message.content, *map(shown, message.embeds)) if part
    )


async def test_an_answer_has_buttons_for_sources_why_and_delete(town: Town) -> None:
    assert labels(await town.ask(DATES_ASK)) == ["Sources", "Why", "Delete"]


async def test_a_how_to_has_no_buttons(town: Town) -> None:
    assert labels(await town.ask("")) == []


async def test_sources_are_shown_in_full_to_whoever_presses(town: Town) -> None:
    pressed = await town.moderator.click(await town.ask(DATES_ASK), label="Sources")

    assert private(pressed).strip() == (
        "What this answer rests on: 1 source.\n"
        "Dawn\n"
        "[Pakistan, US reaffirm commitment](https://example.org/dawn)\n"
        "7 March 2023 · news report · reliability: medium\n"
        "Its words: “The two-day dialogue concluded.”"
    )
    assert len(town.sent) == 1


async def test_sources_of_an_answer_with_several_statements_say_what_each_is_cited_for(town: Town) -> None:
    answer = await town.ask("How many people were killed in Pakistan in January 2023, by PICSS?")
    told = private(await town.member.click(answer, label="Sources"))

    assert "1 source." in told
    assert told.count("• For: ") == 2
    assert "counted 134 people killed" in told
    assert "counted at least 101 people killed" in told


async def test_sources_that_left_the_pack_are_told_of(town: Town) -> None:
    answer = await town.ask("How many people were killed in Pakistan in January 2023, by PICSS?")
    picss = replace(town.shelf.pack.entries["picss-2023-01"], conflicts=())
    town.shelf.pack = sample_pack([picss], without=["pips-2023-01"])
    await town.moderator.slash(town.channel, "facts reload")

    assert "1 of its facts is no longer in my sources" in private(
        await town.member.click(answer, label="Sources")
    )


async def test_sources_of_an_entry_that_is_gone_get_a_sentence(town: Town) -> None:
    await town.publish(LONG)
    answer = await town.ask("What is long?")
    await town.publish()

    assert "no longer in my sources" in private(await town.member.click(answer, label="Sources"))


async def test_why_tells_what_was_read_what_came_near_and_what_was_ruled_out(town: Town) -> None:
    answer = await town.ask("how many killed in pakistan, january 2023, picss count")
    told = private(await town.moderator.click(answer, label="Why"))

    assert "I answered because I am" in told
    assert "• Names: Pakistan; Pakistan Institute for Conflict and Security Studies (PICSS)" in told
    assert "• Time: January 2023" in told
    assert "What I ruled out\n• People killed in" in told
    assert f"Revision {town.revision}" in told


async def test_why_of_a_slash_answer_reads_the_question_above_it(town: Town) -> None:
    result = await town.member.slash(
        town.channel, "ask", question="people killed in march 2019?", private=True
    )
    assert result.response is not None
    told = private(await town.member.click(result.response, label="Why"))

    assert "• Time: March 2019" in told
    assert "I gave no answer because" in told


async def test_why_of_an_answer_of_two_messages_finds_the_question(town: Town) -> None:
    await town.publish(LONG)
    await town.ask("What is long?")
    result = await town.member.slash(town.channel, "ask", question="What is long?")

    assert "nothing had to be weighed" in private(await town.member.click(town.sent[1], label="Why"))
    assert "nothing had to be weighed" in private(await town.member.click(result.followups[0], label="Why"))


async def test_why_says_that_it_sees_only_the_beginning_of_a_long_question(town: Town) -> None:
    result = await town.member.slash(town.channel, "ask", question="When was it? " * 40)
    assert result.response is not None

    assert "only the beginning" in private(await town.member.click(result.response, label="Why"))


async def test_why_of_a_picked_answer_says_so(town: Town) -> None:
    message = await town.ask("How many people were killed in March 2019?")
    await town.member.click(message, label="2")

    assert "picked from those that I offered" in private(await town.member.click(town.last, label="Why"))


async def test_why_after_the_sources_changed_says_so(town: Town) -> None:
    then = town.revision
    await town.publish(LONG)
    asked = await town.ask("What is long?")
    before = town.revision
    await town.publish()
    told = private(await town.member.click(asked, label="Why"))

    assert f"that was revision {before}" in told
    assert f"Revision {then}" in told


async def test_why_of_a_question_that_changed_unseen_says_what_it_would_reply_now(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    answer = town.last
    town.env.backend.get_message(town.channel.id, question.id).content = f"{town.mention} killed in 2019?"

    assert "Asked now, I would reply otherwise" in private(await town.member.click(answer, label="Why"))


async def test_why_of_a_question_that_is_gone_gets_a_sentence(town: Town, store: MemoryStore) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    answer = town.last
    store.unlink(question.id)
    await town.member.delete(question)

    assert "The question is gone" in private(await town.member.click(answer, label="Why"))


async def test_why_of_a_question_whose_words_are_withheld_gets_a_sentence(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    stored = town.env.backend.get_message(town.channel.id, question.id)
    stored.content, stored.mention_user_ids = "no longer to the bot", []

    assert "I can't read the question any more" in private(await town.member.click(town.last, label="Why"))


async def test_why_where_the_history_may_not_be_read_gets_a_sentence(town: Town) -> None:
    answer = await town.ask(DATES_ASK)
    town.env.inject_error("GET", "/channels/*/messages/*", status=403, code=50001)

    assert "whose history I may read" in private(await town.member.click(answer, label="Why"))


@pytest.mark.parametrize("who", ["member", "moderator"])
async def test_the_asker_and_a_moderator_can_delete(town: Town, who: str, store: MemoryStore) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    presser = town.member if who == "member" else town.moderator
    await presser.click(town.last, label="Delete")

    assert town.sent == []
    assert await store.reply(question.id) is None


async def test_a_role_that_the_managers_chose_can_delete(town: Town, store: MemoryStore) -> None:
    role = town.guild.create_role("Helper")
    helper = town.guild.add_member(town.env.create_user("hana"), roles=[role])
    answer = await town.ask(DATES_ASK)
    assert "Only the member who asked" in private(await helper.click(answer, label="Delete"))
    await store.choose(town.guild.id, GuildSettings(moderator_roles=frozenset({role.id})))
    await helper.click(answer, label="Delete")

    assert town.sent == []


async def test_nobody_else_can_delete(town: Town) -> None:
    other = town.guild.add_member(town.env.create_user("zara"))
    pressed = await other.click(await town.ask(DATES_ASK), label="Delete")

    assert "Only the member who asked, or a moderator" in private(pressed)
    assert len(town.sent) == 1


async def test_delete_takes_every_message_of_an_answer(town: Town) -> None:
    await town.publish(LONG)
    await town.ask("What is long?")
    assert [labels(message) for message in town.sent] == [[], ["Sources", "Why", "Delete"]]
    await town.member.click(town.sent[1], label="Delete")

    assert town.sent == []


async def test_delete_takes_every_message_of_a_slash_answer(town: Town) -> None:
    await town.publish(LONG)
    result = await town.member.slash(town.channel, "ask", question="What is long?")
    await town.member.click(result.followups[0], label="Delete")

    assert (result.response, result.followups) == (None, [])


async def test_delete_in_a_direct_message_works(town: Town) -> None:
    await town.member.send_dm(DATES_ASK)
    answer = town.member.user.dm_channel.last_message
    assert answer is not None
    await town.member.user.click(answer, label="Delete")

    left = town.member.user.dm_channel.history()
    assert [message.content for message in left] == [DATES_ASK]


async def test_a_message_that_was_deleted_meanwhile_is_no_failure(town: Town) -> None:
    answer = await town.ask(DATES_ASK)
    town.env.inject_error("DELETE", "/webhooks/*/messages/@original", status=404, code=10008)

    with structlog.testing.capture_logs() as lines:
        await town.member.click(answer, label="Delete")

    assert failures(lines) == []


@pytest.mark.parametrize("label", ["Sources", "Why", "Delete"])
async def test_every_button_works_after_a_restart(
    town: Town, new_bot: Callable[[], AnswerBot], label: str
) -> None:
    answer = await town.ask(DATES_ASK)
    await town.env.restart_bot(new_bot())
    pressed = await town.member.click(answer, label=label)

    assert pressed.acknowledged
    assert town.sent == [] if label == "Delete" else private(pressed)


async def test_every_button_works_after_an_edit_of_the_question(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} hello")
    await town.member.edit(question, f"{town.mention} {DATES_ASK}")
    answer = town.last
    assert labels(answer) == ["Sources", "Why", "Delete"]

    assert "1 source" in private(await town.member.click(answer, label="Sources"))
    assert "nothing had to be weighed" in private(await town.member.click(answer, label="Why"))
    await town.member.click(answer, label="Delete")
    assert town.sent == []


async def test_a_press_that_fails_is_told_privately(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def boom(*_: object) -> None:
        raise RuntimeError

    answer = await town.ask(DATES_ASK)
    monkeypatch.setattr(pressing, "render_sources", boom)
    with structlog.testing.capture_logs() as lines:
        told = private(await town.member.click(answer, label="Sources"))

    assert "reference" in told
    assert failures(lines) == ["component"]


def failures(lines: list[MutableMapping[str, Any]]) -> list[str]:
    """Return where something failed, in order."""
    return [line["where"] for line in lines if line["event"] == "failed"]
