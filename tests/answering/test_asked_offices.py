"""Who held an office, and how many were of a group, is not answered with an entry that does not tell it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering.asked_offices import asks_holder
from bot.answering.constraints import contradiction
from bot.answering.reading import Reading
from bot.knowledge.model import Citation, Entity, Entry, Quote
from tests.answering.counts import build, fact

FEN = Entity(id="fen", name="Fen Council", type="group")
ADA = Entity(id="ada", name="Ada Lund", type="person", description="The director of the Fen Council.")
CITED = (Citation(source="gazette"),)


def told(statement: str) -> Entry:
    """Return what is told of the council."""
    return fact("told", statement, "fen")


def card(description: str) -> Entity:
    """Return a card of the council."""
    return Entity(
        id="fen",
        name="Fen Council",
        type="group",
        aliases=("Fen chief",),
        description=description,
        asks=("What is the Fen Council?",),
        citations=CITED,
    )


def fits(question: str, entry: Entry) -> bool:
    """Whether an entry contradicts nothing of a question."""
    index = build(entry, *(() if isinstance(entry, Entity) and entry.id == "fen" else (FEN,)), ADA)
    prepared = index.entries[index.positions[entry.id]]
    return contradiction(index.read(question, date(2024, 2, 15)), prepared, index.pack) is None


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("who was the isi chief in 2023", True),
        ("who is head of the board", True),
        ("isi ka chief kaun tha", True),
        ("us waqt ka wazir e azam kaun tha", True),
        ("who met the chief", False),
        ("when did the chief go", False),
    ],
)
def test_a_question_for_the_holder_of_an_office_is_told(question: str, *, asks: bool) -> None:
    assert (asks_holder(Reading(text=question)) is not None) == asks


def test_who_somebody_is_is_no_question_for_an_office() -> None:
    assert asks_holder(Reading(text="who is chief ada lund", people=frozenset({"ada"}))) is None


@pytest.mark.parametrize(
    ("entry", "fit"),
    [
        pytest.param(told("Bo Vale and the director of the Fen Council went to Lorn."), False, id="unnamed"),
        pytest.param(told("The director of the Fen Council, Ada Lund, went to Lorn."), True, id="then named"),
        pytest.param(told("Ada Lund, the director of the Fen Council, went to Lorn."), True, id="before"),
        pytest.param(told("The Fen Council met under its director Ada Lund."), True, id="title"),
        pytest.param(card("A council whose director went to Lorn."), False, id="card without"),
        pytest.param(card("A council for boats."), False, id="card of none"),
        pytest.param(card("A council for boats; its director is Ada Lund."), True, id="card with"),
        pytest.param(
            Quote(id="q", words="We met.", speaker="ada", role="director", about=("fen",), citations=CITED),
            True,
            id="quote",
        ),
    ],
)
def test_who_held_an_office_wants_a_name(entry: Entry, *, fit: bool) -> None:
    assert fits("Who was the director of the Fen Council?", entry) == fit


@pytest.mark.parametrize(
    ("entry", "fit"),
    [
        pytest.param(told("The final police count of the Fen Council bombing is 84."), False, id="whole"),
        pytest.param(told("The Fen Council bombing of 30 January 2023 killed 84."), False, id="none"),
        pytest.param(told("The Fen Council bombing killed 84, most of them policemen."), True, id="most"),
        pytest.param(told("The Fen Council bombing killed 83 police officers."), True, id="so many"),
    ],
)
def test_how_many_were_of_a_group_is_not_told_by_the_whole(entry: Entry, *, fit: bool) -> None:
    assert fits("How many of the dead in the Fen Council bombing were police?", entry) == fit
