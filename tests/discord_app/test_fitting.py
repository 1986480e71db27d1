"""Where a channel does not allow an embed or a file, the answer still comes whole, and says why."""

from __future__ import annotations

import re

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, Answered
from bot.discord_app.access import (
    EVERYTHING,
    IN_CHANNEL,
    IN_THREAD,
    TO_WRITE,
    CannotWriteError,
    Need,
    Needs,
    missing,
    named,
)
from bot.discord_app.fitting import LONGEST_TEXT, MOST_TEXTS, fitted
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import render
from tests.discord_app import strategies
from tests.discord_app.judge import length, problems, read, squash
from tests.discord_app.test_render_properties import facts_of, often

some = settings(often, max_examples=15)

WRITABLE: list[Need] = [need for need in EVERYTHING if need not in TO_WRITE]
lacks = st.lists(st.sampled_from(WRITABLE), unique=True).map(tuple[Need, ...])


def bare(text: str) -> str:
    """Return a text without the markup that the bot itself puts around headings and small print."""
    return re.sub(r"^(\*\*(.*)\*\*|-# (.*))$", r"x\2\3", text, flags=re.MULTILINE)


def faults(reply: Reply) -> list[str]:
    """Return every way in which Discord would refuse a reply, or show markup of strangers."""
    found = problems(Reply("x" + reply.description, reply.fields, reply.author, reply.footer))
    if reply.text:
        found += problems(Reply(bare(reply.text)))
    return found + (["too long a text"] if length(reply.text) > LONGEST_TEXT else [])


@given(strategies.answers, lacks)
@some
def test_discord_would_take_whatever_is_sent_and_nothing_in_it_is_live(answer: Answer, lacks: Needs) -> None:
    replies = fitted(render(answer, echo=True), lacks)

    assert [found for reply in replies for found in faults(reply)] == []
    if "embed_links" in lacks:
        assert not any(reply.description or reply.fields for reply in replies)
    if "attach_files" in lacks:
        assert not any(reply.attachment for reply in replies)


@given(strategies.answered)
@some
def test_as_plain_text_no_statement_citation_or_dispute_is_lost(answer: Answered) -> None:
    replies = fitted(render(answer), ("embed_links",))
    seen = read(Reply(bare(reply.text)) for reply in replies)
    seen += "".join(squash(reply.attachment or "") for reply in replies)
    if "in a direct message, and you get all of it" in replies[0].text:
        return

    for statement in answer.statements:
        for fact in facts_of(statement):
            assert squash(fact) in seen
    for note in answer.dispute_notes:
        assert squash(note) in seen


@given(strategies.answers, st.sampled_from(TO_WRITE))
@some
def test_where_nothing_can_be_written_nothing_is_sent(answer: Answer, need: Need) -> None:
    with pytest.raises(CannotWriteError):
        fitted(render(answer), (need,))


def test_with_every_permission_replies_stay_as_they_are() -> None:
    replies = (Reply("one"), Reply("two"))

    assert fitted(replies, ()) == replies


def test_an_answer_too_long_for_plain_text_is_not_sent_in_part() -> None:
    pages = lay_out("word " * 700, [Block("Sources", ("source " * 150,) * 12)], Frame())
    (only,) = fitted(pages, ("embed_links",))

    assert len(pages) * 6000 > MOST_TEXTS * LONGEST_TEXT
    assert only.text == (
        "My answer is too long to show here, because I'm missing Embed Links in this channel. "
        "Use /ask, or ask me in a direct message, and you get all of it."
    )


def test_a_file_that_can_not_be_attached_is_said_so() -> None:
    (only,) = fitted((Reply("In the file.", attachment="all"),), ("attach_files",))

    assert only == Reply(text=only.text)
    assert "I'm missing Attach Files" in only.text


def test_a_file_that_can_be_attached_comes_with_plain_text() -> None:
    (only,) = fitted((Reply("In the file.", attachment="all"),), ("embed_links",))

    assert only.attachment == "all"
    assert only.text.startswith("In the file.\n")


def test_a_heading_stays_with_its_first_line() -> None:
    filler = "x" * (LONGEST_TEXT - 20)
    texts = fitted((Reply(filler, (("Sources of it", "first\nsecond"),)),), ("embed_links",))

    assert texts[1].text.startswith("**Sources of it**\nfirst\nsecond\n")


def test_text_above_an_embed_stays_above_it() -> None:
    (only,) = fitted((Reply("Below.", text="Above."),), ("embed_links",))

    assert only.text.startswith("Above.\nBelow.\n")


def test_what_does_not_change_the_answer_is_not_named() -> None:
    assert fitted((Reply("one"),), ("attach_files",)) == (Reply("one"),)
    assert fitted((Reply(text="Oh."),), ("read_message_history",)) == (Reply(text="Oh."),)


@pytest.mark.parametrize(
    ("have", "needs", "lacking"),
    [
        (discord.Permissions.none(), IN_CHANNEL, IN_CHANNEL),
        (discord.Permissions.all(), EVERYTHING, ()),
        (discord.Permissions(view_channel=True, send_messages=True), IN_THREAD, IN_THREAD[1:]),
    ],
)
def test_missing_permissions_are_those_needed_and_not_there(
    have: discord.Permissions, needs: Needs, lacking: Needs
) -> None:
    assert missing(have, needs) == lacking


def test_permissions_have_the_names_of_discords_settings() -> None:
    assert named(EVERYTHING) == (
        "View Channel, Send Messages, Send Messages in Threads, Embed Links, Attach Files "
        "and Read Message History"
    )
    assert named(["embed_links"]) == "Embed Links"
    assert named([]) == "a permission"
