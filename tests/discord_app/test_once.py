"""However often Discord tells of a question, it is answered once."""

from __future__ import annotations

import discord
import pytest
from simcord.backend import serializers

from bot.discord_app.once import Once
from bot.knowledge.model import Citation, Fact
from tests.discord_app.town import Town
from tests.sample_pack import DATES_ASK, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


async def again(town: Town, message: discord.Message) -> None:
    """Send the event of a message once more, as Discord does after a reconnect."""
    backend = town.env.backend
    stored = backend.get_message(town.channel.id, message.id)
    backend.emit("MESSAGE_CREATE", dict(serializers.message_payload(backend, stored)))
    await town.env.settle()


async def test_an_answer_carries_the_id_of_its_question_as_an_enforced_nonce(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    (sent,) = town.posts
    assert (sent["nonce"], sent["enforce_nonce"]) == (str(question.id), True)


async def test_each_further_part_of_an_answer_has_a_nonce_of_its_own(town: Town) -> None:
    long = Fact(
        id="long", statement="word " * 1500, asks=("What is long?",), citations=(Citation(source="dawn"),)
    )
    town.shelf.pack = sample_pack([long])
    await town.moderator.slash(town.channel, "facts reload")
    question = await town.member.send(town.channel, f"{town.mention} What is long?")

    assert [sent["nonce"] for sent in town.posts] == [str(question.id), f"{question.id}-2"]


async def test_a_report_of_a_failure_has_a_nonce_of_its_own(town: Town) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=500)
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert [sent["nonce"] for sent in town.posts] == [str(question.id), f"{question.id}-e"]
    assert all(sent["enforce_nonce"] for sent in town.posts)


async def test_a_question_told_of_twice_is_answered_once(town: Town) -> None:
    question = await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    await again(town, question)

    assert len(town.sent) == 1


def test_what_was_taken_on_is_remembered_within_bounds() -> None:
    once = Once(most=2)

    assert [once.take(message) for message in (1, 1, 2, 3)] == [True, False, True, True]
    assert once.take(1)


def test_a_message_says_the_same_until_it_says_something_else() -> None:
    once = Once()
    once.take(1)
    assert not once.says_the_same(1, "")

    once.heard(1, "one")
    assert once.says_the_same(1, "one")
    assert not once.says_the_same(1, "two")
    assert not once.says_the_same(2, "one")

    once.forget(1)
    once.forget(2)
    assert not once.says_the_same(1, "one")
    assert not once.take(1)
    assert once.take(2)


def test_everyone_waits_at_one_lock_for_a_message() -> None:
    once = Once()
    lock = once.lock(1)

    assert once.lock(1) is lock
    assert once.lock(2) is not lock
