"""Members ask by mention, reply, direct message and /ask, and each hears back once."""

from __future__ import annotations

import discord
import pytest
import structlog
from simcord.backend.models import AllowedMentions
from simcord.enums import MessageType

from bot.discord_app.greeting import MENTION_ME
from bot.knowledge.model import Citation, Fact
from tests.discord_app.town import Town, pings, shown
from tests.sample_pack import DATES_ASK, LONG_ASK, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

DATES = "Pakistan and the United States held a dialogue on 6 and 7 March 2023."
LINK = "[Pakistan, US reaffirm commitment](https://example.org/dawn)"


async def test_a_mention_gets_the_answer_first_and_then_its_source(town: Town) -> None:
    (embed,) = (await town.ask(DATES_ASK)).embeds

    assert embed.description == DATES
    assert embed.fields[0].name == "Source"
    assert embed.fields[0].value == f"• {LINK} · Dawn · 7 March 2023\n“The two-day dialogue concluded.”"
    assert (embed.fields[1].name, embed.fields[1].value) == ("Note", "The second day was a Tuesday.")
    assert embed.footer.text == "As of 7 March 2023"


async def test_an_answer_refers_to_the_question_without_pinging_its_author(town: Town) -> None:
    answer = await town.ask(DATES_ASK)

    assert answer.reference is not None
    assert answer.reference.message_id == town.channel.history()[0].id
    assert pings(town) == []


async def test_a_quotation_comes_with_speaker_role_date_and_occasion(town: Town) -> None:
    (embed,) = (await town.ask("What did Ned Price say about the TTP?")).embeds

    assert embed.description == (
        "“These are threats to us as well.”\n"
        "— Ned Price, State Department spokesperson, 15 February 2023\n"
        "daily briefing\n"
        "Words not yet checked against the source text."
    )


async def test_a_claim_is_shown_with_what_the_sources_say(town: Town) -> None:
    (embed,) = (await town.ask("Did the dialogue last three days?")).embeds

    said = next(field for field in embed.fields if field.name == "What the sources say")
    assert DATES in (said.value or "")
    assert LINK in (said.value or "")


async def test_a_reply_to_the_bot_is_a_question(town: Town) -> None:
    answer = await town.ask("hello")
    await town.member.send(town.channel, DATES_ASK, reply_to=answer)

    assert town.last.embeds[0].description == DATES


async def test_a_reply_whose_ping_is_off_is_told_to_mention_the_bot(town: Town) -> None:
    answer = await town.ask(DATES_ASK)
    town.env.backend.create_message(
        town.channel.id,
        town.member.id,
        DATES_ASK,
        reference={"type": 0, "channel_id": str(town.channel.id), "message_id": str(answer.id)},
        allowed_mentions=AllowedMentions(replied_user=False),
    )
    await town.env.settle()

    assert town.last.content == MENTION_ME


async def test_a_reply_to_a_slash_answer_is_told_to_mention_the_bot(town: Town) -> None:
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)
    assert result.response is not None
    await town.member.send(town.channel, DATES_ASK, reply_to=result.response)

    assert town.last.content == MENTION_ME


async def test_a_direct_message_is_a_question(town: Town) -> None:
    await town.member.send_dm(DATES_ASK)

    answer = town.member.user.dm_channel.last_message
    assert answer is not None
    assert answer.embeds[0].description == DATES


@pytest.mark.parametrize("words", ["", "   "])
async def test_a_mention_without_words_gets_a_how_to_with_examples(town: Town, words: str) -> None:
    (embed,) = (await town.ask(words)).embeds

    assert "the dialogue" in (embed.description or "")
    assert [field.name for field in embed.fields] == ["How to ask", "For example"]
    assert "/ask" in (embed.fields[0].value or "")
    assert DATES_ASK in (embed.fields[1].value or "")


async def test_a_direct_message_without_words_gets_a_how_to(town: Town) -> None:
    await town.member.send_dm(town.mention)

    answer = town.member.user.dm_channel.last_message
    assert answer is not None
    assert "Mention me" in shown(answer.embeds[0])


async def test_what_is_not_in_the_sources_is_said_so_with_the_nearest_topics(town: Town) -> None:
    (embed,) = (await town.ask("What is the capital of Peru?")).embeds

    assert (embed.description or "").startswith("That is not in my sources")


async def test_who_only_says_thanks_hears_nothing_of_sources(town: Town) -> None:
    (embed,) = (await town.ask("thanks, hello")).embeds

    assert embed.description == "I see no question to look up."


@pytest.mark.parametrize("text", [DATES_ASK, f"@everyone {DATES_ASK}", f"<@1> {DATES_ASK}"])
async def test_a_message_for_others_gets_no_answer(town: Town, text: str) -> None:
    await town.member.send(town.channel, text)

    assert town.sent == []


