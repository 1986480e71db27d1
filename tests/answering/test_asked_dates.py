"""A question that is much like an ask, and has its dates, is no question about another time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering.index import Index
from bot.answering.ranking import rank
from bot.knowledge.model import Fact
from bot.knowledge.periods import Period
from tests.answering.entries import GAZETTE, count
from tests.answering.world import TODAY, pack


@cache
def built() -> Index:
    """Return the made-up country with a round of talks that is asked for by the one before it."""
    following = Fact(
        id="second-round",
        statement="The second round of talks was held in Harrow on 10 May 2024.",
        asks=(
            "Where did the second round of talks after those of March 2023 take place?",
            "When was the follow-up to the talks of March 2023 held?",
            "Where was the second round held?",
        ),
        period=Period.parse("2024-05-10"),
        citations=(GAZETTE,),
    )
    half = replace(count("deaths-2021-h1", "deaths", 77, "2021-01/2021-06"), asks=("people killed in 2021",))
    return Index(replace(pack(), entries={**pack().entries, following.id: following, half.id: half}))


def removed(question: str, key: str) -> str | None:
    """Return what removed an entry from the candidates of a question."""
    index = built()
    ranked = rank(index, index.read(question, TODAY))
    return next(each.removed_by for each in ranked if each.position == index.positions[key])


@pytest.mark.parametrize(
    "question",
    [
        "Where did the second round of talks after those of March 2023 happen?",
        "When was the follow-up to the March 2023 talks?",
    ],
)
def test_an_entry_may_be_asked_for_with_a_date_of_its_asks(question: str) -> None:
    assert removed(question, "second-round") is None


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When was the follow-up to the talks of March 2022 held?", id="no ask has the date"),
        pytest.param("Where did Ivo Brandt speak of lorries in March 2023?", id="no ask is like it"),
    ],
)
def test_it_is_removed_with_another_date_or_for_another_question(question: str) -> None:
    assert removed(question, "second-round") in {"another period", "not about ivo-brandt"}


def test_an_ask_does_not_make_a_count_that_of_another_period() -> None:
    assert removed("How many people were killed in 2021?", "deaths-2021-h1") == "another period"


def test_what_else_an_entry_contradicts_still_removes_it() -> None:
    assert (
        removed("When was the follow-up to the 7 talks of March 2023 held?", "second-round")
        == "another number"
    )
