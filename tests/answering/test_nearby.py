"""A short reply that names nothing is looked for in the answer before it and in what is linked with that."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answer
from bot.answering.followups.context import context_of
from bot.answering.followups.related import told_nearby
from bot.answering.index import Index
from bot.knowledge.model import Entity, Event, Fact
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, build, shown

SALE = "Who sold it to whom in the harbour?"


def fact(key: str, statement: str, *asks: str, related: tuple[str, ...] = (), **fields: object) -> Fact:
    """Return a fact about the ferry, linked with others."""
    given = {"about": ("ferry", "museum"), "related": related, "citations": (GAZETTE,)} | fields
    return Fact(id=key, statement=statement, asks=asks, **given)  # type: ignore[arg-type]


@cache
def index() -> Index:
    """Return a ferry that was sold, with what else is known of it, and much that is linked with nothing."""
    return build(
        Entity(id="ferry", name="Old Ferry", type="ship"),
        Entity(id="museum", name="Reed Museum", type="body"),
        fact(
            "sale",
            "The ministry sold the Old Ferry to the Reed Museum, which promised to keep all 40 cabins.",
            SALE,
            "Why was the ferry sold?",
            "Who discussed the sale of the ferry?",
            related=("price", "inspected", "no-engine", "handed-over"),
        ),
        fact("price", "The museum gave $450 million for it.", "How much money did the ferry bring?"),
        fact(
            "inspected", "Ada Weld inspected the ferry before it changed hands.", "Who inspected the ferry?"
        ),
        fact("no-engine", "The sale did not include the engine.", "Did the sale include the engine?"),
        fact(
            "bridge",
            "The bridge was inspected by Ivo Brandt.",
            "Who inspected the bridge?",
            about=("tarnholm",),
        ),
        Event(
            id="handed-over",
            title="The ferry was handed over",
            statement="The keys were handed over on 4 May 2022.",
            asks=("When was the ferry handed over?", "When was the ferry painted?"),
            about=("ferry", "museum"),
            period=Period.parse("2022-05-04"),
            citations=(GAZETTE,),
        ),
    )


def replied(question: str, reply: str) -> Answer:
    """Put a question and a reply to its answer."""
    first = engine.answer(index(), question, engine.Ask(as_of=TODAY))
    return engine.answer(index(), reply, engine.Ask(as_of=TODAY, about=context_of(first)))


@pytest.mark.parametrize(
    ("reply", "entry"),
    [
        ("how much money was it?", "price"),
        ("who inspected it?", "inspected"),
        ("did it include the engine?", "no-engine"),
        ("how many cabins?", "sale"),
        ("when was it handed over?", "handed-over"),
    ],
)
def test_a_reply_is_answered_by_what_is_linked_with_the_answer(reply: str, entry: str) -> None:
    assert shown(replied(SALE, reply))[0] == entry


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("why did they discuss it?", id="why is told by no such words"),
        pytest.param("which one was inspected?", id="choosing"),
        pytest.param("who inspected the Zarnholm pier?", id="names something else"),
        pytest.param("who inspected them?", id="somebody of several"),
        pytest.param("who discussed it?", id="only those who ask have the word"),
        pytest.param("when was it painted?", id="only those who ask of the event have it"),
        pytest.param("how many engines did they include?", id="no number is stated"),
        pytest.param("how many keys were handed over?", id="nothing but a day is stated"),
        pytest.param("and zorbed?", id="no such word"),
    ],
)
def test_what_those_do_not_tell_is_not_answered(reply: str) -> None:
    assert shown(replied(SALE, reply)) == []


def test_the_talk_then_goes_on_from_there() -> None:
    answer = replied(SALE, "who inspected it?")

    assert answer.trace.read_as == "Who inspected the ferry?"
    assert context_of(answer).entries == ("inspected",)


@pytest.mark.parametrize("reply", ["who inspected him?", "did she include the engine?"])
def test_nobody_is_meant_by_he_where_nobody_is_named(reply: str) -> None:
    assert shown(replied("Did the sale include the engine?", reply)) == []


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("did the engine include it?", id="whether another did something"),
        pytest.param("what was the engine's name?", id="a name, where nobody is named"),
    ],
)
def test_nor_is_who_did_it_told_by_words_alone(reply: str) -> None:
    assert shown(replied("Did the sale include the engine?", reply)) == []


def test_nor_by_the_words_of_those_who_ask() -> None:
    told = index().pack.entries["no-engine"]

    assert told_nearby(index(), "who discussed the sale?", told) is None