async def test_a_reply_to_somebody_else_gets_no_answer(town: Town) -> None:
    first = await town.moderator.send(town.channel, "hello")
    await town.member.send(town.channel, DATES_ASK, reply_to=first)

    assert town.sent == []


async def test_bots_and_webhooks_get_no_answer(town: Town) -> None:
    robot = town.guild.add_member(town.env.create_user("robot", bot=True))
    await robot.send(town.channel, f"{town.mention} {DATES_ASK}")
    hook = town.guild.create_webhook(town.channel)
    await hook.send(f"{town.mention} {DATES_ASK}")

    assert [message for message in town.sent if message.webhook_id is None] == []


async def test_system_messages_get_no_answer(town: Town) -> None:
    answer = await town.ask(DATES_ASK)
    town.guild.create_system_message(
        town.channel,
        MessageType.PINS_ADD,
        author=town.member,
        referenced_message=answer,
    )
    await town.env.settle()

    assert town.sent == [answer]


async def test_ask_shows_the_question_above_the_answer(town: Town) -> None:
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert result.response is not None
    assert not result.ephemeral
    assert result.response.embeds[0].author.name == DATES_ASK
    assert result.response.embeds[0].description == DATES


async def test_a_private_answer_is_seen_by_one(town: Town) -> None:
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK, private=True)

    assert result.ephemeral
    assert town.channel.history(viewer=town.moderator) == []


async def test_ask_works_in_a_direct_message(town: Town) -> None:
    await town.member.send_dm("hello")
    result = await town.member.user.slash("ask", question=DATES_ASK)

    assert result.response.embeds[0].description == DATES


async def test_autocomplete_offers_questions_of_the_pack(town: Town) -> None:
    offered = await town.member.autocomplete(town.channel, "ask", "question", "when was")

    assert offered[0]["name"] == DATES_ASK
    assert len(await town.member.autocomplete(town.channel, "ask", "question", "")) <= 25


async def test_a_choice_too_long_for_discord_still_asks_the_whole_question(town: Town) -> None:
    (offered,) = await town.member.autocomplete(town.channel, "ask", "question", "which of the many")
    assert len(offered["value"]) <= 100
    assert offered["value"] != LONG_ASK

    result = await town.member.slash(town.channel, "ask", question=offered["value"])

    assert result.response is not None
    assert result.response.embeds[0].description == "This one."


async def test_text_of_strangers_pings_nobody_and_shows_no_markup(town: Town) -> None:
    nasty = "@everyone <@&1> # big\n# big ||x|| **b** [a](https://evil.example) `c` https://evil.example"
    fact = Fact(id="nasty", statement=nasty, asks=("What is nasty?",), citations=(Citation(source="dawn"),))
    town.shelf.pack = sample_pack([fact])
    await town.moderator.slash(town.channel, "facts reload")
    (embed,) = (await town.ask("What is nasty? @everyone @here")).embeds
    result = await town.member.slash(town.channel, "ask", question="@everyone <@1> **x**?")

    assert (embed.description or "").startswith("@\u200beveryone \\<@\u200b&1")
    assert "\n\\# big" in (embed.description or "")
    assert result.response is not None
    assert pings(town) == []


async def test_an_answer_too_long_for_one_message_goes_on_in_the_next(town: Town) -> None:
    long = Fact(
        id="long",
        statement="word " * 1500,
        asks=("What is long?",),
        citations=(Citation(source="dawn"),),
    )
    town.shelf.pack = sample_pack([long])
    await town.moderator.slash(town.channel, "facts reload")
    await town.ask("What is long?")
    result = await town.member.slash(town.channel, "ask", question="What is long?", private=True)

    first, second = town.sent[-2:]
    assert first.embeds[0].footer.text == "As of 7 March 2023 · Part 1 of 2"
    assert LINK in (second.embeds[0].fields[0].value or "")
    assert [message.ephemeral for message in result.followups] == [True]


async def test_an_answer_too_long_for_messages_comes_as_a_file(town: Town) -> None:
    long = Fact(
        id="long",
        statement="word " * 9000,
        asks=("What is long?",),
        citations=(Citation(source="dawn"),),
    )
    town.shelf.pack = sample_pack([long])
    await town.moderator.slash(town.channel, "facts reload")
    answer = await town.ask("What is long?")

    assert "attached file" in (answer.embeds[0].description or "")
    assert answer.attachments[0].filename == "answer.txt"
    assert b"https://example.org/dawn" in await answer.attachments[0].read()


async def test_every_outcome_is_logged_without_the_question(town: Town) -> None:
    with structlog.testing.capture_logs() as lines:
        await town.ask(DATES_ASK)

    (line,) = [line for line in lines if line["event"] == "asked"]
    assert (line["outcome"], line["entry"]) == ("answered", "dialogue-dates")
    assert DATES_ASK not in str(lines)
