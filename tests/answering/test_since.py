"""A count since or before something that happened is not that of the happening, nor of another span."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.dates.since import Happening, happened
from bot.answering.index import Index
from bot.answering.ranking import rank
from bot.knowledge.model import Entity, Event, Fact
from bot.knowledge.periods import Period
from tests.answering.entries import BULLETIN, count
from tests.answering.world import found, pack


@cache
def built() -> Index:
    """Return the made-up country after a coup that its counters count from."""
    coup = Entity(id="coup", name="Harrow coup", type="event", aliases=("the coup",))
    event = Event(
        id="event-coup",
        title="Officers take Harrow",
        about=("coup",),
        period=Period.parse("2021-05-12"),
        asks=("When was the coup?",),
        citations=(BULLETIN,),
    )
    year = Fact(
        id="year-after",
        statement="The monitor counted 70 attacks from 12 May 2021 to 11 May 2022, the year after the coup.",
        asks=("How many attacks were there in the year after the coup?",),
        about=("coup",),
        period=Period.parse("2021-05-12/2022-05-11"),
        citations=(BULLETIN,),
    )
    before = replace(count("attacks-before", "attacks", 40, "2020-05-12/2021-05-11"), about=("coup",))
    entries = {**pack().entries, **{entry.id: entry for entry in (coup, event, year, before)}}
    return engine.build_index(replace(pack(), entries=entries))


def entry(question: str) -> str | None:
    """Return the entry that a question is answered with after the coup."""
    answer = engine.answer(built(), question)
    return answer.main.entry if isinstance(answer, Answered) else None


def test_a_happening_is_dated_by_its_events_and_its_tolls() -> None:
    assert happened(built().pack) == {
        "coup": Happening((Period.parse("2021-05-12"),), tolled=False),
        "market-bombing": Happening(
            (Period.parse("2023-01-30"), Period.parse("2023-01-30/2023-02-04")), tolled=True
        ),
    }


@pytest.mark.parametrize(
    "question", ["How many attacks were there since the coup?", "attacks since the Harrow coup"]
)
def test_a_count_since_a_happening_is_one_that_begins_with_it(question: str) -> None:
    assert entry(question) == "year-after"


def test_a_count_from_a_happening_until_a_date_is_one_between_the_two() -> None:
    assert entry("How many attacks were there from the coup until spring 2022?") == "year-after"
    assert entry("How many attacks were there from the coup until spring 2023?") is None


@pytest.mark.parametrize(
    "question",
    [
        "How many deaths since the market bombing?",
        "deaths before the Tarnholm market bombing",
    ],
)
def test_a_toll_is_no_count_since_or_before_its_event(question: str) -> None:
    assert entry(question) is None


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("How many attacks were there in the year after the coup?", "year-after"),
        ("How many people were killed by the Tarnholm market bombing?", "toll-police"),
        ("When was the coup?", "event-coup"),
    ],
)
def test_what_has_its_own_end_or_is_no_span_is_asked_as_before(question: str, key: str) -> None:
    assert entry(question) == key


def test_those_killed_after_a_bombing_may_be_those_that_it_killed() -> None:
    index = built()
    first, *_ = rank(index, index.read("How many people were killed after the Tarnholm market bombing?"))

    assert (index.entries[first.position].entry.id, first.removed_by) == ("toll-police", None)


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("How many were killed in the year of the coup?", "2021"),
        ("attacks for the year that the coup ended", "2021"),
        ("the toll of Valmora the year the coup began", "2021"),
        ("How many attacks in the month of the Harrow coup?", "2021-05"),
        ("How many attacks in the year before the coup?", "2020-05-12/2021-05-11"),
        ("How many attacks in the twelve months leading up to the coup?", "2020-05-12/2021-05-11"),
        ("How many attacks in the first year after the coup?", "2021-05-12/2022-05-11"),
    ],
)
def test_a_period_may_be_told_by_what_happened_in_it_or_beside_it(question: str, period: str) -> None:
    assert [mention.alternatives for mention in built().reader.read(question).periods] == [
        (Period.parse(period),)
    ]


@pytest.mark.parametrize(
    "question",
    [
        "In which year was the coup?",
        "What was the year of the coup?",
        "Tell me the year of the coup",
        "year of the coup",
        "the month of the harvest",
        "Who wrote about the year after the coup?",
    ],
)
def test_a_question_for_the_year_itself_names_none(question: str) -> None:
    assert built().reader.read(question).periods == ()


def test_the_year_beside_a_29_february_is_one_that_the_calendar_has() -> None:
    leap = replace(built().pack.entries["event-coup"], period=Period.parse("2024-02-29"))
    reader = engine.build_index(replace(built().pack, entries={**built().pack.entries, leap.id: leap})).reader

    (mention,) = reader.read("How many attacks in the year after the coup?").periods

    assert mention.alternatives == (Period.parse("2024-02-29/2025-02-27"),)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_what_happened_at_an_end_of_the_calendar_makes_no_date(day: str) -> None:
    edge = replace(built().pack.entries["event-coup"], period=Period.parse(day))
    year = replace(built().pack.entries["year-after"], period=None)
    entries = {**built().pack.entries, edge.id: edge, year.id: year}
    reader = engine.build_index(replace(built().pack, entries=entries)).reader

    assert reader.read("How many attacks in the year after the coup?").periods == ()


def test_a_period_told_late_in_a_long_text_is_read_where_it_stands() -> None:
    text = "Well, well. " * 40 + "How many attacks in the year of the coup?"

    (mention,) = built().reader.read(text).periods

    assert text[mention.start : mention.end] == "in the year of the coup"


@pytest.mark.parametrize(
    "question",
    [
        "How many people were not killed in January 2023?",
        "How many people weren't injured in January 2023?",
        "How many people were killed per month in 2022?",
        "monthly deaths in 2022",
        "How many people were killed every week of 2022?",
    ],
)
def test_those_spared_and_rates_are_nobodys_totals(question: str) -> None:
    assert found(question) is None
