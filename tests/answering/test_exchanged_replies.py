"""Replies that exchange who did it, go on from the question before the last, or ask by whom."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answer, Answered, Context
from bot.answering.followups.by_whom import tells_by_whom
from bot.answering.followups.context import context_of
from bot.answering.followups.fitting import is_of_another_named
from bot.answering.followups.frames import named_in
from bot.answering.followups.substitution import substituted
from bot.answering.index import Index
from bot.knowledge.model import Claim, Entity, Fact
from bot.knowledge.periods import Period
from tests.answering.counts import COURIER, GAZETTE, TODAY, build, fact, shown


@cache
def index() -> Index:
    """Return two countries and two bodies that each did something about a league and a pact."""
    return build(
        Entity(id="norland", name="Norland", type="place", aliases=("Norlandic",)),
        Entity(id="sund", name="Sund", type="place"),
        Entity(id="office", name="Reed Office", type="body"),
        Entity(id="league", name="Moor League", type="group"),
        Entity(id="crew", name="Fen Crew", type="group"),
        Entity(
            id="ada",
            name="Ada Stone",
            type="person",
            description="A clerk of Norland.",
            asks=("Who is Ada Stone?", "Was Ada Stone a rower?", "Was Ada Stone a clerk?"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="banned",
            statement="Norland banned the Moor League in 2019.",
            asks=(
                "When was the Moor League outlawed in Norland?",
                "Which year did Norland ban the Moor League?",
            ),
            about=("league", "norland"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="office-ban",
            statement="The Moor League was banned by the Reed Office in 2021.",
            asks=(
                "When was the Moor League outlawed by the Reed Office?",
                "When did the Reed Office ban it?",
            ),
            about=("league", "office"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="sund-head",
            statement="Ivo Brandt led the side of Sund at the pact talks with Norland.",
            asks=("Who led Sund's side at the pact talks with Norland?",),
            about=("sund", "norland", "ivo-brandt"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="norland-head",
            statement="Ada Stone led the side of Norland at the pact talks with Sund.",
            asks=("Who led Norland's side at the pact talks with Sund?",),
            about=("sund", "norland", "ada"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="paid",
            statement="A clerk was paid 40 crowns by the Moor League in 2018, under Ada Stone.",
            asks=("How much was the clerk paid?",),
            about=("league",),
            citations=(GAZETTE,),
        ),
        fact("counted", "Nine boats were seen, as counted by the Reed Office.", "office"),
        fact("grew", "The herring catch of Sund rose by 12 percent in 2020.", "sund"),
        Claim(
            id="worst",
            claim="January 2023 was the worst month in Valmora since 2018.",
            verdict="supported",
            asks=("Was January 2023 the worst month since 2018?",),
            citations=(COURIER,),
        ),
        Fact(
            id="years",
            statement="Sund built 12 boats in 2021 and 30 boats in 2022.",
            asks=("How many boats did Sund build in 2022?", "How many boats did Sund build in 2021?"),
            about=("sund",),
            period=Period.parse("2021/2022"),
            citations=(GAZETTE,),
        ),
    )


def replied(*messages: str) -> Answer:
    """Put a question, then each message as a reply to what came before; return the last answer."""
    first, *rest = messages
    answer = engine.answer(index(), first, engine.Ask(as_of=TODAY))
    for message in rest:
        about: Context = context_of(answer)
        answer = engine.answer(index(), message, engine.Ask(as_of=TODAY, about=about))
    return answer


@pytest.mark.parametrize(
    ("question", "reply", "whole"),
    [
        pytest.param(
            "When was the Moor League outlawed in Norland?",
            "and by the Reed Office?",
            "When was the Moor League outlawed by Reed Office?",
            id="by whom for where",
        ),
        pytest.param(
            "When was the Moor League outlawed in Norland?",
            "the Reed Office?",
            "When was the Moor League outlawed by Reed Office?",
            id="a body for where",
        ),
        pytest.param(
            "When was the Moor League outlawed?",
            "and by Sund?",
            "When was the Moor League outlawed by Sund?",
            id="by whom at the end",
        ),
        pytest.param(
            "When did Norland ban the Moor League?",
            "and by Sund?",
            "When did Sund ban the Moor League?",
            id="who acts stays where he is",
        ),
        pytest.param(
            "Who led Sund's side at the pact talks with Norland?",
            "and the Norlandic one?",
            "Who led Norland's side at the pact talks with Sund?",
            id="two change places",
        ),
        pytest.param(
            "What did Sund, Norland and Sund say?", "and Sund?", None, id="more than two can't change places"
        ),
        pytest.param(
            "Where is the Moor League?",
            "and the Fen Crew?",
            "Where is the fen crew?",
            id="the like of a kind",
        ),
        pytest.param(
            "When did the Reed Office ban the Moor League?",
            "and Sund's version?",
            "When did Sund ban the Moor League?",
            id="a word for what it is",
        ),
    ],
)
def test_who_did_it_is_put_where_it_belongs(question: str, reply: str, whole: str | None) -> None:
    named = named_in(index(), reply, TODAY)
    assert named is not None
    assert substituted(index(), question, reply, named, TODAY) == whole


@pytest.mark.parametrize(
    ("talk", "entry"),
    [
        pytest.param(
            ("When was the Moor League outlawed in Norland?", "and by the Reed Office?"),
            "office-ban",
            id="by",
        ),
        pytest.param(
            ("Who led Sund's side at the pact talks with Norland?", "and the Norlandic one?"),
            "norland-head",
            id="the other side",
        ),
        pytest.param(("How much was the clerk paid?", "by whom?"), "paid", id="by whom"),
        pytest.param(("How much was the clerk paid?", "and under who"), "paid", id="under whom"),
        pytest.param(("Were nine boats seen?", "by whom?"), "", id="who counted did not do it"),
        pytest.param(("Did the herring catch of Sund rise?", "by how much?"), "grew", id="by how much"),
        pytest.param(("How much was the clerk paid?", "by how much?"), "", id="no change was told"),
        pytest.param(
            ("Was January 2023 the worst month since 2018?", "how many attacks that month?"),
            "a-2023-01",
            id="the month of the question",
        ),
        pytest.param(
            ("How many boats did Sund build in 2022?", "and the year before?"), "years", id="its own year"
        ),
        pytest.param(
            (
                "When was the Moor League outlawed in Norland?",
                "was it a crime there?",
                "and by the Reed Office?",
            ),
            "office-ban",
            id="after what was asked in vain",
        ),
        pytest.param(
            ("How many attacks did the ISS count in 2022?", "and how many tents?", "2021?"),
            "a-2021",
            id="a count",
        ),
        pytest.param(
            ("How many attacks by the FVF in 2022?", "did the PCM count the same?"), "", id="no such"
        ),
        pytest.param(
            ("How many attacks did the ISS count in 2022?", "what does the PCM say?"),
            "a-pcm-2022",
            id="what another says",
        ),
        pytest.param(
            ("How many attacks did the ISS count in 2022?", "12 months before, by the PCM?"),
            "a-pcm-2021",
            id="twelve months before, by another",
        ),
        pytest.param(
            ("Who led Norland's side at the pact talks with Sund?", "what's her name?"), "ada", id="her name"
        ),
    ],
)
def test_a_reply_is_answered_of_what_it_exchanges(talk: tuple[str, ...], entry: str) -> None:
    assert shown(replied(*talk))[:1] == ([entry] if entry else [])


def test_a_whole_question_about_something_else_named_moves_the_talk_on() -> None:
    answer = replied("What is the Lorn talks?", "How much was the clerk of the Moor League paid?")

    assert isinstance(answer, Answered)
    assert answer.main.entry == "paid"


def test_a_card_says_that_something_was_so_only_by_its_own_words() -> None:
    assert shown(replied("Who is Ada Stone?", "was she a clerk?"))[0] == "ada"
    assert shown(replied("Who is Ada Stone?", "was she a rower?")) == []


def test_the_talk_moves_on_only_where_it_is_sure() -> None:
    answer = engine.answer(index(), "How much was the clerk paid?", engine.Ask(as_of=TODAY))
    assert isinstance(answer, Answered)

    before = index().pack.entries["sund-head"]
    asked = "How much was the clerk of the Moor League paid?"
    assert is_of_another_named(index(), asked, before, answer)
    assert not is_of_another_named(index(), asked, None, answer)
    assert not is_of_another_named(index(), asked, before, replace(answer, confidence=0.7))


def test_by_whom_is_told_only_by_a_name_behind_that_word_or_before_the_verb() -> None:
    paid, asked = index().pack.entries["paid"], "When was the fine paid?"

    assert tells_by_whom(index(), "by whom?", asked, paid, "It was paid by the Moor League.")
    assert tells_by_whom(index(), "by whom?", asked, paid, "In May the Moor League paid it.")
    assert tells_by_whom(index(), "by whom?", asked, paid, "The Bench of Elders has paid it.")
    assert not tells_by_whom(index(), "by whom?", "What was the fine?", paid, "The Moor League paid it.")
    assert not tells_by_whom(index(), "under whom?", asked, paid, "The Moor League paid it.")
    assert not tells_by_whom(index(), "by whom?", asked, paid, "A fine of the Moor League, paid in May.")
    assert not tells_by_whom(index(), "when?", asked, paid, "It was paid by the Moor League.")
