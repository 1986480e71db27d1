"""A sentence that counts at several times is asked only for the count of the time it stands beside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.engine import Ask, answer
from bot.answering.verdicts.other_times import asks_count_then, counts_at_another_time
from bot.knowledge.model import Entry
from bot.knowledge.periods import Period
from tests.answering.counts import TODAY, build, deaths, fact

BEHIND = fact(
    "behind", "The office counted 37 attacks and 98 deaths in 2015, then 152 deaths in 2016.", "valmora"
)
BEFORE = fact(
    "before", "In 2015 the office counted 37 attacks, and in 2016 it counted 152 deaths.", "valmora"
)
SHORT = fact("short", "The office counted 37 attacks in 2015 and 52 in 2016, the most since 2012.", "valmora")
LAST = fact("last", "The office counted 37 attacks in 2015, 152 deaths in 2016 and 98 in 2017.", "valmora")
PAIRS = fact("pairs", "The office counted 37 attacks and 98 deaths in 2015, 52 and 152 in 2016.", "valmora")
UNDATED = fact("undated", "The office counted 37 attacks.", "valmora")
OTHER = fact("other", "The office opened in 2015 and closed in 2016.", "valmora")
ONE = fact("one", "The office counted 37 attacks in 2015.", "valmora")
FIGURE = deaths("toll", 7, "2015")
ON_DAY = replace(BEHIND, id="on-day", period=Period.parse("2016-05-04"))
OF_YEAR = replace(BEHIND, id="of-year", period=Period.parse("2016"))
INDEX = build(BEHIND, BEFORE, SHORT, UNDATED, OTHER, ONE, FIGURE, ON_DAY, OF_YEAR, LAST, PAIRS)


@pytest.mark.parametrize(
    ("question", "entry", "elsewhen"),
    [
        pytest.param("How many attacks in 2016?", BEHIND, True, id="dates behind"),
        pytest.param("How many attacks in 2015?", BEHIND, False, id="its own date behind another count"),
        pytest.param("How many deaths in 2016?", BEHIND, False, id="the second of two"),
        pytest.param("How many attacks in 2016?", BEFORE, True, id="dates before"),
        pytest.param("How many deaths in 2016?", BEFORE, False, id="the second before"),
        pytest.param("How many attacks in 2016?", SHORT, False, id="a number that leaves out what it counts"),
        pytest.param("How many attacks in 2012?", SHORT, True, id="a date that only compares"),
        pytest.param("How many attacks on 4 May 2016?", ON_DAY, False, id="its own day"),
        pytest.param("How many attacks in 2016?", OF_YEAR, True, id="its own year"),
        pytest.param("How many attacks in 2017?", LAST, True, id="a number of what was counted last"),
        pytest.param("How many deaths in 2017?", LAST, False, id="and of nothing else"),
        pytest.param("How many attacks in 2016?", PAIRS, False, id="the first of two numbers"),
        pytest.param("How many deaths in 2016?", PAIRS, False, id="the second of two numbers"),
        pytest.param("How many attacks in 2016?", UNDATED, False, id="no date"),
        pytest.param("How many attacks in 2016?", OTHER, False, id="no count"),
        pytest.param(
            "How many attacks in 2016?", ONE, False, id="one date, which is held against it elsewhere"
        ),
        pytest.param("How many deaths in 2016?", FIGURE, False, id="a figure"),
    ],
)
def test_a_count_is_of_the_date_beside_it(question: str, entry: Entry, *, elsewhen: bool) -> None:
    reading = INDEX.read(question, TODAY)

    assert asks_count_then(reading)
    assert counts_at_another_time(INDEX, reading, entry) == elsewhen


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many attacks in 2015 and 2016?", id="two times"),
        pytest.param("How many attacks since 2015?", id="a span"),
        pytest.param("Were there 37 attacks in 2015?", id="if it is so"),
        pytest.param("By how much did attacks rise in 2016?", id="a change"),
        pytest.param("When in 2015 was the office opened?", id="no count"),
    ],
)
def test_other_questions_ask_for_no_count_at_one_time(question: str) -> None:
    assert not asks_count_then(INDEX.read(question, TODAY))


def test_such_an_entry_is_removed_as_one_of_another_period() -> None:
    index = build(BEHIND)
    years = [
        answer(index, f"How many attacks did the office count in {year}?", Ask(as_of=TODAY))
        for year in (2015, 2016)
    ]

    found = [next(each for each in told.trace.candidates if each.entry == "behind") for told in years]
    assert [each.removed_by for each in found] == [None, "another period"]
