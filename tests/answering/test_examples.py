"""The questions that show what a pack answers."""

from __future__ import annotations

from dataclasses import replace

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.browsing.examples import examples
from bot.answering.prompts import prompt
from bot.knowledge.model import Citation, Fact
from tests.answering.world import index, pack

TWICE = (Citation(source="courier"), Citation(source="gazette"), Citation(source="essay"))


def fact(key: str, ask: str, citations: tuple[Citation, ...] = TWICE[:1]) -> Fact:
    """Return a fact with one way to ask for it."""
    return Fact(id=key, statement=f"{key} is so.", asks=(ask,), citations=citations)


def of(*facts: Fact, count: int = 3, longest: int = 40) -> tuple[str, ...]:
    """Return the examples of a pack of facts."""
    entries = {entry.id: entry for entry in facts}
    return examples(engine.build_index(replace(pack(), entries=entries)), count, longest)


def test_examples_are_of_different_kinds_and_each_is_answered_by_its_own_entry() -> None:
    by_question = {prompt(pack(), entry): entry for entry in pack().entries.values()}
    found = examples(index(), 3, 90)

    assert [by_question[question].kind for question in found] == ["fact", "figure", "quote"]
    for question in found:
        answer = engine.answer(index(), question)
        assert isinstance(answer, Answered)
        assert answer.main.entry == by_question[question].id


def test_what_more_sources_report_comes_first() -> None:
    assert of(fact("tea", "Is tea dear?"), fact("salt", "Where is salt sold?", TWICE)) == (
        "Where is salt sold?",
        "Is tea dear?",
    )


def test_long_questions_strings_of_words_and_what_another_entry_answers_are_no_examples() -> None:
    long = fact("long", "Where in all of the country is the best salt of the year sold?")

    assert of(long, fact("words", "salt price"), fact("a", "Is tea dear?"), fact("b", "Is tea dear?")) == (
        "Is tea dear?",
    )


def test_no_more_are_given_than_wanted_and_none_where_there_are_none() -> None:
    assert of(fact("a", "Is tea dear?"), fact("b", "Where is salt sold?"), count=1) == ("Is tea dear?",)
    assert of() == ()
