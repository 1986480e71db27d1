"""The answer to a quotation says, in one short sentence, whether its words were checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.answering.answer import Answered, Checking
from bot.answering.contract import as_json
from bot.answering.trust.checking import UNCHECKED, checked, checked_of
from bot.answering.trust.proof_report import listed, tally
from bot.answering.wording import plain, statement
from bot.knowledge.model import Citation, Pack, Quote
from bot.knowledge.periods import Period
from bot.knowledge.proof import Proof
from bot.knowledge.proving import provables, prove
from bot.knowledge.revision import compare, content_id
from tests.answering.world import pack

if TYPE_CHECKING:
    from bot.answering.answer import Statement

DAY = date(2026, 11, 26)
QUOTE = Quote(
    id="remark",
    words="We do.",
    speaker="brandt",
    citations=(Citation(source="gazette"), Citation(source="courier")),
)


def world(quote: Quote = QUOTE, *proving: str) -> Pack:
    """Return the made-up country with a quotation, proved from some sources."""
    whole = pack()
    entries = whole.entries | {quote.id: quote}
    proofs = [
        Proof(quote.id, each.source, each.part, each.sha256, "0" * 64, DAY)
        for each in provables(quote)
        if each.source in proving
    ]
    return replace(whole, entries=entries, proofs=tuple(proofs))


def told(quote: Quote = QUOTE, *proving: str) -> Statement:
    """Return the quotation in words."""
    return statement(world(quote, *proving), quote)


def test_words_that_no_text_proved_are_said_to_be_unchecked() -> None:
    assert checked(told()) == ("Words not yet checked against the source text.",)


def test_the_source_that_proved_the_words_is_named() -> None:
    whole = world(QUOTE, "courier")

    assert checked(statement(whole, QUOTE)) == (
        f"Words checked against {whole.sources['courier'].publisher} on 26 November 2026.",
    )


def test_the_first_cited_of_several_that_prove_the_words_is_named() -> None:
    found = told(QUOTE, "courier", "gazette").checking

    assert found is not None
    assert (found.source and found.source.id, found.day, found.part) == ("gazette", DAY, "words")


def test_an_only_source_needs_no_name() -> None:
    alone = replace(QUOTE, citations=(Citation(source="gazette", locator="p. 1"), Citation(source="gazette")))

    assert checked(told(alone, "gazette")) == ("Words checked against the source on 26 November 2026.",)


@pytest.mark.parametrize(
    ("day", "name"), [("2023-03-01", "Daily, Talks, 1 March 2023"), (None, "Daily, Talks")]
)
def test_two_sources_of_one_publisher_are_told_apart(day: str | None, name: str) -> None:
    whole = world(QUOTE, "gazette")
    gazette = replace(
        whole.sources["gazette"], publisher="Daily", title="Talks", date=Period.parse(day) if day else None
    )
    courier = replace(whole.sources["courier"], publisher="Daily")
    whole = replace(whole, sources=whole.sources | {"gazette": gazette, "courier": courier})

    assert checked(statement(whole, QUOTE)) == (f"Words checked against {name} on 26 November 2026.",)


def test_other_words_than_those_proved_are_unchecked() -> None:
    whole = replace(world(QUOTE, "gazette"))

    assert checked(statement(whole, replace(QUOTE, words="We don't."))) == (UNCHECKED,)


def test_only_quotations_say_so() -> None:
    whole = pack()
    figure = statement(whole, whole.entries["deaths-2023-01"])
    fact = statement(whole, next(entry for entry in whole.entries.values() if entry.kind == "fact"))

    assert (figure.checking, fact.checking) == (Checking("number"), None)
    assert (checked(figure), checked(fact)) == ((), ())


def test_a_quoted_passage_of_a_citation_does_not_prove_the_words() -> None:
    quote = replace(QUOTE, citations=(Citation(source="gazette", quote="We do."),))
    proof = next(each for each in provables(quote) if each.part == "citation")
    proofs = (Proof("remark", "gazette", "citation", proof.sha256, "0" * 64, DAY),)

    assert checked(statement(replace(world(quote), proofs=proofs), quote)) == (UNCHECKED,)


def test_several_quotations_say_once_how_many_were_checked() -> None:
    one, none = told(QUOTE, "gazette"), told()

    assert checked_of([none, none]) == UNCHECKED
    assert checked_of([one, none]) == "Words checked against the source text: 1 of 2."
    assert checked_of([one]) == ""


def answered(main: Statement, other: Statement) -> Answered:
    """Return an answer with another quotation beside it."""
    return Answered("q", 1.0, main, others=(other,), also=(other,))


def test_an_answer_in_plain_text_says_it_below_the_words_and_beside_others() -> None:
    lines = plain(answered(told(QUOTE, "gazette"), told())).splitlines()

    assert lines[1] == checked(told(QUOTE, "gazette"))[0]
    assert [line.endswith(f"“We do.” {UNCHECKED}") for line in lines[2:]] == [False, True, False, True]


def test_the_json_of_an_answer_says_what_was_checked_and_of_which_source() -> None:
    fact = statement(pack(), next(entry for entry in pack().entries.values() if entry.kind == "fact"))
    found = as_json(answered(told(QUOTE, "courier"), fact), 0.0)

    assert found["checked"] == [
        {"entry": "remark", "part": "words", "source": "courier", "date": "2026-11-26"}
    ]
    unproved = as_json(answered(told(), fact), 0.0)
    assert unproved["checked"] == [{"entry": "remark", "part": "words", "source": None, "date": None}]


def test_a_new_proof_is_a_change_of_what_answers_say() -> None:
    before, after = world(), world(QUOTE, "gazette")

    assert compare(before, after).changed == ("remark",)
    assert content_id(before) != content_id(after)


def test_a_long_list_of_sources_without_a_text_is_cut_short() -> None:
    many = replace(QUOTE, citations=tuple(Citation(source=f"s{number}") for number in range(5)))
    whole = Pack(id="p", title="P", entries={"remark": many})

    assert list(listed(prove(whole, {}, DAY))) == [
        ("Not proved yet, for want of a text (1):", ["remark (quotation): no text of s0, s1, s2 and 2 more"])
    ]
    assert tally(whole) == "Found in the text of a source: 0 of 1 quotations; bot verify lists them"
    assert tally(replace(whole, entries={})) == ""
