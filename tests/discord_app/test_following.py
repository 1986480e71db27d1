"""An edit of a question edits its answer, a deletion deletes it, and nothing else does either."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import discord
import pytest
import structlog
from simcord.backend import serializers
from simcord.enums import MessageType

from bot.discord_app.client import AnswerBot
from bot.discord_app.greeting import MENTION_ME
from bot.knowledge.model import Citation, Fact
from bot.memory import MemoryStore
from bot.store import GuildSettings, StoreError
from tests.discord_app.town import Town, labels, pings, shown
from tests.sample_pack import DATES_ASK

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

DATES = "Pakistan and the United States held a dialogue on 6 and 7 March 2023."
PRICE_ASK = "What did Ned Price say about the TTP?"
LONG_ASK = "What is long?"
LONG = Fact(id="long", statement="word " * 1500, asks=(LONG_ASK,), citations=(Citation(source="dawn"),))
DAY = 24 * 60 * 60


async def ask(town: Town, question: str) -> discord.Message:
    """Let the member mention the bot with a question; return the question."""
    return await town.member.send(town.channel, f"{town.mention} {question}")


async def edit(town: Town, question: discord.Message, words: str) -> None:
    """Let the member edit a question, a little later."""
    await town.env.advance_time(1)
    await town.member.edit(question, f"{town.mention} {words}")


async def update(town: Town, message: discord.Message) -> None:
    """Send the event of an update that changed no words, as for a preview of a link."""
    backend = town.env.backend
    stored = backend.get_message(town.channel.id, message.id)
    backend.emit("MESSAGE_UPDATE", dict(serializers.message_payload(backend, stored)))
    await town.env.settle()


def requests(town: Town, method: str) -> int:
    """Return how often the bot asked Discord to change messages in one way."""
    return sum(
        entry.method == method and entry.path.startswith("/channels/") for entry in town.env.http_requests
    )


async def test_an_edit_of_a_question_edits_its_answer(town: Town) -> None:
    question = await ask(town, PRICE_ASK)
    before = town.last
    await edit(town, question, DATES_ASK)

    assert [message.id for message in town.sent] == [before.id]
    assert town.last.embeds[0].description == DATES
    assert labels(town.last) == ["Sources", "Why", "Delete"]
    assert pings(town) == []


async def test_an_edit_in_a_direct_message_is_followed(town: Town) -> None:
    question = await town.member.send_dm(PRICE_ASK)
    await town.env.advance_time(1)
    await town.member.user.edit(question, DATES_ASK)
    answer = town.member.user.dm_channel.last_message

    assert answer is not None
    assert DATES in shown(answer.embeds[0])


async def test_a_longer_answer_sends_more_messages_and_a_shorter_one_deletes_them(town: Town) -> None:
    await town.publish(LONG)
    question = await ask(town, DATES_ASK)
    first = town.last
    await edit(town, question, LONG_ASK)
    assert [labels(message) for message in town.sent] == [[], ["Sources", "Why", "Delete"]]
    await edit(town, question, DATES_ASK)
    assert [message.id for message in town.sent] == [first.id]
    assert town.last.embeds[0].description == DATES
    await edit(town, question, LONG_ASK)
    assert len(town.sent) == 2
    await town.member.delete(question)

    assert town.sent == []


async def test_what_an_edit_adds_has_a_nonce_of_its_own(town: Town) -> None:
    await town.publish(LONG)
    question = await ask(town, LONG_ASK)
    for words in (DATES_ASK, LONG_ASK, DATES_ASK, LONG_ASK):
        await edit(town, question, words)
    nonces = [str(sent["nonce"]) for sent in town.posts]

    assert len(nonces) == 4
    assert len(set(nonces)) == 4
    assert all(len(nonce) <= 25 for nonce in nonces)


async def test_an_update_that_is_no_edit_changes_nothing(town: Town) -> None:
    question = await ask(town, DATES_ASK)
    await update(town, question)
    await edit(town, question, PRICE_ASK)
    edits = requests(town, "PATCH")
    await update(town, question)

    assert edits == 1
    assert requests(town, "PATCH") == edits
    assert len(town.sent) == 1


async def test_an_update_leaves_a_picked_answer_as_it_is(town: Town) -> None:
    question = await ask(town, DATES_ASK)
    await edit(town, question, "How many people were killed in March 2019?")
    await town.member.click(town.last, label="2")
    picked = shown(town.last.embeds[0])
    await update(town, question)

    assert shown(town.last.embeds[0]) == picked


async def test_a_message_that_mentions_the_bot_only_when_edited_gets_an_answer(town: Town) -> None:
    question = await town.member.send(town.channel, DATES_ASK)
    assert town.sent == []
    await edit(town, question, DATES_ASK)
    await update(town, question)

    assert [message.embeds[0].description for message in town.sent] == [DATES]
    assert town.last.reference is not None
    assert town.last.reference.message_id == question.id


async def test_a_question_that_no_longer_asks_loses_its_answer(town: Town) -> None:
    question = await ask(town, DATES_ASK)
    await town.member.edit(question, "never mind")
    assert town.sent == []
    await edit(town, question, DATES_ASK)

    assert [message.embeds[0].description for message in town.sent] == [DATES]


async def test_a_mention_that_gains_words_turns_the_how_to_into_an_answer(town: Town) -> None:
    question = await ask(town, "")
    await edit(town, question, DATES_ASK)
    assert [message.embeds[0].description for message in town.sent] == [DATES]
    await edit(town, question, "")

    assert "Mention me" in shown(town.last.embeds[0])
    assert labels(town.last) == []


async def test_a_sentence_becomes_an_answer(town: Town) -> None:
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)
    assert result.response is not None
    question = await town.member.send(town.channel, PRICE_ASK, reply_to=result.response)
    assert town.last.content == MENTION_ME
    await edit(town, question, PRICE_ASK)

    assert (town.last.content, len(town.last.embeds)) == ("", 1)


async def test_an_answer_that_somebody_deleted_is_sent_anew_for_the_edited_question(town: Town) -> None:
    await town.publish(LONG)
    question = await ask(town, LONG_ASK)
    await town.moderator.delete(town.sent[1])
    await edit(town, question, "what is long")

    assert [len(message.embeds) for message in town.sent] == [1, 1]
    assert town.sent[0].id > question.id


async def test_a_deletion_of_a_question_deletes_every_message_of_its_answer(
    town: Town, store: MemoryStore
) -> None:
    await town.publish(LONG)
    question = await ask(town, LONG_ASK)
    assert len(town.sent) == 2
    await town.member.delete(question)

    assert town.sent == []
    assert await store.reply(question.id) is None


async def test_a_bulk_deletion_deletes_the_answers(town: Town) -> None:
    questions = [await ask(town, DATES_ASK), await ask(town, PRICE_ASK)]
    other = await town.member.send(town.channel, "hello")
    ids = [question.id for question in (*questions, other)]
    town.env.backend.bulk_delete_messages(town.channel.id, ids)
    await town.env.settle()

    assert town.sent == []


async def test_an_answer_that_is_gone_already_does_not_stop_the_deletion(town: Town) -> None:
    await town.publish(LONG)
    question = await ask(town, LONG_ASK)
    await town.moderator.delete(town.sent[0])
    await town.member.delete(question)

    assert town.sent == []


async def test_a_deletion_that_fails_is_logged_and_stops_no_other(town: Town) -> None:
    questions = [await ask(town, DATES_ASK), await ask(town, PRICE_ASK)]
    town.env.inject_error("DELETE", "/channels/*/messages/*", status=500)
    with structlog.testing.capture_logs() as lines:
        town.env.backend.bulk_delete_messages(town.channel.id, [question.id for question in questions])
        await town.env.settle()

    assert failures(lines) == ["withdrawing an answer"]
    assert len(town.sent) == 1


async def test_edits_and_deletions_are_followed_after_a_restart(
    town: Town, new_bot: Callable[[], AnswerBot]
) -> None:
    first, second = await ask(town, PRICE_ASK), await ask(town, DATES_ASK)
    await town.env.restart_bot(new_bot())
    await edit(town, first, DATES_ASK)
    await town.member.delete(second)

    assert [message.embeds[0].description for message in town.sent] == [DATES]


async def test_after_a_restart_an_update_that_is_no_edit_changes_nothing(
    town: Town, new_bot: Callable[[], AnswerBot]
) -> None:
    question = await ask(town, DATES_ASK)
    await edit(town, question, "How many people were killed in March 2019?")
    await town.member.click(town.last, label="2")
    picked = shown(town.last.embeds[0])
    await town.env.restart_bot(new_bot())
    await update(town, question)

    assert shown(town.last.embeds[0]) == picked


async def test_after_a_restart_an_answer_that_was_deleted_stays_so_until_a_new_edit(
    town: Town, new_bot: Callable[[], AnswerBot]
) -> None:
    question = await ask(town, DATES_ASK)
    await edit(town, question, PRICE_ASK)
    await town.moderator.click(town.last, label="Delete")
    await town.env.advance_time(60)
    await town.env.restart_bot(new_bot())
    await update(town, question)
    assert town.sent == []

    await edit(town, question, DATES_ASK)
    assert [message.embeds[0].description for message in town.sent] == [DATES]


async def test_after_a_restart_an_edit_is_followed_though_the_answer_can_not_be_looked_at(
    town: Town, new_bot: Callable[[], AnswerBot]
) -> None:
    question = await ask(town, PRICE_ASK)
    await town.env.restart_bot(new_bot())
    town.env.inject_error("GET", "/channels/*/messages/*", status=403, code=50001)
    await edit(town, question, DATES_ASK)

    assert town.last.embeds[0].description == DATES


async def test_a_question_older_than_a_day_is_no_longer_followed(town: Town) -> None:
    question = await ask(town, PRICE_ASK)
    before = shown(town.last.embeds[0])
    await town.env.advance_time(DAY + 60)
    await edit(town, question, DATES_ASK)
    assert shown(town.last.embeds[0]) == before
    await town.member.delete(question)

    assert len(town.sent) == 1


async def test_an_edit_that_can_not_be_answered_is_told_with_a_reference(town: Town) -> None:
    question = await ask(town, PRICE_ASK)
    town.env.inject_error("PATCH", "/channels/*/messages/*", status=500)
    with structlog.testing.capture_logs() as lines:
        await edit(town, question, DATES_ASK)

    assert failures(lines) == ["message"]
    assert "reference" in town.last.content
    await edit(town, question, DATES_ASK + " please")
    assert town.sent[0].embeds[0].description == DATES


async def test_an_edit_that_comes_while_the_answer_is_made_is_answered_once_and_last(town: Town) -> None:
    backend = town.env.backend
    question = backend.create_message(town.channel.id, town.member.id, f"{town.mention} {PRICE_ASK}")
    backend.edit_message(town.channel.id, question.id, {"content": f"{town.mention} {DATES_ASK}"})
    await town.env.settle()

    assert [message.embeds[0].description for message in town.sent] == [DATES]


async def test_a_question_deleted_while_the_answer_is_made_keeps_none(town: Town) -> None:
    backend = town.env.backend
    question = backend.create_message(town.channel.id, town.member.id, f"{town.mention} {PRICE_ASK}")
    backend.delete_message(town.channel.id, question.id)
    await town.env.settle()

    assert town.sent == []
    assert len(town.posts) == 1


async def test_a_reply_that_lost_its_channel_is_only_logged(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=404, code=10003, times=None)
    with structlog.testing.capture_logs() as lines:
        await ask(town, DATES_ASK)

    assert failures(lines) == ["message"]
    assert len(town.posts) == 1


async def test_nobody_is_told_of_a_failure_that_is_no_matter_of_theirs(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object) -> None:
        raise StoreError

    monkeypatch.setattr(MemoryStore, "reply", gone)
    chat = await town.member.send(town.channel, "hello everybody")
    with structlog.testing.capture_logs() as lines:
        await town.member.edit(chat, "hello all")
        await town.member.delete(chat)

    assert town.sent == []
    assert failures(lines) == ["following an edit", "withdrawing an answer"]


async def test_edits_of_bots_webhooks_and_the_bot_itself_are_not_answered(town: Town) -> None:
    robot = town.guild.add_member(town.env.create_user("robot", bot=True))
    theirs = await robot.send(town.channel, "hello")
    await robot.edit(theirs, f"{town.mention} {DATES_ASK}")
    mine = await town.ask(DATES_ASK)
    town.env.backend.edit_message(town.channel.id, mine.id, {"content": f"{town.mention} {DATES_ASK}"})
    pin = town.guild.create_system_message(
        town.channel, MessageType.PINS_ADD, author=town.member, referenced_message=mine
    )
    town.env.backend.edit_message(town.channel.id, pin.id, {"content": f"{town.mention} {DATES_ASK}"})
    hook = town.guild.create_webhook(town.channel)
    posted = await hook.send("hello")
    town.env.backend.edit_message(town.channel.id, posted.id, {"content": f"{town.mention} {DATES_ASK}"})
    await town.env.settle()

    assert [message.id for message in town.sent if message.type is discord.MessageType.reply] == [mine.id]


async def test_an_edit_is_not_followed_where_the_bot_was_switched_off(town: Town, store: MemoryStore) -> None:
    question = await ask(town, PRICE_ASK)
    before = shown(town.last.embeds[0])
    await store.choose(town.guild.id, GuildSettings(enabled=False))
    await edit(town, question, DATES_ASK)
    assert shown(town.last.embeds[0]) == before
    await town.member.delete(question)

    assert town.sent == []


def failures(lines: list[MutableMapping[str, Any]]) -> list[str]:
    """Return where something failed, in order."""
    return [line["where"] for line in lines if line["event"] == "failed"]
