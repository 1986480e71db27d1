"""A reply that leaves out of what it asks is asked of each thing that the answer before is about."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answer
from bot.answering.followups.asked_of_each import asked_of_each
from bot.answering.followups.context import context_of
from bot.answering.index import Index
from bot.knowledge.model import Entity, Fact, Quote
from bot.knowledge.periods import Period
from tests.answering.counts import COURIER, GAZETTE, TODAY, build, shown


def fact(key: str, statement: str, *asks: str, **fields: object) -> Fact:
    """Return a fact about the fund, linked with nothing."""
    given: dict[str, object] = {"about": ("fund",), "citations": (GAZETTE,)}
    return Fact(id=key, statement=statement, asks=asks, **(given | fields))  # type: ignore[arg-type]


@cache
def index() -> Index:
    """Return a fund with what became of it, and who speaks of it."""
    return build(
        Entity(
            id="fund",
            name="Harvest Fund",
            type="money",
            description="Money with which Valmora pays its farmers.",
            asks=("What is the Harvest Fund?", "What does the Harvest Fund do?"),
            citations=(GAZETTE,),
        ),
        Entity(id="mill", name="Mill League", type="group"),
        fact(
            "cancelled",
            "The ministry cancelled $300 million of the Harvest Fund in 2018.",
            "How much of the Harvest Fund was cancelled?",
            "How much money did the ministry cancel?",
            period=Period.parse("2018"),
        ),
        fact(
            "fund-tractors",
            "The Harvest Fund bought 12 tractors.",
            "How many tractors did the Harvest Fund buy?",
        ),
        fact(
            "mill-tractors",
            "The Mill League bought 15 tractors.",
            "How many tractors did the Mill League buy?",
            about=("mill",),
        ),
        fact(
            "audit",
            "Two clerks audited the Harvest Fund and the Mill League.",
            "Who audited the Harvest Fund?",
            "Who audited the Mill League?",
            about=("fund", "mill"),
        ),
        fact(
            "opened",
            "The Mill League opened a school for bakers.",
            "What did the Mill League open?",
            "Did the Mill League open a school?",
            about=("mill",),
        ),
        fact(
            "painted",
            "The Mill League has 40 boats.",
            "Who painted the boats of the Mill League?",
            "How many boats does the Mill League have?",
            about=("mill",),
        ),
        Quote(
            id="on-fund",
            words="The fund feeds us all.",
            speaker="ada-weld",
            asks=("What did Ada Weld say about the fund?", "Who said that the fund feeds us all?"),
            about=("fund",),
            period=Period.parse("2023-06-16"),
            citations=(COURIER,),
        ),
    )


def replied(*messages: str) -> Answer:
    """Put a question, then each message as a reply to the answer before; return the last answer."""
    answer = engine.answer(index(), messages[0], engine.Ask(as_of=TODAY))
    for message in messages[1:]:
        answer = engine.answer(index(), message, engine.Ask(as_of=TODAY, about=context_of(answer)))
    return answer


def test_what_a_reply_points_at_is_what_the_answer_is_about() -> None:
    answer = replied("Who audited the Mill League?", "did they open a school?")

    assert shown(answer) == ["opened"]
    assert answer.trace.read_as.endswith("did Mill League open a school?")
    assert answer.question == "did they open a school?"


def told(entry: str, reply: str) -> list[str]:
    """Return what answers a reply that is asked of each thing that an entry is about."""
    found = asked_of_each(
        index(), reply, index().pack.entries[entry], lambda text: engine.answer(index(), text)
    )
    return [] if found is None else shown(found)


@pytest.mark.parametrize(
    ("entry", "reply", "found"),
    [
        ("fund", "how much was cancelled?", "cancelled"),
        ("on-fund", "how much was cancelled?", "cancelled"),
        ("mill", "how many tractors did they buy?", "mill-tractors"),
        ("mill-tractors", "did they open a school?", "opened"),
    ],
)
def test_what_a_reply_leaves_out_is_what_the_answer_is_about(entry: str, reply: str, found: str) -> None:
    assert told(entry, reply) == [found]


@pytest.mark.parametrize(
    ("entry", "reply"),
    [
        ("fund", "how much got cancelled by Zembla?"),
        ("fund", "how much got cancelled, was it 200?"),
        ("fund", "and the cancelled one?"),
        ("fund", "who cancelled the next one?"),
        ("fund", "how much was cancelled there?"),
        ("fund", "how much was cancelled when everybody of the ministry had gone home that day?"),
        ("fund", "so?"),
        ("mill", "did he open a school?"),
        ("on-fund", "did Ada Weld open a school?"),
        ("talks", "was it in Northmark?"),
        ("toll", "how many attacks were there?"),
    ],
)
def test_a_reply_that_names_points_or_asks_otherwise_is_asked_of_nothing(entry: str, reply: str) -> None:
    assert told(entry, reply) == []


def test_what_only_those_who_ask_speak_of_is_not_told() -> None:
    assert told("mill", "who painted it?") == []


def test_what_fits_two_things_is_not_told() -> None:
    assert told("audit", "how many tractors were bought?") == []
