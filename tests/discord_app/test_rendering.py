"""Answers that fill a message or a file to the brim, each chosen for what is special about it."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered, Cited, Computed, Quotation, Statement
from bot.answering.figures.listing import Row, Table
from bot.answering.figures.sieve import Filters
from bot.answering.wording import WORKED_OUT
from bot.discord_app.citing import link, safe_url
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import DISPUTED, render
from bot.discord_app.tables import render_table
from bot.knowledge.model import Source
from bot.knowledge.periods import Period
from tests.discord_app.judge import problems

REPORT = Source(
    id="report",
    publisher="PICSS",
    title="Monthly report",
    date=Period.parse("2023-02-01"),
    url="https://example.org/report",
    reliability="low",
)
CITED = Cited(REPORT, "page 3", "Word for word.")
WORDS = Quotation("We were never so many.", "Ann Lee", "chair", None, "the annual meeting")
LONG = "long " * 6500
"""More than the messages of one answer hold."""


def said(text: str, quotation: Quotation | None = None, note: str | None = None) -> Statement:
    """Return a statement with its citation."""
    return Statement("an-entry", "quote" if quotation else "figure", text, (CITED,), note, None, quotation)


def in_a_file(answer: Answered) -> list[str]:
    """Return the lines of the file in which an answer too long for messages comes."""
    (reply,) = render(answer)
    assert "in the attached file" in reply.description
    assert reply.attachment is not None
    return reply.attachment.splitlines()


def test_a_file_holds_the_answer_its_quotation_its_note_and_its_source() -> None:
    lines = in_a_file(Answered("Who said so?", 0.9, said("Ann Lee said so.", WORDS, LONG)))

    assert lines[0] == "Question: Who said so?"
    assert "“We were never so many.” — Ann Lee, chair, the annual meeting" in lines
    assert f"Note: {LONG}" in lines
    assert "“Word for word.”" in lines
    assert [line for line in lines if line.startswith("Source: Monthly report · PICSS · 1 February 2023")]


def test_a_file_holds_other_values_further_counts_and_what_disagrees() -> None:
    answer = Answered(
        "How many?",
        0.9,
        said("134.", note=LONG),
        (said("101."),),
        ("974 in one paper",),
        disputed=True,
        also=(said("7."),),
    )
    lines = in_a_file(answer)

    assert lines.index("101.") < lines.index("974 in one paper") < lines.index("7.")
    assert lines[lines.index("974 in one paper") - 1] == "Sources disagree:"


@pytest.mark.parametrize("stored", [True, False])
def test_a_file_holds_what_was_worked_out_with_its_sums_and_counts(stored: bool) -> None:  # noqa: FBT001  # given by pytest
    given = said("134.", note=LONG)
    computed = Computed("Together 235.", ("134 + 101 = 235",), (given, said("101.")), stored)
    lines = in_a_file(Answered("How many together?", 0.9, given, computed=computed))

    assert lines.index("Together 235.") < lines.index("134 + 101 = 235") < lines.index("101.")
    assert (WORKED_OUT in lines) == stored


def test_what_was_worked_out_stands_below_a_statement_that_says_the_same() -> None:
    computed = Computed("Together 235.", ("134 + 101 = 235",), (said("134."),), stored=True)
    (reply,) = render(Answered("How many?", 0.9, said("There were 235."), computed=computed))

    assert reply.description.startswith("There were 235.")
    assert [value for name, value in reply.fields if name == "Worked out from the counts"]


def test_a_word_longer_than_a_message_comes_in_pieces_that_lose_nothing() -> None:
    word = "\N{GRINNING FACE}" * 3000
    replies = lay_out("Here it is.", [Block("Word", (word,))], Frame())

    assert "".join(value for reply in replies for _, value in reply.fields).replace("\n", "") == word
    assert [found for reply in replies for found in problems(reply)] == []


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "https://dawn.com@evil.example/", "https://[half", "https:///x"]
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None
    assert "](" not in link("Title", url)


def test_a_title_that_fills_a_link_has_the_address_beside_it() -> None:
    address = "https://example.org/" + "a" * 400

    assert link("T" * 600, address) == f"{'T' * 600} [link]({address})"


@pytest.mark.parametrize(
    ("counter", "title"), [("P" * 300, "January 2023"), ("PICSS", "January 2023 · PICSS")]
)
def test_a_counter_too_long_for_a_heading_stands_below_it(counter: str, title: str) -> None:
    row = Row("an-entry", "deaths", "134", "people", "", "January 2023", counter, (CITED,))
    (page,) = render_table(Table(Filters(), "deaths", (row,), ()))
    ((name, value),) = page.fields

    assert name == title
    assert counter in name + value


def test_a_column_that_nothing_is_known_of_is_named() -> None:
    (page,) = render_table(Table(Filters(), "deaths", (), (("place", "Atlantis"),)))

    assert page == Reply("My sources have no figures for the place “Atlantis”.", colour=page.colour)


def test_each_ask_of_a_message_is_answered_under_its_own_words_and_what_has_no_answer_is_named() -> None:
    further = Answered("who led it", 0.9, said("Ann Lee led it."), (said("Bo did."),), disputed=True)
    answer = Answered("q", 0.9, said("In May."), further=(further,), untold=("where is *it*",))
    (reply,) = render(answer)

    assert reply.description == "In May."
    assert [name for name, _ in reply.fields] == [
        "Source",
        "Caution",
        "Also asked: who led it",
        "Source",
        "Caution",
        "Sources disagree",
        "I have no answer to this part",
    ]
    assert reply.fields[-1][1] == r"• where is \*it\*"
    assert reply.colour == DISPUTED


def test_a_file_holds_each_ask_of_a_message() -> None:
    further = Answered("who led it", 0.9, said("Ann Lee led it."))
    lines = in_a_file(Answered("q", 0.9, said("In May.", note=LONG), further=(further,), untold=("where",)))

    assert lines.index("In May.") < lines.index("Also asked: who led it") < lines.index("Ann Lee led it.")
    assert lines[-1] == "I have no answer to this part: where"
