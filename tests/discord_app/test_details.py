"""The sources of an answer in full: what each is, and what it is cited for."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.answer import Cited, Statement
from bot.discord_app.details import render_sources
from bot.discord_app.layout import Reply
from bot.knowledge.model import Source
from bot.knowledge.periods import Period

REPORT = Source(
    id="report",
    publisher="PICSS",
    title="Monthly report",
    author="A. Author",
    date=Period.parse("2023-02-01"),
    url="https://example.org/report",
    kind="think-tank",
    reliability="high",
    note="Revised once.",
)
WORDS = "word " * 400


def statement(*cited: Cited) -> Statement:
    """Return a statement that rests on some citations."""
    return Statement("an-entry", "fact", "It was so.", cited)


def test_everything_that_is_known_of_a_source_is_shown() -> None:
    (reply,) = render_sources([statement(Cited(REPORT, "page 4", "It was so, they said."))])

    shown = (
        "[Monthly report](https://example.org/report)\n"
        "1 February 2023 · think tank · reliability: high\n"
        "By A. Author\n"
        "Where: page 4\n"
        "Its words: “It was so, they said.”\n"
        "Note: Revised once."
    )
    assert reply.fields == (("PICSS", shown),)


def test_a_source_of_which_little_is_known_is_shown_too() -> None:
    (reply,) = render_sources([statement(Cited(Source(id="x", publisher="Dawn", title=" ")))])

    assert reply.fields == (("Dawn", "no date · news report · reliability: medium"),)


def test_a_source_without_a_title_does_not_name_its_publisher_twice() -> None:
    untitled = Source(id="x", publisher="Dawn", url="https://example.org/x")
    ((name, value),) = render_sources([statement(Cited(untitled))])[0].fields

    assert (name, value.splitlines()[0]) == ("Dawn", "[Read it](https://example.org/x)")


def test_a_source_cited_twice_is_shown_once_with_both_places() -> None:
    (reply,) = render_sources([statement(Cited(REPORT, "page 4"), Cited(REPORT, "page 9"))])

    assert reply.description == "What this answer rests on: 1 source."
    ((_, value),) = reply.fields
    assert "Where: page 4\nWhere: page 9" in value


def test_a_quotation_is_shortened_when_the_sources_would_fill_many_messages() -> None:
    sources = [replace(REPORT, id=str(number)) for number in range(20)]
    replies = render_sources([statement(*(Cited(each, None, WORDS) for each in sources))])

    assert len(replies) <= 3
    assert all(
        "…” [read on](https://example.org/report)" in value for reply in replies for _, value in reply.fields
    )


def test_sources_too_many_for_messages_come_as_a_file_with_all_of_it() -> None:
    sources = [replace(REPORT, id=str(number), note="note " * 400) for number in range(20)]
    bare = Source(id="bare", publisher="Dawn")
    (reply,) = render_sources([statement(Cited(bare), *(Cited(each, "page 4", WORDS) for each in sources))])

    assert "attached file" in reply.description
    assert reply.attachment is not None
    assert reply.attachment.count(WORDS) == 20
    assert reply.attachment.count("reliability: high") == 20
    assert "Dawn, no date\nnews report\nreliability: medium\n" in reply.attachment


def test_what_could_not_be_shown_is_said_so() -> None:
    def lead(gone: int, more: int) -> str:
        replies: tuple[Reply, ...] = render_sources([statement(Cited(REPORT))], gone, more)
        return replies[0].description

    assert "1 of its facts is no longer in my sources." in lead(1, 0)
    assert "2 of its facts are no longer in my sources." in lead(2, 0)
    assert "their sources are in the answer itself." in lead(0, 1)
