"""Replies that ask for another side, version, place or time of what was told, and what they do not mean."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answer, Answered
from bot.answering.followups.context import context_of
from bot.answering.index import Index
from bot.knowledge.model import Citation, Entity, Fact
from tests.answering.counts import GAZETTE, TODAY, build, shown


def told(key: str, statement: str, *asks: str, about: tuple[str, ...] = ()) -> Fact:
    """Return a fact with what asks for it."""
    return Fact(id=key, statement=statement, asks=asks, about=about, citations=(Citation(source="gazette"),))


@cache
def index() -> Index:
    """Return a league, two countries with an office and an envoy each, and what happened to them."""
    return build(
        Entity(id="norland", name="Norland", type="place"),
        Entity(id="sund", name="Sund", type="place"),
        Entity(id="league", name="Moor League", type="group"),
        Entity(id="reed-office", name="Reed Office", type="body", part_of=("norland",)),
        Entity(id="fen-office", name="Fen Office", type="body", part_of=("sund",)),
        Entity(
            id="ada",
            name="Ada Stone",
            type="person",
            description="A clerk of Norland.",
            asks=("Who is Ada Stone?",),
            citations=(GAZETTE,),
        ),
        told(
            "sund-head",
            "Ivo Brandt led the side of Sund at the pact talks with Norland.",
            "Who led Sund's side at the pact talks with Norland?",
            about=("sund", "norland", "ivo-brandt"),
        ),
        told(
            "norland-head",
            "Ada Stone led the side of Norland at the pact talks with Sund.",
            "Who led Norland's side at the pact talks with Sund?",
            about=("sund", "norland", "ada"),
        ),
        told(
            "reed-topics",
            "According to the Reed Office, the pact talks covered fishing and salt.",
            "What did the pact talks cover according to the Reed Office?",
            about=("reed-office",),
        ),
        told(
            "fen-topics",
            "According to the Fen Office, the pact talks covered ferries and herring.",
            "What did the pact talks cover according to the Fen Office?",
            about=("fen-office",),
        ),
        told(
            "raid",
            "The first raid of the Moor League, on 3 May 2018, was at a mill in Brackwater.",
            "What was the first raid of the Moor League?",
            about=("league",),
        ),
        told(
            "outlawed",
            "Norland outlawed the Moor League on 4 June 2019.",
            "Has Norland outlawed the Moor League?",
            about=("league", "norland"),
        ),
        replace(
            told(
                "hurt",
                "Twelve civilians were wounded at the pier on the day of the flood.",
                "How many civilians were wounded at the pier?",
                about=("league",),
            ),
            related=("soldiers",),
        ),
        told(
            "soldiers",
            "Some 40 soldiers were killed at the pier that day, and 90 civilians were wounded.",
            "How many soldiers were killed at the pier?",
            about=("league",),
        ),
        told(
            "blast",
            "The Tarnholm market bombing was in the old fish hall.",
            "Where was the Tarnholm market bombing?",
            about=("market-bombing",),
        ),
        told(
            "strike",
            "The Moor League called off its rent strike on 9 July 2020.",
            "When did the Moor League call off its rent strike?",
            about=("league",),
        ),
        told(
            "founded",
            "The Moor League started as a choir in 2001.",
            "When did the Moor League start?",
            about=("league",),
        ),
        told(
            "visit",
            "Ada Stone visited the lighthouse in Sund in 2019.",
            "When did Ada Stone visit the lighthouse?",
            "Did Ada Stone come to the lighthouse?",
            about=("ada", "sund"),
        ),
        told(
            "fined",
            "Ada Stone was not fined for the flood.",
            "Was Ada Stone fined for the flood?",
            about=("ada",),
        ),
        told(
            "brandt-flood",
            "Ivo Brandt said that the flood was an act of nature.",
            "What did Ivo Brandt say about the flood?",
            about=("ivo-brandt",),
        ),
    )


def replied(*messages: str) -> Answer:
    """Put a question, then each message as a reply to what came before; return the last answer."""
    first, *rest = messages
    answer = engine.answer(index(), first, engine.Ask(as_of=TODAY))
    assert isinstance(answer, Answered), first
    for message in rest:
        answer = engine.answer(index(), message, engine.Ask(as_of=TODAY, about=context_of(answer)))
    return answer


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (
            ("Who led Sund's side at the pact talks with Norland?", "who was there for Norland?"),
            "norland-head",
        ),
        (
            ("Who led Sund's side at the pact talks with Norland?", "ok cool, and for Norland?"),
            "norland-head",
        ),
        (
            (
                "What did the pact talks cover according to the Reed Office?",
                "and according to the Fen Office?",
            ),
            "fen-topics",
        ),
        (("What was the first raid of the Moor League?", "where exactly?"), "raid"),
        (("What was the first raid of the Moor League?", "where was that?"), "raid"),
        (("Has Norland outlawed the Moor League?", "since when?"), "outlawed"),
        (("What was the first raid of the Moor League?", "where was that again?"), "raid"),
    ],
)
def test_a_reply_gets_the_other_side_or_what_was_told_with_it(messages: tuple[str, ...], entry: str) -> None:
    assert shown(replied(*messages))[0] == entry


@pytest.mark.parametrize(
    "messages",
    [
        # what began is the strike, and not the league that held it
        ("When did the Moor League call off its rent strike?", "when had it started?"),
        ("When did Ada Stone visit the lighthouse?", "did she come again?"),
        ("When did Ada Stone visit the lighthouse?", "and the visit before?"),
        ("When did Ada Stone visit the lighthouse?", "did Ada Stone come to the lighthouse again?"),
        ("Who is Ada Stone?", "where exactly?"),
        ("How many civilians were wounded at the pier?", "how many civilians were killed?"),
        ("When did the Moor League call off its rent strike?", "where was that?"),
        ("When did the Moor League call off its rent strike?", "who was there for Norland?"),
    ],
)
def test_a_reply_is_not_answered_with_what_it_does_not_ask(messages: tuple[str, ...]) -> None:
    assert not isinstance(replied(*messages), Answered)


def test_a_version_is_not_told_with_another_where_its_own_is_known() -> None:
    asked = "What did the pact talks cover according to Sund?"
    assert shown(engine.answer(index(), asked, engine.Ask(as_of=TODAY)))[0] == "fen-topics"


def test_what_another_says_is_no_question_of_what_became_of_him() -> None:
    reply = replied("Was Ada Stone fined for the flood?", "what did Ivo Brandt say?")
    assert "fined" not in reply.trace.read_as


def test_what_happened_does_nothing_itself() -> None:
    reply = replied("Where was the Tarnholm market bombing?", "what did they demand?")
    assert not isinstance(reply, Answered)
    assert "bombing" not in reply.trace.read_as
