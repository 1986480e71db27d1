"""What happened on a day is answered with the event of that day, where nothing else is asked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Ambiguous, Answered
from bot.answering.index import Index
from bot.knowledge.model import Entity, Event
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, build

FEN = Entity(id="fen", name="Fen Council", type="group")
MOOR = Entity(id="moor", name="Moor Council", type="group")
VALE = Entity(id="vale", name="Vale", type="place")


def event(key: str, title: str, day: str, *about: str) -> Event:
    """Return an event that nobody has asked for yet."""
    return Event(
        id=key,
        title=title,
        asks=(f"Is it so that {title}?",),
        about=about,
        period=Period.parse(day),
        citations=(GAZETTE,),
    )


OPENED = event("opened", "The Fen Council bought a mill in Vale", "2011-07-29", "fen", "vale")
FILLED = event("filled", "The mill of the Fen Council took its first grain", "2011-07-29", "fen")
SOLD = event("sold", "The Moor Council sold a boat", "2011-07-29", "moor")
LONG = event("long", "The Moor Council wrote its rules", "2012-03", "moor")


@cache
def index(*events: Event) -> Index:
    """Return a pack with some events."""
    return build(FEN, MOOR, VALE, *events)


def answered(question: str, *events: Event) -> list[str]:
    """Return the entry that answers a question, or those that are offered."""
    found = engine.answer(index(*events), question)
    if isinstance(found, Ambiguous):
        return [choice.entry for choice in found.choices]
    return [found.main.entry] if isinstance(found, Answered) else []


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("what happened on 29 July 2011", ["opened"]),
        ("29 july 2011 what happened", ["opened"]),
        ("29 july 2011 ko kya hua", ["opened"]),
        ("what happened in Vale on 29 July 2011", ["opened"]),
        ("what happened to the bridge on 29 July 2011", []),
        ("what happened in Peru on 29 July 2011", []),
        ("what happened on 30 July 2011", []),
        ("who was there on 29 July 2011", []),
        ("what else happened on 29 July 2011", []),
        ("what happened on 1 March 2012", []),
    ],
)
def test_a_day_alone_asks_for_its_event(question: str, entries: list[str]) -> None:
    assert answered(question, OPENED, FILLED, LONG) == entries


def test_of_events_of_a_day_that_are_of_different_things_the_member_chooses() -> None:
    assert answered("what happened on 29 July 2011", OPENED, FILLED, SOLD) == ["opened", "sold"]


def test_what_a_pack_leaves_open_stays_so() -> None:
    question = "what happened on 29 July 2011"

    assert answered(question, replace(OPENED, leaves_open=(question,))) == []
